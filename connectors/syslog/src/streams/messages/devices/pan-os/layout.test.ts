import { expect, test } from 'vitest';
import { layouts } from './layout.ts';

/** Places of some values, counted from 0, and how many there are: what is lost or added moves those behind it. */
const places: readonly (readonly [type: string, places: Readonly<Record<string, number>>, count: number])[] = [
  ['TRAFFIC', { seqno: 39, device_name: 52, high_res_timestamp: 102, action: 30 }, 103],
  ['THREAT', { seqno: 36, device_name: 59, action: 30, http2_connection: 77 }, 78],
  ['SYSTEM', { seqno: 15, device_name: 22, high_res_timestamp: 25 }, 26],
  ['CONFIG', { seqno: 16, device_name: 23, high_res_timestamp: 26 }, 27],
  ['GLOBALPROTECT', { seqno: 34, device_name: 47, high_res_timestamp: 36 }, 48],
  ['USERID', { seqno: 18, device_name: 25, high_res_timestamp: 33 }, 34],
  ['AUTHENTICATION', { seqno: 22, device_name: 29, high_res_timestamp: 33 }, 34],
  ['HIPMATCH', { seqno: 17, device_name: 24, high_res_timestamp: 30 }, 31],
  ['CORRELATION', { device_name: 17, evidence: 21 }, 22],
  ['IPTAG', { seqno: 16, device_name: 23, high_res_timestamp: 25 }, 26],
  ['DECRYPTION', { action: 30 }, 31],
  ['START', { action: 30 }, 31],
  ['END', { action: 30 }, 31],
  ['TUNNEL', { action: 30 }, 31],
  ['GTP', { action: 30 }, 31],
  ['SCTP', { action: 31 }, 32],
];

test.each(places)('%s has its values where PAN-OS writes them', (type, expected, count) => {
  const layout = layouts.get(type);
  expect(layout?.names).toHaveLength(count);
  const found = Object.keys(expected).map((name) => [name, layout?.places.get(name)]);
  expect(Object.fromEntries(found)).toEqual(expected);
});

test('there is no layout of another type', () => {
  expect([...layouts.keys()].toSorted()).toEqual(places.map(([type]) => type).toSorted());
});
