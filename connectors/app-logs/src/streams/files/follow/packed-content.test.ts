import { open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { expect, test, vi } from 'vitest';
import { textOf } from '../compressing.fixture.ts';
import { temporaryFolder } from '../reading.fixture.ts';
import type { Content } from './fingerprint.ts';
import { packedContent } from './packed-content.ts';
import type { Packing } from './packing.ts';

interface Look<T> {
  readonly result: T;
  /** How often the file was read. */
  readonly reads: number;
}

async function lookAt<T>(bytes: Uint8Array, packing: Packing, run: (content: Content) => Promise<T>): Promise<Look<T>> {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'a');
  await writeFile(path, bytes);
  await using handle = await open(path);
  const read = vi.spyOn(handle, 'read');
  return { result: await run(packedContent(handle, packing)), reads: read.mock.calls.length };
}

/** As many bytes as that, a part for each. */
function inParts(text: string, ...sizes: readonly number[]): Buffer {
  let start = 0;
  return Buffer.concat(sizes.map((size) => zstdCompressSync(text.slice(start, (start += size)))));
}

const text = textOf(0, 200);

test('the head of a file has 1,024 bytes, in however many parts they come', async () => {
  for (const packed of [inParts(text, 512, 511, 100), inParts(text, 512, 512, 100), inParts(text, 2000)]) {
    const { result } = await lookAt(packed, 'zstd', (content) => content.head());
    expect(result.positionAt('/a', 1024).headBytes).toBe(1024);
    expect(result.fits(result.positionAt('/a', 1024))).toBe(true);
  }
  const { result: short } = await lookAt(inParts(text, 512, 511), 'zstd', (content) => content.head());
  expect(short).toHaveLength(1023);
});

test.each([0, 1, 511, 512, 513, 612])(
  'what stands before byte %i is known, in however many parts it comes',
  async (at) => {
    const { result } = await lookAt(inParts(text, 512, 1, 99), 'zstd', (content) => content.before(at));
    expect(Buffer.from(result ?? []).toString()).toBe(text.slice(Math.max(0, at - 256), at));
  },
);

test('nothing is known of what stands before a byte that is not there', async () => {
  expect((await lookAt(inParts(text, 512, 1), 'zstd', (content) => content.before(514))).result).toBeUndefined();
});

test('of a large file no more is unpacked than is asked for', async () => {
  const large = gzipSync(textOf(0, 100_000));
  const { reads: ofHead } = await lookAt(large, 'gzip', (content) => content.head());
  const { reads: before } = await lookAt(large, 'gzip', (content) => content.before(2000));
  const { reads: ofAll } = await lookAt(large, 'gzip', (content) => content.before(1_000_000_000));
  expect(ofHead).toBeLessThan(ofAll - 2);
  expect(before).toBeLessThan(ofAll - 2);
});
