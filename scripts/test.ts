/**
 * Runs type checks, lint and the tests of every workspace, and ends with one line that counts them all:
 * `N passed, N failed, N skipped`. Exit status 1 when anything failed.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
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

/** Each uses one core for most of its time: they run beside each other. */
const checks: readonly (readonly [name: string, command: readonly string[]])[] = [
  ['typecheck', ['tsc', '-b']],
  ['lint', ['oxlint', '--type-aware', '--deny-warnings']],
  ['format', ['oxfmt', '--check']],
];
/** Tests of as many workspaces at a time as there are cores: most of them wait now and then. */
const tests = ['run', 'test', '--continue', '--concurrency=100%', '--output-logs=new-only', ...process.argv.slice(2)];
const shell = process.platform === 'win32';

// Many short processes are started: each finds its code compiled already.
process.env['NODE_COMPILE_CACHE'] ??= join(import.meta.dirname, '../node_modules/.cache/node');

const checked = await Promise.all(
  checks.map(async ([name, command]) => ({ name, isPassed: await passes(name, command) })),
);
process.stdout.write('\n== tests\n');
const steps = [
  ...checked,
  { name: 'tests', isPassed: spawnSync('turbo', tests, { stdio: 'inherit', shell }).status === 0 },
];
const failedSteps = steps.filter(({ isPassed }) => !isPassed);

const workspaces = globSync(['packages/*', 'connectors/*', 'examples/*', 'test']);
const resultFiles = workspaces
  .map((folder) => join(folder, 'node_modules/.vitest/results.json'))
  .filter((file) => existsSync(file));
const results = resultFiles.map((file) => JSON.parse(readFileSync(file, 'utf8')) as Results);
const sum = (field: (result: Results) => number): number => results.reduce((total, result) => total + field(result), 0);
const skipped = sum((result) => result.numPendingTests + result.numTodoTests);
for (const { name } of failedSteps) process.stdout.write(`failed: ${name}\n`);
for (const { testResults } of results) {
  for (const { assertionResults } of testResults) {
    for (const { status, fullName } of assertionResults)
      if (status === 'failed') process.stdout.write(`failed: ${fullName}\n`);
  }
}
const failed = Math.max(
  sum((result) => result.numFailedTests),
  failedSteps.length,
);
process.stdout.write(
  `\n${sum((result) => result.numPassedTests)} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`,
);
process.exitCode = failed === 0 ? 0 : 1;

/** Runs a check, and prints what it said when it has ended. */
async function passes(name: string, [command = '', ...options]: readonly string[]): Promise<boolean> {
  const child = spawn(command, options, { stdio: ['ignore', 'pipe', 'pipe'], shell });
  const said: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => void said.push(chunk));
  await once(child, 'close');
  process.stdout.write(`\n== ${name}\n`);
  process.stdout.write(Buffer.concat(said));
  return child.exitCode === 0;
}
