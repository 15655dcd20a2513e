import { randomUUID } from 'node:crypto';
import { mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { SpillFile, SpillStore } from '@sluice/parquet';
import type { FlushRules } from '../lake/flush-rules.ts';
import type { SpillRule } from '../lake/packer.ts';
import { folderError } from '../store/folder-errors.ts';
import { retry, type RetryOptions } from '../store/retry.ts';

/**
 * Part of the memory of open rows from which on they are spilled: while a flush is stored, the rows of the next take as
 * much again.
 */
const spillAbovePart = 0.5;

/** Memory of each of so many lanes from which on it spills; undefined where the rules want nothing spilled. */
export function spillAboveBytes({ maxMemoryBytes, maxSpilledBytes }: FlushRules, lanes: number): number | undefined {
  return maxSpilledBytes === 0 ? undefined : (maxMemoryBytes * spillAbovePart) / lanes;
}

export interface SpillPlace {
  /** Folder of the objects that wait to be stored; undefined where they wait in memory. */
  readonly folder: string | undefined;
  readonly aboveBytes: number | undefined;
  readonly retry: RetryOptions;
}

/** What a packer is told about spilling. */
export function spillRule({ folder, aboveBytes, retry: options }: SpillPlace): { readonly spill?: SpillRule } {
  if (folder === undefined || aboveBytes === undefined) return {};
  return { spill: { store: folderSpill(join(folder, 'spill'), options), aboveBytes } };
}

/**
 * Rows of open objects that memory has no room for, in files of a folder. They are of no use after a crash: whoever
 * owns the folder removes what is left in it at the start. A full disk is waited for.
 */
export function folderSpill(folder: string, options: RetryOptions): SpillStore {
  return {
    async create() {
      const path = join(folder, `${randomUUID()}.run`);
      await retry(() => onPath(path, () => mkdir(folder, { recursive: true })), options);
      return runFile(path, options);
    },
  };
}

/** Opened for each call: there may be thousands of them. */
function runFile(path: string, options: RetryOptions): SpillFile {
  let end = 0;
  return {
    async write(bytes) {
      await retry(() => onPath(path, () => writeAt(path, bytes, end)), options);
      end += bytes.length;
    },
    read: (from, to) => onPath(path, () => readRange(path, from, to)),
    remove: () => onPath(path, () => rm(path, { force: true })),
  };
}

async function writeAt(path: string, bytes: Uint8Array, position: number): Promise<void> {
  const file = await open(path, position === 0 ? 'w' : 'r+');
  try {
    for (let at = 0; at < bytes.length;) {
      const { bytesWritten } = await file.write(bytes, at, bytes.length - at, position + at);
      at += bytesWritten;
    }
  } finally {
    await file.close();
  }
}

async function readRange(path: string, from: number, to: number): Promise<Uint8Array> {
  const file = await open(path, 'r');
  try {
    const bytes = new Uint8Array(to - from);
    const { bytesRead } = await file.read(bytes, 0, bytes.length, from);
    return bytes.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

async function onPath<Result>(path: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw folderError(error, path);
  }
}
