import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

const repository = join(import.meta.dirname, '../..');
/** Tests that run longer are stopped. */
const slowestMs = 900_000;

interface RunOptions {
  /** Only tests whose path has one of these. */
  readonly tests?: readonly string[];
  /** Only tests whose name this regular expression finds. */
  readonly name?: string;
  /** Whether what the tests say is shown. */
  readonly shows?: boolean;
  /** After this they count as failed: a mutant can make a loop endless. */
  readonly withinMs?: number;
}

/** A copy of a workspace, so that mutants never stand where somebody works. */
export interface Workplace {
  readonly folder: string;
  /** Writes a file of the copy. */
  write(file: string, text: string): void;
  /** Runs the tests that reach a file, or all; says whether they pass. */
  passes(file: string | undefined, options?: RunOptions): Promise<boolean>;
  remove(): void;
}

export function copyWorkspace(workspace: string): Workplace {
  const root = mkdtempSync(join(tmpdir(), 'sluice-mutants-'));
  const folder = join(root, workspace);
  for (const name of ['package.json', 'vitest.config.ts', 'tsconfig.base.json'])
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
    passes: (file, options) => runTests(folder, file, options),
    remove: () => rmSync(root, { recursive: true }),
  };
}

/** Packages of the workspace alone, without what its test runs leave there. */
function linkOwn(from: string, to: string): void {
  cpSync(from, to, { recursive: true, filter: (path) => !/\/\.(?:vitest|vite)/.test(path) });
}

function runTests(folder: string, file: string | undefined, run: RunOptions = {}): Promise<boolean> {
  const { tests = [], name, shows = false, withinMs = slowestMs } = run;
  // Which tests reach a file is asked only where no tests are named.
  const what = file === undefined || tests.length > 0 ? ['run', ...tests] : ['related', file, '--run'];
  const vitest = join(repository, 'node_modules/vitest/vitest.mjs');
  // A busy machine is no reason to think that a mutant was noticed.
  const options = ['--bail=1', '--reporter=dot', '--testTimeout=120000', '--hookTimeout=120000'];
  const named = name === undefined ? [] : ['--testNamePattern', name];
  const child = spawn(process.execPath, [vitest, ...what, ...named, ...options], {
    cwd: folder,
    stdio: shows ? 'inherit' : 'ignore',
  });
  const timer = setTimeout(() => child.kill('SIGKILL'), withinMs);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      clearTimeout(timer);
      resolve(code === 0);
    });
  });
}

export function readSource(workspace: string, file: string): string {
  return readFileSync(join(repository, workspace, file), 'utf8');
}
