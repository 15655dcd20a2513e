import type { Connector } from '@sluice/connector';
import { clauses, dataChecks, packageChecks, type Clause } from '@sluice/testing/standard';
import { CommandError } from '../errors.ts';
import { exitCode, type ExitCode } from '../exit-code.ts';
import { plural } from '../terminal/amounts.ts';
import type { Io } from '../terminal/io.ts';
import { headProblems } from './docs/readme-head.ts';
import { loadPackage, type ConnectorPackage } from './load-package.ts';
import { runKit, type KitRun } from './run-kit.ts';

export interface CheckOptions {
  readonly json?: boolean;
  readonly tests: boolean;
}

interface ClauseResult extends Pick<Clause, 'number' | 'says'> {
  readonly verdict: 'held' | 'broken' | 'left out';
  readonly problems: readonly string[];
}

/** `sluice connector check`: every clause of the standard, and whether it holds. */
export async function checkCommand(folder: string, options: CheckOptions, io: Io): Promise<ExitCode> {
  const loaded = await load(folder);
  if (!('connector' in loaded)) return finish([result(clauses[0], [loaded.reason])], options, io);
  const kit = options.tests ? await runKit(loaded, io) : undefined;
  const results = clauses.map((clause) => checkClause(clause, loaded, kit));
  return finish(results, options, io);
}

async function load(folder: string): Promise<ConnectorPackage | { readonly reason: string }> {
  try {
    return await loadPackage(folder);
  } catch (error) {
    if (error instanceof CommandError && error.exitCode === exitCode.badData) return { reason: error.message };
    throw error;
  }
}

function checkClause(clause: Clause, loaded: ConnectorPackage, kit: KitRun | undefined): ClauseResult {
  const { connector, folder } = loaded;
  switch (clause.proof) {
    case 'data':
      return result(clause, dataChecks[clause.number]?.(connector) ?? []);
    case 'package':
      if (clause.number === '3.5') return result(clause, headProblems(loaded));
      return result(clause, packageChecks[clause.number]?.(connector, folder) ?? []);
    case 'tests':
      return kit === undefined
        ? { number: clause.number, says: clause.says, verdict: 'left out', problems: [] }
        : result(clause, provenByTests(clause, connector, kit));
  }
}

/** Every stream has to have shown it: what no test has run is not held. */
function provenByTests({ number }: Clause, { streams }: Connector, { outcomes, failure }: KitRun): readonly string[] {
  const about = outcomes.filter(({ clause }) => clause === number);
  const broken = about
    .filter(({ isHeld }) => !isHeld)
    .map(({ subject, detail }) => `${subject}: ${detail ?? 'its test fails'}`);
  const silent = streams
    .filter(({ name }) => !about.some(({ subject }) => streamOf(subject) === name))
    .map(({ name }) => `stream "${name}": no test has shown it${failure ?? remedyOf(number)}`);
  return [...broken, ...silent];
}

function streamOf(subject: string): string | undefined {
  return subject.split(/[/,]/, 1)[0];
}

function remedyOf(number: string): string {
  return Number(number.slice(2)) >= 5
    ? '; give it an upstream in checkConnector(…) of @sluice/testing'
    : '; call checkConnector(…) of @sluice/testing in src/connector.test.ts, and add fixtures';
}

function result(clause: Clause | undefined, problems: readonly string[]): ClauseResult {
  const { number = '1.1', says = '' } = clause ?? {};
  return { number, says, verdict: problems.length === 0 ? 'held' : 'broken', problems };
}

function finish(results: readonly ClauseResult[], { json }: CheckOptions, io: Io): ExitCode {
  const broken = results.filter(({ verdict }) => verdict === 'broken').length;
  if (json === true) io.stdout.write(`${JSON.stringify({ holds: broken === 0, clauses: results }, undefined, 2)}\n`);
  else io.stdout.write(textOf(results, broken));
  return broken === 0 ? exitCode.ok : exitCode.failed;
}

const signs = { held: 'pass', broken: 'FAIL', 'left out': 'skip' } as const;
const mostShown = 8;

function textOf(results: readonly ClauseResult[], broken: number): string {
  const lines = results.flatMap(({ number, says, verdict, problems }) => [
    `${signs[verdict]}  ${number}  ${says}`,
    ...problems.slice(0, mostShown).map((problem) => `           ${problem}`),
    ...(problems.length > mostShown ? [`           … and ${problems.length - mostShown} more`] : []),
  ]);
  const verdict =
    broken === 0 ? 'The connector keeps the standard.' : `${plural(broken, 'clause')} of ${results.length} not kept.`;
  return `${lines.join('\n')}\n\n${verdict}\n`;
}
