import type { MapContext } from '@sluice/connector';
import { expect, test } from 'vitest';
import { fdrConfigOf } from '../config.fixture.ts';
import type { FdrConfig } from '../config.ts';
import { mapRecord } from '../map.ts';
import { eventOf } from '../record.fixture.ts';

type Fields = Readonly<Record<string, unknown>>;

const sha256 = '275a021bbfb6489e54d471899f7db9d1663fc695ec2fe2a2c4538aabf651fd0f';

function found(fields: Fields): Fields {
  return eventOf('FileDetectInfo', fields);
}

test('attacks are those that have a tactic or a technique', () => {
  const [tactic, technique] = [{ Tactic: 'Execution' }, { Technique: 'User Execution' }];
  const Attacks = [tactic, technique, { ...tactic, ...technique }, {}, { Tactic: 7 }, null, 'odd'];
  const attack = { tactic: { name: 'Execution' }, technique: { name: 'User Execution' } };
  expect(found({ Attacks })['finding_info']).toMatchObject({
    attacks: [{ tactic: attack.tactic }, { technique: attack.technique }, attack],
  });
  expect(found({ Attacks: [{}] })['finding_info']).not.toHaveProperty('attacks');
});

test.each<[fields: Fields, evidence: object]>([
  [{ ContextProcessId: '7', TargetProcessId: '8' }, { actor: { process: { uid: '7' } } }],
  [{ TargetProcessId: '8' }, { actor: { process: { uid: '8' } } }],
  [
    { ContextProcessId: '7', ImageFileName: '/bin/a', ContextBaseFileName: 'b', SHA256HashData: sha256 },
    { actor: { process: { name: 'b', file: { path: '/bin/a', hashes: [{ algorithm_id: 3, value: sha256 }] } } } },
  ],
  [{ RemoteAddressIP6: '2001:db8::2' }, { src_endpoint: { ip: '2001:db8::2' } }],
])('by %j the evidence of a detection is %j', (fields, evidence) => {
  expect(found(fields)).toMatchObject({ evidences: [evidence] });
});

test('hashes without a file that they are of stay', () => {
  for (const [kind, fields] of [
    ['FileDetectInfo', { ContextProcessId: '7' }],
    ['ProcessRollup2', { TargetProcessId: '8', ParentProcessId: '7' }],
    ['PrivilegedProcessHandle', { TargetProcessId: '8', ContextProcessId: '7' }],
  ] as const) {
    expect(eventOf(kind, { ...fields, SHA256HashData: sha256 }), kind).toMatchObject({
      unmapped: { SHA256HashData: sha256 },
    });
    const whole = eventOf(kind, { ...fields, ImageFileName: '/bin/a', SHA256HashData: sha256 });
    expect(JSON.stringify(whole), kind).toContain(`"hashes":[{"algorithm_id":3,"value":"${sha256}"}]`);
    expect(whole, kind).not.toHaveProperty('unmapped.SHA256HashData');
  }
});

test('a type of question that no table knows stays', () => {
  const asked = (RequestType: string | undefined): Fields =>
    eventOf('DnsRequest', { DomainName: 'example.com', RequestType });
  expect(asked('28')['query']).toEqual({ hostname: 'example.com', type: 'AAAA' });
  for (const odd of ['99', 'constructor'])
    expect(asked(odd), odd).toMatchObject({ query: { hostname: 'example.com' }, unmapped: { RequestType: odd } });
  expect(asked(undefined)['query']).toEqual({ hostname: 'example.com' });
});

test('a source has its address beside its name', () => {
  const source = { SourceEndpointAddressIP4: '192.0.2.7', SourceAccountName: 'ada' };
  const endpoint = (name: string): unknown =>
    eventOf('ActiveDirectoryAuthentication', { ...source, SourceEndpointHostName: name })['src_endpoint'];
  expect(endpoint('pc1')).toEqual({ ip: '192.0.2.7', hostname: 'pc1' });
  expect(endpoint('a b')).toEqual({ ip: '192.0.2.7', name: 'a b' });
});

test.each([
  ['0', undefined],
  ['1', 1],
  ['65535', 65_535],
])('a logon from the port %s has the port %s', (RemotePort, port) => {
  const event = eventOf('UserLogon', { UserName: 'ada', RemoteAddressIP4: '192.0.2.7', RemotePort });
  expect(event['src_endpoint']).toEqual({ ip: '192.0.2.7', ...(port === undefined ? {} : { port }) });
});

test('a script that runs is another activity of a module', () => {
  expect(eventOf('ScriptControlScanInfo', { ContextProcessId: '7' })).toMatchObject({
    activity_id: 99,
    activity_name: 'Script Run',
  });
});

test('a type of value of the registry that no table knows stays', () => {
  const value = (RegType: string): Fields =>
    eventOf('AsepValueUpdate', { ContextProcessId: '7', RegObjectName: 'HKLM\\Run', RegType });
  for (const odd of ['constructor', '99']) {
    expect(value(odd)['reg_value'], odd).not.toHaveProperty('type_id');
    expect(value(odd), odd).toMatchObject({ unmapped: { RegType: odd } });
  }
});

test.each(['constructor', '99', ''])('an operation on the registry called %j is what its kind says', (operation) => {
  const fields = { ContextProcessId: '7', RegObjectName: 'HKLM\\Run', RegOperationType: operation };
  expect(eventOf('AsepValueUpdate', fields)).toMatchObject({ class_uid: 201_002, activity_id: 3 });
  expect(eventOf('AsepKeyUpdate', fields)).toMatchObject({ class_uid: 201_001, activity_id: 3 });
});

