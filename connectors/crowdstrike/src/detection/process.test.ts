import type { File, Process } from '@sluice/ocsf/1.3.0';
import { expect, test } from 'vitest';
import { Fields } from '../falcon/fields.ts';
import { fileOf, processOf, userBy } from './process.ts';

const names = {
  uid: 'uid',
  pid: 'pid',
  commandLine: 'commandLine',
  name: 'name',
  path: 'path',
  md5: 'md5',
  sha1: 'sha1',
  sha256: 'sha256',
  started: 'started',
  ended: 'ended',
};

function fieldsOf(record: object): Fields {
  const fields = Fields.of(record);
  if (fields === undefined) throw new Error('a record is an object');
  return fields;
}

function file(record: object): File | undefined {
  return fileOf(fieldsOf(record), names);
}

function process(record: object): Process | undefined {
  return processOf(fieldsOf(record), names);
}

test.each([
  ['\\Device\\HarddiskVolume2\\Windows', 'cmd.exe', '\\Device\\HarddiskVolume2\\Windows\\cmd.exe'],
  ['C:\\Windows\\', 'cmd.exe', 'C:\\Windows\\cmd.exe'],
  ['C:\\Windows\\CMD.EXE', 'cmd.exe', 'C:\\Windows\\CMD.EXE'],
  ['C:\\Temp\\renamed.EXE', 'cmd.exe', 'C:\\Temp\\renamed.EXE'],
  ['/usr/bin', 'curl', '/usr/bin/curl'],
  ['/usr/bin/', 'curl', '/usr/bin/curl'],
  ['/usr/bin/curl', 'curl', '/usr/bin/curl'],
  ['/opt/tool-1.2', 'tool', '/opt/tool-1.2/tool'],
  ['/opt/tool-1.2', 'tool.sh', '/opt/tool-1.2/tool.sh'],
  ['/usr/bin/curl', undefined, '/usr/bin/curl'],
  [undefined, 'curl', 'curl'],
])('the file at %j by the name %j is %j', (path, name, whole) => {
  expect(file({ path, name })).toMatchObject({ path: whole });
});

test('a folder and a name that are too long together are not put together', () => {
  const path = `/${'x'.repeat(65_530)}`;
  expect(file({ path, name: 'curl' })?.path).toBe(path);
  expect(file({ path, name: 'sh' })?.path).toBe(`${path}/sh`);
});

test('a file has the hashes that are of the length of their kind', () => {
  const [md5, sha1, sha256] = ['a'.repeat(32), 'b'.repeat(40), 'c'.repeat(64)];
  expect(file({ name: 'x', md5, sha1, sha256 })?.hashes).toEqual([
    { algorithm_id: 1, value: md5 },
    { algorithm_id: 2, value: sha1 },
    { algorithm_id: 3, value: sha256 },
  ]);
  const odd = { md5: sha1, sha1: sha256, sha256: md5 };
  expect(file({ name: 'x', ...odd })).not.toHaveProperty('hashes');
  expect(file({ name: 'x', sha256: 'g'.repeat(64) })).not.toHaveProperty('hashes');
  const record = fieldsOf({ name: 'x', md5, sha1: md5 });
  fileOf(record, names);
  expect(record.rest()).toEqual({ sha1: md5 });
  expect(file({ md5 })).toBeUndefined();
});

test('a process has an id of Falcon or one of its system', () => {
  expect(process({ uid: 'u-1' })).toEqual({ uid: 'u-1' });
  expect(process({ pid: '7' })).toEqual({ pid: 7 });
  expect(process({ name: 'curl', commandLine: 'curl -v' })).toBeUndefined();
});

test('a process says how it was called, and when it ran', () => {
  const [started, ended] = ['1768471200', '1768471260'];
  expect(process({ uid: 'u-1', commandLine: 'curl -v', started, ended })).toEqual({
    uid: 'u-1',
    cmd_line: 'curl -v',
    created_time: 1_768_471_200_000,
    terminated_time: 1_768_471_260_000,
  });
});

test('a process is named as its field says, or else as its file', () => {
  expect(process({ uid: 'u-1', name: 'cmd.exe', path: 'C:\\Temp\\renamed.exe' })).toMatchObject({
    name: 'cmd.exe',
    file: { name: 'renamed.exe' },
  });
  expect(process({ uid: 'u-1', path: '/usr/bin/curl' })).toMatchObject({ name: 'curl', file: { name: 'curl' } });
  expect(process({ uid: 'u-1', name: 'curl' })).toMatchObject({ name: 'curl', file: { path: 'curl' } });
});

test.each([
  [{ name: 'ada' }, { name: 'ada' }],
  [{ uid: 'S-1-5-21-1-2-3-1001' }, { uid: 'S-1-5-21-1-2-3-1001' }],
  [{ uid: 'S-1-5-18' }, { uid: 'S-1-5-18', type_id: 3 }],
  [{ name: 'EXAMPLE\\ada' }, { name: 'ada', domain: 'EXAMPLE' }],
  [
    { name: 'EXAMPLE\\ada', domain: 'CORP' },
    { name: 'EXAMPLE\\ada', domain: 'CORP' },
  ],
  [{ domain: 'CORP' }, undefined],
])('who is %j is the user %j', (record, expected) => {
  expect(userBy(fieldsOf(record), 'name', 'uid', 'domain')).toEqual(expected);
});
