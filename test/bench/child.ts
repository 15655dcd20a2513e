/** Runs one contestant in a process of its own and says what it took: `node child.ts JOB`, one line of JSON on stdout. */
import { readFileSync } from 'node:fs';
import { filesBelow } from '../harness/lake.ts';
import { stat } from 'node:fs/promises';
import { inputs } from './inputs.ts';
import type { Contestant, Job, Measurement } from './job.ts';

const load: Readonly<Record<string, () => Promise<Contestant>>> = {
  sluice: async () => (await import('./contestants/sluice.ts')).sluice,
  'sluice-2': async () => (await import('./contestants/sluice.ts')).sluiceTwoThreads,
  'sluice-spilling': async () => (await import('./contestants/sluice.ts')).sluiceSpilling,
  'duckdb-log': async () => (await import('./contestants/duckdb.ts')).duckdbLog,
  'duckdb-log-2': async () => (await import('./contestants/duckdb.ts')).duckdbLogTwoThreads,
  'duckdb-rows': async () => (await import('./contestants/duckdb.ts')).duckdbRows,
  'duckdb-rows-2': async () => (await import('./contestants/duckdb.ts')).duckdbRowsTwoThreads,
  'sluice-rows': async () => (await import('./contestants/encoders.ts')).sluiceRows,
  'parquetjs-lite': async () => (await import('./contestants/encoders.ts')).parquetjsLite,
};

const job: Job = JSON.parse(process.argv[2] ?? '{}');
process.stdout.write(`${JSON.stringify(await measure(job))}\n`);

async function measure({ contestant: name, ...rest }: Job): Promise<Measurement> {
  const contestant = await load[name]?.();
  if (contestant === undefined) throw new Error(`There is no contestant "${name}".`);
  // Loaded before the clock runs, as the contestants themselves are.
  if (name.startsWith('sluice')) await inputs[rest.input].load();
  const cpuBefore = process.cpuUsage();
  const startedAt = performance.now();
  const events = await contestant({ contestant: name, ...rest });
  const seconds = (performance.now() - startedAt) / 1000;
  const { user, system } = process.cpuUsage(cpuBefore);
  const peakBytes = peakResidentBytes();
  const sizes = await Promise.all(
    (await filesBelow(rest.output, '**/*.parquet')).map(async (path) => (await stat(path)).size),
  );
  const outputBytes = sizes.reduce((sum, size) => sum + size, 0);
  return { contestant: name, events, seconds, cpuSeconds: (user + system) / 1e6, peakBytes, outputBytes };
}

/** Linux keeps the high-water mark; elsewhere the runtime's own figure has to do. */
function peakResidentBytes(): number {
  try {
    return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) * 1024;
  } catch {
    return process.resourceUsage().maxRSS * 1024;
  }
}
