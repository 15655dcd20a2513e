import { expect, test } from 'vitest';
import { logged } from './logged.fixture.ts';

type Fields = Readonly<Record<string, string>>;

function valueAt(event: Readonly<Record<string, unknown>>, path: string): unknown {
  return path.split('.').reduce<unknown>((value, name) => (value as Fields | undefined)?.[name], event);
}

/** A type, what its logs need, names of fields that say the same, what they say and where that goes to. */
type Case = readonly [
  type: string,
  needed: Fields,
  names: string,
  value: string,
  path: string,
  expected?: string | number,
];

const ends = { src: '192.0.2.7', dst: '198.51.100.2' };
const traffic = { subtype: 'end', ...ends };
const url = { subtype: 'url', ...ends };
const virus = { subtype: 'virus', ...ends };
const system = { subtype: 'general', eventid: 'general', severity: 'low' };
const auth = { event: 'RADIUS auth success', user: 'alice' };
const portal = { eventid: 'gateway-auth', srcuser: 'alice' };
const tunnel = { eventid: 'gateway-connected', srcuser: 'alice', public_ip: '203.0.113.7' };
const config = { cmd: 'set' };

const connection: readonly Case[] = ['TRAFFIC', 'THREAT', 'DECRYPTION', 'TUNNEL'].flatMap((type): Case[] => {
  const needed = type === 'THREAT' ? url : traffic;
  return [
    [
      type,
      { subtype: needed.subtype, dst: needed.dst, ...(type === 'DECRYPTION' || type === 'TUNNEL' ? ends : {}) },
      'src',
      '192.0.2.8',
      'src_endpoint.ip',
    ],
    [type, { subtype: needed.subtype, src: needed.src }, 'dst', '198.51.100.3', 'dst_endpoint.ip'],
    [type, needed, 'sport', '4711', 'src_endpoint.port', 4711],
    [type, needed, 'dport', '443', 'dst_endpoint.port', 443],
    [type, needed, 'from', 'trust', 'src_endpoint.zone'],
    [type, needed, 'to', 'untrust', 'dst_endpoint.zone'],
    [type, needed, 'inbound_if', 'ethernet1/1', 'src_endpoint.interface_name'],
    [type, needed, 'outbound_if', 'ethernet1/2', 'dst_endpoint.interface_name'],
    [type, needed, 'proto', 'udp', 'connection_info.protocol_num', 17],
    [type, needed, 'sessionid', '99', 'connection_info.uid'],
    [type, needed, 'srcuser', 'CORP\\alice', 'actor.user.name', 'alice'],
    [type, needed, 'rule', 'out', 'firewall_rule.name'],
    [type, needed, 'app', 'ssl', 'app_name'],
    [type, needed, 'action', 'deny', 'disposition_id', 2],
    [type, needed, 'device_name', 'fw9', 'device.hostname'],
  ];
});

