import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bytesBefore, hasTail, Head, holds, lastBytes, plainContent } from './fingerprint.ts';

async function withFile<T>(
  says: string,
  run: (handle: Awaited<ReturnType<typeof open>>, path: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'sluice-fingerprint-'));
  try {
    const path = join(folder, 'a');
    await writeFile(path, says);
    await using handle = await open(path);
    return await run(handle, path);
  } finally {
    await rm(folder, { recursive: true });
  }
}

const headOf = (text: string): Head => new Head(Buffer.from(text));

/** FIPS 180's example: what cursors of earlier versions hold must be known again. */
const hashOfAbc = 'ba7816bf8f01cfea';

test('a position holds hashes of what stands before it, of the first 1,024 bytes and of the last 256', () => {
  expect(headOf('abc').positionAt('/a', 3)).toEqual({ path: '/a', offset: 3, head: hashOfAbc, headBytes: 3 });
  expect(headOf('abcdef').positionAt('/a', 3)).toEqual({ path: '/a', offset: 3, head: hashOfAbc, headBytes: 3 });
  expect(headOf('abc').positionAt('/a', 9, Buffer.from('abc'))).toEqual({
    path: '/a',
    offset: 9,
    head: hashOfAbc,
    headBytes: 3,
    tail: hashOfAbc,
  });
});

test('a file that begins as one did in which a position was taken fits it', () => {
  const position = headOf('abc').positionAt('/a', 3);
  expect(['abc', 'abcdef', 'ab', 'xbc', 'xbcdef', ''].map((text) => headOf(text).fits(position))).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
  ]);
  expect([headOf('abcd').startsWith(headOf('abc')), headOf('ab').startsWith(headOf('abc'))]).toEqual([true, false]);
});

test('the head of a file grows with it to 1,024 bytes, and is another where the file was written anew', async () => {
  await withFile('abc', async (handle, path) => {
    const head = await Head.read(handle);
    expect([head.length, await head.readAgain(handle)]).toEqual([3, head]);
    await writeFile(path, 'abcdef');
    expect((await head.readAgain(handle))?.length).toBe(6);
    await writeFile(path, 'xbcdef');
    expect(await head.readAgain(handle)).toBeUndefined();
    await writeFile(path, 'ab');
    expect(await head.readAgain(handle)).toBeUndefined();
    await writeFile(path, 'x'.repeat(1025));
    expect((await Head.read(handle)).length).toBe(1024);
  });
});

test('a file holds what was read of it where its beginning and what stands before the offset are as they were', async () => {
  const text = 'abcdef'.repeat(100);
  await withFile(text, async (handle) => {
    const content = plainContent(handle);
    const head = headOf(text);
    const tail = Buffer.from(text.slice(344, 600));
    expect(await holds(content, head.positionAt('/a', 600, tail))).toBe(true);
    expect(await holds(content, head.positionAt('/a', 600))).toBe(true);
    expect(await holds(content, head.positionAt('/a', 600, tail.subarray(1)))).toBe(false);
    expect(await holds(content, { ...head.positionAt('/a', 600, tail), head: hashOfAbc })).toBe(false);
    expect(await holds(content, { ...head.positionAt('/a', 600), offset: 601 })).toBe(false);
  });
  expect(hasTail(headOf('a').positionAt('/a', 1), Buffer.from('x'))).toBe(true);
});

test('the last bytes before an offset are 256 at most', async () => {
  const text = Array.from({ length: 300 }, (_, at) => String.fromCharCode(33 + (at % 90))).join('');
  await withFile(text, async (handle) => {
    for (const offset of [0, 1, 255, 256, 257, 300])
      expect(Buffer.from(await bytesBefore(handle, offset)).toString()).toBe(
        text.slice(Math.max(0, offset - 256), offset),
      );
  });
  for (const cut of [0, 1, 43, 44, 45, 200, 300]) {
    const [before, after] = [Buffer.from(text.slice(0, cut)), Buffer.from(text.slice(cut))];
    const last = lastBytes(before, after);
    expect(Buffer.from(last).toString()).toBe(text.slice(44));
    after.fill(0);
    expect(Buffer.from(last).toString()).toBe(text.slice(44));
  }
});
