import { gzipSync, zstdCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { decompressed } from './decompress.ts';
import { ObjectProblem } from './problem.ts';

async function* inPieces(bytes: Uint8Array, size = 10): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function textOf(bytes: Uint8Array): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of decompressed(inPieces(bytes))) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

const text = 'one line\n'.repeat(1000);

test.each([
  ['plain', Buffer.from(text)],
  ['gzip', gzipSync(text)],
  ['gzip in two members', Buffer.concat([gzipSync(text.slice(0, 900)), gzipSync(text.slice(900))])],
  ['Zstandard', zstdCompressSync(text)],
])('reads what is %s by its first bytes', async (_, bytes) => {
  expect(await textOf(bytes)).toBe(text);
});

test('an empty object is empty, a short one is plain', async () => {
  expect(await textOf(Buffer.alloc(0))).toBe('');
  expect(await textOf(Buffer.from('ab'))).toBe('ab');
});

test.each([
  ['gzip', gzipSync(text)],
  ['Zstandard', zstdCompressSync(text)],
])('%s that is cut off or damaged is corrupt', async (_, bytes) => {
  await expect(textOf(bytes.subarray(0, bytes.length - 5))).rejects.toThrow(ObjectProblem);
  const damaged = Buffer.from(bytes);
  damaged.fill(0xff, 12, 24);
  await expect(textOf(damaged)).rejects.toThrow(ObjectProblem);
});

test('the failure of the source is passed on as it is', async () => {
  const source = async function* (): AsyncGenerator<Uint8Array> {
    yield gzipSync(text).subarray(0, 20);
    throw new Error('connection lost');
  };
  const read = async (): Promise<void> => {
    for await (const _ of decompressed(source()));
  };
  await expect(read()).rejects.toThrow('connection lost');
});

test('leaving early closes the source', async () => {
  let isClosed = false;
  const source = async function* (): AsyncGenerator<Uint8Array> {
    try {
      for (;;) yield gzipSync(text);
    } finally {
      isClosed = true;
    }
  };
  for await (const _ of decompressed(source())) break;
  expect(isClosed).toBe(true);
});
