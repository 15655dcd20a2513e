import { cpus } from 'node:os';
import type { Measurement } from './job.ts';
import { median, type ContestantName, type Round } from './round.ts';

export const what: Readonly<Record<ContestantName, string>> = {
  sluice: 'Sluice, 1 lane: log file → OCSF events, checked → lake in a folder',
  'sluice-2': 'Sluice, 2 threads: the same',
  'sluice-spilling': 'Sluice, 1 lane, 64 MiB for open objects (the default): the same',
  'duckdb-log': 'DuckDB, 1 thread: log file → Parquet, nothing mapped',
  'duckdb-log-2': 'DuckDB, 2 threads: the same',
  'duckdb-rows': 'DuckDB, 1 thread: the rows of the lake as JSON lines → the same objects',
  'duckdb-rows-2': 'DuckDB, 2 threads: the same',
  'sluice-rows': 'Sluice encoder alone: the same JSON lines → the same objects',
  'parquetjs-lite': 'parquetjs-lite: the same JSON lines → the same objects (gzip)',
};

/** Medians over the rounds; ratios are the medians of those within each round, with the smallest and the largest. */
export function reportRows(names: readonly ContestantName[], rounds: readonly Round[]): readonly (readonly string[])[] {
  return names.map((name) => {
    const own = rounds.flatMap((round) => round.get(name) ?? []);
    const middle = (of: (m: (typeof own)[number]) => number): number => median(own.map(of));
    return [
      what[name],
      Math.round(middle(pace)).toLocaleString('en-US'),
      middle((m) => cpuPerEvent(m) * 1e6).toFixed(1),
      (middle((m) => m.peakBytes) / 2 ** 20).toFixed(0),
      middle((m) => m.outputBytes / m.events).toFixed(1),
      ratios(rounds, 'sluice', name, pace),
      ratios(rounds, 'sluice-2', name, pace),
      ratios(rounds, name, 'sluice', cpuPerEvent),
    ];
  });
}

export const reportHead: readonly string[] = [
  'what',
  'events/s',
  'CPU µs/event',
  'peak MiB',
  'bytes/event',
  '1 lane ÷ this, events/s',
  '2 threads ÷ this',
  'CPU ÷ that of 1 lane',
];

/** How many times the amount of `lower` that of `upper` is, within each round: median, smallest and largest. */
function ratios(rounds: readonly Round[], upper: ContestantName, lower: ContestantName, amount: Amount): string {
  const all = rounds.flatMap((round) => {
    const [above, below] = [round.get(upper), round.get(lower)];
    return upper === lower || above === undefined || below === undefined ? [] : [amount(above) / amount(below)];
  });
  if (all.length === 0) return '';
  return `${median(all).toFixed(2)} (${Math.min(...all).toFixed(2)} to ${Math.max(...all).toFixed(2)})`;
}

type Amount = (measurement: Measurement) => number;

function pace({ events, seconds }: Measurement): number {
  return events / seconds;
}

function cpuPerEvent({ cpuSeconds, events }: Measurement): number {
  return cpuSeconds / events;
}

export function machine(): string {
  return `Node.js ${process.versions.node}, ${process.platform} ${process.arch}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`;
}
