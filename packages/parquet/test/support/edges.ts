import type { Event } from './encode.ts';

/** What is hard to write and to read, in rows of the schema `everything`. */
export const edges: readonly Event[] = [
  { time: 1, class_uid: 2_147_483_647, type_uid: 2n ** 63n - 1n, metadata: {} },
  { time: -5, class_uid: -2_147_483_648, type_uid: -(2n ** 63n), score: -0.1, is_alert: false, metadata: {} },
  { time: 2, class_uid: 1, time_dt: '1969-12-31T23:59:59.999Z', message: 'a\uD800b', ports: [1, null], metadata: {} },
  { time: 3, class_uid: 1, message: 'é'.repeat(5_000_000), ports: [], flags: [true, null], metadata: { version: '1' } },
  { time: 3, class_uid: 1, attacks: [null, {}, { sub: [{ uid: 1, tags: ['a', null] }] }], metadata: { profiles: [] } },
  { time: 4, class_uid: 1, unmapped: { a: null, b: { c: 1 } }, data: { x: [1] }, metadata: { product: { name: 'x' } } },
];
