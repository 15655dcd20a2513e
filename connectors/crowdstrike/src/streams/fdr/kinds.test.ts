import { isRejection, isSkip } from '@sluice/connector';
import { expect, test } from 'vitest';
import { createEventFinisher } from '@sluice/testing';
import { connector } from '../../index.ts';
import { fdrConfigOf } from './config.fixture.ts';
import { kinds } from './kinds/all.fixture.ts';
import { mappedNames } from './makers.ts';
import { mapRecord } from './map.ts';
import { fdr } from './stream.ts';

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
  NewUsername: 'bob',
  NewUserID: '501',
  OriginalUserID: '0',
  OriginalUserName: 'root',
  ODRecordName: 'bob',
  ODRecordType: '0',
  ODErrorCode: '0',
  AssemblyName: 'Cart, Version=1.0.0.0',
  ReflectiveDllName: 'cart.dll',
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
  ObjectName: '\\c.txt',
  ObjectType: '1',
  ObjectAccessOperationType: '2',
  PolicyRuleSeverity: '3',
  VolumeMountPoint: '/mnt',
  RegObjectName: '\\REGISTRY\\MACHINE',
  ServiceDisplayName: 'Spooler',
  TaskName: '\\Backup',
  DomainSid: 'S-1-5-21-1-2-3',
  GroupRid: '00000220',
  UserRid: '000003E9',
  SourceAccountUserName: 'ada',
  ruleId: 'rule-1',
  resource: { resourceId: 'bucket-1' },
};

const finish = createEventFinisher(connector, fdr);

test.each(kinds)('$says: $is', ({ is, status, with: more, names }) => {
  for (const name of names) {
    const event: Record<string, unknown> = { ...mapped(name) };
    expect(finish(event, 1), name).toEqual([]);
    expect(event, name).toMatchObject({ type_name: is, ...(status === undefined ? {} : { status }), ...more });
  }
});

test('each kind that is mapped is among them, once', () => {
  expect(kinds.flatMap(({ names }) => names).toSorted()).toEqual(mappedNames.toSorted());
});

test('each template by which sensors detect has a kind of records of its own', () => {
  for (const name of ['FileDetectInfo', 'RemoteBruteForceDetectInfo', 'VulnerableDriverDetectInfo', 'NewDetectInfo'])
    expect(mapped(name), name).toMatchObject({ class_uid: 2004, activity_id: 1, finding_info: { title: name } });
});

test.each([
  ['counts processes', 'ProcessRollup2Stats'],
  ['says that a detection was left out', 'DetectionExcluded'],
  ['describes a USB device', 'DcUsbDeviceConnected'],
  ['measures the use of processors', 'ResourceUtilization'],
  ['is not known', 'SomethingNew'],
])('one that %s is of no specific class', (_says, name) => {
  expect(mapped(name)).toMatchObject({ class_uid: 0, metadata: { log_name: name } });
});

test('a process that started has a parent, or a user, or is kept as it is', () => {
  const started = (fields: object): object => mapped('ProcessRollup2', { aid: 'a1', TargetProcessId: '2', ...fields });
  expect(started({ UserName: 'ada' })).toMatchObject({ class_uid: 1007, actor: { user: { name: 'ada' } } });
  expect(started({ ParentProcessId: '1' })).toMatchObject({ class_uid: 1007, actor: { process: { uid: '1' } } });
  expect(started({ ParentProcessId: '0' })).toMatchObject({ class_uid: 0 });
});

test.each<[fields: object, expected: object]>([
  [{}, { class_uid: 0 }],
  [{ ContextProcessId: '1' }, { class_uid: 0 }],
  [{ NewUsername: 'bob' }, { class_uid: 0 }],
  [
    { ContextProcessId: '1', NewUsername: 'bob' },
    { process: { uid: '1', user: { name: 'bob' } }, actor: { process: { uid: '1' } } },
  ],
  [{ ContextProcessId: '1', NewUserID: '501' }, { process: { uid: '1', user: { uid: '501' } } }],
])('who su made of whom is said by %j', (fields, expected) => {
  const event: Record<string, unknown> = { ...mapped('ProcessSubstituteUser', { aid: 'a1', ...fields }) };
  expect({ class_uid: event['class_uid'], process: event['process'], actor: event['actor'] }).toMatchObject(expected);
  expect(Object.keys(event['actor'] ?? {})).not.toContain('user');
});

