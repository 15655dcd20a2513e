import { isRejection, isSkip } from '@sluice/connector';
import { expect, test } from 'vitest';
import { fdrConfigOf } from './config.fixture.ts';
import { mappedNames } from './makers.ts';
import { mapRecord } from './map.ts';

/** A field of each meaning that some kind of record needs. */
const everything = {
  id: '00000000-0000-11f0-8000-000000000001',
  aid: 'a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1',
  timestamp: '1768471200500',
  ContextProcessId: '1',
  TargetProcessId: '2',
  ParentProcessId: '1',
  UserSid: 'S-1-5-21-1-2-3-1001',
  UserName: 'ada',
  ImpersonatedUserName: 'eve',
  DomainName: 'example.com',
  LocalAddressIP4: '192.0.2.1',
  LocalAddressIP6: '2001:db8::1',
  LocalPort: '40000',
  RemoteAddressIP4: '198.51.100.1',
  RemoteAddressIP6: '2001:db8::2',
  RemotePort: '443',
  SourceFileName: '\\a.txt',
  TargetFileName: '\\b.txt',
  ImageFileName: '\\a.dll',
  VolumeMountPoint: '/mnt',
  RegObjectName: '\\REGISTRY\\MACHINE',
  ServiceDisplayName: 'Spooler',
  TaskName: '\\Backup',
  DomainSid: 'S-1-5-21-1-2-3',
  GroupRid: '00000220',
  UserRid: '000003E9',
};

