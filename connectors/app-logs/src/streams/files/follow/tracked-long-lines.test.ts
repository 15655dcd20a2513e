import { truncateSync } from 'node:fs';
import { appendFile, open, truncate, writeFile, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { temporaryFolder } from '../reading.fixture.ts';
import { foundAt, lengths, limitsOf, linesIn, next, nextChunk, positionIn, rest } from './followed-file.fixture.ts';
import type { ReadLimits } from './followed-file.ts';
import { TrackedFile } from './tracked-file.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let path = '';
let handle: FileHandle | undefined;
beforeEach(async () => {
  folder = await temporaryFolder();
  path = join(folder.path, 'app.log');
});
afterEach(async () => {
  vi.restoreAllMocks();
  await handle?.close();
  handle = undefined;
  await folder[Symbol.asyncDispose]();
});

const megabyte = 1024 * 1024;

/** A log of this text. */
async function logOf(text: string, others: Partial<ReadLimits> = {}): Promise<TrackedFile> {
  await writeFile(path, text);
  handle = await open(path, 'r');
  const limits = limitsOf(new AbortController().signal);
  // With the getters that a test has.
  Object.defineProperties(limits, Object.getOwnPropertyDescriptors(others));
  return TrackedFile.of(handle, { found: await foundAt(path), kept: undefined, limits });
}

test('a line that is longer than what is read at once comes whole', async () => {
  const long = 'x'.repeat(1.5 * megabyte);
  for (const end of ['\n', '\r\n']) {
    const text = `one\n${long}${end}two\n`;
    const file = await logOf(text, { maxLineBytes: 1.5 * megabyte });
    const chunks = [await next(file), await next(file), await next(file), await next(file)];
    expect(chunks.map(lengths)).toEqual([[3], [1.5 * megabyte], [3], undefined]);
    expect(file.position.offset).toBe(text.length);
    await handle?.close();
  }
});

test('a long line that has no end yet is looked at once, and waits for it', async () => {
  const file = await logOf('x'.repeat(1.2 * megabyte), { maxLineBytes: 2 * megabyte });
  expect([await next(file), file.isDrained]).toEqual([undefined, true]);
  await file.refresh();
  const read = vi.spyOn(handle!, 'read');
  expect(await next(file)).toBeUndefined();
  const bytesRead = await Promise.all(
    read.mock.results.map(async ({ value }) => ((await value) as { bytesRead: number }).bytesRead),
  );
  expect(bytesRead.reduce((sum, bytes) => sum + bytes, 0)).toBeLessThanOrEqual(1024);
  await appendFile(path, 'x'.repeat(0.5 * megabyte));
  await file.refresh();
  expect(await next(file)).toBeUndefined();
  await appendFile(path, 'y\none\n');
  await file.refresh();
  expect(lengths(await rest(file))).toEqual([Math.floor(1.2 * megabyte) + 0.5 * megabyte + 1, 3]);
});

test('a long line without an end is one where no more comes', async () => {
  const file = await logOf('x'.repeat(1.2 * megabyte), { maxLineBytes: 2 * megabyte });
  expect(await next(file)).toBeUndefined();
  expect(lengths(await next(file, true))).toEqual([Math.floor(1.2 * megabyte)]);
  await handle?.close();
  expect(lengths(await next(await logOf('x'.repeat(1.2 * megabyte), { maxLineBytes: 2 * megabyte }), true))).toEqual([
    Math.floor(1.2 * megabyte),
  ]);
});

test('where a file is written anew, a long line that had no end is forgotten', async () => {
  const file = await logOf('x'.repeat(1.2 * megabyte));
  expect(await next(file)).toBeUndefined();
  await writeFile(path, 'one\n');
  expect(await next(file)).toBe('cut');
  expect(await rest(file)).toEqual(['one']);
});

test.each([
  ['with an end', '\n', false],
  ['without an end, where no more comes', '', true],
])('of a line that is too long, %s, one byte more than is allowed comes', async (_, end, isLast) => {
  const text = `${'x'.repeat(1.2 * megabyte)}${end}`;
  const file = await logOf(`${text}${end}${end === '' ? '' : 'two\n'}`);
  const chunk = await nextChunk(file, isLast);
  expect(chunk.tooLong).toBe(1);
  expect([...chunk.bounds]).toEqual([0, 1001]);
  expect(chunk.bytes).toHaveLength(1001);
  expect(chunk.positionAfter(0)).toEqual(positionIn(path, text, text.length));
  expect(file.position).toEqual(chunk.positionAfter(0));
  expect(await rest(file)).toEqual(end === '' ? [] : ['two']);
});

test('a line that is too long is cut behind a whole character', async () => {
  const file = await logOf(`${'€'.repeat(0.5 * megabyte)}\n`);
  expect(await next(file)).toEqual(['€'.repeat(334)]);
});

test('lines that are too long are counted', async () => {
  const file = await logOf(`${'x'.repeat(1001)}\n${'x'.repeat(1000)}\n${'x'.repeat(2000)}\n`);
  const chunk = await file.next(false);
  expect(chunk).toMatchObject({ tooLong: 2 });
});

const piece = (tag: string, text: string): string => `2026-01-15T12:00:00.123456789Z stdout ${tag} ${text}\n`;

test('pieces of a line wait for its last one, and are put together', async () => {
  const file = await logOf(`one\n${piece('P', 'a')}`);
  expect(await next(file)).toEqual(['one']);
  expect([await next(file), file.isDrained]).toEqual([undefined, true]);
  await appendFile(path, `${piece('F', 'b')}two\n`);
  await file.refresh();
  const chunk = await nextChunk(file);
  const text = `one\n${piece('P', 'a')}${piece('F', 'b')}`;
  expect(chunk.positionAfter(0)).toEqual(positionIn(path, text, text.length));
  expect(linesIn(chunk)).toEqual([piece('F', 'ab').trimEnd(), 'two']);
  expect(file.unreadBytes).toBe(0);
});

test('pieces of which the last does not come are given out where no more comes, or there are too many', async () => {
  const file = await logOf(piece('P', 'a'));
  expect(await next(file)).toBeUndefined();
  expect(await next(file, true)).toEqual([piece('P', 'a').trimEnd()]);
  await handle?.close();
  const many = await logOf(piece('P', 'a').repeat(30_000), { maxLineBytes: 64 * 1024 });
  const lines = await rest(many);
  expect(lines.map((line) => line.split(' ')[3]).join('').length).toBeGreaterThan(20_000);
});

test('many small pieces wait for their last one, though they are longer than a line may be', async () => {
  const file = await logOf(piece('P', 'a').repeat(30));
  expect(await next(file)).toBeUndefined();
  await appendFile(path, piece('F', 'b'));
  await file.refresh();
  expect(await next(file)).toEqual([piece('F', `${'a'.repeat(30)}b`).trimEnd()]);
});

test('what is put together has half a megabyte at most', async () => {
  const pieces = piece('P', 'a'.repeat(9958)).repeat(70) + piece('F', 'b');
  const file = await logOf(pieces, { maxLineBytes: 2 * megabyte });
  const lines = await rest(file);
  expect(lines).toHaveLength(2);
  expect(lines[0]!.length).toBeLessThanOrEqual(megabyte / 2);
  expect(lines[0]!.length).toBeGreaterThan(megabyte / 2 - 10_000);
});

test('behind a line that is too long an empty one is read as any', async () => {
  const file = await logOf(`${'x'.repeat(1.2 * megabyte)}\n\n`);
  expect(lengths(await rest(file))).toEqual([1001]);
  expect(file.unreadBytes).toBe(0);
});

test('a long line that is made shorter is looked at again', async () => {
  const lines = 'one\n'.repeat(500);
  for (const [length, more, expected] of [
    [500, 'y\ntwo\n', [`${'x'.repeat(500)}y`, 'two']],
    [0, '\n', []],
  ] as const) {
    const file = await logOf(lines + 'x'.repeat(1.2 * megabyte));
    expect(await rest(file)).toHaveLength(500);
    await truncate(path, lines.length + length);
    await appendFile(path, more);
    expect(await file.refresh()).toBe(false);
    expect(await rest(file)).toEqual(expected);
    expect(file.unreadBytes).toBe(0);
    await handle?.close();
  }
});

test('nothing comes of a line that is made shorter while it is read, until it has its end', async () => {
  let shorten = (): void => {};
  const file = await logOf(`one\n`.repeat(500) + 'x'.repeat(1.2 * megabyte), {
    get maxLineBytes() {
      shorten();
      return 1000;
    },
  });
  expect(await rest(file)).toHaveLength(500);
  await appendFile(path, '\n');
  await file.refresh();
  shorten = () => truncateSync(path, 2500);
  expect(await next(file)).toBeUndefined();
  shorten = () => {};
  await appendFile(path, 'y\ntwo\n');
  expect(await file.refresh()).toBe(false);
  expect(await rest(file)).toEqual([`${'x'.repeat(500)}y`, 'two']);
});
