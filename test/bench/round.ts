import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { nodeFlags } from '../../packages/cli/bin/node-flags.js';
import type { Job, Measurement } from './job.ts';

export const contestants = [
  'sluice',
  'sluice-2',
  'sluice-spilling',
  'duckdb-log',
  'duckdb-log-2',
  'duckdb-rows',
  'duckdb-rows-2',
  'sluice-rows',
  'parquetjs-lite',
] as const;
export type ContestantName = (typeof contestants)[number];

/** Runs one contestant in a process of its own, on an output folder that is new and goes away with it. */
export async function measureOne(job: Job): Promise<Measurement> {
  const child = join(import.meta.dirname, 'child.ts');
  const args = [...nodeFlags, '--conditions=source', child, JSON.stringify(job)];
  try {
    // Threads load modules while the clock runs; compiled code that was kept makes that short, as it is in a container.
    const env = { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'sluice-bench-code') };
    const { stdout } = await promisify(execFile)(process.execPath, args, { env, maxBuffer: 1024 * 1024 });
    const measurement: Measurement = JSON.parse(stdout);
    return measurement;
  } finally {
    await rm(job.output, { recursive: true, force: true });
  }
}

/**
 * Rounds in which all contestants take part, one after the other, each round beginning with another one: a machine that
 * slows down slows all of them, and ratios within a round stay.
 */
export async function playRounds(
  names: readonly ContestantName[],
  rounds: number,
  jobFor: (name: ContestantName) => Job,
  say: (line: string) => void,
): Promise<readonly Round[]> {
  const played: Round[] = [];
  for (let round = 0; round < rounds; round++) {
    const first = round % names.length;
    const order = [...names.slice(first), ...names.slice(0, first)];
    const measurements = new Map<ContestantName, Measurement>();
    for (const name of order) {
      const measurement = await measureOne(jobFor(name));
      measurements.set(name, measurement);
      say(
        `round ${round + 1}: ${name} ${Math.round(measurement.events / measurement.seconds).toLocaleString('en-US')} events/s`,
      );
    }
    played.push(measurements);
  }
  return played;
}

export type Round = ReadonlyMap<ContestantName, Measurement>;

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const high = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? high : ((sorted[middle - 1] ?? Number.NaN) + high) / 2;
}