const cases: readonly Case[] = [
  ...connection,
  ['TRAFFIC', traffic, 'rule_uuid', 'u-1', 'firewall_rule.uid'],
  ['TRAFFIC', traffic, 'session_end_reason', 'tcp-fin', 'status_detail'],
  ['TRAFFIC', traffic, 'elapsed', '12', 'duration', 12_000],
  ['TRAFFIC', traffic, 'start', '2026/01/14 09:11:00', 'start_time', Date.UTC(2026, 0, 14, 9, 11)],
  ['TRAFFIC', traffic, 'bytes', '1400', 'traffic.bytes', 1400],
  ['TRAFFIC', traffic, 'bytes_sent', '500', 'traffic.bytes_out', 500],
  ['TRAFFIC', traffic, 'bytes_received', '900', 'traffic.bytes_in', 900],
  ['TRAFFIC', traffic, 'packets', '14', 'traffic.packets', 14],
  ['TRAFFIC', traffic, 'pkts_sent', '5', 'traffic.packets_out', 5],
  ['TRAFFIC', traffic, 'pkts_received', '9', 'traffic.packets_in', 9],
  ['TRAFFIC', traffic, 'seqno', '7', 'metadata.sequence', 7],
  ['TRAFFIC', traffic, 'serial', '0456', 'device.uid'],
  ['THREAT', url, 'misc', 'www.example.com/a', 'url.path', '/a'],
  ['THREAT', { ...url, misc: 'www.example.com/a' }, 'category', 'news', 'url.categories.0'],
  ['THREAT', url, 'severity', 'critical', 'severity_id', 5],
  ['THREAT', virus, 'threatid', 'Eicar Test File(39040)', 'finding_info.title', 'Eicar Test File'],
  ['THREAT', virus, 'misc', 'bad.exe', 'evidences.0.file.name'],
  [
    'THREAT',
    { ...virus, misc: 'bad.exe' },
    'filedigest',
    '44d88612fea8a8f36de82e1278abb02f',
    'evidences.0.file.hashes.0.value',
  ],
  ['THREAT', virus, 'thr_category', 'trojan', 'finding_info.types.1'],
  ['THREAT', virus, 'category', 'any', 'finding_info.types.1'],
  ['DECRYPTION', traffic, 'error', 'Received fatal alert', 'status_detail'],
  ['SYSTEM', system, 'opaque', 'Something happened', 'message'],
  ['CONFIG', {}, 'cmd', 'edit', 'comment'],
  ['CONFIG', config, 'path', ' config shared ', 'entity.name', 'config shared'],
  ['CONFIG', config, 'result', 'Failed', 'status_detail'],
  ['CONFIG', config, 'admin', 'ada', 'actor.user.name'],
  ['CONFIG', config, 'host', '192.0.2.5', 'src_endpoint.ip'],
  ['USERID', { subtype: 'login' }, 'user', 'CORP\\alice', 'user.name', 'alice'],
  ['USERID', { subtype: 'login', user: 'alice' }, 'ip', '192.0.2.7', 'src_endpoint.ip'],
  ['USERID', { subtype: 'login', user: 'alice' }, 'datasource', 'agent', 'service.name'],
  ['AUTHENTICATION', { event: 'x' }, 'user normalize_user', 'CORP\\alice', 'user.name', 'alice'],
  ['AUTHENTICATION', auth, 'ip', '192.0.2.7', 'src_endpoint.ip'],
  ['AUTHENTICATION', auth, 'desc', 'all is well', 'status_detail'],
  ['AUTHENTICATION', auth, 'serverprofile authpolicy', 'corp', 'service.name'],
  ['GLOBALPROTECT', { eventid: 'gateway-auth' }, 'srcuser', 'CORP\\alice', 'user.name', 'alice'],
  ['GLOBALPROTECT', portal, 'public_ip public_ipv6', '203.0.113.7', 'src_endpoint.ip'],
  ['GLOBALPROTECT', portal, 'reason error', 'bad', 'status_detail'],
  ['GLOBALPROTECT', portal, 'auth_method', 'SAML', 'auth_protocol_id', 5],
  ['GLOBALPROTECT', portal, 'portal', 'P1', 'service.name'],
  ['GLOBALPROTECT', tunnel, 'machinename', 'pc1', 'src_endpoint.hostname'],
  ['GLOBALPROTECT', tunnel, 'tunnel_type', 'IPSec', 'tunnel_type'],
  ['GLOBALPROTECT', tunnel, 'private_ip private_ipv6', '192.0.2.77', 'tunnel_interface.ip'],
  ['GLOBALPROTECT', tunnel, 'login_duration', '60', 'duration', 60_000],
  ['GLOBALPROTECT', tunnel, 'reason error', 'bad', 'status_detail'],
  ['GLOBALPROTECT', tunnel, 'opaque', 'Connected', 'message'],
  ['CORRELATION', { severity: 'low' }, 'objectname', 'Beacon', 'finding_info.title'],
  ['CORRELATION', { severity: 'low' }, 'object_id', '6005', 'finding_info.analytic.uid'],
  ['CORRELATION', { severity: 'low' }, 'evidence', 'Seen', 'finding_info.desc'],
  ['CORRELATION', { severity: 'low' }, 'category', 'compromised', 'finding_info.types.0'],
  ['CORRELATION', { severity: 'low' }, 'src', '192.0.2.66', 'evidences.0.src_endpoint.ip'],
];

/** A case of one field. */
type Row = readonly [
  type: string,
  needed: Fields,
  name: string,
  value: string,
  path: string,
  expected: string | number,
];

const rows = cases.flatMap(([type, needed, names, value, path, expected = value]) =>
  names.split(' ').map((name): Row => [type, needed, name, value, path, expected]),
);

test.each(rows)('of %s beside %j, %s=%s is %s', (type, needed, name, value, path, expected) => {
  const { [name]: _, ...without } = needed as Record<string, string>;
  expect(valueAt(logged(type, without), path)).not.toBe(expected);
  const event = logged(type, { ...needed, [name]: value });
  expect(valueAt(event, path)).toBe(expected);
  if (name !== 'opaque' && name !== 'object_id') expect(event['unmapped'] ?? {}).not.toHaveProperty(name);
});

