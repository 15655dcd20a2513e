import { expect, test } from 'vitest';
import type { DetectionFacts } from '../../detection/facts.ts';
import { Fields } from '../../falcon/fields.ts';
import { detectionFacts } from './detection.ts';

test.each(['CompositeId', 'DetectId', 'IdentityProtectionIncidentId', 'IncidentID', 'DetectionId'])(
  'a detection is known by its %s',
  (name) => expect(factsOf({ [name]: 'ind:1' }).uid).toBe('ind:1'),
);

test('without an id there is no detection', () => {
  expect(detectionFacts(recordOf({ Name: 'Something' }), 'EppDetectionSummaryEvent')).toBeUndefined();
});

test.each([
  ['title', 'DetectName Name IncidentType', 'Something'],
  ['description', 'DetectDescription Description IncidentDescription', 'Something was done'],
  ['url', 'FalconHostLink', 'https://falcon.crowdstrike.com/1'],
  ['patternId', 'PatternId', '10417'],
  ['severityName', 'SeverityName', 'High'],
] as const)('its %s stands in %s', (key, names, value) => {
  for (const name of names.split(' ')) expect(factsOf({ DetectId: '1', [name]: value })[key], name).toBe(value);
});

test('it has a title where none is given, and what it was found by', () => {
  expect(factsOf({ DetectId: '1' })).toMatchObject({
    title: 'EppDetectionSummaryEvent',
    types: ['EppDetectionSummaryEvent'],
  });
});

test('the oldest form counts severities from 1 to 5', () => {
  const severities = [0, 1, 2, 3, 4, 5, 6].map((severity) =>
    detectionFacts(recordOf({ DetectId: '1', Severity: severity }), 'DetectionSummaryEvent'),
  );
  const names = [undefined, 'Informational', 'Low', 'Medium', 'High', 'Critical', undefined];
  expect(severities.map((facts) => facts?.severityName)).toEqual(names);
  expect(severities.map((facts) => facts?.severity)).toEqual([0, ...Array<undefined>(5).fill(undefined), 6]);
  expect(factsOf({ DetectId: '1', Severity: 5 })).toMatchObject({ severity: 5, severityName: undefined });
});

test('an attack on a cloud counts its severity the other way, so that only its name says it', () => {
  const written = { DetectionId: '1', Severity: 1, SeverityName: 'Critical' };
  const facts = detectionFacts(recordOf(written), 'CSPMIOAStreamingEvent');
  expect(facts).toMatchObject({ severity: undefined, severityName: 'Critical' });
});

test('of a file that left a host, data protection says its name and its hashes, and not where it was', () => {
  const written = { DetectId: '1', Filename: 'plan.docx', ContentSha: 'c'.repeat(64), MD5String: 'a'.repeat(32) };
  const facts = detectionFacts(
    recordOf({ ...written, FilePath: '/opt/sync', FileName: 'sync' }),
    'DataProtectionDetectionSummaryEvent',
  );
  const hashes = [
    { algorithm_id: 1, value: 'a'.repeat(32) },
    { algorithm_id: 3, value: 'c'.repeat(64) },
  ];
  expect(facts?.file).toMatchObject({ name: 'plan.docx', path: 'plan.docx', hashes });
});

test.each([
  ['OPEN', 'new'],
  ['New', 'new'],
  ['Resolved', 'closed'],
  ['closed', 'closed'],
  ['AUTO_RESOLVED', 'closed'],
  ['In_Progress', 'in_progress'],
])('the state %s is %s', (written, status) => {
  expect(factsOf({ DetectId: '1', State: written }).status).toBe(status);
});

test('times are in one of the fields for them', () => {
  const second = 1_768_471_200_000;
  for (const name of ['StartTime', 'StartTimeEpoch', 'IncidentStartTime'])
    expect(factsOf({ DetectId: '1', [name]: 1_768_471_200 }).firstSeen, name).toBe(second);
  for (const name of ['EndTime', 'IncidentEndTime'])
    expect(factsOf({ DetectId: '1', [name]: 1_768_471_200 }).lastSeen, name).toBe(second);
});

test.each([
  'OperationBlocked',
  'ProcessBlocked',
  'RegistryOperationBlocked',
  'FsOperationBlocked',
  'KillProcess',
  'KillParent',
  'KillSubProcess',
])('%s means that something was blocked', (flag) => {
  expect(dispositionOf({ [flag]: true })).toEqual({
    isBlocked: true,
    isFileQuarantined: false,
    isHostIsolated: false,
  });
  expect(dispositionOf({ [flag]: false })?.isBlocked).toBe(false);
});

test('a file or the whole host may be in quarantine', () => {
  expect(dispositionOf({ QuarantineFile: true })?.isFileQuarantined).toBe(true);
  expect(dispositionOf({ QuarantineMachine: true })?.isHostIsolated).toBe(true);
  expect([dispositionOf(null), dispositionOf('x'), dispositionOf(undefined)]).toEqual(Array(3).fill(undefined));
});

