import type { FileHandle } from 'node:fs/promises';
import { basename } from 'node:path';

/** How a file is compressed, of the ways that can be read. */
export type Packing = 'gzip' | 'zstd';

/** `none`: not at all. `other`: in a way that is not read, by its name. */
export type PackingFound =
  | { readonly kind: Packing }
  | { readonly kind: 'none' }
  | { readonly kind: 'other'; readonly name: string };

const magics: readonly { readonly bytes: readonly number[]; readonly found: PackingFound }[] = [
  { bytes: [0x1f, 0x8b, 0x08], found: { kind: 'gzip' } },
  { bytes: [0x28, 0xb5, 0x2f, 0xfd], found: { kind: 'zstd' } },
  { bytes: [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00], found: { kind: 'other', name: 'xz' } },
  { bytes: [0x42, 0x5a, 0x68], found: { kind: 'other', name: 'bzip2' } },
  { bytes: [0x04, 0x22, 0x4d, 0x18], found: { kind: 'other', name: 'lz4' } },
  { bytes: [0x1f, 0x9d], found: { kind: 'other', name: 'compress' } },
];
/** What follows `BZh` and a digit at the start of a bzip2 file. A line of text may begin with `BZh`. */
const bzip2Block = [0x31, 0x41, 0x59, 0x26, 0x53, 0x59];
const longestMagic = 10;

/** How a file is compressed, told by its first bytes and never by its name. */
export async function packingOf(handle: FileHandle): Promise<PackingFound> {
  const bytes = Buffer.alloc(longestMagic);
  await handle.read(bytes, 0, longestMagic, 0);
  const found = magics.find((magic) => magic.bytes.every((byte, at) => bytes[at] === byte))?.found;
  if (found === undefined) return isSkippableFrame(bytes) ? { kind: 'zstd' } : { kind: 'none' };
  const isBzip2 = found.kind === 'other' && found.name === 'bzip2';
  return isBzip2 && !bzip2Block.every((byte, at) => bytes[4 + at] === byte) ? { kind: 'none' } : found;
}

/** Some writers of zstd (pzstd) begin with a frame that says how long the next one is. */
export function isSkippableFrame(bytes: Uint8Array): boolean {
  const [first = 0, ...rest] = bytes.subarray(0, 4);
  return (first & 0xf0) === 0x50 && rest[0] === 0x2a && rest[1] === 0x4d && rest[2] === 0x18;
}

const packedName = /\.(?:gz|zst|zstd)$/;
const unfinishedName = /\.(?:gz|zst|zstd|xz|bz2|tmp)$/;

/** Whether a path is named as compressed files are that can be read. */
export function isPackedName(path: string): boolean {
  return packedName.test(path);
}

/** Whether an empty file is one that a compressor will fill: it must not be taken for a log that begins. */
export function awaitsPacking(path: string): boolean {
  return unfinishedName.test(basename(path));
}

/** `app.log.1` of `app.log.1.gz`: the path of what was compressed. */
export function unpackedName(path: string): string {
  return path.replace(/\.(?:gz|zst|zstd|tmp)$/, '');
}