/** What the names of records say, in OCSF's numbers. */
const kinds: readonly (readonly [names: string, event: object])[] = [
  ['ProcessRollup2 SyntheticProcessRollup2 WmiCreateProcess', { class_uid: 1007, activity_id: 1, status_id: 1 }],
  ['EndOfProcess TerminateProcess', { class_uid: 1007, activity_id: 2, status_id: 1 }],
  [
    'InjectedThread InjectedThreadFromUnsignedModule BrowserInjectedThread',
    { class_uid: 1007, activity_id: 4, status_id: 1, injection_type_id: 1 },
  ],
  [
    'DocumentProgramInjectedThread JavaInjectedThread',
    { class_uid: 1007, activity_id: 4, status_id: 1, injection_type_id: 1 },
  ],
  ['DllInjection', { class_uid: 1007, activity_id: 4, status_id: 1, injection_type_id: 2 }],
  [
    'QueueApcEtw SuspiciousUserRemoteAPCAttempt',
    { class_uid: 1007, activity_id: 4, status_id: 1, injection_type_id: 3 },
  ],
  [
    'CreateThreadReflectiveDll',
    { class_uid: 1007, activity_id: 4, status_id: 1, injection_type_id: 99, injection_type: 'Reflective Library' },
  ],
  [
    'PrivilegedProcessHandle PrivilegedProcessHandleFromUnsignedModule LsassHandleFromUnsignedModule',
    { class_uid: 1007, activity_id: 3, status_id: 1 },
  ],
  ['TokenImpersonated', { class_uid: 1007, activity_id: 5, status_id: 1 }],
  ['CommandHistory', { class_uid: 1007, activity_id: 99, activity_name: 'Command History', status_id: 1 }],
  [
    'WmiProviderRegistrationEtw',
    { class_uid: 1007, activity_id: 99, activity_name: 'Registration of a WMI Provider', status_id: 1 },
  ],
  ['ProcessSelfDeleted', { class_uid: 1007, activity_id: 99, activity_name: 'Self Deletion', status_id: 1 }],
  [
    'ProcessExecOnPackedExecutable',
    { class_uid: 1007, activity_id: 99, activity_name: 'Run of a Packed Executable', status_id: 1 },
  ],
  ['DnsRequest SuspiciousDnsRequest', { class_uid: 4003, activity_id: 1, status_id: 1 }],
  [
    'NetworkConnectIP4 NetworkReceiveAcceptIP4',
    { class_uid: 4001, activity_id: 1, status_id: 1, connection_info: { protocol_ver_id: 4 } },
  ],
  [
    'NetworkConnectIP6 NetworkReceiveAcceptIP6',
    { class_uid: 4001, activity_id: 1, status_id: 1, connection_info: { protocol_ver_id: 6 } },
  ],
  ['NetworkCloseIP4', { class_uid: 4001, activity_id: 2, status_id: 1, connection_info: { protocol_ver_id: 4 } }],
  ['NetworkCloseIP6', { class_uid: 4001, activity_id: 2, status_id: 1, connection_info: { protocol_ver_id: 6 } }],
  ['NetworkListenIP4', { class_uid: 4001, activity_id: 7, status_id: 1, connection_info: { protocol_ver_id: 4 } }],
  ['NetworkListenIP6', { class_uid: 4001, activity_id: 7, status_id: 1, connection_info: { protocol_ver_id: 6 } }],
  [
    'FirewallRuleIP4Matched',
    {
      class_uid: 4001,
      activity_id: 99,
      activity_name: 'Match of a Firewall Rule',
      status_id: 1,
      connection_info: { protocol_ver_id: 4 },
    },
  ],
  [
    'FirewallRuleIP6Matched',
    {
      class_uid: 4001,
      activity_id: 99,
      activity_name: 'Match of a Firewall Rule',
      status_id: 1,
      connection_info: { protocol_ver_id: 6 },
    },
  ],
  [
    'RawBindIP4',
    {
      class_uid: 4001,
      activity_id: 99,
      activity_name: 'Raw Bind',
      status_id: 1,
      connection_info: { protocol_ver_id: 4 },
    },
  ],
  [
    'RawBindIP6',
    {
      class_uid: 4001,
      activity_id: 99,
      activity_name: 'Raw Bind',
      status_id: 1,
      connection_info: { protocol_ver_id: 6 },
    },
  ],
  [
    'NewExecutableWritten NewScriptWritten PackedExecutableWritten FileCreateInfo RansomwareCreateFile',
    { class_uid: 1001, activity_id: 1, status_id: 1, file: { type_id: 1 } },
  ],
  ['DirectoryCreate', { class_uid: 1001, activity_id: 1, status_id: 1, file: { type_id: 2 } }],
  [
    'RansomwareRenameFile NewExecutableRenamed FileRenameInfo',
    { class_uid: 1001, activity_id: 5, status_id: 1, file: { type_id: 1 } },
  ],
  [
    'ExecutableDeleted FileDeleted FileDeleteInfo',
    { class_uid: 1001, activity_id: 4, status_id: 1, file: { type_id: 1 } },
  ],
  [
    'FileOpenInfo FsPostOpenSnapshotFile RansomwareOpenFile CriticalFileAccessed',
    { class_uid: 1001, activity_id: 14, status_id: 1, file: { type_id: 1 } },
  ],
  [
    'CriticalFileModified FileContentsChanged AsepFileChange',
    { class_uid: 1001, activity_id: 3, status_id: 1, file: { type_id: 1 } },
  ],
  ['FileTimestampsModified', { class_uid: 1001, activity_id: 6, status_id: 1, file: { type_id: 1 } }],
  ['FileSetMode', { class_uid: 1001, activity_id: 7, status_id: 1, file: { type_id: 1 } }],
  [
    'FsVolumeMounted RemovableMediaVolumeMounted SnapshotVolumeMounted',
    { class_uid: 1001, activity_id: 12, status_id: 1, file: { type_id: 2 } },
  ],
  [
    'FsVolumeUnmounted RemovableMediaVolumeUnmounted',
    { class_uid: 1001, activity_id: 13, status_id: 1, file: { type_id: 2 } },
  ],
  [
    'AsepValueUpdate RegGenericValueUpdate RegSystemConfigValueUpdate',
    { class_uid: 201002, activity_id: 3, status_id: 1 },
  ],
  ['SuspiciousRegAsepUpdate RegCrowdstrikeValueUpdate', { class_uid: 201002, activity_id: 3, status_id: 1 }],
  [
    'RegCrowdstrikeKeyUpdate AsepKeyUpdate RegKeySecurityDecreased',
    { class_uid: 201001, activity_id: 3, status_id: 1 },
  ],
  ['ImageHash ClassifiedModuleLoad UnsignedModuleLoad', { class_uid: 1005, activity_id: 1, status_id: 1 }],
  ['ModuleBlockedEvent ModuleBlockedEventWithPatternId', { class_uid: 1005, activity_id: 1, status_id: 2 }],
  [
    'ScriptControlScanTelemetry ScriptControlScanInfo ScriptControlScanV2',
    { class_uid: 1005, activity_id: 99, activity_name: 'Script Run' },
  ],
  ['DriverLoad KernelModeLoadImage KextLoad', { class_uid: 1002, activity_id: 1, status_id: 1 }],
  ['KextUnload', { class_uid: 1002, activity_id: 2, status_id: 1 }],
  ['UserLogon', { class_uid: 3002, activity_id: 1, status_id: 1 }],
  ['UserLogonFailed UserLogonFailed2', { class_uid: 3002, activity_id: 1, status_id: 2 }],
  ['UserLogoff', { class_uid: 3002, activity_id: 2, status_id: 1 }],
  ['ServiceStarted HostedServiceStarted', { class_uid: 201004, activity_id: 3, status_id: 1 }],
  ['HostedServiceStopped', { class_uid: 201004, activity_id: 4, status_id: 1 }],
  ['CreateService', { class_uid: 201004, activity_id: 1, status_id: 1 }],
  ['ModifyServiceBinary', { class_uid: 201004, activity_id: 2, status_id: 1 }],
  ['ScheduledTaskRegistered', { class_uid: 1006, activity_id: 1, status_id: 1 }],
  ['ScheduledTaskModified', { class_uid: 1006, activity_id: 2, status_id: 1 }],
  ['ScheduledTaskDeleted', { class_uid: 1006, activity_id: 3, status_id: 1 }],
  ['UserAccountCreated', { class_uid: 3001, activity_id: 1, status_id: 1 }],
  ['UserAccountDeleted', { class_uid: 3001, activity_id: 6, status_id: 1 }],
  ['UserAccountAddedToGroup', { class_uid: 3006, activity_id: 3, status_id: 1 }],
  ['UserAccountRemovedFromGroup', { class_uid: 3006, activity_id: 4, status_id: 1 }],
  ['ScriptControlDetectInfo FileDetectInfo FileSystemOperationDetectInfo', { class_uid: 2004, activity_id: 1 }],
  ['RegistryOperationDetectInfo RemoteBruteForceDetectInfo', { class_uid: 2004, activity_id: 1 }],
  [
    'LogonBehaviorCompositionDetectInfo ExtendedExploitMitigationViolatedDetectInfo',
    { class_uid: 2004, activity_id: 1 },
  ],
  ['DotnetModuleLoadDetectInfo DriverLoadedV2DetectInfo', { class_uid: 2004, activity_id: 1 }],
  [
    'FalconProcessHandleOpDetectInfo MacroDetectInfo IPCDetectInfo HttpRequestDetect',
    { class_uid: 2004, activity_id: 1 },
  ],
  [
    'RansomwareFileAccessPattern SuspiciousCreateSymbolicLink ProcessExecOnSMBFile',
    { class_uid: 2004, activity_id: 1 },
  ],
  ['AssociateIndicator EarlyExploitPivotDetect ModuleDetectInfo', { class_uid: 2004, activity_id: 1 }],
  ['ProcessHandleOpDetectInfo SuspiciousLackOfProcessRollupEvents', { class_uid: 2004, activity_id: 1 }],
  [
    'ProvisioningChannelVersionRequired ChannelVersionRequired ChannelActive ConfigStateUpdate',
    { class_uid: 5002, activity_id: 1 },
  ],
  ['FirewallEnabled FirewallDisabled FirewallChangeOption FirewallSetRule', { class_uid: 5019, activity_id: 1 }],
  ['FirewallDeleteRule FirewallDeleteRuleIP4 FirewallDeleteRuleIP6', { class_uid: 5019, activity_id: 1 }],
  ['BillingInfo OsVersionInfo SystemCapacity CurrentSystemTags', { class_uid: 5001, activity_id: 1 }],
  ['UserIdentity', { class_uid: 5003, activity_id: 1 }],
];

