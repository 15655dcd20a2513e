import { expect, test } from 'vitest';
import { eventOf } from './record.fixture.ts';

type Fields = Readonly<Record<string, unknown>>;

/** A kind of record, what it needs to be of its class, fields that say the same, what they say and where that goes to. */
type Case = readonly [
  kind: string,
  needed: Fields,
  fields: string,
  value: string,
  path: string,
  expected?: string | number,
];

const md5 = '44d88612fea8a8f36de82e1278abb02f';
const sha1 = '3395856ce81f2b7382dee72602f798b642f14140';
const sha256 = '275a021bbfb6489e54d471899f7db9d1663fc695ec2fe2a2c4538aabf651fd0f';

const context = { ContextProcessId: '7' };
const process = { TargetProcessId: '8', ParentProcessId: '7' };
const dns = { ...context, DomainName: 'example.com' };
const peer = { RemoteAddressIP4: '198.51.100.2', RemotePort: '443' };
const file = { ...context, TargetFileName: '/tmp/a.txt' };
const rename = { ...context, SourceFileName: '/tmp/a.txt', TargetFileName: '/tmp/b.txt' };
const image = { ...context, ImageFileName: '/lib/a.so' };
const registry = { ...context, RegObjectName: '\\REGISTRY\\MACHINE\\Run' };
const user = { UserName: 'ada' };
const service = { ...context, ServiceDisplayName: 'Spooler' };
const task = { ...context, TaskName: '\\Backup' };
const account = { UserName: 'ada', ContextProcessId: '7' };
const signedIn = { SourceAccountUserName: 'ada' };
const script = { ContextProcessId: '7' };
const library = { ...context, TargetProcessId: '8' };

