import { glob, readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { isPackedName } from './packing.ts';

/** A regular file that stands at a path right now. */
export interface FoundFile {
  /** `device:inode`. */
  readonly id: string;
  readonly path: string;
  readonly size: number;
  readonly modifiedMs: number;
}

export interface Discovery {
  /** Each file once, however many paths lead to it; oldest change first. */
  readonly files: readonly FoundFile[];
  /** Paths that cannot be looked at, with the reason. */
  readonly problems: ReadonlyMap<string, string>;
}

/** The files that the patterns name now. */
export async function discover(patterns: readonly string[], signal: AbortSignal): Promise<Discovery> {
  const found = new Map<string, FoundFile>();
  const problems = new Map<string, string>();
  for (const pattern of patterns) {
    for await (const path of pathsOf(pattern)) {
      if (signal.aborted) break;
      try {
        const file = await fileAt(path);
        if (file !== undefined && !found.has(file.id)) found.set(file.id, file);
      } catch (error) {
        if (!isGone(error)) problems.set(path, reasonOf(error));
      }
    }
  }
  const files = [...found.values()].toSorted((a, b) => a.modifiedMs - b.modifiedMs || (a.path < b.path ? -1 : 1));
  return { files, problems };
}

/** The file with this id in the same folder: where a rotation puts it. `unknown` where the folder cannot be read. */
export async function findMoved(path: string, id: string): Promise<FoundFile | 'unknown' | undefined> {
  const folder = dirname(path);
  const names = await readdir(folder).catch(() => undefined);
  if (names === undefined) return 'unknown';
  const stem = basename(path).split('.')[0] ?? '';
  const likelyFirst = names.toSorted((a, b) => Number(b.startsWith(stem)) - Number(a.startsWith(stem)));
  for (const name of likelyFirst) {
    const file = await fileAt(join(folder, name)).catch(() => undefined);
    if (file?.id === id) return file;
  }
  return undefined;
}

/** The files beside one that are named as compressed files are. */
export async function* findPacked(path: string): AsyncIterable<FoundFile> {
  const folder = dirname(path);
  for (const name of await readdir(folder).catch(() => [])) {
    const file = isPackedName(name) ? await fileAt(join(folder, name)).catch(() => undefined) : undefined;
    if (file !== undefined) yield file;
  }
}

/** Whether a pattern is a glob; a plain path is taken literally. */
export function isGlob(pattern: string): boolean {
  return /[*?[\]{}]/.test(pattern);
}

async function* pathsOf(pattern: string): AsyncIterable<string> {
  if (isGlob(pattern)) yield* glob(pattern);
  else yield pattern;
}

async function fileAt(path: string): Promise<FoundFile | undefined> {
  const facts = await stat(path, { bigint: true });
  if (!facts.isFile()) return undefined;
  return { id: `${facts.dev}:${facts.ino}`, path, size: Number(facts.size), modifiedMs: Number(facts.mtimeMs) };
}

export function isGone(error: unknown): boolean {
  return codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR';
}

export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
