import { describe, expect, test } from 'vitest';
import { mapRecord } from '../../map.fixture.ts';

/** An event that says as little as it can, by what it is about: a test adds one field to it. */
interface Skeleton {
  readonly title: string;
  readonly fields: Readonly<Record<string, string>>;
}

const connection: Skeleton = { title: 'Connection', fields: { src: '192.0.2.7', dst: '198.51.100.80' } };
const named: Skeleton = { title: 'Connection', fields: { src: '192.0.2.7', request: 'https://example.com/' } };
const finding: Skeleton = { title: 'Attack', fields: { src: '192.0.2.7', dst: '198.51.100.80' } };
const file: Skeleton = { title: 'Attack', fields: { fname: 'bad.exe' } };
const change: Skeleton = { title: 'Policy changed', fields: {} };
const dns: Skeleton = { title: 'DNS request', fields: { src: '192.0.2.7' } };
const question: Skeleton = { title: 'DNS request', fields: { src: '192.0.2.7', query: 'example.com' } };
const mail: Skeleton = { title: 'Mail', fields: { src: '192.0.2.7', suser: 'eve@example.org' } };
const oneUser: Skeleton = { title: 'Login failed', fields: {} };
const bothUsers: Skeleton = { title: 'Login failed', fields: { suser: 'helpdesk', duser: 'alice' } };

/** Names of a field, what it says in the test, and where that goes to in the event. */
type Case = readonly [skeleton: Skeleton, names: string, value: string, path: string, expected?: unknown];

const cef: readonly Case[] = [
  [named, 'dst destinationAddress c6a3', '2001:db8::7', 'dst_endpoint.ip'],
  [{ title: 'Connection', fields: { dst: '2001:db8::7' } }, 'src sourceAddress c6a2', '2001:db8::8', 'src_endpoint.ip'],
  [connection, 'shost sourceHostName sourceDnsDomain', 'pc1.example.com', 'src_endpoint.hostname'],
  [connection, 'spt sourcePort', '40000', 'src_endpoint.port', 40_000],
  [connection, 'smac sourceMacAddress', '00:00:5e:00:53:01', 'src_endpoint.mac'],
  [connection, 'dhost destinationHostName', 'db1.example.com', 'dst_endpoint.hostname'],
  [connection, 'dpt destinationPort', '443', 'dst_endpoint.port', 443],
  [connection, 'dmac destinationMacAddress', '00:00:5e:00:53:02', 'dst_endpoint.mac'],
  [connection, 'inzone sourceZone', 'trust', 'src_endpoint.zone'],
  [connection, 'outzone destinationZone', 'untrust', 'dst_endpoint.zone'],
  [connection, 'deviceInboundInterface', 'eth1', 'src_endpoint.interface_name'],
  [connection, 'deviceOutboundInterface', 'eth2', 'dst_endpoint.interface_name'],
  [connection, 'proto transportProtocol', 'udp', 'connection_info.protocol_num', 17],
  [connection, 'app applicationProtocol', 'ssl', 'app_name'],
  [connection, 'act deviceAction', 'blocked', 'action_id', 2],
  [connection, 'outcome eventOutcome categoryOutcome', 'blocked', 'action_id', 2],
  [connection, 'reason', 'tcp-fin', 'status_detail'],
  [connection, 'deviceDirection', '1', 'connection_info.direction_id', 2],
  [connection, 'out bytesOut', '500', 'traffic.bytes_out', 500],
  [connection, 'in bytesIn', '900', 'traffic.bytes_in', 900],
  [connection, 'request requestUrl requestURL', 'https://example.com/a', 'url.path', '/a'],
  [connection, 'ruleName rule_name cfp1Label', 'out', 'firewall_rule.name'],
  [connection, 'policyName', 'default', 'firewall_rule.name'],
  [connection, 'sessionId session_id FTNTFGTsessionid', '4711', 'connection_info.uid'],
  [connection, 'suser sourceUserName susername duser destinationUserName', 'alice', 'actor.user.name'],
  [finding, 'externalId eventId', 'e-1', 'finding_info.uid'],
  [finding, 'cat deviceEventCategory', 'Exploits', 'finding_info.types.0'],
  [finding, 'filePath fname fileName', 'bad.exe', 'evidences.0.file.name'],
  [file, 'fsize fileSize', '512', 'evidences.0.file.size', 512],
  [finding, 'fileHash BitdefenderGZMalwareHash', '44d88612fea8a8f36de82e1278abb02f', 'evidences.0.file.hashes.0.value'],
  [connection, 'threatName virusName malwareName BitdefenderGZMalwareName', 'Eicar', 'malware.0.name'],
  [finding, 'msg message', 'Seen twice', 'finding_info.desc'],
  [finding, 'deviceCustomUrl eventUrl link', 'https://siem.example.com/1', 'finding_info.src_url'],
  [dns, 'destinationDnsDomain query FTNTFGTqname', 'bad.example.com', 'query.hostname'],
  [question, 'FTNTFGTqtype', 'AAAA', 'query.type'],
  [mail, 'subject mailSubject', 'hello', 'email.subject'],
  [change, 'suser sourceUserName susername', 'admin', 'actor.user.name'],
  [oneUser, 'duser destinationUserName suser sourceUserName susername', 'alice', 'user.name'],
  [bothUsers, 'suid sourceUserId', '1001', 'actor.user.uid'],
  [bothUsers, 'sntdom sourceNtDomain', 'CORP', 'actor.user.domain'],
  [bothUsers, 'duid destinationUserId', '1002', 'user.uid'],
  [bothUsers, 'dntdom destinationNtDomain', 'CORP', 'user.domain'],
  [bothUsers, 'destinationServiceName sourceServiceName', 'payroll', 'service.name'],
];

