import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { textOf } from '../compressing.fixture.ts';
import { temporaryFolder } from '../reading.fixture.ts';
import type { Newcomer } from './copy-watch.ts';
import type { FilePosition } from './cursor.ts';
import { discover, type FoundFile } from './discover.ts';
import { positionIn } from './followed-file.fixture.ts';
import { isStill, KeptCopies } from './kept-copies.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let path = '';
beforeEach(async () => {
  folder = await temporaryFolder();
  path = join(folder.path, 'app.log');
});
afterEach(() => folder[Symbol.asyncDispose]());

/** Longer than 1 KiB, by which copies are told. */
const text = textOf(0, 200);
const nobody = new Map<string, FilePosition>();
const gone = '9:9';

/** The file of this name and content, as a search finds it. */
async function found(name: string, content: string | Uint8Array): Promise<FoundFile> {
  await writeFile(join(folder.path, name), content);
  return foundNow(name);
}

async function foundNow(name: string): Promise<FoundFile> {
  const { files } = await discover([join(folder.path, name)], new AbortController().signal);
  return files[0] ?? expect.fail(`${name} is not there`);
}

function newcomer(file: FoundFile): Newcomer {
  return { found: file, isPacked: file.path.endsWith('.gz'), isFirstSearch: true };
}

const all = (): FilePosition => positionIn(path, text, text.length);
const part = (): FilePosition => positionIn(path, text, 2000);

test('what was read is known again in a copy of a file that is gone, once', async () => {
  for (const [name, content] of [
    ['app.log.1', `${text}more\n`],
    ['app.log.1.gz', gzipSync(`${text}more\n`)],
  ] as const) {
    const copies = new KeptCopies(new Map([[gone, all()]]), nobody);
    const copy = newcomer(await found(name, content));
    expect(copies.isFound(gone)).toBe(false);
    expect(await copies.positionIn(copy)).toEqual({ ...all(), path: copy.found.path });
    expect(copies.isFound(gone)).toBe(true);
    expect(await copies.positionIn(copy)).toBeUndefined();
  }
});

test.each([
  ['says something else', 'app.log.1', `x${text}`],
  ['says less', 'app.log.1', text.slice(0, -1)],
  ['says something else and is compressed', 'app.log.1.gz', gzipSync(`x${text}`)],
  ['has a name of its own', 'other.log', text],
  ['has a name of its own and is compressed', 'other.log.gz', gzipSync(text)],
  ['has a name of what is compressed, and is not', 'app-20260115.log.gz', text],
])('a file that %s is no copy', async (_, name, content) => {
  const copies = new KeptCopies(new Map([[gone, all()]]), new Map([['9:8', all()]]));
  const file = await found(name, content);
  const isPacked = name.endsWith('.gz') && typeof content !== 'string';
  expect(await copies.positionIn({ found: file, isPacked, isFirstSearch: true })).toBeUndefined();
});

test('of what is compressed, and of what earlier versions noted, there are no copies', async () => {
  const { tail: _, ...vague } = all();
  const packed = { ...all(), packed: 100 };
  const copy = newcomer(await found('app.log.1', text));
  for (const position of [vague, packed]) {
    const copies = new KeptCopies(new Map([[gone, position]]), nobody);
    expect(copies.isFound(gone)).toBe(true);
    expect(await copies.positionIn(copy)).toBeUndefined();
  }
  expect(await new KeptCopies(nobody, new Map([[gone, packed]])).positionIn(copy)).toBeUndefined();
});

