import { expect, test } from 'vitest';
import { Fields } from './fields.ts';
import { baseName, fileAt, hashesOf, isHash } from './file.ts';

test('a path is taken apart, of Windows or POSIX', () => {
  const path = 'C:\\Windows\\cmd.exe';
  expect(fileAt(path)).toEqual({ name: 'cmd.exe', type_id: 1, path, parent_folder: 'C:\\Windows', ext: 'exe' });
  expect(fileAt('/bin/sh')).toEqual({ name: 'sh', type_id: 1, path: '/bin/sh', parent_folder: '/bin' });
  expect(fileAt('/var/log/', 2)).toEqual({ name: 'log', type_id: 2, path: '/var/log/', parent_folder: '/var' });
  expect(fileAt('C:\\Temp\\', 2)).toMatchObject({ name: 'Temp', parent_folder: 'C:' });
  expect(fileAt('/')).toEqual({ name: '/', type_id: 1, path: '/' });
  expect(fileAt('//')).toEqual({ name: '//', type_id: 1, path: '//' });
  expect(fileAt('a/b')).toEqual({ name: 'b', type_id: 1, path: 'a/b', parent_folder: 'a' });
  expect(fileAt('/vmlinuz')).toEqual({ name: 'vmlinuz', type_id: 1, path: '/vmlinuz' });
});

test('an extension is short, and neither the whole name nor empty', () => {
  const extensions = ['.profile', 'a.', 'a.b.c', `a.${'x'.repeat(19)}`, `a.${'x'.repeat(20)}`].map(
    (name) => fileAt(name).ext,
  );
  expect(extensions).toEqual([undefined, undefined, 'c', 'x'.repeat(19), undefined]);
  expect(fileAt('/etc/conf.d', 2)).not.toHaveProperty('ext');
});

test('the name of a file stands behind the last separator', () => {
  expect(['C:\\a\\b.exe', '/a/b', 'b', 'a\\b/c'].map(baseName)).toEqual(['b.exe', 'b', 'b', 'c']);
});

test('hashes are of the length of their kind, and not all zeros', () => {
  const [md5, sha1, sha256] = ['a'.repeat(32), 'b'.repeat(40), 'c'.repeat(64)];
  const whole = { MD5HashData: md5, SHA1HashData: sha1, SHA256HashData: sha256 };
  expect(hashesIn(whole)).toEqual({
    hashes: [
      { algorithm_id: 1, value: md5 },
      { algorithm_id: 2, value: sha1 },
      { algorithm_id: 3, value: sha256 },
    ],
    rest: undefined,
  });
  const odd = { MD5HashData: sha1, SHA1HashData: sha256, SHA256HashData: md5 };
  expect(hashesIn(odd)).toEqual({ hashes: undefined, rest: odd });
  expect(hashesIn({ SHA1HashData: '0'.repeat(40) }).hashes).toBeUndefined();
  expect(hashesOf(fieldsOf({ ContentSHA256HashData: sha256, SHA256HashData: 'd'.repeat(64) }), 'Content')).toEqual([
    { algorithm_id: 3, value: sha256 },
  ]);
});

test('hexadecimal digits are of either case, and nothing around them is', () => {
  expect(['0a', '9f', 'AF', '01'].every(isHash)).toBe(true);
  expect(['00', '', '0g', '0G', '1/', '1:', '1`', '1@', '1 ', 'aé'].some(isHash)).toBe(false);
});

function hashesIn(record: object): { hashes: ReturnType<typeof hashesOf>; rest: ReturnType<Fields['rest']> } {
  const fields = fieldsOf(record);
  return { hashes: hashesOf(fields), rest: fields.rest() };
}

function fieldsOf(record: object): Fields {
  const fields = Fields.of(record);
  if (fields === undefined) throw new Error('a record is an object');
  return fields;
}