const cases: readonly Case[] = [
  ['DnsRequest', dns, 'aip', '203.0.113.7', 'device.ip'],
  ['DnsRequest', dns, 'ComputerName', 'pc1', 'device.hostname'],
  ['DnsRequest', dns, 'ConfigBuild', '1007.3', 'metadata.product.version'],
  ['DnsRequest', dns, 'name', 'DnsRequestMacV2', 'metadata.event_code'],
  ['DnsRequest', dns, 'cid', 'c1', 'metadata.tenant_uid'],
  ['DnsRequest', dns, 'EtwRawProcessId', '4711', 'actor.process.pid', 4711],
  ['DnsRequest', dns, 'ContextImageFileName', '/bin/curl', 'actor.process.file.path'],
  ['DnsRequest', dns, 'ContextBaseFileName', 'curl', 'actor.process.name'],
  ['DnsRequest', dns, 'UserSid UID FileOperatorSid', '501', 'actor.user.uid'],
  ['DnsRequest', dns, 'UserName', 'ada', 'actor.user.name'],
  ['DnsRequest', { ...dns, UserName: 'ada' }, 'UserIsAdmin', '1', 'actor.user.type_id', 2],
  ['DnsRequest', dns, 'AuthenticationId', '999', 'actor.session.uid'],
  ['ProcessRollup2', { ParentProcessId: '7', RawProcessId: '1' }, 'TargetProcessId', '8', 'process.uid'],
  ['ProcessRollup2', process, 'RawProcessId', '4711', 'process.pid', 4711],
  ['ProcessRollup2', process, 'CommandLine', 'curl -v', 'process.cmd_line'],
  ['ProcessRollup2', process, 'ImageFileName', '/bin/curl', 'process.file.path'],
  ['ProcessRollup2', process, 'ProcessStartTime', '1768471200.5', 'process.created_time', 1_768_471_200_500],
  ['ProcessRollup2', process, 'ProcessEndTime', '1768471200.5', 'process.terminated_time', 1_768_471_200_500],
  ['ProcessRollup2', process, 'ParentBaseFileName', 'bash', 'process.parent_process.name'],
  ['ProcessRollup2', process, 'UserName', 'ada', 'process.user.name'],
  ['ProcessRollup2', process, 'AuthenticationId', '999', 'process.session.uid'],
  ['ProcessRollup2', process, 'IntegrityLevel', '12288', 'process.integrity_id', 4],
  ['ProcessRollup2', process, 'SourceProcessId', '6', 'actor.process.uid'],
  ['EndOfProcess', process, 'ExitCode', '-1', 'exit_code', -1],
  ['EndOfProcess', process, 'ContextProcessId', '9', 'actor.process.uid'],
  ['InjectedThread', { ...library }, 'InjectedDll TargetThreadModule', '/lib/a.so', 'module.file.path'],
  ['InjectedThread', { ...library }, 'ThreadStartAddress', '1234', 'module.start_address'],
  ['InjectedThread', { ...library }, 'RawProcessId', '4711', 'process.pid', 4711],
  ['NetworkConnectIP4', peer, 'LocalAddressIP4', '192.0.2.7', 'src_endpoint.ip'],
  ['NetworkConnectIP4', { ...peer, LocalAddressIP4: '192.0.2.7' }, 'LocalPort', '4711', 'src_endpoint.port', 4711],
  ['NetworkConnectIP4', { RemoteAddressIP4: '198.51.100.2' }, 'RemotePort', '443', 'dst_endpoint.port', 443],
  ['NetworkConnectIP4', peer, 'Protocol', '6', 'connection_info.protocol_num', 6],
  ['NetworkConnectIP4', peer, 'ConnectionDirection', '0', 'connection_info.direction_id', 2],
  ['NewScriptWritten', file, 'Size', '512', 'file.size', 512],
  ['NewScriptWritten', file, 'FileIdentifier', 'f-1', 'file.uid'],
  ['NewScriptWritten', file, 'DesiredAccess', '7', 'access_mask', 7],
  ['NewScriptWritten', file, 'MD5HashData', md5, 'file.hashes.0.value'],
  ['NewScriptWritten', file, 'SHA1HashData', sha1, 'file.hashes.0.value'],
  ['NewScriptWritten', file, 'SHA256HashData', sha256, 'file.hashes.0.value'],
  ['FileRenameInfo', rename, 'Size', '512', 'file_result.size', 512],
  ['FsVolumeMounted', context, 'VolumeMountPoint VolumeDriveLetter VolumeName', '/mnt', 'file.path'],
  ['AsepValueUpdate', registry, 'RegValueName', 'Updater', 'reg_value.name'],
  ['AsepValueUpdate', registry, 'RegStringValue RegNumericValue RegBinaryValue', '1', 'reg_value.data'],
  ['ImageHash', image, 'CompanyName', 'Example Corp', 'module.file.company_name'],
  ['ImageHash', image, 'FileVersion', '1.2', 'module.file.version'],
  ['ImageHash', image, 'ModuleSize', '512', 'module.file.size', 512],
  ['ImageHash', image, 'ModuleBaseAddress', '1234', 'module.base_address'],
  ['ImageHash', image, 'TargetImageFileName', '/bin/curl', 'actor.process.file.path'],
  ['ImageHash', image, 'SHA256HashData', sha256, 'module.file.hashes.0.value'],
  ['DriverLoad', context, 'ImageFileName', '/lib/a.ko', 'driver.file.path'],
  ['KextLoad', context, 'BundleID', 'com.example.net', 'driver.file.name'],
  ['ScriptControlScanInfo', script, 'ScriptContentName', '/tmp/a.ps1', 'module.file.path'],
  ['ScriptControlScanInfo', script, 'ContentSHA256HashData', sha256, 'module.file.hashes.0.value'],
  ['ScriptControlScanInfo', script, 'CommandLine', 'pwsh a.ps1', 'actor.process.cmd_line'],
  ['ScriptControlScanInfo', script, 'ImageFileName', '/bin/pwsh', 'actor.process.file.path'],
  ['UserLogon', {}, 'UserName', 'ada', 'user.name'],
  ['UserLogon', user, 'LogonDomain', 'CORP', 'user.domain'],
  ['UserLogon', user, 'RemoteAddressIP4 RemoteAddressIP6', '192.0.2.7', 'src_endpoint.ip'],
  ['UserLogon', user, 'ClientComputerName', 'pc1', 'src_endpoint.hostname'],
  ['UserLogon', { ...user, ClientComputerName: 'pc1' }, 'RemotePort', '4711', 'src_endpoint.port', 4711],
  ['UserLogon', user, 'AuthenticationId LogonId', '999', 'session.uid'],
  ['UserLogon', user, 'LogonTime', '1768471200.5', 'session.created_time', 1_768_471_200_500],
  ['UserLogon', { ...user, LogonId: '999' }, 'LogonServer', 'dc1', 'session.issuer'],
  ['UserLogon', user, 'ContextProcessId', '7', 'logon_process.uid'],
  ['UserLogonFailed2', user, 'Status SubStatus', '3221225578', 'status_code', '0xC000006A'],
  ['ServiceStarted', context, 'ServiceDisplayName ServiceName', 'Spooler', 'win_service.name'],
  ['ServiceStarted', service, 'ServiceImagePath CommandLine ImageFileName', '/bin/s', 'win_service.cmd_line'],
  ['ServiceStarted', service, 'ServiceStart', '2', 'win_service.service_start_type_id', 3],
  ['ServiceStarted', service, 'ServiceErrorControl', '1', 'win_service.service_error_control_id', 2],
  ['ServiceStarted', service, 'ServiceGroup', 'SpoolerGroup', 'win_service.load_order_group'],
  ['ServiceStarted', service, 'ServiceObjectName', 'LocalSystem', 'win_service.service_start_name'],
  [
    'ServiceStarted',
    { ServiceName: 'a' },
    'RpcClientProcessId ContextProcessId TargetProcessId',
    '5',
    'actor.process.uid',
  ],
  ['ScheduledTaskRegistered', task, 'TaskExecCommand', '/bin/backup', 'job.cmd_line'],
  ['ScheduledTaskRegistered', { TaskName: 'a' }, 'ContextProcessId RpcClientProcessId', '5', 'actor.process.uid'],
  ['UserAccountCreated', { UserName: 'ada' }, 'RpcClientProcessId ContextProcessId', '5', 'actor.process.uid'],
  ['UserAccountCreated', account, 'UserRid UserSid', 'S-1-5-21-1-2-3-1001', 'user.uid'],
  [
    'ActiveDirectoryAuthentication',
    {},
    'SourceAccountUserName SourceAccountName SourceAccountSamAccountName',
    'ada',
    'user.name',
  ],
  [
    'ActiveDirectoryAuthentication',
    signedIn,
    'SourceAccountObjectSid SourceAccountAzureId SourceAccountOktaId',
    'u-1',
    'user.uid',
  ],
  ['ActiveDirectoryAuthentication', signedIn, 'SourceAccountDomain', 'CORP', 'user.domain'],
  [
    'ActiveDirectoryAuthentication',
    signedIn,
    'SourceEndpointAddressIP4 SourceEndpointAddressIP6',
    '192.0.2.7',
    'src_endpoint.ip',
  ],
  ['ActiveDirectoryAuthentication', signedIn, 'SourceEndpointHostName', 'pc1', 'src_endpoint.hostname'],
  ['SsoUserLogon', signedIn, 'TargetServiceAccessIdentifier SsoApplicationIdentifier', 'payroll', 'service.name'],
  ['UserIdentity', {}, 'UserSid UID', '501', 'user.uid'],
  ['UserIdentity', {}, 'UserName UserPrincipal', 'ada', 'user.name'],
  ['UserIdentity', user, 'LogonDomain', 'CORP', 'user.domain'],
  ['UserIdentity', user, 'UserIsAdmin', '0', 'user.type_id', 1],
];

