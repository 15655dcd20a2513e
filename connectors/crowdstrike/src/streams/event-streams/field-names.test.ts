import { isRejection, isSkip, type MapContext } from '@sluice/connector';
import { expect, test } from 'vitest';
import type { EventStreamsConfig } from './config.ts';
import { mapStreamEvent } from './map.ts';

type Fields = Readonly<Record<string, unknown>>;

const context = { config: {}, receivedAt: 0, origin: { transport: 'https' } } as MapContext<EventStreamsConfig>;
const seconds = 1_768_471_200;

/** The event of a kind, as the stream brings it. */
function streamed(eventType: string, event: Fields, metadata: Fields = {}): Fields {
  const result = mapStreamEvent({ metadata: { eventType, ...metadata }, event }, context);
  if (Array.isArray(result) || isRejection(result) || isSkip(result)) throw new Error(`${eventType} is no event`);
  return result as Fields;
}

/** A kind, what it needs to be of its class, fields that say the same, what they say, and what the event says then. */
type Row = readonly [kind: string, needed: Fields, name: string, value: unknown, expected: object];

const auth = { OperationName: 'userAuthenticate', UserId: 'ada@example.com' };
const audit = { OperationName: 'update_policy', UserId: 'ada', UserIp: '192.0.2.7' };
const managed = { OperationName: 'update_policy', UserId: 'ada', ServiceName: 'policies' };
const session = { UserName: 'ada', HostnameField: 'pc1' };
const match = { LocalAddress: '192.0.2.7', RemoteAddress: '198.51.100.2' };
const found = { CompositeId: 'ind:1' };
const held = { PolicyId: '7', ResourceId: 'bucket-1' };

