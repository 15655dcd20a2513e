import { expect, test } from 'vitest';
import { fileOf } from './detection-finding.ts';

const md5 = 'd41d8cd98f00b204e9800998ecf8427e';
const sha1 = 'DA39A3EE5E6B4B0D3255BFEF95601890AFD80709';
const sha256 = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

/** OCSF 1.3, Fingerprint: MD5 is algorithm 1, SHA-1 is 2, SHA-256 is 3. */
test.each([
  [md5, 1],
  [sha1, 2],
  [sha256, 3],
])('%s is a hash of algorithm %i, by which a file without name goes', (hash, algorithm) => {
  const hashes = [{ algorithm_id: algorithm, value: hash }];
  expect(fileOf({ hashes: [hash] })).toEqual({ name: hash, type_id: 0, hashes });
});

test.each([undefined, '', 'g'.repeat(32), `${md5.slice(1)} `, md5.slice(1), `${sha1}0`, `${sha256}0`])(
  '%j is no hash',
  (text) => {
    expect(fileOf({ hashes: [text] })).toBeUndefined();
    expect(fileOf({ path: 'a.exe', hashes: [text] })).toEqual({ name: 'a.exe', type_id: 0 });
  },
);

test.each<[object, object | undefined]>([
  [{}, undefined],
  [{ path: '', size: 7 }, undefined],
  [{ path: 'a.exe' }, { name: 'a.exe', type_id: 0 }],
  [
    { path: '/tmp/a.exe', size: 0 },
    { name: 'a.exe', path: '/tmp/a.exe', type_id: 0, size: 0 },
  ],
  [
    { path: 'C:\\a.exe', hashes: [undefined, md5] },
    { name: 'a.exe', path: 'C:\\a.exe', type_id: 0, hashes: [{ algorithm_id: 1, value: md5 }] },
  ],
])('the file %j is %j', (facts, expected) => {
  expect(fileOf(facts)).toEqual(expected);
});
