import { mkdir, mkdtemp, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { discover, findMoved, findPacked, isGlob, isGone } from './discover.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sluice-discover-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function write(name: string, second: number): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, name);
  await utimes(path, second, second);
  return path;
}

const never = new AbortController().signal;

async function found(...patterns: string[]): Promise<string[]> {
  const { files, problems } = await discover(
    patterns.map((pattern) => join(folder, pattern)),
    never,
  );
  expect(problems.size).toBe(0);
  return files.map(({ path }) => path.slice(folder.length + 1));
}

test('files are found once each, the oldest change first, and those of the same time by their names', async () => {
  await write('b.log', 20);
  await write('a.log', 30);
  await write('d.log', 10);
  await write('c.log', 20);
  expect(await found('*.log')).toEqual(['d.log', 'b.log', 'c.log', 'a.log']);
  expect(await found('a.log', '*.log', 'a.log')).toEqual(['d.log', 'b.log', 'c.log', 'a.log']);
  await symlink(join(folder, 'a.log'), join(folder, 'link'));
  expect(await found('link')).toEqual(['link']);
  expect(await found('a.log', 'link')).toEqual(['a.log']);
});

test('what is no file, or is not there, is passed over without a word', async () => {
  await mkdir(join(folder, 'a.log'));
  const path = await write('b.log', 10);
  expect(await found('*.log', 'nothing', 'b.log/below')).toEqual(['b.log']);
  expect((await discover([path], never)).files[0]).toMatchObject({ size: 5, modifiedMs: 10_000 });
  await utimes(path, 10.0007, 10.0007);
  expect((await discover([path], never)).files[0]).toMatchObject({ modifiedMs: 10_000 });
});

test('what cannot be looked at is named with the reason', async () => {
  await symlink('loop', join(folder, 'loop'));
  const { files, problems } = await discover([join(folder, 'loop')], never);
  expect([files, [...problems.keys()]]).toEqual([[], [join(folder, 'loop')]]);
  expect(problems.get(join(folder, 'loop'))).toMatch(/^ELOOP/);
});

test('a search that is broken off finds nothing more', async () => {
  await write('a.log', 10);
  expect((await discover([join(folder, '*')], AbortSignal.abort())).files).toEqual([]);
});

test('a file that was moved is found in its folder by what it is', async () => {
  const path = await write('a.log.1', 10);
  const [file] = (await discover([path], never)).files;
  expect(await findMoved(join(folder, 'a.log'), file?.id ?? '')).toEqual(file);
  expect(await findMoved(join(folder, 'other.log'), file?.id ?? '')).toEqual(file);
  expect(await findMoved(join(folder, 'a.log'), '0:0')).toBeUndefined();
  expect(await findMoved(join(folder, 'nothing', 'a.log'), '0:0')).toBe('unknown');
});

test('compressed files beside one are told by their names', async () => {
  for (const name of ['a.log.1.gz', 'a.log.2.zst', 'a.log', 'b.txt']) await write(name, 10);
  await mkdir(join(folder, 'c.gz'));
  const names: string[] = [];
  for await (const { path } of findPacked(join(folder, 'a.log'))) names.push(path.slice(folder.length + 1));
  expect(names.toSorted()).toEqual(['a.log.1.gz', 'a.log.2.zst']);
  for await (const file of findPacked(join(folder, 'nothing', 'a.log'))) expect(file).toBeUndefined();
});

test('patterns are told from paths, and a file that is gone from other reasons', () => {
  expect(['a*', 'a?', 'a[b', 'a]b', 'a{b', 'a}b', 'a.log'].map(isGlob)).toEqual([...Array(6).fill(true), false]);
  const failed = (code: unknown): Error => Object.assign(new Error('no'), { code });
  expect([failed('ENOENT'), failed('ENOTDIR'), failed('EACCES'), new Error('no'), 'ENOENT'].map(isGone)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
});