/** A case of one field. */
type Row = readonly [
  kind: string,
  needed: Fields,
  name: string,
  value: string,
  path: string,
  expected: string | number,
];

const rows = cases.flatMap(([kind, needed, names, value, path, expected = value]) =>
  names.split(' ').map((name): Row => [kind, needed, name, value, path, expected]),
);

test.each(rows)('of %s with %j, %s=%s is %s', (kind, needed, name, value, path, expected) => {
  expect(valueAt(eventOf(kind, needed), path)).not.toBe(expected);
  const event = eventOf(kind, { ...needed, [name]: value });
  expect(valueAt(event, path)).toBe(expected);
  expect(event['unmapped'] ?? {}).not.toHaveProperty(name);
});

test.each([
  ['ServiceStart', 'service_start_type_id', { 0: 1, 1: 2, 2: 3, 3: 4, 4: 5 }],
  ['ServiceErrorControl', 'service_error_control_id', { 0: 1, 1: 2, 2: 3, 3: 4 }],
  ['ServiceType', 'service_type_id', { 1: 1, 2: 2, 16: 3, 32: 4, 272: 3, 224: 4, 80: 3, 48: 0, 64: 0 }],
])('%s of a service is %s', (field, attribute, ids) => {
  for (const [value, id] of Object.entries(ids))
    expect(valueAt(eventOf('ServiceStarted', { ...service, [field]: value }), `win_service.${attribute}`), value).toBe(
      id,
    );
});

