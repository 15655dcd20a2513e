import { expect, test } from 'vitest';
import { mapRecord } from '../../map.fixture.ts';

type Value = string | number | boolean;

/** Names that FortiOS has had for a field, what it says in the test, and where that goes to in the event. */
type Case = readonly [kind: string, names: string, value: string, path: string, expected?: Value];

const both = 'srcip=192.0.2.7 dstip=198.51.100.2';
const traffic = `type="traffic" subtype="forward" ${both}`;
const virus = `type="utm" subtype="virus" ${both}`;
const ips = `type="utm" subtype="ips" ${both}`;
const webfilter = `type="utm" subtype="webfilter" ${both}`;
const dns = `type="utm" subtype="dns" ${both} qname="example.com"`;
const mail = `type="utm" subtype="emailfilter" ${both}`;
const logon = 'type="event" subtype="user" action="auth-logon"';
const tunnel = 'type="event" subtype="vpn" action="tunnel-stats"';
const lease = 'type="event" subtype="system" dhcp_msg="Request"';
const part = 'type="event" subtype="ha" logdesc="Link failure"';

const cases: readonly Case[] = [
  ['type="traffic" subtype="forward" dstip=198.51.100.2', 'srcip src', '192.0.2.8', 'src_endpoint.ip'],
  ['type="traffic" subtype="forward" srcip=192.0.2.7', 'dstip dst', '198.51.100.3', 'dst_endpoint.ip'],
  [traffic, 'srcname srcdomain', 'pc1.example.com', 'src_endpoint.hostname'],
  [traffic, 'dstname', 'db1.example.com', 'dst_endpoint.hostname'],
  [traffic, 'srcport src_port', '4711', 'src_endpoint.port', 4711],
  [traffic, 'dstport dst_port', '443', 'dst_endpoint.port', 443],
  [traffic, 'srcintf src_int', 'port1', 'src_endpoint.interface_name'],
  [traffic, 'dstintf dst_int', 'port2', 'dst_endpoint.interface_name'],
  [traffic, 'srcmac', '00:00:5e:00:53:01', 'src_endpoint.mac'],
  [traffic, 'dstmac', '00:00:5e:00:53:02', 'dst_endpoint.mac'],
  [traffic, 'proto', '17', 'connection_info.protocol_num', 17],
  [traffic, 'sessionid session_id SN', '99', 'connection_info.uid'],
  [traffic, 'policyname', 'out', 'firewall_rule.name'],
  [traffic, 'policyid policy_id', '7', 'firewall_rule.uid'],
  [traffic, 'user unauthuser xauthuser', 'alice', 'actor.user.name'],
  [traffic, 'app service', 'HTTPS', 'app_name'],
  [traffic, 'duration', '12', 'duration', 12_000],
  [traffic, 'sentbyte sent', '500', 'traffic.bytes_out', 500],
  [traffic, 'rcvdbyte rcvd', '900', 'traffic.bytes_in', 900],
  [traffic, 'sentpkt sent_pkt', '5', 'traffic.packets_out', 5],
  [traffic, 'rcvdpkt rcvd_pkt', '9', 'traffic.packets_in', 9],
  [traffic, 'action status', 'odd', 'status_detail'],
  [traffic, 'devname', 'fw1', 'device.hostname'],
  [traffic, 'devid device_id', 'FGT60F', 'device.uid'],
  [traffic, 'logid log_id', '0000000013', 'metadata.event_code'],
  [traffic, 'level pri', 'warning', 'metadata.log_level'],
  [virus, 'virus attack rulename filtername dlpextra', 'Eicar', 'finding_info.title'],
  [virus, 'filename file', 'bad.exe', 'evidences.0.file.name'],
  [`${virus} filename="bad.exe"`, 'filesize', '512', 'evidences.0.file.size', 512],
  [virus, 'analyticscksum filehash', '44d88612fea8a8f36de82e1278abb02f', 'evidences.0.file.hashes.0.value'],
  [virus, 'incidentserialno', '4711', 'finding_info.uid'],
  [virus, 'eventtype', 'infected', 'finding_info.types.1'],
  [virus, 'ref', 'https://example.com/v/1', 'finding_info.src_url'],
  [virus, 'severity crlevel', 'critical', 'severity_id', 5],
  [virus, 'msg', 'File is infected.', 'finding_info.desc'],
  [ips, 'attackid virusid signature_id dlp_rule_id', '7', 'finding_info.analytic.uid'],
  [webfilter, 'url', 'https://example.com/a', 'url.path', '/a'],
  [webfilter, 'hostname', 'example.com', 'url.hostname'],
  [webfilter, 'reason eventtype', 'ftgd_blk', 'status_detail'],
  [webfilter, 'app service', 'HTTPS', 'app_name'],
  [webfilter, 'sentbyte', '500', 'traffic.bytes_out', 500],
  [webfilter, 'rcvdbyte', '900', 'traffic.bytes_in', 900],
  [dns, 'qtype', 'AAAA', 'query.type'],
  [dns, 'qclass', 'IN', 'query.class'],
  [dns, 'xid', '4711', 'query.packet_uid', 4711],
  [dns, 'ipaddr', '198.51.100.9', 'answers.0.rdata'],
  [mail, 'from sender', 'eve@example.org', 'email.from'],
  [mail, 'to recipient', 'alice@example.com', 'email.to.0'],
  [mail, 'subject', 'hello', 'email.subject'],
  [mail, 'size', '2048', 'email.size', 2048],
  [mail, 'sessionid session_id SN', '99', 'unmapped.sessionid'],
  [logon, 'srcip remip', '192.0.2.9', 'src_endpoint.ip'],
  [logon, 'dstip', '198.51.100.3', 'dst_endpoint.ip'],
  [logon, 'user', 'alice', 'user.name'],
  [logon, 'sn tunnelid', '4711', 'session.uid'],
  [tunnel, 'remip ip srcip', '203.0.113.9', 'src_endpoint.ip'],
  [`${tunnel} remip=203.0.113.9`, 'remport', '500', 'src_endpoint.port', 500],
  [tunnel, 'locip dstip', '198.51.100.2', 'dst_endpoint.ip'],
  [`${tunnel} locip=198.51.100.2`, 'locport', '4500', 'dst_endpoint.port', 4500],
  [tunnel, 'outintf', 'wan1', 'dst_endpoint.interface_name'],
  [tunnel, 'tunnelid', '4711', 'session.uid'],
  [tunnel, 'tunneltype connection_type', 'ipsec', 'tunnel_type'],
  [tunnel, 'vpntunnel', 'branch', 'tunnel_interface.name'],
  [tunnel, 'tunnelip assignip', '192.0.2.77', 'tunnel_interface.ip'],
  [tunnel, 'duration', '60', 'duration', 60_000],
  [tunnel, 'sentbyte', '500', 'traffic.bytes_in', 500],
  [tunnel, 'rcvdbyte', '900', 'traffic.bytes_out', 900],
  [tunnel, 'reason error_reason', 'peer SA proposal not match', 'status_detail'],
  [tunnel, 'status', 'failure', 'status_id', 2],
  [tunnel, 'user unauthuser xauthuser', 'alice', 'user.name'],
  [lease, 'ip', '192.0.2.77', 'src_endpoint.ip'],
  [lease, 'hostname', 'pc1', 'src_endpoint.hostname'],
  [`${lease} ip=192.0.2.77`, 'mac', '00:00:5e:00:53:01', 'src_endpoint.mac'],
  [lease, 'interface', 'port1', 'dst_endpoint.interface_name'],
  [lease, 'lease', '600', 'lease_dur', 600],
  [part, 'reason', 'timeout', 'status_detail'],
];

