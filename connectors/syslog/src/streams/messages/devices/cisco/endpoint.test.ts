import { expect, test } from 'vitest';
import { mapRecord } from '../../map.fixture.ts';

function directionOf(text: string): unknown {
  const { event, problems } = mapRecord(`<166>Jan 15 12:00:00 fw1 : ${text}`);
  expect(problems).toEqual([]);
  return (event['connection_info'] as { readonly direction_id?: number }).direction_id;
}

test.each([
  ['outside', 'inside', 1],
  ['Outside', 'INSIDE', 1],
  ['inside', 'outside', 2],
  ['outside', 'dmz', 0],
  ['dmz', 'inside', 0],
  ['inside', 'inside', 0],
])('what goes from %s to %s has the direction %i', (from, to, direction) => {
  const sides = `src ${from}:192.0.2.7/4711 dst ${to}:198.51.100.2/80`;
  expect(directionOf(`%ASA-4-106023: Deny tcp ${sides} by access-group "acl" [0x0, 0x0]`)).toBe(direction);
  const torn = `TCP connection 7 for ${to}:198.51.100.2/80 to ${from}:192.0.2.7/4711 duration 0:00:01 bytes 7 TCP FINs`;
  expect(directionOf(`%ASA-6-302014: Teardown ${torn}`)).toBe(direction);
  const translation = `dynamic TCP translation from ${from}:192.0.2.7/4711 to ${to}:198.51.100.2/80`;
  expect(directionOf(`%ASA-6-305011: Built ${translation}`)).toBe(direction);
  const failed = `translation creation failed for tcp src ${from}:192.0.2.7/4711 dst ${to}:198.51.100.2/80`;
  expect(directionOf(`%ASA-3-305006: regular ${failed}`)).toBe(direction);
});

test('what the message says of the direction counts', () => {
  const sides = 'for outside:192.0.2.7/4711 (192.0.2.7/4711) to inside:198.51.100.2/80 (198.51.100.2/80)';
  expect(directionOf(`%ASA-6-302013: Built outbound TCP connection 7 ${sides}`)).toBe(2);
  expect(directionOf(`%ASA-6-302013: Built inbound TCP connection 7 ${sides}`)).toBe(1);
});
