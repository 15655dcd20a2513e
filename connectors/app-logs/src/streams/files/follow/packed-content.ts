import type { FileHandle } from 'node:fs/promises';
import { Head, lastBytes, maxHeadBytes, type Content } from './fingerprint.ts';
import type { Packing } from './packing.ts';
import { Damage, unpack } from './unpack.ts';

const lineFeed = 10;

/** What a compressed file says, as far as it can be read. Each question unpacks it from its start. */
export function packedContent(handle: FileHandle, packing: Packing): Content {
  return {
    head: async () => new Head(await bytesUpTo(handle, packing, maxHeadBytes)),
    before: (offset) => tailAt(handle, packing, offset),
  };
}

/** Where, in what the first bytes of a compressed file unpack to, the last line begins that has no end there. */
export async function unfinishedLineIn(handle: FileHandle, packing: Packing, packedBytes: number): Promise<number> {
  let [size, lineStart] = [0, 0];
  const count = (chunk: Buffer): boolean => {
    const feed = chunk.lastIndexOf(lineFeed);
    if (feed !== -1) lineStart = size + feed + 1;
    size += chunk.length;
    return true;
  };
  await whileReadable(unpack(handle, packing, packedBytes), count);
  return lineStart;
}

async function bytesUpTo(handle: FileHandle, packing: Packing, length: number): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  await whileReadable(unpack(handle, packing), (chunk) => {
    chunks.push(chunk);
    size += chunk.length;
    return size < length;
  });
  return Buffer.concat(chunks).subarray(0, length);
}

async function tailAt(handle: FileHandle, packing: Packing, offset: number): Promise<Uint8Array | undefined> {
  let tail: Uint8Array = new Uint8Array(0);
  let left = offset;
  await whileReadable(unpack(handle, packing), (chunk) => {
    const taken = chunk.subarray(0, left);
    tail = lastBytes(tail, taken);
    left -= taken.length;
    return left > 0;
  });
  return left > 0 ? undefined : tail;
}

async function whileReadable(chunks: AsyncIterable<Buffer>, take: (chunk: Buffer) => boolean): Promise<void> {
  try {
    for await (const chunk of chunks) {
      if (!take(chunk)) return;
    }
  } catch (error) {
    if (!(error instanceof Damage)) throw error;
  }
}