const rows: readonly Row[] = (
  [
    [
      'AuthActivityAuditEvent',
      { OperationName: 'userAuthenticate' },
      'UserId UserName',
      'ada',
      { user: { name: 'ada' } },
    ],
    ['AuthActivityAuditEvent', auth, 'ServiceName', 'Console', { service: { name: 'Console' } }],
    ['AuthActivityAuditEvent', auth, 'UserIp SourceIp', '192.0.2.7', { src_endpoint: { ip: '192.0.2.7' } }],
    ['AuthActivityAuditEvent', auth, 'Success', true, { status_id: 1 }],
    ['AuthActivityAuditEvent', auth, 'Success', false, { status_id: 2 }],
    ['AuthActivityAuditEvent', auth, 'UTCTimestamp', seconds, { time: seconds * 1000 }],
    [
      'UserActivityAuditEvent',
      { OperationName: 'update_policy', UserId: 'ada' },
      'UserIp SourceIp',
      '192.0.2.7',
      { class_uid: 6003, src_endpoint: { ip: '192.0.2.7' } },
    ],
    ['UserActivityAuditEvent', audit, 'ServiceName', 'policies', { api: { service: { name: 'policies' } } }],
    ['APIActivityAuditEvent', audit, 'Success', false, { status_id: 2 }],
    [
      'UserActivityAuditEvent',
      { OperationName: 'update_policy', UserId: 'ada' },
      'ServiceName',
      'policies',
      { class_uid: 3004, entity: { name: 'policies' } },
    ],
    ['UserActivityAuditEvent', managed, 'Success', true, { status_id: 1 }],
    [
      'RemoteResponseSessionStartEvent',
      { UserName: 'ada' },
      'HostnameField Hostname HostName',
      'pc1',
      { class_uid: 3002, activity_id: 1, dst_endpoint: { hostname: 'pc1' } },
    ],
    ['RemoteResponseSessionEndEvent', session, 'EndTimestamp', seconds, { activity_id: 2, time: seconds * 1000 }],
    ['RemoteResponseSessionStartEvent', session, 'SessionId', 's-1', { session: { uid: 's-1' } }],
    [
      'RemoteResponseSessionStartEvent',
      session,
      'StartTimestamp',
      seconds,
      { session: { created_time: seconds * 1000 } },
    ],
    ['RemoteResponseSessionStartEvent', session, 'AgentIdString', 'a1', { dst_endpoint: { uid: 'a1' } }],
    ['FirewallMatchEvent', match, 'LocalPort', '4711', { src_endpoint: { port: 4711 } }],
    ['FirewallMatchEvent', match, 'RemotePort', '443', { dst_endpoint: { port: 443 } }],
    ['FirewallMatchEvent', match, 'RuleId', 'r-1', { firewall_rule: { uid: 'r-1' } }],
    ['FirewallMatchEvent', match, 'RuleName', 'out', { firewall_rule: { name: 'out' } }],
    ['FirewallMatchEvent', match, 'Protocol', '6', { connection_info: { protocol_num: 6 } }],
    ['FirewallMatchEvent', match, 'ProcessId PID', '7', { actor: { process: { uid: '7' } } }],
    [
      'FirewallMatchEvent',
      { ...match, PID: '7' },
      'ImageFileName',
      '/bin/curl',
      { actor: { process: { name: 'curl', file: { path: '/bin/curl' } } } },
    ],
    [
      'FirewallMatchEvent',
      { ...match, PID: '7' },
      'CommandLine',
      'curl -v',
      { actor: { process: { cmd_line: 'curl -v' } } },
    ],
    ['FirewallMatchEvent', match, 'RuleAction', '1', { action_id: 1, disposition_id: 1, activity_id: 1 }],
    ['FirewallMatchEvent', match, 'RuleAction', '2', { action_id: 2, disposition_id: 2, activity_id: 5 }],
    ['FirewallMatchEvent', match, 'Timestamp', '2026-01-15T10:00:00Z', { time: seconds * 1000 }],
    [
      'EppDetectionSummaryEvent',
      {},
      'CompositeId DetectId IdentityProtectionIncidentId IncidentID DetectionId LeadId NotificationId',
      'ind:1',
      { finding_info: { uid: 'ind:1' } },
    ],
    [
      'EppDetectionSummaryEvent',
      found,
      'DisplayName DetectName Name PolicyStatement RuleName',
      'Found',
      { finding_info: { title: 'Found' } },
    ],
    ['EppDetectionSummaryEvent', found, 'SeverityName RulePriority', 'High', { severity_id: 4 }],
    [
      'EppDetectionSummaryEvent',
      found,
      'StartTime StartTimeEpoch IncidentStartTime SignalStartTimestamp SessionStartTimestamp EventTimestamp MatchedTimestamp EventCreatedTimestamp ContextTimeStamp',
      seconds,
      { finding_info: { first_seen_time: seconds * 1000 } },
    ],
    [
      'EppDetectionSummaryEvent',
      found,
      'EndTime EndTimeEpoch IncidentEndTime SignalEndTimestamp SessionEndTimestamp',
      seconds,
      { finding_info: { last_seen_time: seconds * 1000 } },
    ],
    ['EppDetectionSummaryEvent', found, 'UserName SourceAccountName', 'ada', { actor: { user: { name: 'ada' } } }],
    [
      'EppDetectionSummaryEvent',
      found,
      'UserSid SourceAccountObjectSid',
      'S-1-5-18',
      { actor: { user: { uid: 'S-1-5-18' } } },
    ],
    [
      'EppDetectionSummaryEvent',
      found,
      'SourceEndpointIpAddress SourceEndpointAddressIP4 SourceEndpointAddressIp4 EndpointIp UserSourceIp',
      '192.0.2.7',
      { evidences: [{ src_endpoint: { ip: '192.0.2.7' } }] },
    ],
    [
      'EppDetectionSummaryEvent',
      found,
      'SourceEndpointHostName EndpointName',
      'pc1',
      { evidences: [{ src_endpoint: { hostname: 'pc1' } }] },
    ],
    [
      'EppDetectionSummaryEvent',
      found,
      'TargetEndpointIpAddress',
      '192.0.2.8',
      { evidences: [{ dst_endpoint: { ip: '192.0.2.8' } }] },
    ],
    [
      'EppDetectionSummaryEvent',
      found,
      'TargetEndpointHostName',
      'db1',
      { evidences: [{ dst_endpoint: { hostname: 'db1' } }] },
    ],
    ['EppDetectionSummaryEvent', found, 'CloudProvider CloudPlatform', 'gcp', { cloud: { provider: 'GCP' } }],
    [
      'EppDetectionSummaryEvent',
      { ...found, CloudProvider: 'aws' },
      'AccountId',
      '111122223333',
      { cloud: { account: { uid: '111122223333', type_id: 10 } } },
    ],
    [
      'EppDetectionSummaryEvent',
      { ...found, CloudProvider: 'aws' },
      'Region region',
      'eu-central-1',
      { cloud: { region: 'eu-central-1' } },
    ],
    [
      'CSPMSearchStreamingEvent',
      { ResourceId: 'b' },
      'PolicyId policy_id',
      '7',
      { class_uid: 2003, compliance: { control: '7' } },
    ],
    ['CSPMSearchStreamingEvent', { PolicyId: '7' }, 'ResourceId', 'b', { class_uid: 2003, resources: [{ uid: 'b' }] }],
    ['CSPMSearchStreamingEvent', held, 'PolicyStatement policy_statement', 'No', { finding_info: { title: 'No' } }],
    [
      'CSPMSearchStreamingEvent',
      held,
      'ReportUrl ResourceUrl',
      'https://example.com/',
      { finding_info: { src_url: 'https://example.com/' } },
    ],
    [
      'CSPMSearchStreamingEvent',
      held,
      'Timestamp',
      '2026-01-15T10:00:00Z',
      { finding_info: { last_seen_time: seconds * 1000 } },
    ],
    ['CSPMSearchStreamingEvent', held, 'SeverityName', 'High', { severity_id: 4 }],
    ['CSPMSearchStreamingEvent', held, 'Finding', 'open', { compliance: { status_detail: 'open' } }],
    ['CSPMSearchStreamingEvent', held, 'Disposition disposition', 'Failed', { compliance: { status_id: 3 } }],
    ['CSPMSearchStreamingEvent', held, 'Disposition disposition', 'Passed', { compliance: { status_id: 1 } }],
    ['CSPMSearchStreamingEvent', held, 'ResourceIdType', 'bucket', { resources: [{ type: 'bucket' }] }],
    ['CSPMSearchStreamingEvent', held, 'ResourceName', 'b', { resources: [{ name: 'b' }] }],
  ] satisfies readonly (readonly [string, Fields, string, unknown, object])[]
).flatMap(([kind, needed, names, value, expected]) =>
  names.split(' ').map((name): Row => [kind, needed, name, value, expected]),
);

