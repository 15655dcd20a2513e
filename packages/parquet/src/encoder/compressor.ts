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
    compress: (bytes) => zstdCompressSync(bytes, { params, pledgedSrcSize: bytes.length }),
  };
}
