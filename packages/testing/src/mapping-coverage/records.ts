import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** Larger files are not read whole. */
const maxBytes = 512 * 1024 * 1024;

/**
 * The records of files and folders (all files in them, in the order of their names): a line each of `.log`, `.jsonl`,
 * `.ndjson` and files of other names; the whole file of `.json` and `.xml` (a JSON file with several values has one a
 * line), and of each file in a folder whose name ends in `.d`. `.gz` is unpacked.
 */
export function recordsOf(paths: readonly string[]): readonly Buffer[] {
  return paths.flatMap((path) => filesOf(path).flatMap((file) => recordsOfFile(file)));
}

function filesOf(path: string): readonly string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .toSorted()
    .filter((name) => !name.startsWith('.') && !name.includes('.ocsf.json') && !name.includes('.expected-ocsf.'))
    .flatMap((name) => filesOf(join(path, name)));
}

function recordsOfFile(path: string): readonly Buffer[] {
  const bytes = readFileSync(path);
  const isPacked = path.endsWith('.gz');
  return splitRecords(isPacked ? gunzipSync(bytes, { maxOutputLength: maxBytes }) : bytes, path.replace(/\.gz$/, ''));
}

/** The records of what a file of this name holds. */
export function splitRecords(bytes: Buffer, name: string): readonly Buffer[] {
  if (/\.xml$|\.d\/[^/]+$/.test(name)) return [bytes];
  if (name.endsWith('.json') && isJson(bytes)) return [bytes];
  return bytes
    .toString('latin1')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => Buffer.from(line, 'latin1'));
}

function isJson(bytes: Buffer): boolean {
  try {
    JSON.parse(bytes.toString('utf8'));
    return true;
  } catch {
    return false;
  }
}
