import { expect, test } from 'vitest';
import { eventOf } from '../record.fixture.ts';

type Fields = Readonly<Record<string, string>>;

const [context, target] = [{ ContextProcessId: '7' }, { TargetProcessId: '8' }];

/** What OCSF requires of the class of a kind of record, by the fields that say it. */
const needs: readonly (readonly [kind: string, classUid: number, fields: Fields])[] = [
  ['FileRenameInfo', 1001, { ...context, SourceFileName: '/tmp/a', TargetFileName: '/tmp/b' }],
  ['NewScriptWritten', 1001, { ...context, TargetFileName: '/tmp/a' }],
  ['FsVolumeMounted', 1001, { ...context, VolumeMountPoint: '/mnt' }],
  ['DriverLoad', 1002, { ...context, ImageFileName: '/lib/a.ko' }],
  ['ImageHash', 1005, { ...context, ImageFileName: '/lib/a.so' }],
  ['ScriptControlScanInfo', 1005, context],
  ['AsepValueUpdate', 201_002, { ...context, RegObjectName: 'HKLM\\Run' }],
  ['AsepKeyUpdate', 201_001, { ...context, RegObjectName: 'HKLM\\Run' }],
  ['ServiceStarted', 201_004, { ...context, ServiceName: 'Spooler' }],
  ['ScheduledTaskRegistered', 1006, { TaskName: '\\Backup' }],
  ['ProcessRollup2', 1007, { ...target, ParentProcessId: '7' }],
  ['WmiCreateProcess', 1007, { ...target, RpcClientProcessId: '7' }],
  ['WmiCreateProcess', 1007, { ...target, ...context }],
  ['InjectedThread', 1007, { ...target, ...context }],
  ['PrivilegedProcessHandle', 1007, { ...target, ...context }],
  ['TokenImpersonated', 1007, { ...context, ImpersonatedUserName: 'eve' }],
  ['EndOfProcess', 1007, target],
  ['CommandHistory', 1007, target],
  ['CommandHistory', 1007, { RawProcessId: '4711' }],
  ['UserAccountAddedToGroup', 3006, { UserName: 'ada', GroupRid: '00000220' }],
  ['UserAccountCreated', 3001, { UserName: 'ada' }],
  ['UserLogon', 3002, { UserName: 'ada' }],
  ['ActiveDirectoryAuthentication', 3002, { SourceAccountName: 'ada' }],
  ['SsoUserLogon', 3002, { SourceAccountName: 'ada' }],
  ['NetworkConnectIP4', 4001, { RemoteAddressIP4: '198.51.100.2' }],
  ['NetworkListenIP4', 4001, { LocalAddressIP4: '192.0.2.7' }],
  ['DnsRequest', 4003, { DomainName: 'example.com' }],
];

test.each(needs)('%s is of class %i by %j, and a base event without any of it', (kind, classUid, fields) => {
  expect(eventOf(kind, fields)['class_uid']).toBe(classUid);
  for (const name of Object.keys(fields)) {
    const event = eventOf(kind, { ...fields, [name]: undefined });
    expect(event['class_uid'], name).toBe(0);
    for (const [other, value] of Object.entries(fields))
      if (other !== name) expect(event['unmapped'], `${other} without ${name}`).toMatchObject({ [other]: value });
  }
});

test.each(['FileRenameInfo', 'DriverLoad', 'ServiceStarted', 'TokenImpersonated'])(
  '%s with nothing else is kept as a base event',
  (kind) => {
    expect(eventOf(kind, {})).toMatchObject({ class_uid: 0, message: kind });
  },
);

test.each([
  ['FirewallDisabled', 'aid'],
  ['AgentOnline', 'aid'],
  ['AgentConnect', 'aid'],
  ['ActiveDirectoryAuthentication', 'aid'],
  ['FileDetectInfo', 'id'],
])('%s tells nothing without its %s', (kind, name) => {
  const fields = { SourceAccountName: 'ada' };
  expect(eventOf(kind, fields)['class_uid']).not.toBe(0);
  expect(eventOf(kind, { ...fields, [name]: undefined })['class_uid']).toBe(0);
});
