import { gzipSync, zstdCompressSync } from 'node:zlib';

/** Distinct lines, numbered. */
export function linesFrom(from: number, to: number): string[] {
  return Array.from({ length: to - from }, (_, index) => `line ${from + index} ${((from + index) * 7919) % 104_729}`);
}

/** The same as a file holds them. */
export function textOf(from: number, to: number): string {
  return linesFrom(from, to)
    .map((line) => `${line}\n`)
    .join('');
}

/** What a compressor makes of a text: `gz` or `zst`. */
export function archive(packing: string, text: string | Buffer): Buffer {
  return packing === 'gz' ? gzipSync(text) : zstdCompressSync(text);
}
