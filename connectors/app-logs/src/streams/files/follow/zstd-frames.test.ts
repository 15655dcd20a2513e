import { open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { zstdCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../reading.fixture.ts';
import { zstdFrames, type ZstdPart } from './zstd-frames.ts';

async function partsOf(...bytes: readonly Uint8Array[]): Promise<ZstdPart[]> {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'a.zst');
  await writeFile(path, Buffer.concat(bytes));
  await using handle = await open(path);
  const parts: ZstdPart[] = [];
  for await (const part of zstdFrames(handle)) parts.push(part);
  return parts;
}

const frame = (start: number, end: number): ZstdPart => ({ kind: 'frame', start, end });

/** As RFC 8878, 3.1.1.2 has it: the last bit says whether it is the last one, the next two the type, the others the size. */
function block(type: 'raw' | 'run' | 'packed', size: number, isLast: boolean): Buffer {
  const bytes = Buffer.alloc(3 + (type === 'run' ? 1 : size), 0xff);
  bytes.writeUIntLE((size << 3) | ({ raw: 0, run: 1, packed: 2 }[type] << 1) | (isLast ? 1 : 0), 0, 3);
  return bytes;
}

function frameOf(descriptor: number, headerBytes: number, ...rest: readonly Buffer[]): Buffer {
  const start = Buffer.from([0x28, 0xb5, 0x2f, 0xfd, descriptor]);
  return Buffer.concat([start, Buffer.alloc(headerBytes, 0xff), ...rest]);
}

const checksum = Buffer.alloc(4, 0xff);

test.each([
  [0x00, 1, 'a window'],
  [0x20, 1, 'a size of one byte and no window'],
  [0x40, 3, 'a window and a size of two bytes'],
  [0x60, 2, 'a size of two bytes'],
  [0x80, 5, 'a window and a size of four bytes'],
  [0xa0, 4, 'a size of four bytes'],
  [0xc0, 9, 'a window and a size of eight bytes'],
  [0xe0, 8, 'a size of eight bytes'],
  [0x01, 2, 'a window and a dictionary of one byte'],
  [0x02, 3, 'a window and a dictionary of two bytes'],
  [0x03, 5, 'a window and a dictionary of four bytes'],
  [0x41, 4, 'a window, a size of two bytes and a dictionary of one'],
  [0xe3, 12, 'a size of eight bytes and a dictionary of four'],
])('a frame whose descriptor is %i has a header of %i bytes behind it, for %s', async (descriptor, headerBytes) => {
  const blocks = [block('raw', 5, false), block('packed', 700, false), block('run', 1000, true)];
  const bytes = frameOf(descriptor, headerBytes, ...blocks);
  const summed = frameOf(descriptor | 0x04, headerBytes, ...blocks, checksum);
  const [end, all] = [bytes.length, bytes.length + summed.length];
  expect(await partsOf(bytes, summed, bytes)).toEqual([frame(0, end), frame(end, all), frame(all, all + end)]);
});

test('what a compressor makes is one frame, however many blocks it has', async () => {
  const bytes = zstdCompressSync(Buffer.from(Array.from({ length: 300_000 }, (_, at) => (at * at * 7919) >> 5)));
  expect(await partsOf(bytes)).toEqual([frame(0, bytes.length)]);
});

const small = frameOf(0x20, 1, block('raw', 5, true));

test.each([0, 1, 100])('a frame of %i bytes that is to be skipped is no part', async (size) => {
  const skipped = Buffer.alloc(8 + size, 0xff);
  skipped.set([0x50, 0x2a, 0x4d, 0x18]);
  skipped.writeUInt32LE(size, 4);
  const start = skipped.length;
  expect(await partsOf(skipped, small, skipped)).toEqual([frame(start, start + small.length)]);
});

test('a frame that is cut off ends where the file does', async () => {
  for (let size = 1; size < small.length; size++) {
    expect(await partsOf(small, small.subarray(0, size))).toEqual([
      frame(0, small.length),
      frame(small.length, small.length + size),
    ]);
  }
});

test('a frame to be skipped that is cut off, in its header or behind it, is said to be', async () => {
  const skipped = Buffer.from([0x5f, 0x2a, 0x4d, 0x18, 3, 0, 0, 0, 1, 2, 3]);
  const start = small.length;
  for (let size = 4; size < skipped.length; size++)
    expect(await partsOf(small, skipped.subarray(0, size))).toEqual([
      frame(0, start),
      { kind: 'cut', start, end: start + size },
    ]);
  expect(await partsOf(small, skipped)).toEqual([frame(0, start)]);
});

test('what follows and is no frame is garbage, and nothing more is looked at', async () => {
  const start = small.length;
  expect(await partsOf(small, Buffer.from('none'))).toEqual([
    frame(0, start),
    { kind: 'garbage', start, end: start + 4 },
  ]);
  for (const garbage of ['none', 'this is no frame of zstd'])
    expect(await partsOf(small, Buffer.from(garbage), small)).toEqual([
      frame(0, start),
      { kind: 'garbage', start, end: start + garbage.length + small.length },
    ]);
});

test('an empty file has no parts', async () => {
  expect(await partsOf()).toEqual([]);
});
