import { cpus } from 'node:os';
import type { Measurement } from './job.ts';
import { median, type ContestantName, type Round } from './round.ts';

export const what: Readonly<Record<ContestantName, string>> = {
  sluice: 'Sluice: log file → OCSF events, checked → lake in a folder',
  'duckdb-log': 'DuckDB, 1 thread: log file → Parquet, nothing mapped',
  'duckdb-rows': 'DuckDB, 1 thread: the rows of the lake as JSON lines → the same objects',
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
      middle((m) => (m.cpuSeconds / m.events) * 1e6).toFixed(1),
      (middle((m) => m.peakBytes) / 2 ** 20).toFixed(0),
      middle((m) => m.outputBytes / m.events).toFixed(1),
      ratios('sluice', name, rounds),
      ratios('sluice-rows', name, rounds),
    ];
  });
}

export const reportHead: readonly string[] = [
  'what',
  'events/s',
  'CPU µs/event',
  'peak MiB',
  'bytes/event',
  'Sluice is faster by',
  'its encoder alone by',
];

function ratios(of: ContestantName, over: ContestantName, rounds: readonly Round[]): string {
  const all = rounds.flatMap((round) => {
    const [upper, lower] = [round.get(of), round.get(over)];
    return of === over || upper === undefined || lower === undefined ? [] : [pace(upper) / pace(lower)];
  });
  if (all.length === 0) return '';
  return `${median(all).toFixed(2)} (${Math.min(...all).toFixed(2)} to ${Math.max(...all).toFixed(2)})`;
}

function pace({ events, seconds }: Measurement): number {
  return events / seconds;
}

export function machine(): string {
  return `Node.js ${process.versions.node}, ${process.platform} ${process.arch}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`;
}