test('a copy of a file that is there, and as it was, is judged by others, and what is compressed of it waits', async () => {
  const { id } = await found('app.log', text);
  const copies = new KeptCopies(new Map([[id, all()]]), nobody);
  const copy = await found('app.log.1', text);
  const packed = await found('app.log.1.gz', gzipSync(text));
  expect(await copies.positionIn(newcomer(copy))).toBeUndefined();
  expect(await copies.positionIn(newcomer(packed))).toBe('wait');
  await rm(packed.path);
  // It is compared anew only where it has grown.
  expect(await copies.positionIn(newcomer(packed))).toBe('wait');
  await expect(copies.positionIn(newcomer({ ...packed, size: 1 }))).rejects.toThrow('ENOENT');
  await rm(path);
  expect(await copies.positionIn(newcomer(packed))).toEqual({ ...all(), path: packed.path });
});

test('a copy of a file that is there, and was truncated, is read on', async () => {
  for (const [name, content] of [
    ['app.log.1', text],
    ['app.log.1.gz', gzipSync(text)],
  ] as const) {
    const { id } = await found('app.log', 'new\n');
    const copies = new KeptCopies(new Map([[id, part()]]), nobody);
    const copy = newcomer(await found(name, content));
    expect(await copies.positionIn(copy)).toEqual({ ...part(), path: copy.found.path });
  }
});

test('nothing is said of a copy of a file whose folder cannot be looked at', async () => {
  const away = { ...all(), path: join(folder.path, 'away', 'app.log') };
  const copies = new KeptCopies(new Map([[gone, away]]), nobody);
  const copy = newcomer(await found('app.log.1.gz', gzipSync(text)));
  expect(await copies.positionIn(copy)).toBeUndefined();
  await mkdir(join(folder.path, 'away'));
  expect(await copies.positionIn(copy)).toEqual({ ...all(), path: copy.found.path });
});

test('a file that comes back, under whatever name, is read on where it was left', async () => {
  const file = await found('another name', text);
  const copies = new KeptCopies(nobody, nobody);
  copies.leave(file.id, all());
  expect(await copies.positionIn(newcomer(file))).toEqual({ ...all(), path: file.path });
  expect(copies.left).toEqual(new Map());
  expect(await copies.positionIn(newcomer(file))).toBeUndefined();
});

test.each([
  [1023, false],
  [1024, true],
])('of a file that comes back %i bytes are enough to tell it: %s', async (offset, is) => {
  const file = await found('another name', text);
  const copies = new KeptCopies(nobody, new Map([[file.id, positionIn(path, text, offset)]]));
  expect((await copies.positionIn(newcomer(file))) !== undefined).toBe(is);
});

test('a compressed file that was done with is known when it comes back, however little it says', async () => {
  const file = await found('app.log.1.gz', gzipSync('one\n'));
  const done = { ...positionIn(path, 'one\ntwo\n', 4), packed: file.size };
  for (const position of [done, { ...done, offset: 8 }, { ...positionIn(path, '', 0), packed: file.size }]) {
    const copies = new KeptCopies(nobody, new Map([[file.id, position]]));
    expect(await copies.positionIn(newcomer(file))).toEqual({ ...position, path: file.path });
  }
  const grown = new KeptCopies(nobody, new Map([[file.id, { ...done, packed: file.size - 1 }]]));
  expect(await grown.positionIn(newcomer(file))).toBeUndefined();
});

test('of what is known of a file the furthest position counts that it holds', async () => {
  const file = await found('app.log', text);
  const copies = new KeptCopies(
    new Map([[file.id, part()]]),
    new Map([[gone, positionIn(path, `${text}x`, text.length + 1)]]),
  );
  copies.leave(file.id, all());
  expect(await copies.positionIn(newcomer(file))).toMatchObject({ offset: text.length });
  // The other one is of it, too.
  expect(copies.isFound(file.id)).toBe(false);
  expect(await copies.positionIn(newcomer(file))).toMatchObject({ offset: 2000 });
});

test('what was never read of a file, or cannot be told, is not remembered', () => {
  const copies = new KeptCopies(nobody, nobody);
  const { tail: _, ...vague } = all();
  copies.leave('1:1', vague);
  copies.leave('1:2', positionIn(path, '', 0));
  expect([...copies.left.keys()]).toEqual([]);
  copies.leave('1:3', positionIn(path, 'x', 1));
  copies.leave('1:4', { ...vague, packed: 100 });
  copies.leave('1:5', { ...positionIn(path, '', 0), packed: 100 });
  expect([...copies.left.keys()]).toEqual(['1:3', '1:4', '1:5']);
});

