import { randomUUID } from 'node:crypto';
import { copyFile, link, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import { SluiceError, systemErrorCode } from '../errors.ts';
import { folderError } from './folder-errors.ts';
import type { ObjectBody, ObjectStore, PutResult, StoredEntry } from './object-store.ts';

const temporaryFolder = '.sluice-tmp';
const noHardLinks = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK', 'ENOSYS', 'EXDEV']);

/**
 * A lake in a folder. Objects appear under their name only when they are whole and on disk (`fsync` of file and
 * folder), by a hard link that fails where the name is taken. File systems without hard links get an exclusive copy.
 */
export function folderStore(path: string): ObjectStore {
  const root = resolve(path);
  return {
    description: path,
    put: (key, body) => put(root, key, body),
    async read(key, range) {
      const file = await openForReading(root, key);
      try {
        const start = range?.start ?? 0;
        const end = range?.end ?? (await file.stat()).size;
        const bytes = new Uint8Array(Math.max(0, end - start));
        const { bytesRead } = await file.read(bytes, 0, bytes.length, start);
        return bytes.subarray(0, bytesRead);
      } finally {
        await file.close();
      }
    },
    async byteLength(key) {
      const file = await openForReading(root, key);
      try {
        return (await file.stat()).size;
      } finally {
        await file.close();
      }
    },
    list: (prefix) => list(root, prefix),
    close: () => Promise.resolve(),
  };
}

async function put(root: string, key: string, body: ObjectBody): Promise<PutResult> {
  const target = pathOf(root, key);
  try {
    await mkdir(dirname(target), { recursive: true });
    const result = (await linkDirectly(body, target)) ?? (await putThroughTemporary(root, target, body));
    await syncFolder(dirname(target));
    return result;
  } catch (error) {
    throw folderError(error, target);
  }
}

/** A complete file on the same file system needs no copy. */
async function linkDirectly(body: ObjectBody, target: string): Promise<PutResult | undefined> {
  return 'path' in body ? linkExclusively(body.path, target) : undefined;
}

async function putThroughTemporary(root: string, target: string, body: ObjectBody): Promise<PutResult> {
  const temporary = join(root, temporaryFolder, randomUUID());
  await mkdir(dirname(temporary), { recursive: true });
  try {
    await writeWhole(temporary, body);
    return (await linkExclusively(temporary, target)) ?? (await renameUnlessThere(temporary, target));
  } finally {
    await rm(temporary, { force: true });
  }
}

async function writeWhole(path: string, body: ObjectBody): Promise<void> {
  if ('path' in body) await copyFile(body.path, path);
  const file = await open(path, 'path' in body ? 'r+' : 'wx');
  try {
    if ('chunks' in body) for (const chunk of body.chunks) await file.writeFile(chunk);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Undefined where the file system knows no hard links, or not between these two places. */
async function linkExclusively(from: string, target: string): Promise<PutResult | undefined> {
  try {
    await link(from, target);
    return 'stored';
  } catch (error) {
    const code = systemErrorCode(error);
    if (code === 'EEXIST') return 'already-there';
    if (code !== undefined && noHardLinks.has(code)) return undefined;
    throw error;
  }
}

/** Two writers that pass the check at once write the same object, so the second rename changes nothing. */
async function renameUnlessThere(temporary: string, target: string): Promise<PutResult> {
  if (await stat(target).catch(() => undefined)) return 'already-there';
  await rename(temporary, target);
  return 'stored';
}

/** Makes the new name durable. Folders cannot be synced on every system; there the file system's own order has to do. */
async function syncFolder(path: string): Promise<void> {
  let folder;
  try {
    folder = await open(path, 'r');
    await folder.sync();
  } catch (error) {
    const code = systemErrorCode(error);
    if (code !== 'EISDIR' && code !== 'EPERM' && code !== 'EINVAL') throw error;
  } finally {
    await folder?.close();
  }
}

async function* list(root: string, prefix: string): AsyncIterable<StoredEntry> {
  // The prefix may end within a name; walk from the last whole folder of it.
  const from = prefix.slice(0, prefix.lastIndexOf('/') + 1);
  for await (const entry of walk(root, from)) if (entry.key.startsWith(prefix)) yield entry;
}

async function* walk(root: string, folder: string): AsyncIterable<StoredEntry> {
  let entries;
  try {
    entries = await readdir(join(root, folder), { withFileTypes: true });
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return;
    throw folderError(error, join(root, folder));
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    if (entry.name === temporaryFolder) continue;
    const key = folder + entry.name;
    if (entry.isDirectory()) yield* walk(root, `${key}/`);
    else if (entry.isFile()) yield { key, byteLength: (await stat(join(root, key))).size };
  }
}

async function openForReading(root: string, key: string): Promise<Awaited<ReturnType<typeof open>>> {
  const path = pathOf(root, key);
  try {
    return await open(path, 'r');
  } catch (error) {
    throw folderError(error, path);
  }
}

function pathOf(root: string, key: string): string {
  const path = resolve(root, key);
  if (!path.startsWith(root + sep)) {
    throw new SluiceError(
      'store_failed',
      `Object key "${key}" leads out of the folder ${root}; keys are relative paths.`,
    );
  }
  return path;
}
