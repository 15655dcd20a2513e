import { expect, test } from 'vitest';
import { mapRecord } from '../../map.fixture.ts';

const [from, to] = ['203.0.113.9', '192.0.2.2'];
const blocked = [2, 2];
const dropped = [2, 6];
const allowed = [1, 1];
const rejected = [2, 25];

/** What became of a packet by the texts of Cisco's messages; refused, unless another activity is named. */
const packets: readonly (readonly [id: number, text: string, verdict: readonly number[], more: object])[] = [
  [
    106001,
    `Inbound TCP connection denied from ${from}/4711 to ${to}/22 flags SYN on interface outside`,
    blocked,
    {
      connection_info: { direction_id: 1, protocol_name: 'tcp' },
      unmapped: { flags: 'SYN' },
      src_endpoint: { interface_name: 'outside' },
    },
  ],
  [
    106002,
    `TCP Connection denied by outbound list 101 src ${from} 4711 dest ${to} 22`,
    blocked,
    { connection_info: { direction_id: 2 }, firewall_rule: { name: '101' } },
  ],
  [
    106006,
    `Deny inbound UDP from ${from}/4711 to ${to}/53 on interface outside`,
    blocked,
    { connection_info: { direction_id: 1, protocol_name: 'udp' } },
  ],
  [
    106007,
    `Deny inbound UDP from ${from}/4711 to ${to}/53 due to DNS Query`,
    blocked,
    { status_detail: 'DNS Query', connection_info: { direction_id: 1 } },
  ],
  [
    106010,
    `Deny inbound tcp src outside:${from}/4711 dst inside:${to}/22`,
    blocked,
    { connection_info: { direction_id: 1 }, dst_endpoint: { interface_name: 'inside' } },
  ],
  [
    106011,
    `Deny inbound (No xlate) udp src outside:${from}/4711 dst outside:${to}/53`,
    blocked,
    { connection_info: { direction_id: 1, protocol_name: 'udp' } },
  ],
  [
    106012,
    `Deny IP from ${from} to ${to}, IP options: "Router Alert"`,
    blocked,
    { status_detail: 'IP options: "Router Alert"' },
  ],
  [
    106013,
    `Dropping echo request from ${from} to PAT address ${to}`,
    dropped,
    { connection_info: { protocol_name: 'icmp' } },
  ],
  [
    106014,
    `Deny inbound icmp src outside:${from} dst inside:${to} (type 8, code 0)`,
    blocked,
    { status_detail: 'type 8, code 0', connection_info: { direction_id: 1 } },
  ],
  [
    106014,
    `Deny inbound icmp src outside:${from} dst inside:${to}(type 8, code 0)`,
    blocked,
    { dst_endpoint: { ip: to } },
  ],
  [106014, `Deny inbound icmp src outside:${from} dst inside:${to}`, blocked, { connection_info: { direction_id: 1 } }],
  [
    106015,
    `Deny TCP (no connection) from ${from}/4711 to ${to}/22 flags RST on interface outside`,
    blocked,
    { status_detail: 'no connection' },
  ],
  [106016, `Deny IP spoof from (${from}) to ${to} on interface outside`, blocked, {}],
  [106017, `Deny IP due to Land Attack from ${from} to ${to}`, blocked, {}],
  [
    106018,
    `ICMP packet type 8 denied by outbound list 101 src ${from} dest ${to}`,
    blocked,
    { status_detail: '8', firewall_rule: { name: '101' }, connection_info: { direction_id: 2 } },
  ],
  [
    106020,
    `Deny IP teardrop fragment (size = 36, offset = 0) from ${from} to ${to}`,
    blocked,
    { status_detail: 'size = 36, offset = 0' },
  ],
  [106021, `Deny TCP reverse path check from ${from} to ${to} on interface outside`, blocked, {}],
  [106022, `Deny TCP connection spoof from ${from} to ${to} on interface outside`, blocked, {}],
  [
    106023,
    `Deny tcp src outside:${from}/4711 dst inside:${to}/22 by access-group "OUTSIDE-IN" [0x0, 0x0]`,
    blocked,
    { firewall_rule: { name: 'OUTSIDE-IN' } },
  ],
  [
    106023,
    `Deny protocol 47 src outside:${from} dst inside:${to} by access-group "OUTSIDE-IN" [0x0, 0x0]`,
    blocked,
    { connection_info: { protocol_num: 47 } },
  ],
  [
    106100,
    `access-list OUTSIDE-IN denied tcp outside/${from}(4711) -> inside/${to}(22) hit-cnt 144 300-second interval [0x71a87d94, 0x0]`,
    blocked,
    { count: 144, firewall_rule: { name: 'OUTSIDE-IN' } },
  ],
  [
    106100,
    `access-list OUTSIDE-IN permitted tcp outside/${from}(4711) -> inside/${to}(22) hit-cnt 1 first hit [0x0, 0x0]`,
    allowed,
    { activity_id: 1, status_id: 1 },
  ],
  [
    106100,
    `access-list OUTSIDE-IN est-allowed tcp outside/${from}(4711) -> inside/${to}(22)`,
    allowed,
    { activity_id: 1 },
  ],
  [
    106102,
    `access-list OUTSIDE-IN denied tcp for user alice outside/${from}(4711) -> inside/${to}(22) hit-cnt 2 first hit [0x0, 0x0]`,
    blocked,
    { actor: { user: { name: 'alice' } }, count: 2 },
  ],
  [
    106103,
    `access-list OUTSIDE-IN denied tcp for user 'CORP\\alice' outside/${from}(4711) -> inside/${to}(22) hit-cnt 2 first hit [0x0, 0x0]`,
    blocked,
    { actor: { user: { name: 'alice', domain: 'CORP' } } },
  ],
  [
    110002,
    `Failed to locate egress interface for UDP from outside:${from}/4711 to ${to}/53`,
    dropped,
    { activity_id: 4 },
  ],
  [
    110003,
    `Routing failed to locate next-hop for TCP from outside:${from}/4711 to inside:${to}/22`,
    dropped,
    { activity_id: 4 },
  ],
  [
    201010,
    `Embryonic connection limit exceeded 200/200 for inbound packet from ${from}/4711 to ${to}/22 on interface outside`,
    dropped,
    { status_detail: '200/200', connection_info: { direction_id: 1 } },
  ],
  [
    201011,
    `Connection limit exceeded 200/200 for output packet from ${from}/4711 to ${to}/22 on interface outside`,
    dropped,
    { connection_info: { direction_id: 2 } },
  ],
  [
    209004,
    `Invalid IP fragment, size = 65540 exceeds maximum size = 65535: src = ${from}, dest = ${to}, proto = 17, id = 7`,
    dropped,
    { connection_info: { protocol_num: 17 }, status_detail: 'size = 65540 exceeds maximum size = 65535' },
  ],
  [
    313004,
    `Denied ICMP type=0, from laddr ${from} on interface outside to ${to}: no matching session`,
    blocked,
    { status_detail: 'type=0', unmapped: { flags: 'no matching session' } },
  ],
  [
    313009,
    `Denied invalid ICMP code 9, for outside:${from}/0 (203.0.113.9/0) to inside:${to}/0 (192.0.2.2/0), ICMP id 7, ICMP type 8`,
    blocked,
    { status_detail: '9' },
  ],
  [
    402117,
    `IPSEC: Received a non-IPSec packet (protocol= TCP) from ${from} to ${to}.`,
    dropped,
    { status_detail: 'non-IPSec' },
  ],
  [
    410001,
    `Dropped UDP DNS request from outside:${from}/4711 to inside:${to}/53; label length 70 bytes exceeds protocol limit of 63 bytes`,
    dropped,
    { status_detail: 'label length 70 bytes exceeds protocol limit of 63 bytes' },
  ],
  [
    419002,
    `Duplicate TCP SYN from outside:${from}/4711 to inside:${to}/22 with different initial sequence number`,
    [0],
    { activity_id: 6 },
  ],
  [434002, `SFR requested to drop TCP packet from outside:${from}/4711 to inside:${to}/22`, dropped, {}],
  [
    434004,
    `SFR requested ASA to bypass further packet redirection and process TCP flow from outside:${from}/4711 to inside:${to}/22 locally`,
    allowed,
    { activity_id: 6 },
  ],
  [
    500004,
    `Invalid transport field for protocol=17, from ${from}/4711 to ${to}/0`,
    dropped,
    { connection_info: { protocol_num: 17 } },
  ],
  [
    507003,
    `tcp flow from outside:${from}/4711 to inside:${to}/22 terminated by inspection engine, reason - reset`,
    blocked,
    { activity_id: 2, status_detail: 'reset' },
  ],
  [710001, `TCP access requested from ${from}/4711 to inside:${to}/22`, [0], { activity_id: 6 }],
  [710002, `TCP access permitted from ${from}/4711 to inside:${to}/22`, allowed, { activity_id: 1 }],
  [710003, `TCP access denied by ACL from ${from}/4711 to inside:${to}/22`, blocked, {}],
  [
    710004,
    `TCP connection limit exceeded from ${from}/4711 to inside:${to}/22 (current connections/connection limit = 5/5)`,
    blocked,
    { status_detail: 'current connections/connection limit = 5/5' },
  ],
  [710005, `UDP request discarded from ${from}/4711 to inside:${to}/53`, dropped, {}],
  [
    710006,
    `OSPF request discarded from ${from} to inside:${to}`,
    dropped,
    { connection_info: { protocol_name: 'ospf' } },
  ],
];

