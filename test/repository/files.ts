import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const root: string = join(import.meta.dirname, '../..');

/** Files of the repository: what is committed or about to be, not what is ignored or gone. */
export const files: readonly string[] = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard', '--deduplicate'],
  { cwd: root, maxBuffer: 16 * 1024 * 1024 },
)
  .toString()
  .split('\n')
  .filter((file) => file !== '' && existsSync(join(root, file)));

export function textOf(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}