const leef: readonly Case[] = [
  [
    { title: 'Connection', fields: { dst: '198.51.100.80' } },
    'src srcIP source_ip offender_ip RADIUS.Acct-Framed-IP-Address',
    '192.0.2.7',
    'src_endpoint.ip',
  ],
  [named, 'dst dstIP destination_ip victim_ip RADIUS.Acct-NAS-IP-Address', '198.51.100.7', 'dst_endpoint.ip'],
  [connection, 'identHostName srcHostName srcName shost computer_name', 'pc1.example.com', 'src_endpoint.hostname'],
  [connection, 'srcPort spt', '40000', 'src_endpoint.port', 40_000],
  [connection, 'srcMAC RADIUS.Acct-Calling-Station-Id', '00:00:5e:00:53:01', 'src_endpoint.mac'],
  [connection, 'dstHostName dhost hostname', 'db1.example.com', 'dst_endpoint.hostname'],
  [connection, 'dstPort dpt', '443', 'dst_endpoint.port', 443],
  [connection, 'dstMAC', '00:00:5e:00:53:02', 'dst_endpoint.mac'],
  [connection, 'SourceZone srcZone', 'trust', 'src_endpoint.zone'],
  [connection, 'DestinationZone dstZone', 'untrust', 'dst_endpoint.zone'],
  [connection, 'srcInterface', 'eth1', 'src_endpoint.interface_name'],
  [connection, 'dstInterface', 'eth2', 'dst_endpoint.interface_name'],
  [connection, 'proto protocol', 'udp', 'connection_info.protocol_num', 17],
  [connection, 'app application Application appproto', 'ssl', 'app_name'],
  [connection, 'action act Action actionTaken disposition disp', 'blocked', 'action_id', 2],
  [connection, 'outcome result status success', 'blocked', 'action_id', 2],
  [connection, 'reason Common.Error-Code', 'timeout', 'status_detail'],
  [connection, 'direction', 'outbound', 'connection_info.direction_id', 2],
  [connection, 'srcBytes RADIUS.Acct-Input-Octets', '500', 'traffic.bytes_out', 500],
  [connection, 'dstBytes RADIUS.Acct-Output-Octets', '900', 'traffic.bytes_in', 900],
  [connection, 'url request', 'https://example.com/a', 'url.path', '/a'],
  [connection, 'rule ruleName RuleName ruleDesc', 'out', 'firewall_rule.name'],
  [connection, 'policy', 'default', 'firewall_rule.name'],
  [connection, 'sessionId RADIUS.Acct-Session-Id', '4711', 'connection_info.uid'],
  [finding, 'det_id eventId externalId unique_id process_guid', 'e-1', 'finding_info.uid'],
  [finding, 'cat categories category', 'Exploits', 'finding_info.types.0'],
  [finding, 'filePath fileName fname path', 'bad.exe', 'evidences.0.file.name'],
  [file, 'fileSize fsize', '512', 'evidences.0.file.size', 512],
  [finding, 'fileHash sha256 md5 process_md5', '44d88612fea8a8f36de82e1278abb02f', 'evidences.0.file.hashes.0.value'],
  [connection, 'threatName threatname virusName malwareName watchlist_name', 'Eicar', 'malware.0.name'],
  [finding, 'msg desc Message message', 'Seen twice', 'finding_info.desc'],
  [finding, 'det_url link', 'https://siem.example.com/1', 'finding_info.src_url'],
  [dns, 'query dnsQuery', 'bad.example.com', 'query.hostname'],
  [question, 'queryType', 'AAAA', 'query.type'],
  [mail, 'subject', 'hello', 'email.subject'],
  [change, 'suser actorName sender accountName recipient recipients', 'admin', 'actor.user.name'],
  [oneUser, 'usrName username user duser RADIUS.Acct-Username Common.Username', 'alice', 'user.name'],
  [bothUsers, 'suid', '1001', 'actor.user.uid'],
  [bothUsers, 'sdomain', 'CORP', 'actor.user.domain'],
  [bothUsers, 'duid', '1002', 'user.uid'],
  [bothUsers, 'domain realm', 'CORP', 'user.domain'],
  [bothUsers, 'service resource Common.Service', 'payroll', 'service.name'],
];

/** Fields of a request over HTTP, each of which makes it one: without it, the record is a connection. */
const request = { src: '192.0.2.7', dst: '198.51.100.80', url: 'https://example.com/a', method: 'PUT', code: '404' };