/** A case of one field. */
type Row = readonly [kind: string, name: string, value: string, path: string, expected: Value];

const rows = cases.flatMap(([kind, names, value, path, expected = value]) =>
  names.split(' ').map((name): Row => [kind, name, value, path, expected]),
);

test.each(rows)('%s: %s=%s is %s', (kind, name, value, path, expected) => {
  const without = logged(kind);
  expect(valueAt(without, path)).not.toBe(expected);
  const event = logged(`${kind} ${name}="${value}"`);
  expect(valueAt(event, path)).toBe(expected);
  if (!path.startsWith('unmapped')) expect(event['unmapped'] ?? {}).not.toHaveProperty(name);
});

test.each([
  ['virus', 2004],
  ['ips', 2004],
  ['anomaly', 2004],
  ['dlp', 2004],
  ['waf', 2004],
  ['file-filter', 2004],
  ['virtual-patch', 2004],
  ['dns', 4001],
  ['emailfilter', 4009],
  ['spam', 4009],
  ['webfilter', 4001],
  ['app-ctrl', 4001],
  ['ssl', 4001],
  ['ssh', 4001],
  ['voip', 4001],
  ['icap', 4001],
  ['casb', 4001],
  ['ztna', 4001],
  ['gtp', 4001],
])('what the profile %s saw is of class %i, as a log of its own too', (profile, classUid) => {
  expect(logged(`type="utm" subtype="${profile}" ${both}`)['class_uid']).toBe(classUid);
  expect(logged(`type="${profile}" subtype="odd" ${both}`)['class_uid']).toBe(classUid);
});

