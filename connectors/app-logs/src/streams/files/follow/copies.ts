import { open } from 'node:fs/promises';
import { basename, dirname, extname } from 'node:path';
import type { FoundFile } from './discover.ts';
import { Head, maxHeadBytes } from './fingerprint.ts';

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
 * Whether a file is a copy of the one that left the trace. `perhaps`: it begins so and is shorter, as a copy is that
 * is still being made. Files of less than 1 KiB are too short to tell, and count as others.
 */
export async function compareWithTrace(found: FoundFile, trace: Trace): Promise<'copy' | 'perhaps' | 'other'> {
  const { offset, tail } = trace;
  if (offset < maxHeadBytes || tail.length === 0) return 'other';
  const handle = await open(found.path, 'r');
  try {
    const head = await Head.read(handle);
    if (!head.equals(trace.head)) return 'other';
    const there = Buffer.alloc(tail.length);
    const { bytesRead } = await handle.read(there, 0, tail.length, offset - tail.length);
    if (bytesRead < tail.length) return 'perhaps';
    return Buffer.compare(there, tail) === 0 ? 'copy' : 'other';
  } finally {
    await handle.close();
  }
}
