import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { dirname, isAbsolute, resolve } from 'node:path';
import { setAt } from './issue.ts';
import { walkValues, type JsonSchema } from './json-schema.ts';
import type { Path } from './problem.ts';

/**
 * What a connector's schema says with `format`: `path` is a local path (or glob), `existing-file` a file that has to
 * be readable before anything runs. Both are relative to the configuration file.
 */
const pathFormats: readonly unknown[] = ['path', 'existing-file'];

/** A copy of the value with relative paths made absolute, as far as the schema says that they are paths. */
export function withAbsolutePaths(value: unknown, schema: JsonSchema, folder: string): unknown {
  const copy: unknown = structuredClone(value);
  for (const place of walkValues(schema, copy)) {
    if (typeof place.value !== 'string' || place.value === '' || isAbsolute(place.value)) continue;
    if (place.schemas.some((found) => pathFormats.includes(found['format']))) {
      setAt(copy, place.path, resolve(folder, place.value));
    }
  }
  return copy;
}

/** Files that have to be there and cannot be read, each with the reason. */
export async function unreadableFiles(
  value: unknown,
  schema: JsonSchema,
): Promise<readonly { path: Path; reason: string }[]> {
  const wrong: { path: Path; reason: string }[] = [];
  for (const place of walkValues(schema, value)) {
    if (typeof place.value !== 'string' || !place.schemas.some((found) => found['format'] === 'existing-file'))
      continue;
    const reason = await whyUnreadable(place.value);
    if (reason !== undefined) wrong.push({ path: place.path, reason });
  }
  return wrong;
}

async function whyUnreadable(file: string): Promise<string | undefined> {
  try {
    const found = await stat(file);
    if (!found.isFile()) return `${file} is not a file`;
    await access(file, constants.R_OK);
    return undefined;
  } catch (error) {
    return `${file}: ${reasonOf(error)}`;
  }
}

/** Why objects cannot be written to the folder, which need not exist yet; undefined when they can. Makes nothing. */
export async function whyUnwritable(folder: string): Promise<string | undefined> {
  try {
    const found = await stat(folder);
    if (!found.isDirectory()) return `${folder} is not a folder`;
    await access(folder, constants.W_OK | constants.X_OK);
    return undefined;
  } catch (error) {
    const parent = dirname(folder);
    if (codeOf(error) === 'ENOENT' && parent !== folder) return whyUnwritable(parent);
    return `${folder}: ${reasonOf(error)}`;
  }
}

function reasonOf(error: unknown): string {
  const reasons: Readonly<Record<string, string>> = {
    ENOENT: 'no such file',
    ENOTDIR: 'part of the path is not a folder',
    EACCES: 'no permission',
    EPERM: 'no permission',
    EROFS: 'read-only file system',
  };
  const code = codeOf(error);
  return (code === undefined ? undefined : reasons[code]) ?? (error instanceof Error ? error.message : String(error));
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
