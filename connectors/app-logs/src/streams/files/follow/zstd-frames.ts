import type { FileHandle } from 'node:fs/promises';
import { isSkippableFrame } from './packing.ts';

/** A part of a file that is one frame of zstd, or what follows the last one and is none, or only half a one to be skipped. */
export interface ZstdPart {
  readonly kind: 'frame' | 'garbage' | 'cut';
  readonly start: number;
  /** The byte after it: the end of the file where it is cut off. */
  readonly end: number;
}

const magic = 0xfd2fb528;
const sizesOfDictionary = [0, 1, 2, 4];
const sizesOfContentSize = [0, 2, 4, 8];

/** The frames of a file, in order. A file may hold several, and the decompressor of Node reads one (RFC 8878, 3). */
export async function* zstdFrames(handle: FileHandle): AsyncGenerator<ZstdPart, void> {
  const bytes = Buffer.alloc(8);
  for (let start = 0; ;) {
    const { bytesRead } = await handle.read(bytes, 0, bytes.length, start);
    if (bytesRead === 0) return;
    const { size } = await handle.stat();
    if (isSkippableFrame(bytes.subarray(0, bytesRead))) {
      const next = start + 8 + bytes.readUInt32LE(4);
      if (bytesRead < 8 || next > size) {
        yield { kind: 'cut', start, end: size };
        return;
      }
      start = next;
      continue;
    }
    if (bytesRead >= 4 && bytes.readUInt32LE(0) !== magic) {
      yield { kind: 'garbage', start, end: size };
      return;
    }
    const end = await frameEnd(handle, start, bytes);
    yield { kind: 'frame', start, end: Math.min(end, size) };
    start = end;
  }
}

/** Walks from block to block (3 bytes of header each) to the last. */
async function frameEnd(handle: FileHandle, start: number, header: Buffer): Promise<number> {
  const descriptor = header[4] ?? 0;
  const isSingleSegment = (descriptor & 0x20) !== 0;
  const contentSize = sizesOfContentSize[descriptor >> 6] ?? 0;
  const window = isSingleSegment ? 0 : 1;
  const size =
    window + (sizesOfDictionary[descriptor & 3] ?? 0) + (isSingleSegment && contentSize === 0 ? 1 : contentSize);
  const block = Buffer.alloc(3);
  for (let at = start + 5 + size; ;) {
    const { bytesRead } = await handle.read(block, 0, 3, at);
    if (bytesRead < 3) return Number.MAX_SAFE_INTEGER;
    const word = block.readUIntLE(0, 3);
    const isRunLength = ((word >> 1) & 3) === 1;
    at += 3 + (isRunLength ? 1 : word >> 3);
    if ((word & 1) === 1) return at + ((descriptor & 4) === 0 ? 0 : 4);
  }
}