test.each(packets)('%i: %s', (id, text, [action, disposition], more) => {
  const event = said(id, text);
  expect(event).toMatchObject({
    class_uid: 4001,
    action_id: action,
    src_endpoint: { ip: from },
    dst_endpoint: { ip: to },
  });
  expect(event['disposition_id']).toBe(disposition);
  expect(event).toMatchObject(more);
  if (!('activity_id' in more)) expect(event['activity_id']).toBe(5);
});

test('a handshake that failed is of one end', () => {
  expect(said(725006, `Device failed SSL handshake with client outside:${from}/4711 to ${to}/443`)).toMatchObject({
    activity_id: 4,
    action_id: rejected[0],
    disposition_id: rejected[1],
    connection_info: { protocol_name: 'tcp' },
    src_endpoint: { ip: from },
  });
});

test.each([338001, 338002, 338003, 338004, 338005, 338006, 338007, 338008, 338201, 338202, 338203, 338204])(
  '%i: what the dynamic filter did',
  (id) => {
    const tail = `TCP traffic from inside:${from}/4711 (198.51.100.1/4711) to outside:${to}/80 (${to}/80), source ${to} resolved from local list`;
    const verdicts = ['permitted', 'monitored', 'denied', 'dropped'].map((verdict) =>
      said(id, `Dynamic Filter ${verdict} greylisted ${tail}`),
    );
    expect(verdicts.map((event) => event['disposition_id'])).toEqual([1, 1, 2, 6]);
    expect(verdicts[0]).toMatchObject({ class_uid: 4001, firewall_rule: { name: 'greylisted' } });
    const twoWords = said(id, `Dynamic Filter denied black listed ${tail}`);
    expect(twoWords).toMatchObject({ class_uid: 4001, connection_info: { protocol_name: 'tcp' } });
    expect(said(id, `Dynamic Filter looked greylisted ${tail}`)).toMatchObject({ class_uid: 0 });
  },
);

function said(id: number, text: string): Readonly<Record<string, unknown>> {
  const { event, problems } = mapRecord(`<166>Jan 14 2026 09:12:01 fw1 : %ASA-6-${id}: ${text}`);
  expect(problems).toEqual([]);
  return event;
}
