import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { reportVariable, type ClauseOutcome } from '@sluice/testing/standard';
import type { Io } from '../terminal/io.ts';
import type { ConnectorPackage } from './load-package.ts';
import { runProgram } from './run-program.ts';

/** What the tests of a package said about the clauses that only running shows. */
export interface KitRun {
  readonly outcomes: readonly ClauseOutcome[];
  /** Why the tests could not say anything, for behind a problem. */
  readonly failure?: string;
}

const testFile = 'src/connector.test.ts';
const shownOutput = 1500;

/** Runs the package's own `test` script for its test of the kit, and gathers what that reports. */
export async function runKit({ folder, manifest }: ConnectorPackage, io: Io): Promise<KitRun> {
  const { scripts } = manifest as { readonly scripts?: { readonly test?: string } };
  if (scripts?.test === undefined) return { outcomes: [], failure: ': package.json has no "test" script' };
  if (!existsSync(join(folder, testFile))) return { outcomes: [], failure: `: there is no ${testFile}` };
  const workplace = await mkdtemp(join(tmpdir(), 'sluice-check-'));
  const report = join(workplace, 'report.ndjson');
  try {
    const { code, output } = await runProgram('npm', ['test', '--silent', '--', testFile], {
      io,
      folder,
      environment: { [reportVariable]: report },
    });
    const outcomes = existsSync(report) ? parse(await readFile(report, 'utf8')) : [];
    if (outcomes.length > 0 || code === 0) return { outcomes };
    io.stderr.write(`${output.slice(-shownOutput)}\n`);
    return { outcomes, failure: `: "npm test -- ${testFile}" fails before it does (see above)` };
  } finally {
    await rm(workplace, { recursive: true, force: true });
  }
}

function parse(report: string): readonly ClauseOutcome[] {
  return report
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as ClauseOutcome);
}
