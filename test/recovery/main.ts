/**
 * `npm run recovery -- --runs 500 --seed 7 --input file --into folder`: kills pipelines at random, hundreds of times, and
 * looks after each whether everything is there once. Prints the seed of each run; a run that failed can be had again
 * with its seed and `--runs 1`. Most of them wait more than they work: `--at-once 4` runs so many side by side.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startMoto } from '../system/harness/moto.ts';
import { openFileTrial } from './file-trial.ts';
import { killText, randomKill, randomOf } from './kills.ts';
import { openPlace } from './open-place.ts';
import type { Place } from './place.ts';
import { queueTrial, randomQueueTrial } from './queue-trial.ts';
import { rotationTrial } from './rotation-trial.ts';
import { openSpoolTrial } from './spool-trial.ts';
import type { Kill } from './victim-spec.ts';

/** One run by its seed: says what was done to it, throws what is wrong. */
type Trial = (seed: number) => Promise<string>;

// Hundreds of short processes are started: each finds its code compiled already.
process.env['NODE_COMPILE_CACHE'] ??= join(import.meta.dirname, '../../node_modules/.cache/node');

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '50' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    input: { type: 'string', default: 'file' },
    into: { type: 'string', default: 'folder' },
    'at-once': { type: 'string', default: '1' },
  },
});
process.exitCode = await main(Number(values.runs), Number(values.seed), values);

async function main(runs: number, seed: number, { input, into, 'at-once': atOnce }: typeof values): Promise<number> {
  const place = await openPlace(into);
  const { trial, stop } = await openTrial(input, place, seed);
  let failed = 0;
  const seeds = Array.from({ length: runs }, (_, run) => seed + run).values();
  const runAll = async (): Promise<void> => {
    for (const own of seeds) {
      try {
        process.stdout.write(`seed ${own}: ${await trial(own)}\n`);
      } catch (error) {
        failed++;
        process.stdout.write(`seed ${own}: FAILED: ${error instanceof Error ? error.message : String(error)}\n`);
      }
    }
  };
  try {
    await Promise.all(Array.from({ length: Number(atOnce) }, runAll));
  } finally {
    await stop();
    await place.remove();
  }
  process.stdout.write(`${input} into ${into}: ${runs - failed} of ${runs} runs left everything in the lake once\n`);
  return failed === 0 ? 0 : 1;
}

async function openTrial(
  input: string,
  place: Place,
  seed: number,
): Promise<{ readonly trial: Trial; readonly stop: () => Promise<void> }> {
  const stop = (): Promise<void> => Promise.resolve();
  switch (input) {
    case 'file':
      return { trial: withKills(await openFileTrial(place, seed)), stop };
    case 'recent':
      return { trial: withKills(await openFileTrial(place, seed, 'recent')), stop };
    case 'spool':
      return { trial: withKills(await openSpoolTrial(place)), stop };
    case 'rotation':
      return { trial: rotationTrial(place), stop };
    case 'queue': {
      const moto = await startMoto();
      const trial: Trial = (own) => queueTrial(place, `q${own}`, randomQueueTrial(randomOf(own), moto.endpoint));
      return { trial, stop: () => moto.stop() };
    }
    default:
      throw new Error(`--input ${input}: expected file, recent, spool, rotation or queue`);
  }
}

function withKills(trial: { run(kills: readonly Kill[]): Promise<void> }): Trial {
  return async (own) => {
    const random = randomOf(own);
    const kills = Array.from({ length: 1 + random.below(4) }, () => randomKill(random));
    await trial.run(kills);
    return `killed at ${kills.map(killText).join(', ')}`;
  };
}
