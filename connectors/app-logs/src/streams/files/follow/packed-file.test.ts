import { appendFile, open, writeFile, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { archive, linesFrom, textOf } from '../compressing.fixture.ts';
import { temporaryFolder } from '../reading.fixture.ts';
import type { FilePosition } from './cursor.ts';
import { Head } from './fingerprint.ts';
import { foundAt, limitsOf, linesIn, next, nextChunk, positionIn, rest } from './followed-file.fixture.ts';
import type { ReadLimits } from './followed-file.ts';
import { PackedFile } from './packed-file.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let path = '';
let clock = 0;
let abort = new AbortController();
let handle: FileHandle | undefined;
beforeEach(async () => {
  folder = await temporaryFolder();
  path = join(folder.path, 'app.log.1.gz');
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

const megabyte = 1024 * 1024;

interface Opened extends Partial<ReadLimits> {
  readonly kept?: FilePosition;
  readonly packing?: 'gzip' | 'zstd';
}

async function fileOf(bytes: Uint8Array, { kept, packing = 'gzip', ...others }: Opened = {}): Promise<PackedFile> {
  await handle?.close();
  await writeFile(path, bytes);
  handle = await open(path, 'r');
  return new PackedFile({ handle, packing, found: await foundAt(path), kept, limits: limitsOf(abort.signal, others) });
}

/** A search finds it with more of it. */
async function grow(file: PackedFile, bytes: Uint8Array): Promise<void> {
  await appendFile(path, bytes);
  file.seeFound(await foundAt(path));
}

const text = textOf(0, 200);
const whole = gzipSync(text);
const done = (): FilePosition => ({ ...positionIn(path, text, text.length), packed: whole.length });

test.each(['gzip', 'zstd'] as const)('what %s holds is read to its end, and then it is done with', async (packing) => {
  const bytes = archive(packing === 'gzip' ? 'gz' : 'zst', text);
  const file = await fileOf(bytes, { packing });
  expect([file.id, file.path, file.isDrained, file.unreadBytes]).toEqual(['1:1', path, false, bytes.length]);
  expect(file.position).toEqual(new Head(Buffer.from('')).positionAt(path, 0));
  const chunk = await nextChunk(file);
  expect(linesIn(chunk)).toEqual(linesFrom(0, 200));
  expect(chunk.positionAfter(1)).toEqual(positionIn(path, text, textOf(0, 2).length));
  expect(file.position).toEqual(positionIn(path, text, text.length));
  expect([file.isDrained, file.unreadBytes, file.isAsleep]).toEqual([false, bytes.length, false]);
  expect(await next(file)).toBeUndefined();
  expect([file.isDrained, file.unreadBytes, file.isAsleep]).toEqual([true, 0, true]);
  expect(file.position).toEqual({ ...positionIn(path, text, text.length), packed: bytes.length });
  expect([file.damage, file.formerTraces]).toEqual([undefined, []]);
  expect(await next(file)).toBeUndefined();
});

test('more than a megabyte comes in parts', async () => {
  const long = textOf(0, 80_000);
  const file = await fileOf(gzipSync(long));
  const first = await nextChunk(file);
  expect(first.bytes.length).toBeLessThan(1.5 * megabyte);
  const offset = file.position.offset;
  expect(file.position).toEqual(positionIn(path, long, offset));
  expect([...linesIn(first), ...(await rest(file))]).toEqual(linesFrom(0, 80_000));
});

test('how far it is read is told by what it unpacks to', async () => {
  const file = await fileOf(whole);
  await rest(file);
  expect([file.trace.offset, file.trace.head.length]).toEqual([text.length, 1024]);
  expect(Buffer.from(file.trace.tail).toString()).toBe(text.slice(-256));
});

test('a position is the same object until something moves', async () => {
  const file = await fileOf(whole);
  await rest(file);
  const { position } = file;
  expect(file.position).toBe(position);
  file.path = `${path}.away`;
  expect(file.position).toEqual({ ...position, path: `${path}.away` });
  expect(file.position).toBe(file.position);
});

test('what is done with is not looked at again', async () => {
  const file = await fileOf(whole, { kept: done() });
  const read = vi.spyOn(handle!, 'read');
  expect([file.isDrained, file.unreadBytes, file.isAsleep]).toEqual([true, 0, true]);
  expect(await next(file)).toBeUndefined();
  expect(await file.refresh()).toBe(false);
  expect(read).not.toHaveBeenCalled();
  expect(file.position).toEqual(done());
  file.missingSince = clock;
  expect(file.isAsleep).toBe(false);
});

test('what was appended to it since is read', async () => {
  const file = await fileOf(whole, { kept: done() });
  file.seeFound(await foundAt(path));
  expect(file.isAsleep).toBe(true);
  await grow(file, gzipSync('more\n'));
  expect(file.isAsleep).toBe(false);
  expect(await rest(file)).toEqual(['more']);
  await grow(file, gzipSync('and more\n'));
  expect(await rest(file)).toEqual(['and more']);
  expect(file.position.packed).toBe((await foundAt(path)).size);
});

test('reading goes on from a position, and begins anew where that is of another file', async () => {
  const kept = positionIn(path, text, textOf(0, 150).length);
  expect(await rest(await fileOf(whole, { kept }))).toEqual(linesFrom(150, 200));
  const others = [
    positionIn(path, textOf(1, 201), kept.offset),
    { ...kept, tail: 'of another' },
    positionIn(path, textOf(0, 300), textOf(0, 250).length),
    // Some day it may hold more.
    { ...kept, packed: 1, head: 'of another' },
  ];
  for (const other of others) expect(await rest(await fileOf(whole, { kept: other }))).toEqual(linesFrom(0, 200));
});

test('no more is taken in than what stands before a position, and what comes next', async () => {
  const long = textOf(0, 200_000);
  const packed = gzipSync(long);
  const file = await fileOf(packed, { kept: positionIn(path, long, textOf(0, 100).length) });
  const read = vi.spyOn(handle!, 'read');
  expect((await next(file))?.[0]).toBe(linesFrom(100, 101)[0]);
  expect(read.mock.calls.length * 16 * 1024).toBeLessThan(packed.length);
});

test('with what is passed over it is done', async () => {
  const file = await fileOf(whole);
  await file.skipToEnd();
  expect([file.isDrained, file.isAsleep]).toEqual([true, true]);
  expect(file.position).toMatchObject({ offset: 0, packed: whole.length });
  expect(await next(file)).toBeUndefined();
});

test.each(['gzip', 'zstd'] as const)(
  'of one that was passed over, what is appended later is read (%s)',
  async (packing) => {
    const packed = (said: string): Buffer => archive(packing === 'gzip' ? 'gz' : 'zst', said);
    // More than is read at once: of what follows nothing may be taken for old.
    const old = packed(textOf(0, 20_000));
    const file = await fileOf(old, { packing });
    await file.skipToEnd();
    const kept = file.position;
    await grow(file, packed('more\n'));
    expect(await rest(file)).toEqual(['more']);
    const again = await fileOf(old, { packing, kept });
    expect(await next(again)).toBeUndefined();
    await grow(again, packed('more\n'));
    expect(await rest(again)).toEqual(['more']);
  },
);

test('of one that was passed over while it was written, the line is read that had no end yet', async () => {
  const bytes = gzipSync('one\ntwo');
  const file = await fileOf(bytes.subarray(0, -8));
  await file.skipToEnd();
  await grow(file, bytes.subarray(-8));
  expect(await rest(file)).toEqual(['two']);
});

test('another file in the place of one that was passed over is read whole', async () => {
  const file = await fileOf(gzipSync('one\n'));
  await file.skipToEnd();
  const kept = file.position;
  expect(await rest(await fileOf(whole, { kept }))).toEqual(linesFrom(0, 200));
});

test('a last line without an end is one', async () => {
  expect(await rest(await fileOf(gzipSync('one\ntwo')))).toEqual(['one', 'two']);
});

const cut = gzipSync('one\ntwo').subarray(0, -4);

test('what ends in the middle is waited for as long as it may be, and not looked at meanwhile', async () => {
  const file = await fileOf(cut);
  expect(await rest(file)).toEqual(['one']);
  expect([file.isDrained, file.unreadBytes, file.isAsleep]).toEqual([true, 0, false]);
  const read = vi.spyOn(handle!, 'read');
  clock += 29_999;
  expect(await next(file)).toBeUndefined();
  expect([file.isDrained, read.mock.calls.length, file.damage]).toEqual([true, 0, undefined]);
  clock += 1;
  expect(await rest(file)).toEqual(['two']);
  expect(file.isAsleep).toBe(true);
  expect(file.damage).toBe(
    `is damaged at byte ${cut.length} (it ends in the middle), after 7 bytes of what it unpacks to: ` +
      'what comes before was read, what follows is lost',
  );
});

test('what ends in the middle of its first line is waited for as well', async () => {
  const file = await fileOf(gzipSync('one').subarray(0, -4));
  expect(await next(file)).toBeUndefined();
  expect([file.isDrained, file.unreadBytes]).toEqual([true, 0]);
});

test('what ends in the middle has ended where no more comes', async () => {
  const file = await fileOf(cut);
  expect(await rest(file, true)).toEqual(['one', 'two']);
  expect(file.damage).toContain('it ends in the middle');
});

test('what has grown is unpacked again when it has been still for a twentieth of the wait', async () => {
  const bytes = gzipSync(text);
  const file = await fileOf(bytes.subarray(0, -300));
  const lines = await rest(file);
  await grow(file, bytes.subarray(-300, -8));
  expect(await next(file)).toBeUndefined();
  clock += 1000;
  await grow(file, bytes.subarray(-8, -4));
  const read = vi.spyOn(handle!, 'read');
  clock += 1499;
  expect(await next(file)).toBeUndefined();
  expect([file.isDrained, read.mock.calls.length]).toEqual([true, 0]);
  clock += 1;
  lines.push(...(await rest(file)));
  expect(lines).toEqual(linesFrom(0, 200));
  // It is given its time anew.
  clock += 28_499;
  await rest(file);
  expect(file.damage).toBeUndefined();
  await grow(file, bytes.subarray(-4));
  clock += 1500;
  expect(await rest(file)).toEqual([]);
  expect([file.isAsleep, file.damage]).toEqual([true, undefined]);
});

test('what has grown has not ended, though the time is over in which it could', async () => {
  const file = await fileOf(cut);
  await rest(file);
  clock += 40_000;
  await grow(file, gzipSync('one\ntwo').subarray(-4, -2));
  expect(await next(file)).toBeUndefined();
  clock += 40_000;
  await grow(file, gzipSync('one\ntwo').subarray(-2));
  clock += 40_000;
  expect(await rest(file)).toEqual(['two']);
  expect(file.damage).toBeUndefined();
});

test('what is damaged is read up to there at once', async () => {
  const file = await fileOf(Buffer.concat([gzipSync('one\ntwo'), Buffer.from('no gzip')]));
  expect(await rest(file)).toEqual(['one', 'two']);
  expect(file.isAsleep).toBe(true);
  expect(file.damage).toMatch(
    /^is damaged at byte \d+ \(incorrect header check\), after 7 bytes of what it unpacks to/,
  );
});

test('no more is unpacked than is allowed', async () => {
  const most = { maxUnpackedBytes: text.length };
  const allowed = await fileOf(whole, most);
  expect(await rest(allowed)).toEqual(linesFrom(0, 200));
  expect(allowed.damage).toBeUndefined();
  const more = await fileOf(gzipSync(textOf(0, 100_000)), most);
  const lines = await rest(more);
  expect(lines.length).toBeGreaterThan(200);
  expect(lines.length).toBeLessThan(90_000);
  expect(more.damage).toBe(`unpacks to more than max_unpacked (${text.length} bytes): what follows is not read`);
});

test('nothing comes any more when reading ends, and it is not done with', async () => {
  for (const kept of [undefined, positionIn(path, text, textOf(0, 150).length)]) {
    const file = await fileOf(whole, kept === undefined ? {} : { kept });
    abort.abort();
    expect(await next(file)).toBeUndefined();
    expect([file.isDrained, file.isAsleep, file.position.packed]).toEqual([false, false, undefined]);
    abort = new AbortController();
  }
});

test('where reading fails for another reason than damage, that is said', async () => {
  const file = await fileOf(whole);
  vi.spyOn(handle!, 'read').mockRejectedValue(new Error('EIO: i/o error, read'));
  await expect(next(file)).rejects.toThrow('EIO');
});

test('a file that is closed is held no longer', async () => {
  const file = await fileOf(whole);
  await next(file);
  await file.close();
  expect(handle?.fd).toBe(-1);
  handle = undefined;
});
