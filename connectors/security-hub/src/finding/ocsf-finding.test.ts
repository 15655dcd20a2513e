import { isRejection } from '@sluice/connector';
import { expect, test } from 'vitest';
import { createRecordMapper } from '../map.ts';
import { eventOf } from '../mapping.fixture.ts';

const product = { name: 'Security Hub', vendor_name: 'AWS' };

function findingOf(classUid: number, version: unknown = '1.6.0'): Record<string, unknown> {
  return { class_uid: classUid, metadata: { version, product }, cloud: { provider: 'AWS' } };
}

test.each([
  [2002, ['cloud']],
  [2003, ['cloud']],
  [2004, ['cloud', 'security_control']],
  [2006, ['cloud']],
])('a finding of class %i stays one, in release 1.3.0 with the profiles of its columns', (classUid, profiles) => {
  expect(eventOf(findingOf(classUid))).toMatchObject({ class_uid: classUid, metadata: { version: '1.3.0', profiles } });
});

test.each([
  ['of another class', findingOf(2001), 'class_not_stored', 'class 2001 has no place here: 2002, 2003, 2004, 2006 do'],
  ['of no release', findingOf(2004, '0.9'), 'not_a_finding', 'metadata.version "0.9" is no release'],
  ['whose release is no text', findingOf(2004, 1), 'not_a_finding', 'metadata.version 1 is no release'],
  ['without a release', { ...findingOf(2004), metadata: {} }, 'not_a_finding', 'metadata.version undefined is no'],
])('a finding %s is rejected with the reason', (_, record, code, detail) => {
  const result = createRecordMapper()(record);
  expect(isRejection(result) && result).toMatchObject({
    reject: code,
    detail: expect.stringContaining(detail) as string,
  });
});

const whole = {
  ...findingOf(2004),
  category_uid: 2,
  type_uid: 200_401,
  activity_id: 1,
  severity_id: 3,
  time: 1_768_469_400_000,
  finding_info: { uid: 'f-1', title: 'Odd behaviour' },
};

test('tags of a resource are its labels, where each is a name and a value', () => {
  const tagged = (tags: unknown, more: object = {}): unknown =>
    eventOf({ ...whole, resources: [{ uid: 'r', tags, ...more }] })['resources'];
  expect(
    tagged([
      { name: 'team', value: 'shop' },
      { name: 'empty', value: '' },
    ]),
  ).toEqual([{ uid: 'r', labels: ['team=shop', 'empty='] }]);
  expect(tagged([{ name: 'team', value: 'shop' }], { labels: ['a'] })).toEqual([{ uid: 'r', labels: ['a'] }]);
  for (const tags of [[], 'team', [{ name: 'team' }], [{ name: 'a', value: 'b', uid: 'c' }], ['team']])
    expect(tagged(tags)).toEqual([{ uid: 'r' }]);
  expect(eventOf({ ...whole, resources: [{ uid: 'r', tags: ['team'] }] })['unmapped']).toMatchObject({
    'resources[0].tags': ['team'],
  });
});

test('what is no list of resources, or no resource, is taken at its word', () => {
  for (const resources of [['r'], 'r']) expect(eventOf({ ...whole, resources })).toMatchObject({ class_uid: 2004 });
  expect(eventOf(whole)).not.toHaveProperty('resources');
});