test('a flag that no table knows stays in unmapped', () => {
  expect(
    eventOf('ServiceStarted', { ...service, ServiceStart: '9', ServiceErrorControl: 'constructor' }),
  ).toMatchObject({
    unmapped: { ServiceStart: '9', ServiceErrorControl: 'constructor' },
  });
});

test('the command of a task has its arguments behind it', () => {
  const job = (fields: object): unknown => eventOf('ScheduledTaskRegistered', { ...task, ...fields })['job'];
  expect(job({ TaskExecCommand: '/bin/backup', TaskExecArguments: '-v' })).toMatchObject({
    cmd_line: '/bin/backup -v',
    file: { path: '/bin/backup' },
  });
  expect(job({ TaskExecArguments: '-v' })).not.toHaveProperty('cmd_line');
  const long = eventOf('ScheduledTaskRegistered', {
    ...task,
    TaskExecCommand: '/b',
    TaskExecArguments: 'x'.repeat(65_535),
  });
  expect(long).toMatchObject({ job: { cmd_line: '/b' }, unmapped: { TaskExecArguments: expect.any(String) } });
});

test('a status of Windows is a failure where its two highest bits are set', () => {
  const statuses = ['0', '1', '1073741824', '2147483648', '3221225472', '-1073741790', 'odd', '46170898432'];
  expect(statuses.map((Status) => eventOf('NewScriptWritten', { ...file, Status })['status_id'])).toEqual([
    1, 1, 1, 1, 2, 2, 1, 1,
  ]);
  expect(eventOf('NewScriptWritten', { ...file, Status: '3221225472' })).toMatchObject({
    unmapped: { Status: '3221225472' },
  });
});

test('sizes are no less than 0, and a field that does not fit stays', () => {
  for (const size of ['0', '-1'])
    expect(valueAt(eventOf('NewScriptWritten', { ...file, Size: size }), 'file.size')).toBe(
      size === '0' ? 0 : undefined,
    );
  for (const size of ['0', '-1'])
    expect(valueAt(eventOf('ImageHash', { ...image, ModuleSize: size }), 'module.file.size')).toBe(
      size === '0' ? 0 : undefined,
    );
});

test('the user of a process is the one who started it where both are of one session', () => {
  const started = (fields: object): unknown =>
    eventOf('ProcessRollup2', { ...process, UserName: 'ada', ...fields })['actor'];
  expect(started({})).toEqual({ process: { uid: '7' }, user: { name: 'ada' } });
  expect(started({ AuthenticationId: '9', ParentAuthenticationId: '9' })).toMatchObject({ user: { name: 'ada' } });
  expect(started({ AuthenticationId: '9', ParentAuthenticationId: '8' })).toEqual({ process: { uid: '7' } });
  expect(started({ SourceProcessId: '7' })).toMatchObject({ process: { uid: '7' } });
});

