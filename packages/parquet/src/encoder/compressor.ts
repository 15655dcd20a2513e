import { constants, zstdCompressSync } from 'node:zlib';
import { Codec } from './parquet-format.ts';

export interface Compressor {
  /** Parquet's number of the codec. */
  readonly codec: number;
  compress(bytes: Uint8Array): Uint8Array;
}

/** So few bytes zstd stores as they are: half of all pages, which hold one value or none. */
const storedBytes = 32;

/** Node's own zstd. */
export function zstdCompressor(level: number): Compressor {
  const params = { [constants.ZSTD_c_compressionLevel]: level };
  return {
    codec: Codec.ZSTD,
    compress(bytes) {
      const { length } = bytes;
      if (length <= storedBytes) return storedFrame(bytes);
      return zstdCompressSync(bytes, { params, pledgedSrcSize: length, chunkSize: compressBound(length) });
    },
  };
}

/** The frame that zstd makes of at most 255 bytes that it stores (RFC 8878, 3.1.1), without setting it up for them. */
function storedFrame(bytes: Uint8Array): Uint8Array {
  const { length } = bytes;
  const [magic, oneSegment, lastRawBlock] = [[0x28, 0xb5, 0x2f, 0xfd], 0x20, 1];
  const blockHeader = lastRawBlock | (length << 3);
  const header = [...magic, oneSegment, length, blockHeader & 255, blockHeader >>> 8, 0];
  const frame = new Uint8Array(header.length + length);
  frame.set(header);
  frame.set(bytes, header.length);
  return frame;
}

/** As many bytes as can come of it. With room for all, zstd writes them at once, in two thirds of the time. */
function compressBound(bytes: number): number {
  return bytes + (bytes >>> 8) + 64;
}