test.each([
  ['start', 'allow', '', 1, 1],
  ['end', 'allow', 'tcp-fin', 2, 1],
  ['end', 'allow', 'tcp-rst-from-client', 3, 1],
  ['end', 'allow', '', 2, 1],
  ['drop', 'allow', '', 5, 1],
  ['deny', 'allow', '', 5, 1],
  ['odd', 'allow', '', 6, 1],
  ['end', 'deny', '', 5, 2],
  ['end', 'drop', 'policy-deny', 5, 6],
  ['end', 'allow', 'threat', 5, 2],
  ['end', 'allow', 'policy-deny', 5, 2],
])(
  'a session at its %s, with action %s and reason "%s", is activity %i and disposition %i',
  (subtype, action, reason, activity, disposition) => {
    expect(logged('TRAFFIC', { ...traffic, subtype, action, session_end_reason: reason })).toMatchObject({
      class_uid: 4001,
      activity_id: activity,
      disposition_id: disposition,
    });
  },
);

test.each([
  ['DECRYPTION', 6],
  ['START', 1],
  ['END', 2],
  ['TUNNEL', 6],
  ['GTP', 6],
  ['SCTP', 6],
])('a log of type %s is activity %i, and refused where it is denied', (type, activity) => {
  expect(logged(type, { ...ends, action: 'allow' })).toMatchObject({ class_uid: 4001, activity_id: activity });
  expect(logged(type, { ...ends, action: 'deny' })).toMatchObject({ activity_id: 5 });
  expect(logged(type, {})).toMatchObject({ class_uid: 0 });
});

test.each(['file', 'data', 'virus', 'wildfire', 'wildfire-virus', 'ml-virus', 'dlp', 'spyware'])(
  'what a threat of subtype %s names is a file, or else a URL',
  (subtype) => {
    const event = logged('THREAT', { ...ends, subtype, misc: 'www.example.com/a', threatid: 'Bad(7)' });
    expect(valueAt(event, subtype === 'spyware' ? 'evidences.0.url.path' : 'evidences.0.file.name')).toBeDefined();
    const isMalware = ['virus', 'wildfire-virus', 'ml-virus'].includes(subtype);
    expect(event['malware']).toEqual(isMalware ? [expect.objectContaining({ name: 'Bad', uid: '7' })] : undefined);
  },
);

test('a threat is named, with its number, as well as the log says it', () => {
  const titled = (threatid: string): unknown => valueAt(logged('THREAT', { ...virus, threatid }), 'finding_info.title');
  expect(['Bad (a)(7)', '(7)', '39040', ''].map(titled)).toEqual(['Bad (a)', 'virus', '39040', 'virus']);
  expect(valueAt(logged('THREAT', { ...virus, threatid: 'Bad(7)', seqno: '5' }), 'finding_info.uid')).toBe('0123 5');
  expect(valueAt(logged('THREAT', { ...virus, threatid: 'Bad(7)', sessionid: '9' }), 'finding_info.uid')).toBe(
    '0123 9 7 2026/01/14 09:12:00',
  );
});

test.each(['any', 'not-applicable', 'incomplete'])('%s is no application', (app) => {
  expect(logged('TRAFFIC', { ...traffic, app })).not.toHaveProperty('app_name');
});

test.each([
  ['informational', 1],
  ['low', 2],
  ['medium', 3],
  ['HIGH', 4],
  ['critical', 5],
])('the severity %s is %i', (severity, id) => {
  expect(logged('SYSTEM', { ...system, severity })).toMatchObject({
    severity_id: id,
    metadata: { log_level: severity },
  });
});

test.each([
  ['2', 2],
  ['1999999999', 1_999_999_999],
  ['1', undefined],
  ['2000000000', undefined],
])('a log that repeats %s times has the count %s', (repeatcnt, count) => {
  expect(logged('TRAFFIC', { ...traffic, repeatcnt })['count']).toBe(count);
});

test('the precise time counts where it is one, else that in seconds', () => {
  const at = (high: string): unknown => logged('TRAFFIC', { ...traffic, high_res_timestamp: high })['time'];
  expect(at('2026-01-14T09:12:00.123-05:00')).toBe(Date.UTC(2026, 0, 14, 14, 12, 0, 123));
  expect(at('1970-01-01T00:00:00.000Z')).toBe(Date.UTC(2026, 0, 14, 9, 12));
  expect(logged('TRAFFIC', { ...traffic, time_generated: '' })['time']).toBe(Date.UTC(2026, 0, 14, 9, 12, 1));
});

