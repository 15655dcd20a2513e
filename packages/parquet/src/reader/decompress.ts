import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib';
import { Codec } from '../encoder/parquet-format.ts';
import { snappyDecompress } from './snappy.ts';
import { unreadable } from './unreadable.ts';

/** No page is decompressed into more than this, whatever its header claims. */
const maxDecompressedBytes: number = 256 * 1024 * 1024;

/** The bytes of a page body before compression: exactly `length` of them, or `object_unreadable`. */
export function decompress(codec: number, body: Uint8Array, length: number): Uint8Array {
  if (length > maxDecompressedBytes) throw unreadable(`a page claims ${length} bytes uncompressed`);
  if (length === 0) return new Uint8Array(0);
  const bytes = decompressed(codec, body, length);
  if (bytes.length !== length)
    throw unreadable(`a page has ${bytes.length} bytes uncompressed, and its header says ${length}`);
  return bytes;
}

function decompressed(codec: number, body: Uint8Array, length: number): Uint8Array {
  const options = { maxOutputLength: length };
  try {
    switch (codec) {
      case Codec.UNCOMPRESSED:
        return body;
      case Codec.SNAPPY:
        return snappyDecompress(body, length);
      case Codec.GZIP:
        return gunzipSync(body, options);
      case Codec.BROTLI:
        return brotliDecompressSync(body, options);
      case Codec.ZSTD:
        return zstdDecompressSync(body, options);
      default:
        throw unreadable(`pages of codec ${codec} are not decoded here`);
    }
  } catch (error) {
    throw unreadable('a page does not decompress', error);
  }
}

export function codecName(codec: number): string {
  return Object.entries(Codec).find(([, number]) => number === codec)?.[0] ?? `number ${codec}`;
}
