import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Tells whether a file, or a file directly in a folder, has changed since: another text then. */
export function stateOf(paths: readonly string[]): string {
  return paths.flatMap((path) => [path, ...filesIn(path)].map(versionOf)).join('\n');
}

function filesIn(path: string): readonly string[] {
  try {
    return readdirSync(path).map((name) => join(path, name));
  } catch {
    return [];
  }
}

function versionOf(path: string): string {
  try {
    const { mtimeMs, size } = statSync(path);
    return `${path} ${mtimeMs} ${size}`;
  } catch {
    return `${path} absent`;
  }
}
