/**
 * `npm run bench -- lake`: how fast a service's log becomes a lake, beside DuckDB and parquetjs-lite, in one run.
 *
 * `npm run bench -- lake [--events 200000] [--rounds 3] [name…]` · `npm run bench -- lake --long [--events 10000000]`
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { writeServiceLog } from '../input/service-log.ts';
import { longRun } from './long-run.ts';
import { machine, reportHead, reportRows } from './report.ts';
import { contestants, playRounds, type ContestantName } from './round.ts';
import { prepareRows } from './same-rows.ts';
import { markdownTable } from './table.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    events: { type: 'string' },
    rounds: { type: 'string', default: '3' },
    long: { type: 'boolean', default: false },
  },
});

const folder = await mkdtemp(join(tmpdir(), 'sluice-bench-'));
try {
  process.exitCode = values.long
    ? await longRun(folder, Number(values.events ?? 10_000_000))
    : await compare(Number(values.events ?? 200_000));
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function compare(events: number): Promise<number> {
  const names = positionals.length === 0 ? contestants : positionals.map(contestantNamed);
  const log = join(folder, 'service.log');
  await writeServiceLog(log, { lines: events, seed: 1, start: Date.parse('2026-11-20T06:00:00Z') });
  const rows = await prepareRows(log, folder);
  const job = (contestant: ContestantName) => ({ contestant, log, rows, output: join(folder, 'output') });
  // Progress goes to stderr, so that the table can be kept: `npm run --silent bench > table.md`.
  const rounds = await playRounds(names, Number(values.rounds), job, (line) => process.stderr.write(`${line}\n`));
  process.stdout.write(`${machine()}; ${events.toLocaleString('en-US')} events, ${rounds.length} rounds\n\n`);
  process.stdout.write(`${markdownTable(reportHead, reportRows(names, rounds))}\n`);
  return 0;
}

function contestantNamed(text: string): ContestantName {
  const name = contestants.find((known) => known === text);
  if (name === undefined) throw new Error(`There is no contestant "${text}"; there are ${contestants.join(', ')}.`);
  return name;
}
