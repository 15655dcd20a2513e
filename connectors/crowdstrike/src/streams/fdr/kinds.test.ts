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

function mapped(name: string, fields: object = everything): object {
  const result = mapRecord(
    { event_simpleName: name, ...fields },
    { config: fdrConfigOf(), receivedAt: 0, origin: { transport: 's3', path: 's3://cs-prod-example/data/part-0.gz' } },
  );
  if (Array.isArray(result) || isRejection(result) || isSkip(result)) throw new Error(`${name} is no event`);
  return result;
}
