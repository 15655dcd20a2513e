import { mkdir, open, readdir, rm, stat, type FileHandle } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { readAround } from './read-around.ts';
import type { SpoolFile, SpoolFiles } from './spool-files.ts';

/** A spool's files in a local folder, which is made when the first file is. */
export function folderFiles(folder: string): SpoolFiles {
  const path = resolve(folder);
  return {
    path,
    list: () => list(path),
    async create(name) {
      await mkdir(path, { recursive: true, mode: 0o700 });
      const handle = await open(join(path, name), 'wx+', 0o600);
      await syncFolder(path);
      return fileOf(handle);
    },
    open: async (name) => fileOf(await open(join(path, name), 'r')),
    remove: (name) => rm(join(path, name), { force: true }),
  };
}

async function list(path: string): Promise<readonly { readonly name: string; readonly bytes: number }[]> {
  await mkdir(path, { recursive: true, mode: 0o700 });
  const names = await readdir(path);
  return Promise.all(names.map(async (name) => ({ name, bytes: (await stat(join(path, name))).size })));
}

function fileOf(handle: FileHandle): SpoolFile {
  return {
    write: (chunks, position) => writeAll(handle, chunks, position),
    sync: () => handle.datasync(),
    read: (position, length) => readAround((at, bytes) => readAt(handle, at, bytes), position, length),
    close: () => handle.close(),
  };
}

async function readAt(handle: FileHandle, position: number, length: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(length);
  const { bytesRead } = await handle.read(bytes, 0, length, position);
  return bytes.subarray(0, bytesRead);
}

/** A write may take less than all, as before the disk is full: then the rest is tried, which says why. */
async function writeAll(handle: FileHandle, chunks: readonly Uint8Array[], position: number): Promise<void> {
  let rest = chunks.filter((chunk) => chunk.byteLength > 0);
  let at = position;
  while (rest.length > 0) {
    const { bytesWritten } = await handle.writev(rest, at);
    at += bytesWritten;
    rest = after(rest, bytesWritten);
  }
}

function after(chunks: readonly Uint8Array[], bytes: number): Uint8Array[] {
  let skip = bytes;
  return chunks.flatMap((chunk) => {
    const skipped = Math.min(skip, chunk.byteLength);
    skip -= skipped;
    return skipped === chunk.byteLength ? [] : [chunk.subarray(skipped)];
  });
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
