import { basename, dirname, extname } from 'node:path';
import type { FoundFile } from './discover.ts';
import { maxHeadBytes, type Head } from './fingerprint.ts';
import { withContent } from './open-file.ts';
import { unpackedName } from './packing.ts';

/** How far a file was read, and what stood there. */
export interface Trace {
  readonly head: Head;
  readonly offset: number;
  /** The bytes before `offset`. */
  readonly tail: Uint8Array;
}

/**
 * Whether a path is what a rotation makes of another: `app.log.1`, `app.log-20260115`, `app-20260115.log` of `app.log`.
 */
export function isRotatedName(path: string, original: string): boolean {
  if (path.length <= original.length || dirname(path) !== dirname(original)) return false;
  const name = basename(path);
  const extension = extname(original);
  if (name.startsWith(basename(original))) return true;
  return extension !== '' && name.startsWith(basename(original, extension)) && name.endsWith(extension);
}

/**
 * Whether a compressed file may, by its name, be one that was at another path: `app.log.2.gz` of `app.log.1`, which is
 * compressed and renamed in one go. Some rotations move what they compress to another folder.
 */
export function isPackedNameOf(path: string, original: string): boolean {
  return unrotated(path) === unrotated(original) || isRotatedName(unpackedName(path), original);
}

/** `app.log` of `app.log.1`, `app.log-20260115`, `app-20260115.log`, `app.log.20260115-120000.gz`. */
function unrotated(path: string): string {
  const name = basename(unpackedName(path)).replace(/[.-]\d[\d.-]{0,31}$/, '');
  const extension = extname(name);
  return basename(name, extension).replace(/[.-]\d[\d.-]{0,31}$/, '') + extension;
}

/** Whether what was read of a file is enough to tell it from others of the same folder and name. */
export function isTelling({ offset }: { readonly offset: number }): boolean {
  return offset >= maxHeadBytes;
}

/**
 * Whether a file is a copy of the one that left the trace. `perhaps`: it begins so and is shorter, as a copy is that
 * is still being made. Plain files of less than 1 KiB are too short to tell, and count as others.
 */
export async function compareWithTrace(
  found: FoundFile,
  trace: Trace,
  isPacked: boolean,
): Promise<'copy' | 'perhaps' | 'other'> {
  const { offset, tail, head } = trace;
  if (isPacked ? head.length === 0 : !isTelling(trace) || tail.length === 0) return 'other';
  return withContent(found.path, async (content) => {
    const there = await content.head();
    if (!there.startsWith(head)) return isPacked && head.startsWith(there) ? 'perhaps' : 'other';
    const before = await content.before(offset);
    if (before === undefined) return 'perhaps';
    return Buffer.compare(before, tail) === 0 ? 'copy' : 'other';
  });
}

/** Whether a file begins with the whole head of another, all 1,024 bytes of it. */
export async function beginsLike(found: FoundFile, head: Head): Promise<boolean> {
  if (head.length < maxHeadBytes) return false;
  return withContent(found.path, async (content) => (await content.head()).startsWith(head));
}