test.each(kinds)('%s is %j', (names, expected) => {
  for (const name of names.split(' ')) expect(mapped(name), name).toMatchObject(expected);
});

test('each kind that is mapped is among them', () => {
  expect(kinds.flatMap(([names]) => names.split(' ')).toSorted()).toEqual(mappedNames.toSorted());
});

test('a process that started has a parent, or a user, or is kept as it is', () => {
  const started = (fields: object): object => mapped('ProcessRollup2', { aid: 'a1', TargetProcessId: '2', ...fields });
  expect(started({ UserName: 'ada' })).toMatchObject({ class_uid: 1007, actor: { user: { name: 'ada' } } });
  expect(started({ ParentProcessId: '1' })).toMatchObject({ class_uid: 1007, actor: { process: { uid: '1' } } });
  expect(started({ ParentProcessId: '0' })).toMatchObject({ class_uid: 0 });
});

function mapped(name: string, fields: object = everything): object {
  const result = mapRecord(
    { event_simpleName: name, ...fields },
    { config: fdrConfigOf(), receivedAt: 0, origin: { transport: 's3', path: 's3://cs-prod-example/data/part-0.gz' } },
  );
  if (Array.isArray(result) || isRejection(result) || isSkip(result)) throw new Error(`${name} is no event`);
  return result;
}
