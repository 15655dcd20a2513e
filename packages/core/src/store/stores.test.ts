import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { folderStore } from './folder-store.ts';
import { memoryStore } from './memory-store.ts';
import type { ObjectBody, ObjectStore } from './object-store.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sluice-store-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const body = (text: string): ObjectBody => ({ chunks: [Buffer.from(text)], byteLength: text.length });

async function keys(store: ObjectStore, prefix = ''): Promise<string[]> {
  const found = [];
  for await (const { key } of store.list(prefix)) found.push(key);
  return found;
}

describe.each([
  ['folder', () => folderStore(join(folder, 'lake'))],
  ['memory', () => memoryStore()],
])('a %s store', (_, open) => {
  test('gives back what was put, whole or in part', async () => {
    const store = open();
    expect(await store.put('ext/a/one', body('0123456789'))).toBe('stored');
    expect(Buffer.from(await store.read('ext/a/one')).toString()).toBe('0123456789');
    expect(Buffer.from(await store.read('ext/a/one', { start: 2, end: 5 })).toString()).toBe('234');
    expect(await store.byteLength('ext/a/one')).toBe(10);
  });

  test('never overwrites: the second put of a key is already there', async () => {
    const store = open();
    await store.put('a', body('first'));
    expect(await store.put('a', body('other'))).toBe('already-there');
    expect(Buffer.from(await store.read('a')).toString()).toBe('first');
  });

  test('lets one of many writers of a key win', async () => {
    const store = open();
    const results = await Promise.all(Array.from({ length: 8 }, () => store.put('a', body('same'))));
    expect(results.filter((result) => result === 'stored')).toHaveLength(1);
  });

  test('stores a file that is complete', async () => {
    const store = open();
    const path = join(folder, 'staged');
    await writeFile(path, 'from a file');
    expect(await store.put('b/c', { path, byteLength: 11 })).toBe('stored');
    expect(await store.put('b/c', { path, byteLength: 11 })).toBe('already-there');
    await rm(path);
    expect(Buffer.from(await store.read('b/c')).toString()).toBe('from a file');
  });

  test('lists keys by prefix, in order, also where the prefix ends within a name', async () => {
    const store = open();
    for (const key of ['ext/b/2', 'ext/a/1', 'ext/ab/3', 'other']) await store.put(key, body('x'));
    expect(await keys(store)).toEqual(['ext/a/1', 'ext/ab/3', 'ext/b/2', 'other']);
    expect(await keys(store, 'ext/a')).toEqual(['ext/a/1', 'ext/ab/3']);
    expect(await keys(store, 'nothing/')).toEqual([]);
  });

  test('says which object is missing', async () => {
    const store = open();
    await expect(store.read('gone')).rejects.toMatchObject({
      code: 'object_not_found',
      message: expect.stringContaining('gone'),
    });
  });
});

test('a folder store leaves nothing but the objects behind', async () => {
  const store = folderStore(folder);
  await store.put('a/b', body('x'));
  await store.put('a/b', body('x'));
  expect(await readdir(join(folder, 'a'))).toEqual(['b']);
  expect(await readdir(join(folder, '.sluice-tmp'))).toEqual([]);
  expect(await keys(store)).toEqual(['a/b']);
});

test('a folder store refuses keys that lead out of it', async () => {
  await expect(folderStore(folder).put('../outside', body('x'))).rejects.toThrow('leads out of the folder');
});

test('a folder that cannot be made is an error that names it', async () => {
  await writeFile(join(folder, 'file'), '');
  await expect(folderStore(join(folder, 'file')).put('a', body('x'))).rejects.toMatchObject({
    message: expect.stringContaining('file'),
  });
});