test('the code of a log is its type, with its subtype where it has one', () => {
  const code = (subtype: string): unknown => valueAt(logged('CONFIG', { ...config, subtype }), 'metadata.event_code');
  expect(['', '0', 'end'].map(code)).toEqual(['CONFIG', 'CONFIG', 'CONFIG end']);
});

test.each([
  ['add', 1],
  ['clone', 1],
  ['multi-clone', 1],
  ['set', 3],
  ['EDIT', 3],
  ['rename', 3],
  ['delete', 4],
  ['move', 5],
  ['validate', 2],
  ['commit', 10],
  ['request', 99],
  ['odd', 99],
])('the command %s of the configuration is activity %i', (cmd, activity) => {
  const event = logged('CONFIG', { cmd });
  expect(event).toMatchObject({ class_uid: 3004, activity_id: activity, entity: { name: 'configuration' } });
  if (activity === 99) expect(event['activity_name']).toBe(cmd);
});

test.each([
  ['Succeeded', 1],
  ['Failed', 2],
  ['Unauthorized', 2],
  ['Submitted', undefined],
])('a command that is %s has the status %s', (result, status) => {
  expect(logged('CONFIG', { ...config, result })['status_id']).toBe(status);
});

test('users come and go', () => {
  expect(logged('USERID', { subtype: 'login', user: 'a' })).toMatchObject({
    activity_id: 1,
    service: { name: 'User-ID' },
  });
  expect(logged('USERID', { subtype: 'logout', user: 'a' })).toMatchObject({ activity_id: 2 });
  expect(logged('USERID', { subtype: 'odd', user: 'a' })).toMatchObject({ class_uid: 0 });
  expect(logged('USERID', { subtype: 'login' })).toMatchObject({ class_uid: 0 });
});

test.each([
  ['RADIUS auth success', 1],
  ['MFA succeeded', 1],
  ['auth failed', 2],
  ['denied', 2],
  ['rejected', 2],
  ['timeout', 2],
  ['odd', 0],
])('an authentication with the event "%s" has the status %i', (event, status) => {
  expect(logged('AUTHENTICATION', { event })).toMatchObject({
    class_uid: 3002,
    activity_id: 1,
    status_id: status,
    status_detail: event,
    user: { name: 'unknown' },
    service: { name: 'PAN-OS' },
  });
});

test.each([
  ['gateway-auth', 3002, 1],
  ['portal-login', 3002, 1],
  ['gateway-logout', 3002, 2],
  ['gateway-connected', 4014, 1],
  ['gateway-setup-ssl', 4014, 1],
  ['gateway-setup-ipsec', 4014, 1],
  ['gateway-register', 4014, 1],
  ['gateway-hip-check', 4014, 99],
])('%s of GlobalProtect is class %i, activity %i', (eventid, classUid, activity) => {
  const event = logged('GLOBALPROTECT', { eventid, srcuser: 'a', public_ip: '203.0.113.7', status: 'success' });
  expect(event).toMatchObject({ class_uid: classUid, activity_id: activity, status_id: 1, message: eventid });
  if (activity === 99) expect(event['activity_name']).toBe(eventid);
  expect(
    logged('GLOBALPROTECT', { eventid, srcuser: 'a', public_ip: '203.0.113.7', status: 'failure' })['status_id'],
  ).toBe(2);
});

test.each([
  ['SAML', 5],
  ['kerberos', 2],
  ['RADIUS', 10],
  ['LDAP', 99],
])('the method %s is protocol %i', (method, id) => {
  expect(logged('GLOBALPROTECT', { ...portal, auth_method: method })['auth_protocol_id']).toBe(id);
});

test('an address of zeros is none', () => {
  expect(logged('GLOBALPROTECT', { ...portal, public_ip: '0.0.0.0', public_ipv6: '2001:db8::7' })).toMatchObject({
    src_endpoint: { ip: '2001:db8::7' },
  });
  expect(logged('GLOBALPROTECT', { ...portal, public_ip: '0.0.0.0' })).not.toHaveProperty('src_endpoint');
});

test('where a log leaves out what another would be named by, it has a name all the same', () => {
  expect(logged('CONFIG', { admin: 'alice' })).toMatchObject({ activity_name: 'unknown', comment: 'unknown' });
  expect(logged('CONFIG', { cmd: 'request' })).toMatchObject({ activity_id: 99, activity_name: 'request' });
  expect(logged('GLOBALPROTECT', portal)).toMatchObject({ service: { name: 'GlobalProtect' } });
  expect(logged('GLOBALPROTECT', { eventid: tunnel.eventid, public_ipv6: '2001:db8::7' })).toMatchObject({
    src_endpoint: { ip: '2001:db8::7' },
  });
});
