import { expect, test } from 'vitest';
import { eventOf } from '../record.fixture.ts';

type Fields = Readonly<Record<string, unknown>>;

const process = {
  ContextProcessId: '7',
  RawProcessId: '42',
  ImageFileName: '/usr/bin/mv',
  CommandLine: 'mv a.txt b.txt',
};

function matched(type: string, operation: string, fields: Fields = {}): Fields {
  const object = { ObjectType: type, ObjectAccessOperationType: operation, ObjectName: '/srv/a.txt' };
  return eventOf('FileIntegrityMonitorRuleMatched', { ...process, ...object, ...fields });
}

test.each([
  ['1', 1],
  ['2', 3],
  ['3', 4],
  ['4', 3],
  ['5', 5],
  ['6', 6],
  ['7', 7],
  ['8', 14],
])('operation %s on a file or a folder is activity %s', (operation, activity) => {
  const event = matched('1', operation);
  expect(event).toMatchObject({
    class_uid: 1001,
    activity_id: activity,
    file: { path: '/srv/a.txt', type_id: 1 },
    actor: { process: { uid: '7', pid: 42, name: 'mv', cmd_line: 'mv a.txt b.txt', file: { path: '/usr/bin/mv' } } },
  });
  expect(event).not.toHaveProperty('unmapped');
  expect(matched('2', operation)).toMatchObject({ activity_id: activity, file: { type_id: 2 } });
});

test.each([
  ['3', '1', 201_002, 2],
  ['3', '2', 201_002, 3],
  ['3', '3', 201_002, 4],
  ['3', '4', 201_002, 2],
  ['3', '5', 201_002, 3],
  ['4', '1', 201_001, 1],
  ['4', '2', 201_001, 3],
  ['4', '3', 201_001, 4],
  ['4', '4', 201_001, 3],
  ['4', '5', 201_001, 5],
  ['4', '6', 201_001, 3],
  ['4', '7', 201_001, 6],
])(
  'of the registry, object %s and operation %s are class %s and activity %s',
  (type, operation, classUid, activity) => {
    const event = matched(type, operation, { ObjectName: '\\a\\\\b' });
    expect(event).toMatchObject({ class_uid: classUid, activity_id: activity });
  },
);

test('two backslashes stand between a key and the name of its value', () => {
  const value = (path: string): unknown => matched('3', '4', { ObjectName: path, RegType: '1' })['reg_value'];
  const key = '\\REGISTRY\\MACHINE\\SOFTWARE';
  expect(value(`${key}\\\\a\\b`)).toEqual({ path: key, name: 'a\\b', type_id: 10 });
  expect(value(`${key}\\\\`)).toEqual({ path: key, name: '(Default)', is_default: true, type_id: 10 });
  expect(value('a\\\\b\\c')).toMatchObject({ path: 'a', name: 'b\\c' });
  // What begins with two has no key before them.
  expect(value('\\\\a\\b')).toMatchObject({ path: '\\\\a', name: 'b' });
  expect(matched('4', '1', { ObjectName: key })).toMatchObject({ reg_key: { path: key } });
});

test('without two backslashes the last one stands before the name of a value', () => {
  const value = (path: string): unknown => matched('3', '4', { ObjectName: path });
  expect(value('a\\b\\c')).toMatchObject({ reg_value: { path: 'a\\b', name: 'c' } });
  expect(value('a\\')).toMatchObject({ reg_value: { path: 'a', is_default: true } });
  for (const path of ['a', '\\a']) expect(value(path)).toMatchObject({ class_uid: 0 });
});

test('what was renamed has its old name and its new one', () => {
  const event = matched('2', '5', { ObjectNameNew: '/srv/b.txt' });
  expect(event).toMatchObject({ file: { path: '/srv/a.txt' }, file_result: { path: '/srv/b.txt', type_id: 2 } });
  expect(matched('1', '2', { FileSize: '12' })).toMatchObject({ file: { size: 12 } });
  expect(matched('1', '2', { FileSize: '0' })).toMatchObject({ file: { size: 0 } });
  expect(matched('1', '2', { FileSize: '-1' })['file']).not.toHaveProperty('size');
});

test.each([
  ['1', 2],
  ['2', 3],
  ['3', 4],
  ['4', 5],
  ['5', 0],
  [undefined, 0],
])('a rule of severity %s makes one of %s', (severity, id) => {
  const event = matched('1', '2', severity === undefined ? {} : { PolicyRuleSeverity: severity });
  expect(event['severity_id']).toBe(id);
  expect(event['unmapped']).toEqual(id === 0 && severity !== undefined ? { PolicyRuleSeverity: severity } : undefined);
});

test.each([
  ['9', '1'],
  ['1', '9'],
  ['3', '6'],
  ['4', '8'],
])('object %s with operation %s is kept as it is', (type, operation) => {
  expect(matched(type, operation)).toMatchObject({
    class_uid: 0,
    unmapped: { ...process, ObjectType: type, ObjectAccessOperationType: operation },
  });
});

test('nobody who did it, or nothing that it was done to, is no such event', () => {
  const object = { ObjectType: '1', ObjectAccessOperationType: '2' };
  expect(eventOf('FileIntegrityMonitorRuleMatched', { ...object, ObjectName: '/a' })).toMatchObject({ class_uid: 0 });
  expect(eventOf('FileIntegrityMonitorRuleMatched', { ...object, ...process })).toMatchObject({ class_uid: 0 });
  const user = eventOf('FileIntegrityMonitorRuleMatched', { ...object, ObjectName: '/a', UserName: 'ada' });
  expect(user).toMatchObject({ class_uid: 1001, actor: { user: { name: 'ada' } } });
});