test('what no profile and no other log is called is an event of the device', () => {
  expect(logged(`type="utm" subtype="odd" ${both}`)['class_uid']).toBe(4001);
  expect(logged('type="utm" subtype="webfilter" url="/"')['class_uid']).toBe(0);
  expect(logged('type="utm" subtype="webfilter" dstip=198.51.100.2')['class_uid']).toBe(4001);
  expect(logged(`type="odd" subtype="odd" ${both}`)).toMatchObject({ class_uid: 0, unmapped: { srcip: '192.0.2.7' } });
});

test.each([
  ['accept', 6, 1, 1],
  ['start', 1, 1, 1],
  ['close', 2, 1, 1],
  ['timeout', 2, 1, 1],
  ['client-rst', 3, 1, 1],
  ['server-rst', 3, 1, 1],
  ['ip-conn', 4, 2, 1],
  ['dns', 4, 2, 1],
  ['deny', 5, 2, 2],
  ['odd', 6, 0, 99],
])('a session with action=%s is activity %i with status %i and action %i', (action, activity, status, actionId) => {
  expect(logged(`${traffic} action="${action}"`)).toMatchObject({
    class_uid: 4001,
    activity_id: activity,
    status_id: status,
    action_id: actionId,
  });
  const blocked = logged(`${traffic} action="${action}" utmaction="block"`);
  expect(blocked).toMatchObject({ activity_id: activity, status_id: 2, disposition_id: 2 });
  expect(logged(`${traffic} action="${action}" utmaction="allow"`)['action_id']).toBe(actionId);
});

test.each([
  ['lan', 'wan', 2],
  ['dmz', 'wan', 2],
  ['wan', 'lan', 1],
  ['wan', 'dmz', 1],
  ['lan', 'dmz', 3],
  ['wan', 'wan', undefined],
  ['odd', 'lan', undefined],
  ['lan', 'odd', undefined],
])('traffic from %s to %s has the direction %s', (from, to, direction) => {
  const event = logged(`${traffic} srcintfrole="${from}" dstintfrole="${to}"`);
  expect(valueAt(event, 'connection_info.direction_id') || undefined).toBe(direction);
});

test.each([
  ['emergency', 6],
  ['alert', 5],
  ['critical', 5],
  ['error', 4],
  ['warning', 3],
  ['notice', 2],
  ['information', 1],
  ['debug', 1],
])('the level %s is a severity', (level, severity) => {
  expect(logged(`${traffic} level="${level}"`)['severity_id']).toBe(severity);
});

