import { expect, test } from 'vitest';
import { mapRecord } from '../../map.fixture.ts';

const opens = { activity_id: 1, status_id: 1 };
const closes = { activity_id: 2, status_id: 1 };
const renews = { activity_id: 3, status_id: 1 };
const fails = { activity_id: 1, status_id: 2 };
const tells = { activity_id: 99, activity_name: 'Notice' };

/** What each message means, and of which kind its tunnels are; nothing where the message says neither kind. */
const meanings: readonly (readonly [ids: string, event: object, type: string | undefined])[] = [
  ['113019', closes, undefined],
  ['113029 113030 113033 113035 113038 737003', fails, undefined],
  ['113031 113032 113034 113036 737006 737016 737026 737034', tells, undefined],
  ['113039 716001 721016 722022 722033 722034 722051', opens, 'SSL'],
  ['716002 721018 722023 722028 722029 722037', closes, 'SSL'],
  ['716059 722032', renews, 'SSL'],
  ['716058 722011 722012 722030 722031 722041 722055', tells, 'SSL'],
  ['713049 713119 713120 750006 751025', opens, 'IPsec'],
  ['713050 713259 750007', closes, 'IPsec'],
  ['713123 713166 713167 713198 713257 750003', fails, 'IPsec'],
  ['402123 602101 713041 713075 713130 713184 713202 713228', tells, 'IPsec'],
  ['713901 713902 713903 713904 713905 713906 750001 750002 750012', tells, 'IPsec'],
];

test.each(meanings)('%s is %j of %s', (ids, expected, type) => {
  for (const id of ids.split(' ')) {
    const event = said(id, 'Group <staff> User <alice> IP <203.0.113.9> Something happened.');
    expect(event, id).toMatchObject({
      class_uid: 4014,
      ...expected,
      user: { name: 'alice' },
      src_endpoint: { ip: '203.0.113.9' },
    });
    expect(event['tunnel_type'], id).toBe(type);
    if (expected === tells) expect(event, id).not.toHaveProperty('status_id');
  }
});

test.each([
  ['602', 'IPsec'],
  ['702', 'IPsec'],
  ['713', 'IPsec'],
  ['714', 'IPsec'],
  ['715', 'IPsec'],
  ['716', 'SSL'],
  ['722', 'SSL'],
  ['734', undefined],
  ['737', undefined],
  ['750', 'IPsec'],
  ['751', 'IPsec'],
  ['752', 'IPsec'],
  ['753', 'IPsec'],
])('what else the group %s tells of is a notice of a tunnel of %s', (group, type) => {
  const event = said(`${group}998`, 'Group <staff> User <alice> IP <203.0.113.9> Something happened.');
  expect(event).toMatchObject({ class_uid: 4014, ...tells, user: { name: 'alice' } });
  expect(event['tunnel_type']).toBe(type);
});

test('the entries of users end with 109213', () => {
  expect(
    said('109201', 'UAUTH: Session=0x1, User=alice, Assigned IP=192.0.2.55, Succeeded adding entry.'),
  ).toMatchObject({ class_uid: 4014, user: { name: 'alice' }, tunnel_interface: { ip: '192.0.2.55' } });
  expect(said('109213', 'UAUTH: Session=0x1, User=alice, Assigned IP=192.0.2.55, x.')).toMatchObject({
    class_uid: 4014,
  });
  expect(said('109214', 'UAUTH: Session=0x1, User=alice, Assigned IP=192.0.2.55, x.')).toMatchObject({ class_uid: 0 });
});

test.each([
  ['Client assigned 192.0.2.55 from local pool', '192.0.2.55'],
  ['Session=0x1, Freeing address 192.0.2.55 from DHCP', '192.0.2.55'],
])('%s: names the address within the tunnel', (text, ip) => {
  expect(said('737026', `IPAA: ${text}`)).toMatchObject({ tunnel_interface: { ip } });
});

test('the client of a session of WebVPN is its user', () => {
  const text = '(WebVPN-Primary) WebVPN session for client user alice, IP 203.0.113.9 has been created.';
  expect(said('721016', text)).toMatchObject({ user: { name: 'alice' }, src_endpoint: { ip: '203.0.113.9' } });
});

test.each(['', 'Unknown', '*****', '203.0.113.9', '198.51.100.77'])('"%s" is nobody', (user) => {
  expect(said('113039', `Group <staff> User <${user}> IP <203.0.113.9> Session started.`)).not.toHaveProperty('user');
});

test.each([
  'Rule for User=alice, Assigned IP=192.0.2.55, is gone.',
  'The Group <staff> User <alice> IP <203.0.113.9> is gone.',
  'The Group staff User alice IP 203.0.113.9 is gone.',
])('%s: does not begin as messages that name a user do', (text) => {
  expect(said('713905', text)).not.toHaveProperty('user');
});

test.each([
  ['602303', 'created', 1],
  ['602304', 'deleted', 2],
])('%s: an association that was %s is activity %i', (id, verb, activity) => {
  const of = (user: string): object =>
    said(
      id,
      `IPSEC: An outbound remote access SA (SPI= 0x99) between 192.0.2.1 and peer1 (user= ${user}) has been ${verb}.`,
    );
  expect(of('alice')).toMatchObject({ class_uid: 4014, activity_id: activity, user: { name: 'alice' } });
  expect(of('peer1')).not.toHaveProperty('user');
  const text =
    'IPSEC: An outbound remote access SA (SPI= 0x99) between 192.0.2.1 and peer1 (user= alice) has been weighed.';
  expect(said(id, text)).toMatchObject({ class_uid: 0 });
});

test.each([
  'Group <staff> User <alice> IP <203.0.113.9> Session ended.',
  'Group staff User alice IP 203.0.113.9 Session ended.',
  'Group = staff, Username = alice, IP = 203.0.113.9, Session ended.',
  'Local:192.0.2.1:4500 Remote:203.0.113.9:53256 Username:alice Group:staff IKEv2 session ended.',
])('%s names the peer', (text) => {
  expect(said('113019', text)).toMatchObject({
    user: { name: 'alice' },
    src_endpoint: { ip: '203.0.113.9' },
    unmapped: { group: 'staff' },
    ...(text.startsWith('Local') ? { dst_endpoint: { ip: '192.0.2.1', port: 4500 } } : {}),
  });
});

test('the end of a session says how long it was, how much it carried and why it ended', () => {
  const text =
    'Group = staff, Username = alice, IP = 203.0.113.9, Session disconnected. Session Type: IKEv2, Duration: 1h:02m:03s, Bytes xmt: 900, Bytes rcv: 500, Reason: Idle Timeout';
  expect(said('113019', text)).toMatchObject({
    ...closes,
    tunnel_type: 'IKEv2',
    duration: 3_723_000,
    traffic: { bytes_in: 900, bytes_out: 500 },
    status_detail: 'Idle Timeout',
  });
});

function said(id: string, text: string): Readonly<Record<string, unknown>> {
  const { event, problems } = mapRecord(`<166>Jan 14 2026 09:12:01 fw1 : %ASA-6-${id}: ${text}`);
  expect(problems).toEqual([]);
  return event;
}
