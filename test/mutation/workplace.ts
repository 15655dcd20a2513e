import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

export const repository: string = join(import.meta.dirname, '../..');

/** A copy of a workspace, so that mutants never stand where somebody works. */
export interface Workplace {
  readonly folder: string;
  /** Writes a file of the copy. */
  write(file: string, text: string): void;
  remove(): void;
}

export function copyWorkspace(workspace: string): Workplace {
  const temporary = mkdtempSync(join(tmpdir(), 'sluice-mutants-'));
  // Nothing stands beside the repository: its tests have to be enough without samples.
  const root = join(temporary, 'repository');
  const folder = join(root, workspace);
  for (const name of ['package.json', 'vitest.config.ts', 'scripts/test-folder.ts', 'tsconfig.base.json'])
    cpSync(join(repository, name), join(root, name));
  cpSync(join(repository, workspace), folder, {
    recursive: true,
    filter: (path) => !['node_modules', 'dist', 'tsconfig.json', 'tsconfig.tsbuildinfo'].includes(basename(path)),
  });
  symlinkSync(join(repository, 'node_modules'), join(root, 'node_modules'));
  const own = join(repository, workspace, 'node_modules');
  if (existsSync(own)) linkOwn(own, join(folder, 'node_modules'));
  return {
    folder,
    write: (file, text) => writeFileSync(join(folder, file), text),
    remove: () => rmSync(temporary, { recursive: true }),
  };
}

/** Packages of the workspace alone, without what its test runs leave there. */
function linkOwn(from: string, to: string): void {
  cpSync(from, to, { recursive: true, filter: (path) => !/\/\.(?:vitest|vite)/.test(path) });
}

export function readSource(workspace: string, file: string): string {
  return readFileSync(join(repository, workspace, file), 'utf8');
}