test.each<[fields: Fields, uid: string]>([
  [{ UserRid: '000003E9', DomainSid: 'S-1-5-21-1-2-3' }, 'S-1-5-21-1-2-3-1001'],
  [{ UserRid: '000003E9' }, '000003E9'],
  [{ UserRid: '000003E9', DomainSid: 'odd' }, '000003E9'],
  [{ UserSid: 'S-1-5-21-1-2-3-1001', DomainSid: 'S-1-5-21-1-2-3' }, 'S-1-5-21-1-2-3-1001'],
])('%j is the account %s', (fields, uid) => {
  expect(eventOf('UserAccountCreated', fields)['user']).toEqual({ uid });
});

test('a resource is in a region of a cloud that is named', () => {
  const held = (more: Fields): unknown =>
    eventOf('CloudSecurityIOMEvaluation', { ruleId: 'r', resource: { resourceId: 'b', ...more } })['resources'];
  expect(held({ region: 'eu-central-1', cloudProvider: 'aws' })).toEqual([{ uid: 'b', region: 'eu-central-1' }]);
  expect(held({ region: 'eu-central-1' })).toEqual([{ uid: 'b' }]);
  const [resource] = held({ cloudProvider: 'aws', accountId: '1' }) as readonly object[];
  expect(Object.keys(resource ?? {})).toEqual(['uid']);
});

/** A record that does not name itself, from a file. */
function unnamed(fields: Fields, path = 's3://cs-prod-example/data/part-0.gz', transport = 's3'): object {
  return mapRecord(fields, contextOf(transport, path));
}

function contextOf(transport: string, path = ''): MapContext<FdrConfig> {
  return { config: fdrConfigOf(), receivedAt: 0, origin: { transport, path } };
}

test.each([
  ['fdrv2/aidmaster/part-0.gz', { aid: 'a1' }, 5001],
  ['fdrv2/aidmaster-0.gz', { aid: 'a1' }, 5001],
  ['fdrv2/notmanaged/part-0.gz', { ComputerName: 'pc1' }, 5001],
  ['fdrv2/userinfo/part-0.gz', { UserName: 'ada' }, 5003],
  ['fdrv2/appinfo/part-0.gz', { UserName: 'ada' }, 0],
  ['data/part-0.gz', { UserName: 'ada' }, 0],
  ['aidmaster/other/data/part-0.gz', { UserName: 'ada', aid: 'a1' }, 5001],
])('what a record of %s is follows from the folder', (key, fields, classUid) => {
  expect(unnamed(fields, `s3://cs-prod-example/${key}`)).toMatchObject({ class_uid: classUid });
});

test.each<[fields: Fields, classUid: number, log: string]>([
  [{ aid: 'a1', AgentVersion: '7.1' }, 5001, 'aidmaster'],
  [{ AgentVersion: '7.1' }, 0, 'unknown'],
  [{ UserSid_readable: 'S-1-5-18' }, 5003, 'userinfo'],
  [{ CurrentLocalIP: '192.0.2.7', MAC: '00-00-5e-00-53-01' }, 5001, 'notmanaged'],
  [{ CurrentLocalIP: '192.0.2.7' }, 0, 'unknown'],
  [{ MAC: '00-00-5e-00-53-01' }, 0, 'unknown'],
  [{ CompositeId: 'ind:1' }, 2004, 'DetectionSummary'],
  [{ ResourceId: 'b', PolicyId: '7' }, 2003, 'CSPMSearchStreamingEvent'],
  [{ ResourceId: 'b', policy_id: '7' }, 2003, 'CSPMSearchStreamingEvent'],
  [{ ResourceId: 'b' }, 0, 'unknown'],
  [{ PolicyId: '7' }, 0, 'unknown'],
  [{ event_type: 'Odd' }, 0, 'Odd'],
])('a record that does not name itself is told by %j', (fields, classUid, log) => {
  expect(unnamed(fields)).toMatchObject({ class_uid: classUid, metadata: { log_name: log } });
});

test('what could not be read is rejected for what was wrong with it', () => {
  const problem = { problem: 'object_missing', object: 's3://b/k', detail: 'it is gone' };
  expect(unnamed(problem, undefined, 'queue-problem')).toEqual({
    reject: 'object_missing',
    detail: 's3://b/k: it is gone',
  });
  for (const value of [7, 'x', null, ['x']])
    expect(mapRecord(value, contextOf('s3'))).toMatchObject({ reject: 'not_an_object' });
});

test('what a user of the console did is not about the host that a record names', () => {
  const audit = { OperationName: 'update_policy', UserId: 'ada', UserIp: '192.0.2.7' };
  const event = eventOf('Event_UserActivityAuditEvent', audit);
  expect(event).toMatchObject({ class_uid: 6003, metadata: { profiles: [] } });
  expect(event).not.toHaveProperty('device');
});

test.each([
  [{ EventUUID: 'uuid-1', id: 'id-1' }, 'uuid-1'],
  [{ id: 'id-1' }, 'id-1'],
])('a finding of the cloud that has no id of its own is told by %j', (ids, uid) => {
  const event = eventOf('Event_CSPMIOAStreamingEvent', {
    EventCreatedTimestamp: 1_767_225_600,
    Disposition: 'Failed',
    ...ids,
  });
  expect(JSON.stringify(event['finding_info'])).toContain(uid);
});