test('of the files that were left the last 32 stand in a cursor', () => {
  const copies = new KeptCopies(nobody, new Map([['0:0', all()]]));
  expect([...copies.left.keys()]).toEqual(['0:0']);
  for (let file = 1; file <= 32; file++) copies.leave(`0:${file}`, all());
  expect([...copies.left.keys()]).toEqual(Array.from({ length: 32 }, (_, at) => `0:${at + 1}`));
  copies.leave('0:1', part());
  expect([...copies.left.keys()].slice(-2)).toEqual(['0:32', '0:1']);
  expect(copies.left.get('0:1')).toEqual(part());
  expect([...copies.left.keys()][0]).toBe('0:2');
});

test('of the files that were left two thousand are known', async () => {
  const file = await found('app.log.1', text);
  for (const others of [1999, 2000]) {
    const copies = new KeptCopies(nobody, nobody);
    copies.leave(gone, all());
    for (let at = 0; at < others; at++) copies.leave(`0:${at}`, { ...all(), path: '/nowhere/else' });
    expect((await copies.positionIn(newcomer(file))) !== undefined).toBe(others === 1999);
  }
});

test('what a file that is gone was compressed to is found beside it', async () => {
  const position = part();
  const copies = new KeptCopies(new Map([[gone, position]]), nobody);
  // In the order of a folder it may stand anywhere.
  for (const [name, content] of [
    ['app.log.0.gz', gzipSync(`x${text}`)],
    ['app.log.2.gz', Buffer.from([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0])],
    ['other.log.gz', gzipSync(text)],
    ['app.log.3', text],
  ] as const)
    await found(name, content);
  expect(await copies.packed(gone, position, () => false)).toBeUndefined();
  const packed = await found('app.log.1.gz', gzipSync(text));
  expect(await copies.packed(gone, position, (id) => id === packed.id)).toBeUndefined();
  expect(await copies.packed('9:8', position, () => false)).toBeUndefined();
  expect(await copies.packed(gone, position, () => false)).toEqual(packed);
  expect(copies.isFound(gone)).toBe(true);
  expect(await copies.packed(gone, position, () => false)).toBeUndefined();
});

test('what is found of one position of a file leaves another one of it', async () => {
  const later = positionIn(path, text, text.length);
  const copies = new KeptCopies(new Map([[gone, part()]]), new Map([[gone, later]]));
  const copy = newcomer(await found('app.log.1', text));
  expect(await copies.positionIn(copy)).toMatchObject({ offset: text.length });
  expect([copies.isFound(gone), copies.left.size]).toEqual([false, 0]);
  expect(await copies.positionIn(copy)).toMatchObject({ offset: 2000 });
  expect(copies.isFound(gone)).toBe(true);
});

test('a file is still the one that was read where it holds what was', async () => {
  expect(await isStill(await found('app.log', text), part())).toBe(true);
  expect(await isStill(await found('app.log', `x${text}`), part())).toBe(false);
  const other = `${text.slice(0, 1990)}x${text.slice(1991)}`;
  expect(await isStill(await found('app.log', other), part())).toBe(false);
  const packed = await found('app.log.1.gz', gzipSync(text));
  const done = { ...positionIn(path, `${text}more`, text.length + 4), packed: packed.size };
  expect(await isStill(packed, done)).toBe(true);
  expect(await isStill(packed, { ...done, packed: 1 })).toBe(false);
  expect(await isStill(packed, { ...done, head: all().head.replace(/^./, 'x') })).toBe(false);
  await rename(packed.path, path);
  await expect(isStill(packed, part())).rejects.toThrow('ENOENT');
});
