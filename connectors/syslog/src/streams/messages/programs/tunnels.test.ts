import { expect, test } from 'vitest';
import { mapRecord } from '../map.fixture.ts';

const ends = 'between 192.0.2.1[gate]...203.0.113.9[alice]';

test.each([
  [`IKE_SA office[3] established ${ends}`, { class_uid: 4014, activity_id: 1 }],
  [`deleting IKE_SA office[3] ${ends}`, { class_uid: 4014, activity_id: 2 }],
  [`IKE_SA office[3] deleted ${ends}`, { class_uid: 4014, activity_id: 2 }],
  ['deleting IKE_SA office[3]', { class_uid: 0 }],
  ['IKE_SA office[3] established', { class_uid: 0 }],
  [`IKE_SA office[3] ${ends}`, { class_uid: 0 }],
])('charon says %s', (text, expected) => {
  const { event, problems } = mapRecord(`<30>Jan 14 09:12:36 web1 charon[9]: 12[IKE] ${text}`);
  expect(problems).toEqual([]);
  expect(event).toMatchObject(expected);
});
