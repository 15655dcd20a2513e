import { expect, test } from 'vitest';
import { planSources, type WantedSource } from './plan-sources.ts';
import type { RegisteredSource } from './registered-source.ts';

const region = 'eu-west-1';

function wanted(name: string, change: Partial<WantedSource> = {}): WantedSource {
  return { name, region, className: 'authentication', classUid: 3002, wantedBy: 'office', ...change };
}

function existing(name: string, home = region): RegisteredSource {
  const [bucket, prefix] = ['lake', `ext/${name}/`];
  return { name, region: home, account: '111122223333', bucket, prefix, location: `s3://lake/${prefix}`, roleArn: 'r' };
}

test('says what is to be created, what is there and what is left of the 50', () => {
  const plan = planSources([wanted('a'), wanted('b')], [existing('a'), existing('other'), existing('b', 'us-east-1')]);
  expect(plan.sources.map(({ name, action, eventClass }) => [name, action, eventClass])).toEqual([
    ['a', 'keep', 'AUTHENTICATION'],
    ['b', 'create', 'AUTHENTICATION'],
  ]);
  expect(plan.others.map(({ name }) => name)).toEqual(['other', 'b']);
  expect(plan.left).toBe(46);
  expect(plan.outside).toEqual([]);
});

test('two pipelines of one source need one source', () => {
  const plan = planSources([wanted('a'), wanted('a', { wantedBy: 'branch' })], []);
  expect(plan.sources).toHaveLength(1);
  expect(plan.left).toBe(49);
});

test('names sources of the same class that could be one', () => {
  const plan = planSources([wanted('a'), wanted('b'), wanted('c', { region: 'us-east-1' })], []);
  expect(plan.shareable).toEqual([{ className: 'authentication', region, names: ['a', 'b'] }]);
});

test('names what falls outside the 50', () => {
  const plan = planSources(
    [wanted('a'), wanted('b'), wanted('c')],
    Array.from({ length: 49 }, (_, i) => existing(`x${i}`)),
  );
  expect(plan.left).toBe(-2);
  expect(plan.outside).toEqual(['b', 'c']);
});

test('a class without a name at AWS is planned without one', () => {
  const [source] = planSources([wanted('a', { className: 'base_event', classUid: 0 })], []).sources;
  expect(source).not.toHaveProperty('eventClass');
});

test.each([
  ['names that differ in case', [wanted('App'), wanted('app')]],
  ['names that differ in dash and underscore', [wanted('my-app'), wanted('my_app')]],
  ['one name for two classes', [wanted('a'), wanted('a', { className: 'base_event', classUid: 0 })]],
])('refuses %s: they would be one table', (_, sources) => {
  expect(() => planSources(sources, [])).toThrow(/would both be Glue table/);
});

test('a source of that name with a version is another source', () => {
  const plan = planSources([wanted('a')], [{ ...existing('a'), version: '1.0' }]);
  expect(plan.sources.map(({ action }) => action)).toEqual(['create']);
  expect(plan.others.map(({ name }) => name)).toEqual(['a']);
});
