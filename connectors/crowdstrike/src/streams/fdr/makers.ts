import {
  AccountChangeActivityId as Account,
  AuthenticationActivityId as Logon,
  FileActivityActivityId as FileActivity,
  FileTypeId,
  GroupManagementActivityId as Group,
  KernelExtensionActivityId as Driver,
  NetworkActivityActivityId as Network,
  ScheduledJobActivityActivityId as Job,
  ApiActivityStatusId as StatusId,
  WinServiceActivityActivityId as Service,
} from '@sluice/ocsf/1.3.0';
import { account, directoryRecord, membership } from './events/account.ts';
import { cloudEvaluation } from './events/cloud-evaluation.ts';
import { detection } from './events/detection.ts';
import { dnsBlocked, dnsLookup } from './events/dns.ts';
import { eventLogCleared } from './events/event-log.ts';
import { integrityRuleMatched } from './events/file-integrity.ts';
import { fileChange, fileRename, volume } from './events/file.ts';
import { job } from './events/job.ts';
import { logon } from './events/logon.ts';
import { driverLoad, moduleLoad, reflectiveLoad, scriptRun } from './events/module.ts';
import { connection, waiting } from './events/network.ts';
import {
  impersonation,
  injection,
  otherAbout,
  processBlocked,
  processEnd,
  processOpen,
  processStart,
  substitution,
  wmiStart,
} from './events/process.ts';
import { domainAccount, domainLogon, singleSignOn } from './events/identity.ts';
import { registryKeyChange, registryValueChange } from './events/registry.ts';
import { hostDescription, protectionChange, sensorConfig, userDescription } from './events/sensor.ts';
import { service } from './events/service.ts';
import type { EventMaker } from './record.ts';
import { detectionNames, isDetectInfo } from './sensor-detections.ts';
import { configStateNames, hostDescriptionNames, protectionChangeNames } from './sensor-states.ts';

const remoteThread = injection(1);
const queuedCall = injection(3);