test.each([
  ['info', 1],
  ['information', 1],
  ['low', 2],
  ['medium', 3],
  ['high', 4],
  ['critical', 5],
  ['odd', 3],
])('a finding that is %s has the severity %i, whatever the level', (severity, id) => {
  expect(logged(`${ips} level="warning" severity="${severity}"`)['severity_id']).toBe(id);
});

test.each([
  ['0', 'NoError', 0],
  ['1', 'FormError', 1],
  ['2', 'ServError', 2],
  ['3', 'NXDomain', 3],
  ['4', 'NotImp', 4],
  ['5', 'Refused', 5],
])('the answer code %s of DNS is %s', (code, name, id) => {
  const event = logged(`${dns} eventtype="dns-response" rcode=${code}`);
  expect(event).toMatchObject({ class_uid: 4003, activity_id: 2, rcode_id: id, rcode: name });
  expect(logged(`${dns} eventtype="dns-query"`)).toMatchObject({ class_uid: 4003, activity_id: 1 });
});

test('addresses are one by one: of answers by commas, of a letter by commas and semicolons', () => {
  expect(logged(`${dns} ipaddr="198.51.100.9, 198.51.100.10"`)).toMatchObject({
    answers: [{ rdata: '198.51.100.9' }, { rdata: '198.51.100.10' }],
  });
  expect(logged(`${mail} to="a@example.com; b@example.com,,c@example.com"`)).toMatchObject({
    email: { to: ['a@example.com', 'b@example.com', 'c@example.com'] },
  });
});

test.each([
  ['HTTP', 'http'],
  ['HTTPS', 'https'],
  ['SSH', undefined],
])('a path beside its host and the service %s is a URL', (service, scheme) => {
  const event = logged(`${webfilter} hostname="example.com" url="/a" catdesc="News" service="${service}"`);
  expect(valueAt(event, 'url.scheme')).toBe(scheme);
  expect(event).toMatchObject({ url: { hostname: 'example.com', path: '/a', categories: ['News'] } });
});

test.each([
  ['1', 1],
  ['2000000000', 2_000_000_000],
  ['0', undefined],
  ['2000000001', undefined],
  ['some', undefined],
])('what was seen %s times has the count %s', (count, expected) => {
  expect(logged(`${ips} attack="Flood" count=${count}`)['count']).toBe(expected);
});

test('a finding without a number of its own is told from others by its log, session, name and time', () => {
  const uid = (fields: string): unknown => valueAt(logged(`${ips} ${fields}`), 'finding_info.uid');
  expect(uid('logid="0419016384" sessionid=9 attack="Flood" eventtime=1768381921')).toBe(
    '0419016384 9 Flood 1768381921000',
  );
  expect(uid('file="a.exe" eventtime=1768381921')).toBe('  a.exe 1768381921000');
});

test('malware is what a scan for viruses found, and a name of anything else is that of a signature', () => {
  expect(logged(`${virus} virus="Eicar"`)).toMatchObject({ malware: [{ name: 'Eicar' }] });
  expect(logged(`${ips} attack="Flood"`)).not.toHaveProperty('malware');
  expect(logged(`${ips} signature="Flood"`)).toMatchObject({
    finding_info: { title: 'Flood' },
    unmapped: { signature: 'Flood' },
  });
  expect(logged(`${ips} logdesc="Attack seen"`)).toMatchObject({ finding_info: { title: 'Attack seen' } });
  expect(logged(ips)).toMatchObject({ finding_info: { title: 'ips', types: ['ips'] } });
});

test('a group stands with the user', () => {
  for (const kind of [traffic, tunnel, logon, webfilter])
    expect(JSON.stringify(logged(`${kind} user="alice" group="ops"`)), kind).toContain('"groups":[{"name":"ops"}]');
});

function logged(fields: string): Readonly<Record<string, unknown>> {
  const { event, problems } = mapRecord(`<189>date=2026-01-14 time=09:12:01 vd="root" ${fields}`);
  expect(problems).toEqual([]);
  return event;
}

function valueAt(event: Readonly<Record<string, unknown>>, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((value, name) => (value as Readonly<Record<string, unknown>> | undefined)?.[name], event);
}
