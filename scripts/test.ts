/**
 * Runs type checks, lint and the tests of every workspace, and ends with one line that counts them all:
 * `N passed, N failed, N skipped`. Exit status 1 when anything failed.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Results {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly numFailedTestSuites: number;
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

const steps: readonly (readonly [name: string, command: readonly string[]])[] = [
  ['typecheck', ['tsc', '-b']],
  ['lint', ['oxlint', '--type-aware', '--deny-warnings']],
  ['format', ['oxfmt', '--check']],
  ['tests', ['turbo', 'run', 'test', '--continue', '--output-logs=new-only', ...process.argv.slice(2)]],
];

// Many short processes are started: each finds its code compiled already.
process.env['NODE_COMPILE_CACHE'] ??= join(import.meta.dirname, '../node_modules/.cache/node');

let failedSteps = 0;
for (const [name, [command = '', ...options]] of steps) {
  process.stdout.write(`\n== ${name}\n`);
  const { status } = spawnSync(command, options, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) failedSteps++;
}

const workspaces = globSync(['packages/*', 'connectors/*', 'examples/*', 'test']);
const resultFiles = workspaces
  .map((folder) => join(folder, 'node_modules/.vitest/results.json'))
  .filter((file) => existsSync(file));
const results = resultFiles.map((file) => JSON.parse(readFileSync(file, 'utf8')) as Results);
const sum = (field: (result: Results) => number): number => results.reduce((total, result) => total + field(result), 0);
const skipped = sum((result) => result.numPendingTests + result.numTodoTests);
for (const { testResults } of results) {
  for (const { assertionResults } of testResults) {
    for (const { status, fullName } of assertionResults)
      if (status === 'failed') process.stdout.write(`failed: ${fullName}\n`);
  }
}
const failed = Math.max(
  sum((result) => result.numFailedTests),
  failedSteps,
);
process.stdout.write(
  `\n${sum((result) => result.numPassedTests)} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`,
);
process.exitCode = failed === 0 ? 0 : 1;
