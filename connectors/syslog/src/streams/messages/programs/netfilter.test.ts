import { expect, test } from 'vitest';
import { mapRecord } from '../map.fixture.ts';

const packet = 'IN=eth0 OUT= SRC=203.0.113.9 DST=192.0.2.2 LEN=60 PROTO=TCP SPT=4711 DPT=22';

test.each([
  ['block blocked deny denied', 2, 2],
  ['drop dropped drp', 2, 6],
  ['reject rejected rej', 2, 25],
  ['accept accepted acc allow allowed pass permit', 1, 1],
])('%s before a packet tell what became of it', (words, action, disposition) => {
  for (const word of words.split(' '))
    for (const written of [word, word.toUpperCase()])
      expect(logged(`${written}: ${packet}`), written).toMatchObject({
        action_id: action,
        disposition_id: disposition,
        activity_id: action === 2 ? 5 : 6,
      });
});

test.each(['not blocked', 'no drop', 'would drop', 'drop or accept', 'ssh'])('%s tells nothing', (words) => {
  expect(logged(`${words}: ${packet}`)).toMatchObject({ action_id: 0 });
});

test.each([
  ['[WAN_IN-3003-A]', 1, 1],
  ['[WAN_IN-default-D]', 2, 6],
  ['[WAN_IN-R-4000]', 2, 25],
])('%s numbers its rule and says what it does', (prefix, action, disposition) => {
  expect(logged(prefix + packet)).toMatchObject({ action_id: action, disposition_id: disposition });
});

test('a packet goes in, out or through', () => {
  const directions = ['IN=eth0 OUT= ', 'IN= OUT=eth1 ', 'IN=eth0 OUT=eth1 '].map((ends) =>
    logged(`x: ${ends}SRC=203.0.113.9 DST=192.0.2.2 PROTO=TCP`),
  );
  expect(directions.map((event) => (event['connection_info'] as { direction_id: number }).direction_id)).toEqual([
    1, 2, 0,
  ]);
});

test('only the first packet of a connection opens it', () => {
  const flags = ['SYN', 'SYN ACK', 'ACK', ''].map((words) => logged(`x: ${packet} ${words}`)['activity_id']);
  expect(flags).toEqual([1, 6, 6, 6]);
});

test('both hardware addresses stand in one field', () => {
  const macs = '00:00:5e:00:53:01:00:00:5e:00:53:02';
  expect(logged(`x: ${packet} MAC=${macs}:08:00`)).toMatchObject({
    src_endpoint: { mac: '00:00:5e:00:53:02' },
    dst_endpoint: { mac: '00:00:5e:00:53:01' },
  });
  expect(logged(`x: ${packet} MAC=${macs}`)).toMatchObject({
    src_endpoint: { mac: '00:00:5e:00:53:02' },
    dst_endpoint: { mac: '00:00:5e:00:53:01' },
  });
  for (const few of ['00:00:5e:00:53:01:00', '00:00:5e:00:53:01:00:00:5e:00:53'])
    expect(logged(`x: ${packet} MAC=${few}`), few).not.toHaveProperty('src_endpoint.mac');
});

test.each(['', ' ', 'x ', 'x:', 'x]', 'x>', 'x-', `${'x'.repeat(254)} `])('a packet stands behind “%s”', (words) => {
  logged(`${words}${packet}`);
});

test('a packet stands within the first words, with both its interfaces', () => {
  for (const text of [
    `x=${packet}`,
    `${'x'.repeat(255)} ${packet}`,
    packet.replace('OUT=', `LINK=${'x'.repeat(90)} OUT=`),
  ])
    expect(mapRecord(`<4>Jan 14 09:12:01 fw kernel: ${text}`).event, text).toMatchObject({ class_uid: 0 });
});

test('fields have names of any length, and there are at most 64 words', () => {
  const others = Array.from({ length: 80 }, (_, index) => `F${index}=${index}`);
  const { unmapped } = logged(`x: ${packet} T=5 SYN ${others.join(' ')}`) as { unmapped: Record<string, string> };
  expect(unmapped).toMatchObject({ T: '5', F53: '53' });
  expect(unmapped).not.toHaveProperty('F54');
  expect(logged(`x: ${packet} DST=198.51.100.9`)).toMatchObject({ dst_endpoint: { ip: '192.0.2.2' } });
  expect(logged(`x: ${packet} =5`)).not.toHaveProperty('unmapped');
});

function logged(text: string): Readonly<Record<string, unknown>> {
  const { event, problems } = mapRecord(`<4>Jan 14 09:12:01 fw kernel: ${text}`);
  expect(problems).toEqual([]);
  expect(event).toMatchObject({ class_uid: 4001, src_endpoint: { ip: '203.0.113.9' } });
  return event;
}
