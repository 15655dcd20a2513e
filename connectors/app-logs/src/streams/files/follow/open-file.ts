import { open, type FileHandle } from 'node:fs/promises';
import { plainContent, type Content } from './fingerprint.ts';
import type { FollowedFile, Opening } from './followed-file.ts';
import { packedContent } from './packed-content.ts';
import { PackedFile } from './packed-file.ts';
import { packingOf, type Packing } from './packing.ts';
import { TrackedFile } from './tracked-file.ts';

/** A file is compressed in a way that is not read. */
export class UnreadablePacking extends Error {
  constructor(name: string) {
    super(`is compressed by ${name}, which is not read: leave it out of "paths", or compress by gzip or zstd`);
    this.name = 'UnreadablePacking';
  }
}

/** Opens a file to be followed, compressed or not. Throws where it cannot be opened, and `UnreadablePacking`. */
export async function openFile(opening: Opening): Promise<FollowedFile> {
  const handle = await open(opening.found.path, 'r');
  try {
    const packing = await readablePacking(handle);
    if (packing === undefined) return await TrackedFile.of(handle, opening);
    return new PackedFile({ handle, packing, ...opening });
  } catch (error) {
    await handle.close();
    throw error;
  }
}

/** Runs with what a file says. */
export async function withContent<T>(path: string, run: (content: Content) => Promise<T>): Promise<T> {
  const handle = await open(path, 'r');
  try {
    const packing = await readablePacking(handle);
    return await run(packing === undefined ? plainContent(handle) : packedContent(handle, packing));
  } finally {
    await handle.close();
  }
}

/** Whether a file is compressed. */
export async function isPacked(path: string): Promise<boolean> {
  const handle = await open(path, 'r');
  try {
    return (await packingOf(handle)).kind !== 'none';
  } finally {
    await handle.close();
  }
}

async function readablePacking(handle: FileHandle): Promise<Packing | undefined> {
  const found = await packingOf(handle);
  if (found.kind === 'other') throw new UnreadablePacking(found.name);
  return found.kind === 'none' ? undefined : found.kind;
}
