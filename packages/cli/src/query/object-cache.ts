import { mkdir, readdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import type { ObjectStore } from '@sluice/core';
import { CommandError } from '../errors.ts';
import { exitCode } from '../exit-code.ts';
import type { LakeObject } from '../lake/list-lake.ts';
import { sized } from '../terminal/amounts.ts';

export interface CacheOptions {
  /** Folder of all caches. */
  readonly folder: string;
  /** What tells this lake from others: endpoint, bucket, prefix. */
  readonly identity: string;
  readonly maxBytes: number;
  /** Told of each object that had to be fetched. */
  readonly onFetch?: (fetched: number, of: number) => void;
}

/** Local copies of objects of a bucket. Objects never change, so a copy of the right size stays good. */
export interface ObjectCache {
  /** Folder that holds the copies, each under its key. */
  readonly folder: string;
  /** Fetches what is missing. Refuses, before it fetches anything, when the objects together are too large. */
  fill(objects: readonly LakeObject[]): Promise<void>;
}

const atOnce = 6;

export function createObjectCache(
  store: ObjectStore,
  { folder: root, identity, maxBytes, onFetch }: CacheOptions,
): ObjectCache {
  const folder = join(root, createHash('sha256').update(identity).digest('hex').slice(0, 16));
  return {
    folder,
    async fill(objects) {
      refuseTooMuch(objects, maxBytes);
      const missing = [];
      for (const object of objects)
        if (!(await isHere(join(folder, object.key), object.byteLength))) missing.push(object);
      await makeRoom(folder, maxBytes - sum(missing), new Set(objects.map(({ key }) => join(folder, key))));
      let fetched = 0;
      const queue = missing.values();
      const worker = async (): Promise<void> => {
        for (const object of queue) {
          await fetchObject(store, object, join(folder, object.key));
          onFetch?.(++fetched, missing.length);
        }
      };
      await Promise.all(Array.from({ length: atOnce }, worker));
    },
  };
}

function refuseTooMuch(objects: readonly LakeObject[], maxBytes: number): void {
  const bytes = sum(objects);
  if (bytes <= maxBytes) return;
  throw new CommandError(
    exitCode.failed,
    `the query needs ${sized(bytes)} of objects and the cache takes ${sized(maxBytes)}; narrow it with --source, --since or --day, or say --cache-size`,
  );
}

/** Appears under its name only when it is whole. */
async function fetchObject(store: ObjectStore, object: LakeObject, path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const part = `${path}.${process.pid}.part`;
  try {
    await writeFile(part, await store.read(object.key));
    await rename(part, path);
  } finally {
    await rm(part, { force: true });
  }
}

/** Whether a whole copy is here; marks it as used. */
async function isHere(path: string, byteLength: number): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  if (found?.size !== byteLength) return false;
  await utimes(path, new Date(), new Date());
  return true;
}

/** Removes copies that were not used for longest until the others fit. */
async function makeRoom(folder: string, maxBytes: number, needed: ReadonlySet<string>): Promise<void> {
  const copies = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile()) copies.push({ path, ...(await sizeAndUse(path)) });
  }
  let bytes = copies.reduce((all, copy) => all + copy.size, 0);
  for (const copy of copies.toSorted((a, b) => a.usedAt - b.usedAt)) {
    if (bytes <= maxBytes) return;
    if (needed.has(copy.path)) continue;
    await rm(copy.path, { force: true });
    bytes -= copy.size;
  }
}

async function sizeAndUse(path: string): Promise<{ size: number; usedAt: number }> {
  const found = await stat(path).catch(() => undefined);
  return { size: found?.size ?? 0, usedAt: found?.mtimeMs ?? 0 };
}

function sum(objects: readonly LakeObject[]): number {
  return objects.reduce((all, object) => all + object.byteLength, 0);
}
