import { expect, test } from 'vitest';
import { loadCatalogue } from '../load-catalogue.ts';
import { completingValidators, createCompletingValidator } from './create-completing-validator.ts';

const catalogue = loadCatalogue('1.3.0');
const options = { classUid: 3002, profiles: ['host'] };
const conform = createCompletingValidator(catalogue, options);

function event(more: Record<string, unknown> = {}): Record<string, unknown> {
  const metadata = { version: '1.3.0', product: { name: 'Door', vendor_name: 'Example' }, profiles: ['host'] };
  const said = { class_uid: 3002, activity_id: 1, severity_id: 1, time: 1, metadata, user: { name: 'alice' } };
  return { ...said, service: { name: 'sshd' }, device: { type_id: 1, hostname: 'a.example.com' }, ...more };
}

function codesOf(given: Record<string, unknown>): readonly string[] {
  return conform(given).findings.map(({ code, path }) => `${code} ${path}`);
}

test('completes, and gives the same verdict each time there is nothing to say', () => {
  const given = event();
  expect(conform(given)).toBe(conform(event()));
  expect(given).toMatchObject({ type_uid: 300_201, severity: 'Informational' });
  expect(given['observables']).toHaveLength(4);
});

test('says what had to be assumed, and what is wrong', () => {
  const { unknownIds, findings } = conform(event({ device: {}, user: { nmae: 'alice' } }));
  expect(unknownIds).toEqual(['device.type_id']);
  expect(findings.map(({ path }) => path)).toEqual(['user.nmae', 'user', 'device']);
});

test('sees that what is right in one place is wrong in another, though it is the same object', () => {
  const shared = { name: 'Door', vendor_name: 'Example', type_id: 1 };
  expect(codesOf(event({ user: shared, service: shared }))).toContain('attribute_unknown service.type');
});

test('sees it also where the object was right until something was written into it in the other place', () => {
  const shared = { name: 'door', uid: 'a' };
  const { service: _, device: __, ...rest } = event();
  expect(codesOf({ ...rest, service: shared, device: shared })).toEqual([
    'attribute_unknown service.type_id',
    'attribute_unknown service.type',
  ]);
});

test('sees that a frozen object was not completed', () => {
  expect(codesOf(event({ device: Object.freeze({ hostname: 'a.example.com' }) }))).toEqual([
    'attribute_required_missing device.type_id',
  ]);
});

test('looks at observables that were there before', () => {
  const observables = [{ name: 'user.nmae', type_id: 4 }];
  expect(codesOf(event({ observables }))).toEqual(['observable_name_invalid_reference observables[0].name']);
});

test('warns of missing recommended attributes when asked to', () => {
  const recommending = createCompletingValidator(catalogue, { ...options, recommended: true });
  expect(recommending(event()).findings.map(({ code }) => code)).toContain('attribute_recommended_missing');
});

test('makes validators that share code, each with its own class and profiles', () => {
  const createFor = completingValidators(catalogue);
  const logon = createFor(options);
  const withTimes = createFor({ classUid: 3002, profiles: ['host', 'datetime'] });
  const change = createFor({ classUid: 3001, profiles: [] });
  const metadata = { version: '1.3.0', product: { name: 'Door', vendor_name: 'Example' }, logged_time: 1 };
  const [first, second] = [event({ metadata: { ...metadata, profiles: ['host'] } }), event()];
  second['metadata'] = { ...metadata, profiles: ['host', 'datetime'] };
  const third: Record<string, unknown> = { activity_id: 1, severity_id: 1, time: 1, user: { name: 'alice' }, metadata };
  expect([logon(first), withTimes(second), change(third)].flatMap(({ findings }) => findings)).toEqual([]);
  expect(first['metadata']).not.toHaveProperty('logged_time_dt');
  expect(second['metadata']).toHaveProperty('logged_time_dt');
  expect(third).toMatchObject({ class_uid: 3001, type_uid: 300_101 });
});