/** What each `event_simpleName` becomes. A name that is not here is kept as a base event. */
const byName: Readonly<Record<string, EventMaker>> = {
  ProcessRollup2: processStart,
  ProcessRollup: processStart,
  SyntheticProcessRollup2: processStart,
  WmiCreateProcess: wmiStart,
  ProcessBlocked: processBlocked,
  EndOfProcess: processEnd,
  TerminateProcess: processEnd,
  InjectedThread: remoteThread,
  InjectedThreadFromUnsignedModule: remoteThread,
  BrowserInjectedThread: remoteThread,
  DocumentProgramInjectedThread: remoteThread,
  JavaInjectedThread: remoteThread,
  RemoteThreadCreate: remoteThread,
  DllInjection: injection(2),
  ProcessInjection: injection(99, 'Code Written by Another Process'),
  QueueApcEtw: queuedCall,
  SuspiciousUserRemoteAPCAttempt: queuedCall,
  CreateThreadReflectiveDll: injection(99, 'Reflective Library'),
  PrivilegedProcessHandle: processOpen,
  PrivilegedProcessHandleFromUnsignedModule: processOpen,
  LsassHandleFromUnsignedModule: processOpen,
  SuspiciousPrivilegedProcessHandle: processOpen,
  TokenImpersonated: impersonation,
  ProcessSubstituteUser: substitution,
  CommandHistory: otherAbout('Command History'),
  ProcessSelfDeleted: otherAbout('Self Deletion'),
  ProcessExecOnPackedExecutable: otherAbout('Run of a Packed Executable'),

  DnsRequest: dnsLookup,
  SuspiciousDnsRequest: dnsLookup,
  DnsRequestResult: dnsLookup,
  DnsRequestBlocked: dnsBlocked,

  NetworkConnectIP4: connection(Network.Open, 4),
  NetworkConnectIP6: connection(Network.Open, 6),
  NetworkConnectIP4Blocked: connection(Network.Refuse, 4),
  NetworkConnectIP6Blocked: connection(Network.Refuse, 6),
  NetworkReceiveAcceptIP4: connection(Network.Open, 4),
  NetworkReceiveAcceptIP6: connection(Network.Open, 6),
  NetworkCloseIP4: connection(Network.Close, 4),
  NetworkCloseIP6: connection(Network.Close, 6),
  NetworkListenIP4: waiting(Network.Listen, 4),
  NetworkListenIP6: waiting(Network.Listen, 6),
  FirewallRuleIP4Matched: connection(Network.Other, 4, 'Match of a Firewall Rule'),
  FirewallRuleIP6Matched: connection(Network.Other, 6, 'Match of a Firewall Rule'),
  RawBindIP4: waiting(Network.Other, 4, 'Raw Bind'),
  RawBindIP6: waiting(Network.Other, 6, 'Raw Bind'),
  PromiscuousBindIP4: waiting(Network.Other, 4, 'Promiscuous Bind'),
  PromiscuousBindIP6: waiting(Network.Other, 6, 'Promiscuous Bind'),

  NewExecutableWritten: fileChange(FileActivity.Create),
  NewScriptWritten: fileChange(FileActivity.Create),
  PackedExecutableWritten: fileChange(FileActivity.Create),
  FileCreateInfo: fileChange(FileActivity.Create),
  FsPostCreate: fileChange(FileActivity.Create),
  BITSJobCreated: fileChange(FileActivity.Create),
  DirectoryCreate: fileChange(FileActivity.Create, FileTypeId.Folder),
  RansomwareCreateFile: fileChange(FileActivity.Create),
  RansomwareRenameFile: fileRename,
  NewExecutableRenamed: fileRename,
  FileRenameInfo: fileRename,
  ExecutableDeleted: fileChange(FileActivity.Delete),
  FileDeleted: fileChange(FileActivity.Delete),
  FileDeleteInfo: fileChange(FileActivity.Delete),
  FileOpenInfo: fileChange(FileActivity.Open),
  FsPostOpen: fileChange(FileActivity.Open),
  FsPostOpenUpImpersonating: fileChange(FileActivity.Open),
  FsPostOpenSnapshotFile: fileChange(FileActivity.Open),
  RansomwareOpenFile: fileChange(FileActivity.Open),
  CriticalFileAccessed: fileChange(FileActivity.Open),
  CriticalFileModified: fileChange(FileActivity.Update),
  SuspiciousRawDiskRead: fileChange(FileActivity.Read),
  FileContentsChanged: fileChange(FileActivity.Update),
  AsepFileChange: fileChange(FileActivity.Update),
  AsepFileChangeScanInfo: fileChange(FileActivity.Update),
  FileTimestampsModified: fileChange(FileActivity.SetAttributes),
  FileSetMode: fileChange(FileActivity.SetSecurity),
  FsVolumeMounted: volume(FileActivity.Mount),
  RemovableMediaVolumeMounted: volume(FileActivity.Mount),
  SnapshotVolumeMounted: volume(FileActivity.Mount),
  FsVolumeUnmounted: volume(FileActivity.Unmount),
  RemovableMediaVolumeUnmounted: volume(FileActivity.Unmount),

  FileIntegrityMonitorRuleMatched: integrityRuleMatched,

  AsepValueUpdate: registryValueChange,
  RegGenericValueUpdate: registryValueChange,
  RegSystemConfigValueUpdate: registryValueChange,
  UnclassifiedRegValueUpdate: registryValueChange,
  SuspiciousRegAsepUpdate: registryValueChange,
  RegCrowdstrikeValueUpdate: registryValueChange,
  RegCrowdstrikeKeyUpdate: registryKeyChange,
  AsepKeyUpdate: registryKeyChange,
  RegGenericKeyUpdate: registryKeyChange,
  RegSystemConfigKeyUpdate: registryKeyChange,
  RegKeySecurityDecreasedFromUnsignedModule: registryKeyChange,
  RegKeySecurityDecreased: registryKeyChange,

  ImageHash: moduleLoad(StatusId.Success),
  LoadImage: moduleLoad(StatusId.Success),
  ClassifiedModuleLoad: moduleLoad(StatusId.Success),
  UnsignedModuleLoad: moduleLoad(StatusId.Success),
  ReflectiveDotnetModuleLoad: reflectiveLoad('.NET Assembly', 'ModuleILPath', 'AssemblyName'),
  ReflectiveDllLoaded: reflectiveLoad('Reflective Library', 'ReflectiveDllName'),
  ModuleBlockedEvent: moduleLoad(StatusId.Failure),
  ModuleBlockedEventWithPatternId: moduleLoad(StatusId.Failure),
  ScriptControlScanTelemetry: scriptRun,
  ScriptControlScanInfo: scriptRun,
  ScriptControlScanV2: scriptRun,
  DriverLoad: driverLoad(Driver.Load),
  KernelModeLoadImage: driverLoad(Driver.Load),
  KernelModeExecImage: driverLoad(Driver.Load),
  KextLoad: driverLoad(Driver.Load),
  KextUnload: driverLoad(Driver.Unload),

  UserLogon: logon(Logon.Logon, StatusId.Success),
  UserLogonFailed: logon(Logon.Logon, StatusId.Failure),
  UserLogonFailed2: logon(Logon.Logon, StatusId.Failure),
  UserLogoff: logon(Logon.Logoff, StatusId.Success),
  ActiveDirectoryAuthentication: domainLogon(Logon.Logon, StatusId.Success),
  ActiveDirectoryAuthenticationFailure: domainLogon(Logon.Logon, StatusId.Failure),
  ActiveDirectoryInteractiveDomainLogon: domainLogon(Logon.Logon, StatusId.Success),
  ActiveDirectoryServiceAccessRequest: domainLogon(Logon.Other, StatusId.Success, 'Service Access'),
  ActiveDirectoryServiceAccessRequestFailure: domainLogon(Logon.Other, StatusId.Failure, 'Service Access'),
  SsoUserLogon: singleSignOn(Logon.Logon, StatusId.Success),
  SsoUserLogonFailure: singleSignOn(Logon.Logon, StatusId.Failure),
  SsoApplicationAccess: singleSignOn(Logon.Logon, StatusId.Success),
  SsoApplicationAccessFailure: singleSignOn(Logon.Logon, StatusId.Failure),

  EventLogCleared: eventLogCleared,

  ServiceStarted: service(Service.Start),
  HostedServiceStarted: service(Service.Start),
  HostedServiceStopped: service(Service.Stop),
  ServiceStopped: service(Service.Stop),
  CreateService: service(Service.Create),
  ModifyServiceBinary: service(Service.Reconfigure),

  ScheduledTaskRegistered: job(Job.Create),
  ScheduledTaskModified: job(Job.Update),
  ScheduledTaskDeleted: job(Job.Delete),

  UserAccountCreated: account(Account.Create),
  UserAccountDeleted: account(Account.Delete),
  ActiveDirectoryAccountCreated: domainAccount(Account.Create),
  ActiveDirectoryAccountEnabled: domainAccount(Account.Enable),
  ActiveDirectoryAccountDisabled: domainAccount(Account.Disable),
  ActiveDirectoryAccountLocked: domainAccount(Account.Lock),
  ActiveDirectoryAccountUnlocked: domainAccount(Account.Other, 'Unlock'),
  ActiveDirectoryAccountPasswordUpdate: domainAccount(Account.PasswordChange),
  ActiveDirectoryAccountNameUpdate: domainAccount(Account.Other, 'Name Change'),
  OpenDirectoryCreateUser: directoryRecord(Account.Create),
  OpenDirectoryDeleteUser: directoryRecord(Account.Delete),
  OpenDirectoryPasswordModification: directoryRecord(Account.PasswordChange),
  OpenDirectoryAttributeAdd: directoryRecord(Account.Other, 'Attribute Added'),
  OpenDirectoryAttributeSet: directoryRecord(Account.Other, 'Attribute Set'),
  OpenDirectoryAttributeRemove: directoryRecord(Account.Other, 'Attribute Removed'),
  UserAccountAddedToGroup: membership(Group.AddUser),
  UserAccountRemovedFromGroup: membership(Group.RemoveUser),

  UserIdentity: userDescription,
  CloudSecurityIOMEvaluation: cloudEvaluation,
};

const makers = new Map([
  ...Object.entries(byName),
  ...detectionNames.map((name) => [name, detection] as const),
  ...configStateNames.map((name) => [name, sensorConfig] as const),
  ...protectionChangeNames.map((name) => [name, protectionChange] as const),
  ...hostDescriptionNames.map((name) => [name, hostDescription] as const),
]);
const fileWritten = fileChange(FileActivity.Create);

/** The maker for a kind of record. `PeFileWritten`, `PdfFileWritten` and so on: there is one for each format of file. */
export function makerFor(name: string): EventMaker | undefined {
  const maker = makers.get(name);
  if (maker !== undefined) return maker;
  if (name.endsWith('FileWritten')) return fileWritten;
  return isDetectInfo(name) ? detection : undefined;
}

/** The names that have a maker of their own. */
export const mappedNames: readonly string[] = [...makers.keys()];
