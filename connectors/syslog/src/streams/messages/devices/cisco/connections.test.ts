import { expect, test } from 'vitest';
import { mapRecord } from '../../map.fixture.ts';

const [from, to] = ['203.0.113.9', '192.0.2.2'];

test.each([
  [302013, 'TCP'],
  [302015, 'UDP'],
  [302017, 'GRE'],
  [302035, 'SCTP'],
  [302303, 'TCP'],
])('%i: a connection that was built, by %s', (id, protocol) => {
  const text = `${protocol} connection 77 for outside:${from}/4711 (${from}/4711) to inside:${to}/22 (${to}/22)`;
  const ends = { src_endpoint: { ip: from }, dst_endpoint: { ip: to }, activity_id: 1, action_id: 1 };
  const info = { direction_id: 1, uid: '77', protocol_name: protocol.toLowerCase() };
  expect(said(id, `Built inbound ${text}`)).toMatchObject({ ...ends, connection_info: info });
  expect(said(id, `Built outbound ${text}`)).toMatchObject({
    connection_info: { direction_id: 2 },
    src_endpoint: { ip: to },
    dst_endpoint: { ip: from },
  });
});

test.each([302014, 302016, 302018, 302036, 302304])('%i: a connection that was torn down', (id) => {
  const text = `Teardown TCP connection 77 for outside:${from}/4711 to inside:${to}/22 duration 0:00:30 bytes 1420`;
  const ended = (reason: string): object => said(id, `${text}${reason}`);
  const closed = { activity_id: 2, status_id: 1, duration: 30_000, traffic: { bytes: 1420 }, action_id: 1 };
  expect(ended('')).toMatchObject({ ...closed, connection_info: { uid: '77' }, src_endpoint: { ip: from } });
  expect(ended(' TCP FINs from inside (alice)')).toMatchObject({ ...closed, status_detail: 'TCP FINs from inside' });
  expect(ended(' TCP Reset-O')).toMatchObject({ activity_id: 3, status_id: 1 });
  expect(ended(' SYN Timeout')).toMatchObject({ activity_id: 4, status_id: 2 });
  for (const reason of ['IPS fail-close', 'Flow closed by inspection', 'Deny Terminate', 'Flow is denied by policy'])
    expect(ended(` ${reason}`), reason).toMatchObject({ activity_id: 2, action_id: 2, status_id: 2 });
});

function said(id: number, text: string): Readonly<Record<string, unknown>> {
  const { event, problems } = mapRecord(`<166>Jan 14 2026 09:12:01 fw1 : %ASA-6-${id}: ${text}`);
  expect(problems).toEqual([]);
  return event;
}