test('a process that nobody ended ended itself', () => {
  expect(eventOf('EndOfProcess', { TargetProcessId: '8' })['actor']).toEqual({ process: { uid: '8' } });
  expect(eventOf('EndOfProcess', { RawProcessId: '4711' })['actor']).toEqual({ process: { pid: 4711 } });
});

test('the context of a request over RPC is not who asked for it', () => {
  expect(
    eventOf('ServiceStarted', { ServiceName: 'a', RpcClientProcessId: '5', ContextImageFileName: '/bin/svchost' })[
      'actor'
    ],
  ).toEqual({ process: { uid: '5' } });
});

test('when it happened is told by the clock of the host, unless that is plainly wrong', () => {
  const received = 1_768_471_200_000;
  const at = (ContextTimeStamp: string): unknown =>
    eventOf('DnsRequest', { ...dns, timestamp: String(received), ContextTimeStamp })['time'];
  const day = 86_400_000;
  expect(at(String(received - day))).toBe(received - day);
  expect(at(String(received + day))).toBe(received + day);
  expect(at(String(received + day + 1))).toBe(received);
  expect(at(String(Date.UTC(2010, 0, 1)))).toBe(Date.UTC(2010, 0, 1));
  expect(at(String(Date.UTC(2010, 0, 1) - 1))).toBe(received);
  expect(at('soon')).toBe(received);
  expect(eventOf('DnsRequest', { ...dns, ContextTimeStamp: '1768471200.5' })['time']).toBe(1_768_471_200_500);
  for (const name of ['_time', 'Time'])
    expect(eventOf('DnsRequest', { ...dns, [name]: '1768471200.5' })['time'], name).toBe(1_768_471_200_500);
  expect(eventOf('DnsRequest', { ...dns, timestamp: String(received) })).toMatchObject({
    time: received,
    metadata: { original_time: String(received), logged_time: received },
  });
});

function valueAt(event: Fields, path: string): unknown {
  return path.split('.').reduce<unknown>((value, name) => (value as Fields | undefined)?.[name], event);
}

test('without an address a port says nothing, and stays', () => {
  expect(eventOf('NetworkConnectIP4', { ...peer, LocalPort: '4711' })).toMatchObject({
    unmapped: { LocalPort: '4711' },
  });
  expect(eventOf('NetworkConnectIP4', { ...peer, ComputerName: 'pc1' })).toMatchObject({
    src_endpoint: { name: 'pc1' },
  });
  expect(valueAt(eventOf('NetworkConnectIP4', peer), 'src_endpoint')).not.toHaveProperty('name');
});

test('a process that was asked for over WMI needs who asked and what started', () => {
  const started = (fields: Fields): unknown => eventOf('WmiCreateProcess', fields)['class_uid'];
  expect(started({ RpcClientProcessId: '5', TargetProcessId: '8' })).toBe(1007);
  expect(started({ RpcClientProcessId: '5' })).toBe(0);
  expect(started({ TargetProcessId: '8' })).toBe(0);
});

test('a detection names its process by the names of the context', () => {
  const detected = (fields: Fields): unknown =>
    eventOf('FileDetectInfo', { ContextProcessId: '7', ...fields })['evidences'];
  expect(detected({ ContextBaseFileName: 'curl' })).toMatchObject([{ actor: { process: { name: 'curl' } } }]);
  expect(
    detected({
      ImageFileName: '/bin/curl',
      CommandLine: 'curl -v',
      TargetFileName: '/tmp/a',
      RemoteAddressIP4: '192.0.2.7',
    }),
  ).toMatchObject([
    {
      actor: { process: { name: 'curl', cmd_line: 'curl -v', file: { path: '/bin/curl' } } },
      file: { path: '/tmp/a' },
      src_endpoint: { ip: '192.0.2.7' },
    },
  ]);
});

