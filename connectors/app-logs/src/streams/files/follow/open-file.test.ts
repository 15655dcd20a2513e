import { open, readdir, readlink, writeFile, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { archive, textOf } from '../compressing.fixture.ts';
import { temporaryFolder } from '../reading.fixture.ts';
import { holds } from './fingerprint.ts';
import { foundAt, limitsOf, next, positionIn } from './followed-file.fixture.ts';
import type { FollowedFile, Opening } from './followed-file.ts';
import { isPacked, openFile, UnreadablePacking, withContent } from './open-file.ts';
import { TrackedFile } from './tracked-file.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let path = '';
beforeEach(async () => {
  folder = await temporaryFolder();
  path = join(folder.path, 'app.log');
});
afterEach(async () => {
  vi.restoreAllMocks();
  await folder[Symbol.asyncDispose]();
});

/** How many of the folder's files are held open, where the system tells. */
async function held(): Promise<number> {
  const fds = await readdir('/proc/self/fd').catch(() => []);
  const paths = await Promise.all(fds.map((fd) => readlink(`/proc/self/fd/${fd}`).catch(() => '')));
  return paths.filter((each) => each.startsWith(folder.path)).length;
}

const text = textOf(0, 200);
const xz = Buffer.from([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0, 1, 2]);

async function openingOf(content: string | Uint8Array, kept?: Opening['kept']): Promise<Opening> {
  await writeFile(path, content);
  return { found: await foundAt(path), kept, limits: limitsOf(new AbortController().signal) };
}

test.each([
  ['a plain file', text],
  ['one of gzip', gzipSync(text)],
  ['one of zstd', zstdCompressSync(text)],
])('%s is opened where reading it goes on', async (_, content) => {
  const file: FollowedFile = await openFile(await openingOf(content, positionIn(path, text, textOf(0, 198).length)));
  expect(await next(file)).toEqual(textOf(198, 200).trimEnd().split('\n'));
  await file.close();
  expect(await held()).toBe(0);
});

test('a file that is compressed in a way that is not read is refused by its name, and held no longer', async () => {
  const opening = openFile(await openingOf(xz));
  await expect(opening).rejects.toThrow(UnreadablePacking);
  await expect(opening).rejects.toMatchObject({
    name: 'UnreadablePacking',
    message: 'is compressed by xz, which is not read: leave it out of "paths", or compress by gzip or zstd',
  });
  expect(await held()).toBe(0);
});

test('a file that cannot be read when it is opened is held no longer', async () => {
  vi.spyOn(TrackedFile, 'of').mockRejectedValue(new Error('EIO: i/o error, read'));
  await expect(openFile(await openingOf(text))).rejects.toThrow('EIO');
  expect(await held()).toBe(0);
});

test('what files say is the same however they are stored, and no file is held', async () => {
  for (const content of [text, gzipSync(text), zstdCompressSync(text)]) {
    await writeFile(path, content);
    expect(await withContent(path, (says) => holds(says, positionIn(path, text, text.length)))).toBe(true);
    const other = `x${text.slice(1)}`;
    expect(await withContent(path, (says) => holds(says, positionIn(path, other, text.length)))).toBe(false);
    expect(await withContent(path, async (says) => (await says.head()).length)).toBe(1024);
    const before = await withContent(path, (says) => says.before(600));
    expect(Buffer.from(before ?? []).toString()).toBe(text.slice(344, 600));
    expect(await withContent(path, (says) => says.before(text.length + 1))).toBeUndefined();
  }
  expect(await held()).toBe(0);
  await expect(withContent(path, () => Promise.reject(new Error('of the caller')))).rejects.toThrow('of the caller');
  await writeFile(path, xz);
  await expect(withContent(path, () => Promise.resolve(1))).rejects.toThrow(UnreadablePacking);
  expect(await held()).toBe(0);
});

test('of a compressed file that is damaged, what can be read is said', async () => {
  const long = textOf(0, 500);
  for (const packing of ['gz', 'zst']) {
    const whole = Buffer.concat([long.slice(0, 2500), long.slice(2500)].map((part) => archive(packing, part)));
    await writeFile(path, whole.subarray(0, -100));
    expect(await withContent(path, (says) => holds(says, positionIn(path, long, 2000)))).toBe(true);
    expect(await withContent(path, (says) => says.before(long.length))).toBeUndefined();
  }
  await writeFile(path, gzipSync('one\n'));
  expect(await withContent(path, async (says) => (await says.head()).length)).toBe(4);
  expect(await withContent(path, (says) => says.before(0))).toHaveLength(0);
});

test('where a compressed file cannot be read, that is said', async () => {
  await writeFile(path, gzipSync(text));
  await using handle = await open(path);
  const prototype = Object.getPrototypeOf(handle) as FileHandle;
  await expect(
    withContent(path, (says) => {
      vi.spyOn(prototype, 'read').mockRejectedValue(new Error('EIO: i/o error, read'));
      return says.head();
    }),
  ).rejects.toThrow('EIO');
});

test('whether a file is compressed is told by what it says', async () => {
  for (const [content, is] of [
    [text, false],
    ['', false],
    [gzipSync(''), true],
    [zstdCompressSync(''), true],
    [xz, true],
  ] as const) {
    await writeFile(path, content);
    expect(await isPacked(path)).toBe(is);
    expect(await held()).toBe(0);
  }
});