test.each(rows)('of %s with %j, %s=%j has its place', (kind, needed, name, value, expected) => {
  expect(() => expect(streamed(kind, needed)).toMatchObject(expected)).toThrow();
  const event = streamed(kind, { ...needed, [name]: value });
  expect(event).toMatchObject(expected);
  expect(event['unmapped'] ?? {}).not.toHaveProperty(name);
});

test.each([
  ['aws', 'AWS'],
  ['Azure', 'Azure'],
  ['GCP', 'GCP'],
  ['oci', 'OCI'],
  ['constructor', 'constructor'],
])('the cloud %s is %s', (written, provider) => {
  const { cloud } = streamed('CSPMSearchStreamingEvent', {
    ...held,
    CloudProvider: written,
    AccountId: '1',
    Region: 'r',
  });
  expect(cloud).toEqual({
    provider,
    account: { uid: '1', ...(provider === 'AWS' ? { type_id: 10 } : {}) },
    region: 'r',
  });
});

test.each([
  ['userAuthenticate', 1, {}],
  ['twoFactorAuthenticate', 1, { is_mfa: true }],
  ['saml2Assert', 1, { auth_protocol_id: 5 }],
  ['userLogout', 2, {}],
  ['logout', 2, {}],
])('%s of the console is activity %i', (operation, activity, more) => {
  expect(streamed('AuthActivityAuditEvent', { ...auth, OperationName: operation })).toMatchObject({
    class_uid: 3002,
    activity_id: activity,
    message: operation,
    user: { name: 'ada@example.com', email_addr: 'ada@example.com' },
    service: { name: 'Falcon Console' },
    ...more,
  });
});

test('what is done by a client of the API is done by that application', () => {
  const attributes = {
    APIClientID: 'c-1',
    request_method: 'POST',
    request_path: '/oauth2/token',
    request_host: 'api.crowdstrike.com',
    user_agent: 'curl/8',
    status_code: '201',
  };
  expect(
    streamed('APIActivityAuditEvent', { OperationName: 'x', UserIp: '192.0.2.7', Attributes: attributes }),
  ).toMatchObject({
    class_uid: 6003,
    activity_id: 99,
    actor: { app_uid: 'c-1' },
    api: { operation: 'POST /oauth2/token' },
    message: 'POST /oauth2/token',
    status_code: '201',
    http_request: {
      http_method: 'POST',
      user_agent: 'curl/8',
      url: { path: '/oauth2/token', hostname: 'api.crowdstrike.com' },
    },
  });
});

test.each([
  ['GET', 2],
  ['HEAD', 2],
  ['PUT', 3],
  ['PATCH', 3],
  ['DELETE', 4],
  ['POST', 99],
  ['OPTIONS', 99],
  ['CONNECT', 99],
  ['TRACE', 99],
])('a request by %s is activity %i', (method, activity) => {
  const Attributes = { request_method: method, request_path: '/a' };
  const event = streamed('APIActivityAuditEvent', { ...audit, Attributes });
  expect(event).toMatchObject({ activity_id: activity, api: { operation: `${method} /a` } });
  expect((event['http_request'] as Fields)['http_method']).toBe(method === 'PATCH' ? undefined : method);
});

test('an entity has the id that alone ends so', () => {
  const entity = (...pairs: readonly object[]): unknown =>
    streamed('UserActivityAuditEvent', { ...managed, AuditKeyValues: pairs })['entity'];
  const one = { Key: 'policy_id', ValueString: 'p-1' };
  expect(entity(one, { Key: 'name', ValueString: 'x' })).toEqual({ name: 'policies', uid: 'p-1' });
  expect(entity(one, { Key: 'group_ID', ValueString: 'g-1' })).toEqual({ name: 'policies' });
  expect(entity()).toEqual({ name: 'policies' });
  expect(streamed('UserActivityAuditEvent', { OperationName: 'update_policy', UserId: 'ada' })['class_uid']).toBe(0);
});

