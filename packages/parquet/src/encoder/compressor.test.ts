import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { zstdCompressor } from './compressor.ts';

const lengths = Array.from({ length: 100 }, (_, length) => length);

test('what is short enough to be stored is the frame that zstd itself makes of it', () => {
  const params = { [constants.ZSTD_c_compressionLevel]: 3 };
  for (const length of lengths) {
    const bytes = Uint8Array.from({ length }, (_, at) => (at * 151 + 7) & 255);
    const { length: pledgedSrcSize } = bytes;
    expect(Buffer.from(zstdCompressor(3).compress(bytes))).toEqual(zstdCompressSync(bytes, { params, pledgedSrcSize }));
  }
});

test('bytes of every length, all the same or none, come out of zstd as they went in', () => {
  for (const length of lengths) {
    for (const bytes of [new Uint8Array(length), Uint8Array.from({ length }, (_, at) => 255 - at)])
      expect(zstdDecompressSync(zstdCompressor(1).compress(bytes))).toEqual(Buffer.from(bytes));
  }
});