test('the process stands with its parent', () => {
  const process = {
    DetectId: '1',
    ProcessId: '7',
    LocalProcessId: 512,
    CommandLine: 'cmd /c dir',
    FileName: 'cmd.exe',
    FilePath: 'C:\\Windows\\',
    MD5String: 'a'.repeat(32),
    SHA1String: 'b'.repeat(40),
    SHA256String: 'c'.repeat(64),
    ProcessStartTime: 1_768_471_200,
    ProcessEndTime: 1_768_471_201,
    ParentProcessId: '6',
    ParentCommandLine: 'explorer /e',
  };
  const expected = {
    uid: '7',
    pid: 512,
    cmd_line: 'cmd /c dir',
    name: 'cmd.exe',
    created_time: 1_768_471_200_000,
    terminated_time: 1_768_471_201_000,
    file: {
      path: 'C:\\Windows\\cmd.exe',
      hashes: [
        { algorithm_id: 1, value: 'a'.repeat(32) },
        { algorithm_id: 2, value: 'b'.repeat(40) },
        { algorithm_id: 3, value: 'c'.repeat(64) },
      ],
    },
    parent_process: { uid: '6', cmd_line: 'explorer /e', name: 'explorer.exe' },
  };
  for (const name of ['ParentImageFileName', 'ParentImageFilePath'])
    expect(factsOf({ ...process, [name]: 'explorer.exe' }).process, name).toMatchObject(expected);
  expect(factsOf({ ...process, ParentProcessId: '0' }).process).not.toHaveProperty('parent_process');
  expect(factsOf({ DetectId: '1', ParentProcessId: '6' }).process).toBeUndefined();
});

test('who did it, from where to where, is told by several names', () => {
  const user = { name: 'ada', uid: 'S-1-5-21-1-2-3-1001', domain: 'CORP' };
  expect(factsOf({ DetectId: '1', UserName: user.name, UserSid: user.uid, LogonDomain: user.domain }).user).toEqual(
    user,
  );
  const account = {
    SourceAccountName: user.name,
    SourceAccountObjectSid: user.uid,
    SourceAccountDomain: user.domain,
  };
  expect(factsOf({ DetectId: '1', ...account }).user).toEqual(user);
  for (const ip of ['SourceEndpointIpAddress', 'SourceEndpointAddressIP4', 'EndpointIp'])
    expect(factsOf({ DetectId: '1', [ip]: '192.0.2.7' }).source, ip).toEqual({ ip: '192.0.2.7' });
  for (const name of ['SourceEndpointHostName', 'EndpointName'])
    expect(factsOf({ DetectId: '1', [name]: 'pc1' }).source, name).toEqual({ hostname: 'pc1' });
  expect(
    factsOf({ DetectId: '1', TargetEndpointIpAddress: '192.0.2.8', TargetEndpointHostName: 'db1' }).target,
  ).toEqual({ ip: '192.0.2.8', hostname: 'db1' });
  expect(factsOf({ DetectId: '1', EndpointName: 'not a name' }).source).toBeUndefined();
});

test('the host is told by several names', () => {
  for (const uid of ['AgentId', 'SensorId', 'DeviceId', 'HostID'])
    expect(factsOf({ DetectId: '1', [uid]: 'a1' }).device, uid).toEqual({ type_id: 0, uid: 'a1' });
  for (const name of ['Hostname', 'HostName', 'ComputerName', 'HostnameField'])
    expect(factsOf({ DetectId: '1', [name]: 'pc1' }).device, name).toEqual({ type_id: 0, hostname: 'pc1' });
  const beside = { LocalIP: '192.0.2.7', MACAddress: '00-00-5e-00-53-01', MachineDomain: 'example.com' };
  expect(factsOf({ DetectId: '1', ComputerName: "Ada's PC", ...beside }).device).toEqual({
    type_id: 0,
    name: "Ada's PC",
    ip: '192.0.2.7',
    mac: '00-00-5e-00-53-01',
    domain: 'example.com',
  });
  expect(factsOf({ DetectId: '1', AgentId: 'a1', MACAddress: '00-00-5e' }).device).toEqual({ type_id: 0, uid: 'a1' });
  expect(factsOf({ DetectId: '1', ...beside }).device).toBeUndefined();
});

function recordOf(record: object): Fields {
  const fields = Fields.of(record);
  if (fields === undefined) throw new Error('a record is an object');
  return fields;
}

function factsOf(record: object): DetectionFacts {
  const facts = detectionFacts(recordOf(record), 'EppDetectionSummaryEvent');
  if (facts === undefined) throw new Error(`no detection: ${JSON.stringify(record)}`);
  return facts;
}

function dispositionOf(flags: unknown): DetectionFacts['disposition'] {
  return factsOf({ DetectId: '1', PatternDispositionFlags: flags }).disposition;
}