test.each(['-', '65536', '-1', '123456', 'x'])('%s is no port', (port) => {
  const event = eventOf('NetworkConnectIP4', { RemoteAddressIP4: '198.51.100.2', RemotePort: port });
  expect(event['dst_endpoint']).toEqual({ ip: '198.51.100.2' });
});

test('a hash has hexadecimal digits alone', () => {
  for (const hash of [`g${md5.slice(1)}`, `${md5.slice(1)}g`, `:${md5.slice(1)}`, '0'.repeat(32)])
    expect(eventOf('NewScriptWritten', { ...file, MD5HashData: hash }), hash).toMatchObject({
      unmapped: { MD5HashData: hash },
    });
});

test('a logon knows its user and its host as well as the record does', () => {
  expect(eventOf('UserLogon', { UserName: 'CORP\\ada', LogonDomain: 'OTHER' })).toMatchObject({
    user: { name: 'ada', domain: 'CORP' },
    unmapped: { LogonDomain: 'OTHER' },
  });
  expect(eventOf('UserLogon', user)['user']).toEqual({ name: 'ada' });
  expect(eventOf('UserLogon', { ...user, ComputerName: 'pc1', aid: undefined })['dst_endpoint']).toEqual({
    name: 'pc1',
  });
  expect(eventOf('UserLogon', { ...user, aid: undefined, aip: '192.0.2.7' })['dst_endpoint']).toEqual({
    name: 'unknown',
  });
  expect(eventOf('UserLogon', user)['dst_endpoint']).not.toHaveProperty('name');
  expect(eventOf('UserLogon', { ...user, LogonType: 'constructor' })).not.toHaveProperty('logon_type_id');
});

test('a controller and a host are named where they have a name', () => {
  const controller = (fields: Fields): unknown =>
    eventOf('ActiveDirectoryAuthentication', { ...signedIn, ...fields })['dst_endpoint'];
  expect(controller({ ComputerName: 'dc1' })).toMatchObject({ name: 'dc1' });
  expect(controller({})).not.toHaveProperty('name');
  expect(eventOf('ActiveDirectoryAuthentication', { ...signedIn, SourceEndpointHostName: 'a b' })).toMatchObject({
    src_endpoint: { name: 'a b' },
  });
});

test('a membership needs both the account and the group', () => {
  const classOf = (fields: Fields): unknown => eventOf('UserAccountAddedToGroup', fields)['class_uid'];
  expect(classOf({ UserName: 'ada', GroupRid: '00000220' })).toBe(3006);
  expect(classOf({ UserName: 'ada' })).toBe(0);
  expect(classOf({ GroupRid: '00000220' })).toBe(0);
});

test('an evaluation of a cloud needs the rule and the resource', () => {
  const classOf = (fields: Fields): unknown => eventOf('CloudSecurityIOMEvaluation', fields)['class_uid'];
  expect(classOf({ ruleId: 'r', resource: { resourceId: 'b' } })).toBe(2003);
  expect(classOf({ resource: { resourceId: 'b' } })).toBe(0);
  expect(classOf({ ruleId: 'r' })).toBe(0);
  expect(classOf({ ruleId: 'r', resource: {} })).toBe(0);
});

test('who took on an identity had another before, as far as the record says', () => {
  const actor = (fields: Fields): unknown =>
    eventOf('TokenImpersonated', { ContextProcessId: '7', ImpersonatedUserName: 'eve', ...fields })['actor'];
  expect(actor({ OriginalUserSid: 'S-1' })).toMatchObject({ user: { uid: 'S-1' } });
  expect(actor({ OriginalUserName: 'ada' })).toMatchObject({ user: { name: 'ada' } });
  expect(actor({})).not.toHaveProperty('user');
});