const http: readonly (readonly ['cef' | 'leef', keyof typeof request, string])[] = [
  ['cef', 'url', 'request requestUrl requestURL'],
  ['cef', 'method', 'requestMethod method'],
  ['cef', 'code', 'responseCode httpStatus outcome eventOutcome categoryOutcome'],
  ['leef', 'url', 'url request'],
  ['leef', 'method', 'method requestMethod reqmethod'],
  ['leef', 'code', 'responseCode respcode outcome result status success'],
];

const usual = {
  cef: { url: 'request', method: 'requestMethod', code: 'responseCode', src: 'src', dst: 'dst' },
  leef: { url: 'url', method: 'method', code: 'responseCode', src: 'src', dst: 'dst' },
};

describe('a field says the same by each of its names', () => {
  test.each(separate(cef))('CEF: %s, to %s', (name, path, skeleton, value, expected) => {
    expect(at(mapped('cef', skeleton.title, { ...skeleton.fields, [name]: value }), path)).toEqual(expected);
  });
  test.each(separate(leef))('LEEF: %s, to %s', (name, path, skeleton, value, expected) => {
    expect(at(mapped('leef', skeleton.title, { ...skeleton.fields, [name]: value }), path)).toEqual(expected);
  });
  test.each(http)('%s: the %s of a request: %s', (format, meaning, names) => {
    for (const name of names.split(' ')) {
      const pairs = Object.entries(request).map(([key, value]) => [
        key === meaning ? name : usual[format][key as keyof typeof request],
        value,
      ]);
      expect(mapped(format, 'Request', Object.fromEntries(pairs)), name).toMatchObject({
        class_uid: 4002,
        http_request: { http_method: 'PUT', url: { path: '/a' } },
        http_response: { code: 404 },
      });
    }
  });
});

test('what a browser says of itself is told by each name', () => {
  const cefFields = { src: '192.0.2.7', request: 'https://example.com/a', method: 'GET', responseCode: '200' };
  const cefExtra = { requestClientApplication: 'curl/8', requestContext: 'https://example.org/' };
  const expected = { http_request: { user_agent: 'curl/8', referrer: 'https://example.org/' } };
  expect(mapped('cef', 'Request', { ...cefFields, ...cefExtra })).toMatchObject(expected);
  for (const extra of [
    { userAgent: 'curl/8', referer: 'https://example.org/' },
    { user_agent: 'curl/8', referrer: 'https://example.org/' },
    { useragent: 'curl/8', referrer: 'https://example.org/' },
  ])
    expect(mapped('leef', 'Request', { ...cefFields, ...extra })).toMatchObject(expected);
});

test('a custom field is known by its label', () => {
  const paths: readonly (readonly [string, string])[] = [
    ['Rule Name|Rule|Access Control Rule Name|Policy Name|Policy', 'firewall_rule.name'],
    ['Session ID', 'connection_info.uid'],
    ['Source Zone|Src Zone', 'src_endpoint.zone'],
    ['Destination Zone|Dest Zone|Dst Zone', 'dst_endpoint.zone'],
    ['Threat Name|Malware Name|Virus Name', 'malware.0.name'],
  ];
  for (const [labels, path] of paths)
    for (const label of labels.split('|')) {
      const event = mapped('cef', 'Connection', { ...connection.fields, cs1Label: label, cs1: 'said' });
      expect(at(event, path), label).toBe('said');
      expect(event, label).not.toHaveProperty('unmapped');
    }
  for (const label of ['DNS Req Type', 'Req Type', 'DNS Query Type', 'Query Type']) {
    const event = mapped('cef', 'DNS request', { ...dns.fields, query: 'example.com', cs1Label: label, cs1: 'AAAA' });
    expect(at(event, 'query.type'), label).toBe('AAAA');
  }
  for (const label of ['URL Category', 'Attack Type', 'Threat Category']) {
    const event = mapped('cef', 'Attack', { ...finding.fields, cs1Label: label, cs1: 'said' });
    expect(at(event, 'finding_info.types.0'), label).toBe('said');
  }
});

function separate(cases: readonly Case[]): (readonly [string, string, Skeleton, string, unknown])[] {
  return cases.flatMap(([skeleton, names, value, path, expected]) =>
    names.split(' ').map((name) => [name, path, skeleton, value, expected ?? value] as const),
  );
}

function mapped(format: 'cef' | 'leef', title: string, fields: Readonly<Record<string, string>>): object {
  const pairs = Object.entries(fields).map(([name, value]) => `${name}=${value}`);
  const { event, problems } = mapRecord(
    format === 'cef'
      ? `<134>CEF:0|Example Corp|Product|1|1|${title}|5|${pairs.join(' ')}`
      : `<134>LEEF:1.0|Example Corp|Product|1|${title}|${pairs.join('\t')}`,
  );
  expect(problems).toEqual([]);
  return event;
}

/** What stands at a path of names and positions. */
function at(event: object, path: string): unknown {
  let value: unknown = event;
  for (const name of path.split('.')) value = Object.entries(value ?? {}).find(([key]) => key === name)?.[1];
  return value;
}
