import { appendFile, open, truncate, utimes, writeFile, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { temporaryFolder } from '../reading.fixture.ts';
import type { FilePosition } from './cursor.ts';
import { foundAt, limitsOf, next, nextChunk, positionIn, rest } from './followed-file.fixture.ts';
import { Head } from './fingerprint.ts';
import { TrackedFile } from './tracked-file.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let path = '';
let clock = 0;
let abort = new AbortController();
let handle: FileHandle | undefined;
beforeEach(async () => {
  folder = await temporaryFolder();
  path = join(folder.path, 'app.log');
  clock = 1_000_000;
  abort = new AbortController();
  vi.spyOn(performance, 'now').mockImplementation(() => clock);
});
afterEach(async () => {
  vi.restoreAllMocks();
  await handle?.close();
  handle = undefined;
  await folder[Symbol.asyncDispose]();
});

/** A log of this text. */
async function logOf(text: string, kept?: FilePosition): Promise<TrackedFile> {
  await writeFile(path, text);
  handle = await open(path, 'r');
  return TrackedFile.of(handle, { found: await foundAt(path), kept, limits: limitsOf(abort.signal) });
}

test('a file is read from its start, and then as it grows', async () => {
  const file = await logOf('one\ntwo\nth');
  expect([file.id, file.path, file.unreadBytes, file.isDrained]).toEqual(['1:1', path, 10, false]);
  expect(await next(file)).toEqual(['one', 'two']);
  expect([file.unreadBytes, file.isDrained]).toEqual([2, false]);
  expect(await next(file)).toBeUndefined();
  expect([file.unreadBytes, file.isDrained]).toEqual([2, true]);
  await appendFile(path, 'ree\n');
  expect(await file.refresh()).toBe(false);
  expect([file.unreadBytes, file.isDrained]).toEqual([6, true]);
  expect(await next(file)).toEqual(['three']);
  expect(await next(file)).toBeUndefined();
  expect([file.unreadBytes, file.isDrained]).toEqual([0, true]);
});

test('a last line without an end is one where no more comes', async () => {
  const file = await logOf('one\ntwo');
  expect(await next(file, true)).toEqual(['one', 'two']);
  expect(file.position.offset).toBe(7);
  await handle?.close();
  expect(await next(await logOf('x'), true)).toEqual(['x']);
});

test('an empty line is read as it comes, and is none', async () => {
  const file = await logOf('\n');
  expect(await rest(file)).toEqual([]);
  expect(file.unreadBytes).toBe(0);
  await appendFile(path, '\nab');
  await file.refresh();
  expect(await rest(file)).toEqual([]);
  await appendFile(path, '\n');
  await file.refresh();
  expect(await rest(file)).toEqual(['ab']);
  await appendFile(path, '\n');
  await file.refresh();
  expect(await rest(file)).toEqual([]);
  expect(file.unreadBytes).toBe(0);
});

test('a line of one byte waits for its end', async () => {
  const file = await logOf('x');
  expect(await next(file)).toBeUndefined();
  await appendFile(path, '\n');
  await file.refresh();
  expect(await next(file)).toEqual(['x']);
});

test('reading goes on from a position of the same file, and begins anew where it is of another', async () => {
  const text = 'one\ntwo\n';
  expect(await rest(await logOf(text, positionIn(path, text, 4)))).toEqual(['two']);
  await handle?.close();
  expect(await rest(await logOf(text, positionIn(path, 'six\ntwo\n', 4)))).toEqual(['one', 'two']);
  await handle?.close();
  expect(await rest(await logOf(text, positionIn(path, 'one\ntwo\nthree\n', 14)))).toEqual(['one', 'two']);
});

test('a position says where reading goes on, and is the same object until something moves', async () => {
  const text = 'one\ntwo\n';
  const file = await logOf(text);
  expect(file.position).toEqual(new Head(Buffer.from('')).positionAt(path, 0));
  const chunk = await nextChunk(file);
  expect(file.position).toEqual(positionIn(path, text, 8));
  expect(file.position).toBe(file.position);
  expect([chunk.positionAfter(0), chunk.positionAfter(1)]).toEqual([
    positionIn(path, text, 4),
    positionIn(path, text, 8),
  ]);
  file.path = `${path}.1`;
  expect(file.position).toEqual({ ...positionIn(path, text, 8), path: `${path}.1` });
  expect(chunk.positionAfter(1).path).toBe(path);
  await appendFile(path, 'three\n');
  await file.refresh();
  const more = await nextChunk(file);
  expect(file.position).toEqual({ ...positionIn(path, `${text}three\n`, 14), path: `${path}.1` });
  expect(more.positionAfter(0)).toEqual(file.position);
});

test('a trace holds the last bytes before what comes next', async () => {
  const text = `${'x'.repeat(299)}\n`.repeat(5);
  const file = await logOf(text);
  await next(file);
  expect([file.trace.offset, file.trace.head.length]).toEqual([1500, 1024]);
  expect(Buffer.from(file.trace.tail).toString()).toBe(text.slice(-256));
});

test('a file sleeps when nothing came for longer than it says, and no path has left it', async () => {
  const file = await logOf('one\n');
  clock += 20_000;
  expect(file.isAsleep).toBe(false);
  await rest(file);
  clock += 10_000;
  expect(file.isAsleep).toBe(false);
  clock += 1;
  expect(file.isAsleep).toBe(true);
  file.missingSince = clock;
  expect(file.isAsleep).toBe(false);
});

test('a change that a search sees wakes a file, and it stays awake for a while', async () => {
  const file = await logOf('one\n');
  await rest(file);
  const found = await foundAt(path);
  for (const change of [{ modifiedMs: found.modifiedMs + 1 }, { modifiedMs: found.modifiedMs - 1 }]) {
    clock += 10_001;
    file.seeFound(found);
    expect(file.isAsleep).toBe(true);
    file.seeFound({ ...found, ...change });
    expect([file.isAsleep, file.isDrained]).toEqual([false, false]);
    await rest(file);
    clock += 10_000;
    expect(file.isAsleep).toBe(false);
    clock += 1;
    expect(file.isAsleep).toBe(true);
    file.seeFound(found);
    // However much time goes by until it is looked at.
    clock += 10_001;
    expect(file.isAsleep).toBe(false);
    await rest(file);
  }
});

test.each([
  ['lines', 'one\ntwo\n', 8],
  ['a line and the beginning of one', 'one\nunfin', 4],
  ['the beginning of a line', 'unfin', 0],
  ['nothing', '', 0],
  ['an empty line', '\n', 1],
  ['a line and the beginning of a long one', `one\n${'x'.repeat(300_000)}`, 4],
  ['a long line', `${'x'.repeat(300_000)}\n`, 300_001],
  ['the beginning of a line that is longer', 'x'.repeat(600_000), 0],
  ['what is found with the first byte of a look', `one\n${'x'.repeat(256 * 1024 - 1)}`, 4],
  ['what is found with the last byte of the next', `one\n${'x'.repeat(256 * 1024)}`, 4],
])('to skip %s is to go where the line begins that has no end yet', async (_, text, offset) => {
  const file = await logOf(text);
  await file.skipToEnd();
  expect(file.position.offset).toBe(offset);
  expect(Buffer.from(file.trace.tail).toString()).toBe(text.slice(Math.max(0, offset - 256), offset));
});

test('skipping ends when reading does', async () => {
  const file = await logOf(`one\n${'x'.repeat(300_000)}`);
  abort.abort();
  await file.skipToEnd();
  expect(file.position.offset).toBe(0);
});

test('a file that was made shorter is read from its start', async () => {
  const file = await logOf('one\ntwo\n');
  await rest(file);
  const { trace } = file;
  await truncate(path);
  expect(await file.refresh()).toBe(true);
  expect([file.isDrained, file.unreadBytes, file.trace.offset]).toEqual([false, 0, 0]);
  expect(file.formerTraces).toEqual([trace]);
  expect(file.trace.tail).toHaveLength(0);
  expect(await file.refresh()).toBe(false);
  await appendFile(path, '\n');
  await file.refresh();
  expect(await rest(file)).toEqual([]);
  expect([file.unreadBytes, file.position]).toEqual([0, positionIn(path, '\n', 1)]);
  await appendFile(path, 'new\n');
  await file.refresh();
  expect(await rest(file)).toEqual(['new']);
});

test('a file that was written anew to its former size is read from its start, and one that was only touched is not', async () => {
  const file = await logOf('one\n');
  await rest(file);
  expect(file.position).toEqual(positionIn(path, 'one\n', 4));
  await utimes(path, new Date(0), new Date(0));
  expect(await file.refresh()).toBe(false);
  await writeFile(path, 'two\n');
  await utimes(path, new Date(1000), new Date(1000));
  expect(await file.refresh()).toBe(true);
  expect(await rest(file)).toEqual(['two']);
  expect(file.position).toEqual(positionIn(path, 'two\n', 4));
});

test('a file whose time has not changed is not compared again', async () => {
  const file = await logOf('one\n');
  await rest(file);
  const read = vi.spyOn(handle!, 'read');
  expect(await file.refresh()).toBe(false);
  expect(read).not.toHaveBeenCalled();
});

/** More than what tells a file by its beginning. */
const banner = `${'x'.repeat(99)}\n`.repeat(20);

test.each([
  ['otherwise from its start', 'new\n'.repeat(600)],
  ['otherwise only before what comes next', `${banner}ONE\ntwo\nthree\n`],
  ['and is shorter', 'a\nb\n'],
  ['and is an empty line', '\n'],
])('a file that was written anew, %s, is told before a line of it is given out', async (_, text) => {
  const before = `${banner}one\ntwo\n`;
  const file = await logOf(before, positionIn(path, before, banner.length + 4));
  const { trace } = file;
  expect(trace.offset).toBe(2004);
  await writeFile(path, text);
  // Before its size is looked at.
  expect(await next(file)).toBe('cut');
  expect(file.formerTraces).toEqual([trace]);
  expect([file.isDrained, file.unreadBytes, file.position.offset]).toEqual([false, text.length, 0]);
  expect(await rest(file)).toEqual(text.split('\n').filter((line) => line !== ''));
  expect(file.unreadBytes).toBe(0);
});

test('a file that was written further is read on, whatever its beginning has become since', async () => {
  const file = await logOf('one\n');
  await rest(file);
  await appendFile(path, 'two\n');
  expect(await file.refresh()).toBe(false);
  expect(await rest(file)).toEqual(['two']);
  expect(file.formerTraces).toEqual([]);
});

test('of the last eight times that it was truncated a file knows how far it was read, the latest first', async () => {
  const file = await logOf('');
  for (let length = 1; length <= 9; length++) {
    await writeFile(path, `${'x'.repeat(length)}\n`);
    await file.refresh();
    await rest(file);
    await truncate(path);
    expect(await file.refresh()).toBe(true);
  }
  expect(file.formerTraces.map(({ offset }) => offset)).toEqual([10, 9, 8, 7, 6, 5, 4, 3]);
});

test('nothing comes from a file that was emptied before it was read', async () => {
  const file = await logOf('one\n');
  await truncate(path);
  expect(await next(file)).toBe('cut');
  expect(await next(file)).toBeUndefined();
});

test('nothing comes from a file that began and was emptied between two looks', async () => {
  const file = await logOf('');
  await appendFile(path, 'one\n');
  await file.refresh();
  await truncate(path);
  expect(await next(file)).toBeUndefined();
});

test('a file that is closed is held no longer', async () => {
  const file = await logOf('one\n');
  await file.close();
  expect(handle?.fd).toBe(-1);
  handle = undefined;
});

test('nothing more comes when reading ends', async () => {
  const file = await logOf('one\n');
  abort.abort();
  expect(await next(file)).toBeUndefined();
  expect(file.unreadBytes).toBe(4);
});
