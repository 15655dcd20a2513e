/**
 * `npm run bench -- lake`: how fast a log becomes a lake, beside DuckDB and parquetjs-lite, in one run.
 *
 * `npm run bench -- lake [--input service|gateway] [--events 200000] [--rounds 3] [name…]` · `npm run bench -- lake --long [--events 10000000]`
 */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { inputs } from './inputs.ts';
import type { InputName } from './job.ts';
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
    input: { type: 'string' },
    long: { type: 'boolean', default: false },
  },
});

const folder = await mkdtemp(join(tmpdir(), 'sluice-bench-'));
try {
  process.exitCode = values.long ? await longRun(folder, Number(values.events ?? 10_000_000)) : await compareAll();
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function compareAll(): Promise<number> {
  const names = values.input === undefined ? (Object.keys(inputs) as InputName[]) : [inputNamed(values.input)];
  for (const name of names) await compare(name, Number(values.events ?? 200_000));
  return 0;
}

async function compare(input: InputName, events: number): Promise<void> {
  const names = positionals.length === 0 ? contestants : positionals.map(contestantNamed);
  const place = join(folder, input);
  await mkdir(place);
  const log = join(place, 'input.log');
  await inputs[input].write(log, events);
  const rows = names.some(needsRows) ? await prepareRows(input, log, place) : [];
  const job = (contestant: ContestantName) => ({ contestant, input, log, rows, output: join(place, 'output') });
  // Progress goes to stderr, so that the table can be kept: `npm run --silent bench > table.md`.
  const rounds = await playRounds(names, Number(values.rounds), job, (line) => process.stderr.write(`${line}\n`));
  const count = events.toLocaleString('en-US');
  process.stdout.write(`${machine()}; ${count} events of ${inputs[input].what}; ${rounds.length} rounds\n\n`);
  process.stdout.write(`${markdownTable(reportHead, reportRows(names, rounds))}\n\n`);
  await rm(place, { recursive: true });
}

function needsRows(name: ContestantName): boolean {
  return name.includes('rows') || name === 'parquetjs-lite';
}

function inputNamed(text: string): InputName {
  if (Object.hasOwn(inputs, text)) return text as InputName;
  throw new Error(`There is no input "${text}"; there are ${Object.keys(inputs).join(', ')}.`);
}

function contestantNamed(text: string): ContestantName {
  const name = contestants.find((known) => known === text);
  if (name === undefined) throw new Error(`There is no contestant "${text}"; there are ${contestants.join(', ')}.`);
  return name;
}
