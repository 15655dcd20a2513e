import { open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { constants, gunzipSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { expect, test, vi } from 'vitest';
import { archive, textOf } from '../compressing.fixture.ts';
import { temporaryFolder } from '../reading.fixture.ts';
import type { Packing } from './packing.ts';
import { Damage, unpack } from './unpack.ts';

interface Unpacked {
  readonly bytes: Buffer;
  readonly damage: unknown;
}

async function unpacked(bytes: Uint8Array, packing: Packing): Promise<Unpacked> {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'a');
  await writeFile(path, bytes);
  await using handle = await open(path);
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of unpack(handle, packing)) chunks.push(chunk);
  } catch (damage) {
    return { bytes: Buffer.concat(chunks), damage };
  }
  return { bytes: Buffer.concat(chunks), damage: undefined };
}

/** Bytes that cannot be compressed much, the same each time. */
function noise(length: number): Buffer {
  let state = 7;
  return Buffer.from(Array.from({ length }, () => (state = (state * 48_271) % 2_147_483_647) >> 8));
}

const kinds = [
  ['gzip', 'gz'],
  ['zstd', 'zst'],
] as const;

test.each(kinds)('all parts of what is packed by %s are unpacked', async (packing, extension) => {
  const parts = ['one\n', '', noise(100_000), 'two\n'].map((part) => Buffer.from(part));
  const packed = parts.map((part) => archive(extension, part));
  const { bytes, damage } = await unpacked(Buffer.concat(packed), packing);
  expect(bytes.equals(Buffer.concat(parts))).toBe(true);
  expect(damage).toBeUndefined();
});

test('wherever a file of gzip is cut off, all is given out that is there, and where it ends is told', async () => {
  const text = Buffer.from('line one of the log\nline two of the log\n'.repeat(3));
  const whole = gzipSync(text);
  for (let size = 1; size < whole.length; size++) {
    const { bytes, damage } = await unpacked(whole.subarray(0, size), 'gzip');
    expect(damage).toMatchObject({ kind: 'cut', packedOffset: size, message: 'it ends in the middle', name: 'Damage' });
    // What zlib makes of it when it is told to give out everything.
    const all = size < 10 ? '' : gunzipSync(whole.subarray(0, size), { finishFlush: constants.Z_SYNC_FLUSH });
    expect(bytes.toString()).toBe(all.toString());
  }
});

test('of a longer file of gzip that is cut off nothing is missing either', async () => {
  const size = 36_000;
  const whole = gzipSync(textOf(0, 20_000)).subarray(0, size);
  const { bytes, damage } = await unpacked(whole, 'gzip');
  expect(bytes.equals(gunzipSync(whole, { finishFlush: constants.Z_SYNC_FLUSH }))).toBe(true);
  expect(damage).toMatchObject({ kind: 'cut', packedOffset: size });
});

test('of a file of zstd that is cut off the blocks are given out that are there', async () => {
  const text = noise(60_000);
  const whole = zstdCompressSync(text);
  for (const size of [3, 5, 36_000]) {
    const { bytes, damage } = await unpacked(whole.subarray(0, size), 'zstd');
    expect(damage).toMatchObject({ kind: 'cut', packedOffset: size });
    expect(bytes.equals(text.subarray(0, bytes.length))).toBe(true);
    // They cannot be compressed, and stand there as they are.
    expect(bytes.length).toBeGreaterThanOrEqual(size - 100);
  }
});

test('what is damaged is given out up to there', async () => {
  const warn = vi.spyOn(process, 'emitWarning');
  const texts = [Buffer.from(textOf(0, 3000)), noise(20_000)];
  for (const [text, [packing, extension]] of texts.flatMap((each) => kinds.map((kind) => [each, kind] as const))) {
    const whole = archive(extension, text);
    const garbage = Buffer.concat([whole, Buffer.from('neither of them')]);
    const { bytes, damage } = await unpacked(garbage, packing);
    expect(bytes.equals(text)).toBe(true);
    expect(damage).toBeInstanceOf(Damage);
    const reason = packing === 'gzip' ? 'incorrect header check' : 'what follows is no zstd';
    const packedOffset = whole.length + (packing === 'gzip' ? 1 : 0);
    expect(damage).toMatchObject({ kind: 'corrupt', message: reason, packedOffset, cause: { message: reason } });
  }
  // Nor do listeners pile up.
  expect(warn).not.toHaveBeenCalled();
  warn.mockRestore();
});

test('a part of zstd that is damaged is told from those before it', async () => {
  const first = zstdCompressSync(noise(40_000));
  const second = zstdCompressSync(noise(140_000));
  // Of type 3, which is reserved, in the header of its first block.
  second[9] = (second[9] ?? 0) | 6;
  const { bytes, damage } = await unpacked(Buffer.concat([first, second]), 'zstd');
  expect(bytes.equals(noise(40_000))).toBe(true);
  expect(damage).toMatchObject({ kind: 'corrupt', message: expect.not.stringContaining('ends in the middle') });
  const { packedOffset } = damage as Damage;
  expect(packedOffset).toBeGreaterThanOrEqual(first.length);
  expect(packedOffset).toBeLessThan(first.length + 20);
});

test('what is unpacked is asked for piece by piece, and no further than anybody wants it', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'a');
  await writeFile(path, gzipSync(noise(600_000)));
  await using handle = await open(path);
  const read = vi.spyOn(handle, 'read');
  for await (const chunk of unpack(handle, 'gzip')) {
    expect(chunk.length).toBeGreaterThan(0);
    break;
  }
  expect(read.mock.calls.length).toBeLessThan(30);
  expect(await read.mock.results[0]?.value).toMatchObject({ bytesRead: 16 * 1024 });
});

test('a file that cannot be read is no damaged one', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'a');
  await writeFile(path, gzipSync('one\n'));
  for (const packing of ['gzip', 'zstd'] as const) {
    await using handle = await open(path);
    vi.spyOn(handle, 'read').mockRejectedValue(new Error('EIO: i/o error, read'));
    await expect(unpack(handle, packing).next()).rejects.toThrow('EIO');
  }
});