test.each<[fields: object, classUid: number, status?: number]>([
  [{ ODRecordName: 'bob', ODRecordType: '0', ODErrorCode: '0' }, 3001, 1],
  [{ ODRecordName: 'bob', ODRecordType: '0', ODErrorCode: '5000' }, 3001, 2],
  [{ ODRecordName: 'bob', ODRecordType: '0' }, 3001],
  [{ ODAccountName: 'bob', ODAccountType: '0' }, 3001],
  [{ ODAccountName: 'pc1', ODAccountType: '1' }, 0],
  [{ ODRecordName: 'staff', ODRecordType: '1' }, 0],
  [{ ODRecordName: 'bob' }, 0],
  [{ ODRecordType: '0' }, 0],
  [{ UserNames: 'bob' }, 3001],
  [{ UserNames: 'bob', ODRecordType: '1' }, 0],
])('a change of Open Directory is one of an account by %j', (fields, classUid, status) => {
  const event: Record<string, unknown> = { ...mapped('OpenDirectoryAttributeSet', { aid: 'a1', ...fields }) };
  expect([event['class_uid'], event['status_id']]).toEqual([classUid, status]);
  expect(event['actor']).toBeUndefined();
  if (classUid === 0) return;
  expect(event['user']).toEqual({ name: 'bob' });
  const kept = Object.keys(event['unmapped'] ?? {});
  for (const name of ['ODRecordName', 'ODAccountName', 'UserNames']) expect(kept).not.toContain(name);
});

test.each<[fields: object, name: string | undefined]>([
  [{ ContextProcessId: '1', ModuleILPath: 'Cart', AssemblyName: 'Cart, Version=1' }, 'Cart'],
  [{ ContextProcessId: '1', AssemblyName: 'Cart, Version=1' }, 'Cart, Version=1'],
  [{ ContextProcessId: '1' }, undefined],
  [{ AssemblyName: 'Cart' }, undefined],
])('an assembly is loaded by a process that is named: %j', (fields, name) => {
  const image = { ImageFileName: '\\Device\\a\\shop.exe', CommandLine: 'shop.exe -x' };
  const event: Record<string, unknown> = {
    ...mapped('ReflectiveDotnetModuleLoad', { aid: 'a1', ...image, ...fields }),
  };
  expect((event['module'] as { file?: { name?: string } } | undefined)?.file?.name).toBe(name);
  if (name === undefined) return;
  expect(event).toMatchObject({ actor: { process: { cmd_line: 'shop.exe -x', file: { name: 'shop.exe' } } } });
});

test('an account of Active Directory is known by its own name, or that of the source', () => {
  const changed = (fields: object): Record<string, unknown> => ({
    ...mapped('ActiveDirectoryAccountLocked', { aid: 'a1', ...fields }),
  });
  expect(changed({ SamAccountName: 'bob' })).toMatchObject({ class_uid: 3001, activity_id: 9, user: { name: 'bob' } });
  expect(changed({ SourceAccountSamAccountName: 'bob', SourceAccountObjectSid: 'S-1-5-21-1' })['user']).toEqual({
    name: 'bob',
    uid: 'S-1-5-21-1',
  });
  expect(changed({})['class_uid']).toBe(0);
  expect(mapped('ActiveDirectoryAuthentication', { aid: 'a1', SamAccountName: 'bob' })).toMatchObject({
    class_uid: 3002,
    user: { name: 'bob' },
  });
});

test.each([
  ['C:\\Windows\\System32\\winevt\\Logs\\Security.evtx', 'Security'],
  ['\\Logs\\Microsoft-Windows-PowerShell%4Operational.EVTX', 'Microsoft-Windows-PowerShell/Operational'],
  ['\\Logs\\a%4b%4c.evtx', 'a/b/c'],
  ['System', 'System'],
])('the event log of %s is %s', (TargetFileName, name) => {
  const cleared = mapped('EventLogCleared', {
    aid: 'a1',
    TargetFileName,
    RpcClientProcessId: '4',
    ContextProcessId: '5',
  });
  expect(cleared).toMatchObject({ class_uid: 1008, log_name: name, actor: { process: { uid: '4' } } });
  expect(mapped('EventLogCleared', { aid: 'a1', TargetFileName, ContextProcessId: '5' })).toMatchObject({
    actor: { process: { uid: '5' } },
  });
  expect(mapped('EventLogCleared', { aid: 'a1', TargetFileName })).not.toHaveProperty('actor');
});

test('an event log that is not named is none', () => {
  expect(mapped('EventLogCleared', { aid: 'a1' })).toMatchObject({ class_uid: 0 });
});

test('an extension of the kernel that is known by its bundle has no path', () => {
  const loaded = (fields: object): object => mapped('KextLoad', { aid: 'a1', ContextProcessId: '1', ...fields });
  expect((loaded({ BundleID: 'com.example.net.kext' }) as { driver: unknown }).driver).toEqual({
    file: { name: 'com.example.net.kext', type_id: 0 },
  });
  expect(loaded({ BundleID: 'com.example.net', ImageFileName: '/a/b' })).toMatchObject({
    driver: { file: { name: 'b', path: '/a/b' } },
    unmapped: { BundleID: 'com.example.net' },
  });
  expect(loaded({})).toMatchObject({ class_uid: 0 });
});

function mapped(name: string, fields: object = everything): object {
  const result = mapRecord(
    { event_simpleName: name, ...fields },
    { config: fdrConfigOf(), receivedAt: 0, origin: { transport: 's3', path: 's3://cs-prod-example/data/part-0.gz' } },
  );
  if (Array.isArray(result) || isRejection(result) || isSkip(result)) throw new Error(`${name} is no event`);
  return result;
}
