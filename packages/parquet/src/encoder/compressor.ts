import { constants, zstdCompressSync } from 'node:zlib';
import { Codec } from './parquet-format.ts';

export interface Compressor {
  /** Parquet's number of the codec. */
  readonly codec: number;
  compress(bytes: Uint8Array): Uint8Array;
}

/** Node's own zstd. */
export function zstdCompressor(level: number): Compressor {
  const params = { [constants.ZSTD_c_compressionLevel]: level };
  return {
    codec: Codec.ZSTD,
    compress: (bytes) =>
      zstdCompressSync(bytes, { params, pledgedSrcSize: bytes.length, chunkSize: compressBound(bytes.length) }),
  };
}

/** As many bytes as can come of it. With room for all, zstd writes them at once, in two thirds of the time. */
function compressBound(bytes: number): number {
  return bytes + (bytes >>> 8) + 64;
}
