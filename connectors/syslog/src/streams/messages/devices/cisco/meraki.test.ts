import { expect, test } from 'vitest';
import { mapRecord } from '../../map.fixture.ts';

test.each([
  ['1 1768381921.123456789 MX84 flows', 'MX84'],
  ['1768381921.123456789 M flows', 'M'],
  ['1768381921.123456789  flows', undefined],
])('%s src=… behind a relay is of the device %s', (head, hostname) => {
  const flow = 'src=192.0.2.7 dst=198.51.100.2 protocol=tcp sport=4711 dport=443 pattern: allow all';
  const { event, problems } = mapRecord(`<134>Jan 14 09:12:01 relay1 ${head} ${flow}`);
  expect(problems).toEqual([]);
  expect(event).toMatchObject({ class_uid: 4001, src_endpoint: { ip: '192.0.2.7' }, time: 1_768_381_921_123 });
  if (hostname !== undefined) expect(event).toMatchObject({ device: { hostname } });
});
