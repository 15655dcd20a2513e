import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import type { Imports } from './check/imports.ts';

/**
 * Reads what a document imports: files of its own package, or of its own folder where it is in none. What is not there,
 * or lies elsewhere (links are followed), is undefined.
 */
export function importsOf(documentPath: string): Imports {
  const folder = dirname(resolve(documentPath));
  return (name) => {
    try {
      const path = realpathSync(join(folder, name));
      return path.startsWith(realpathSync(packageOf(folder)) + sep) ? readFileSync(path, 'utf8') : undefined;
    } catch {
      return undefined;
    }
  };
}

function packageOf(folder: string): string {
  for (let at = folder; dirname(at) !== at; at = dirname(at)) if (existsSync(join(at, 'package.json'))) return at;
  return folder;
}