test.each([
  ['0', 2],
  ['1', 1],
  ['9', 0],
])('a connection of direction %s is %i', (written, direction) => {
  const event = streamed('FirewallMatchEvent', { ...match, ConnectionDirection: written });
  const [source, destination] = direction === 1 ? ['198.51.100.2', '192.0.2.7'] : ['192.0.2.7', '198.51.100.2'];
  expect(event['connection_info']).toMatchObject({ direction_id: direction });
  expect(event).toMatchObject({ src_endpoint: { ip: source }, dst_endpoint: { ip: destination } });
});

test('a match lacks nothing of a connection, or is kept as it is', () => {
  expect(streamed('FirewallMatchEvent', { LocalAddress: '192.0.2.7' })).toMatchObject({
    class_uid: 0,
    unmapped: { LocalAddress: '192.0.2.7' },
  });
  expect(streamed('FirewallMatchEvent', { RemoteAddress: '192.0.2.7' })['class_uid']).toBe(0);
  expect(streamed('FirewallMatchEvent', { ...match, PID: '0' })).not.toHaveProperty('actor');
  expect(streamed('FirewallMatchEvent', { ...match, RuleAction: '3' })).toMatchObject({
    activity_id: 0,
    action_id: 0,
    unmapped: { RuleAction: '3' },
  });
  expect(streamed('FirewallMatchEvent', match)).not.toHaveProperty('firewall_rule');
});

test('every event says where in the stream it stands', () => {
  const place = { offset: 7, customerIDString: 'c1', eventCreationTime: seconds * 1000, version: '1.0' };
  expect(streamed('Odd', { a: 1 }, place)).toMatchObject({
    class_uid: 0,
    message: 'Odd',
    time: seconds * 1000,
    metadata: { log_name: 'Odd', sequence: 7, tenant_uid: 'c1', profiles: [] },
    unmapped: { a: 1, metadata: { version: '1.0' } },
  });
  expect(streamed('CustomerIOCEvent', {}, place)).toMatchObject({ class_uid: 2004, finding_info: { uid: 'c1:7' } });
  expect(streamed('CSPMIOAStreamingEvent', {}, place)).toMatchObject({
    class_uid: 2004,
    finding_info: { uid: 'c1:7' },
  });
  expect(streamed('CustomerIOCEvent', {}, { offset: 7 })['class_uid']).toBe(0);
  expect(streamed('CustomerIOCEvent', {}, { customerIDString: 'c1' })['class_uid']).toBe(0);
  expect(streamed('OtherSummaryEvent', {}, place)['class_uid']).toBe(0);
  expect(
    streamed('AuthActivityAuditEvent', { ...auth, UTCTimestamp: seconds }, { eventCreationTime: seconds * 1000 + 5 }),
  ).toMatchObject({
    time: seconds * 1000,
    metadata: { logged_time: seconds * 1000 + 5 },
  });
});

test('an event has the profiles of its class, and that of the cloud where it says which', () => {
  const profilesOf = (kind: string, fields: Fields): unknown =>
    (streamed(kind, fields)['metadata'] as Fields)['profiles'];
  expect(profilesOf('EppDetectionSummaryEvent', found)).toEqual(['host', 'security_control']);
  expect(profilesOf('EppDetectionSummaryEvent', { ...found, CloudProvider: 'aws' })).toEqual([
    'host',
    'security_control',
    'cloud',
  ]);
  expect(profilesOf('CSPMSearchStreamingEvent', held)).toEqual(['host']);
  expect(profilesOf('UserActivityAuditEvent', managed)).toEqual(['host']);
  expect(profilesOf('FirewallMatchEvent', match)).toEqual(['host', 'security_control']);
  expect(profilesOf('AuthActivityAuditEvent', auth)).toEqual([]);
});

test('a listed host is taken where it is one', () => {
  expect(streamed('EppDetectionSummaryEvent', { ...found, HostNames: 'pc1' })).toMatchObject({
    device: { hostname: 'pc1' },
  });
  expect(streamed('EppDetectionSummaryEvent', { ...found, HostNames: 'a b' })).toMatchObject({
    device: { name: 'a b' },
  });
  const two = streamed('EppDetectionSummaryEvent', { ...found, HostNames: 'pc1,pc2' });
  expect(two).toMatchObject({ unmapped: { HostNames: 'pc1,pc2' } });
  expect(two).not.toHaveProperty('device');
});
