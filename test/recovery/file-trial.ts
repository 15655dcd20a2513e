import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { seededRandom } from '../input/random.ts';
import { differences, findingsOf, objectDifferences, type Findings } from './findings.ts';
import { killText } from './kills.ts';
import type { Place } from './place.ts';
import { runVictim } from './run-victim.ts';
import type { Kill, VictimSpec } from './victim-spec.ts';

const lines = 2500;
const broken = 7;
/** Some ten flushes, so that each step comes several times. */
const flush = { maxAgeMs: 3_600_000, maxMemoryBytes: 1_000_000, maxObjectBytes: 40_000 };

/** A log file that is read to its end, again and again by processes that are killed. */
export interface FileTrial {
  /** Runs with these kills one after the other, then to the end. Throws, with what is wrong, where something is. */
  run(kills: readonly Kill[]): Promise<void>;
}

/**
 * Reads the file once undisturbed; every run is held against that. `times`: `past` are of days long over, `recent` of the
 * last thirty hours, so that some objects are late and others are not.
 */
export async function openFileTrial(place: Place, seed: number, times: 'past' | 'recent' = 'past'): Promise<FileTrial> {
  const log = join(place.folder, 'service.log');
  const sent = await writeLog(log, seed, times === 'past' ? pastTimes : recentTimes(Date.now()));
  const specOf = async (name: string): Promise<VictimSpec> => ({
    ...(await place.outputs(name)),
    input: { kind: 'file', paths: [log], follow: false },
    flush,
  });
  const calm = await specOf('calm');
  if (await runVictim(calm)) throw new Error('The undisturbed run was killed.');
  const expected = await findingsOf(place.lake(calm), calm.deadLetters);
  check('undisturbed', expected, sent);
  if (expected.objects.size < 8)
    throw new Error(`Only ${expected.objects.size} objects: there is too little to disturb.`);
  let runs = 0;
  return {
    async run(kills) {
      const name = `run-${runs++}`;
      const spec = await specOf(name);
      for (const kill of kills) await runVictim({ ...spec, kill });
      if (await runVictim(spec)) throw new Error('A run without a kill was killed.');
      const found = await findingsOf(place.lake(spec), spec.deadLetters);
      const what = `killed at ${kills.map(killText).join(', ')}`;
      check(what, found, sent);
      const others = objectDifferences(found, expected);
      if (others.length > 0)
        throw new Error(`${what}: other objects than undisturbed: ${others.slice(0, 5).join(', ')}`);
      await place.forget(spec);
    },
  };
}

interface Sent {
  readonly numbers: readonly string[];
  readonly rejected: readonly string[];
}

interface Times {
  readonly start: number;
  readonly stepMs: number;
  /** Within so many lines, the times are in no order. */
  readonly shuffledWithin: number;
}

const pastTimes: Times = { start: Date.UTC(2026, 2, 1, 20), stepMs: 10_000, shuffledWithin: 1 };

function recentTimes(now: number): Times {
  const spanMs = 30 * 3_600_000;
  return { start: now - spanMs, stepMs: Math.floor(spanMs / lines), shuffledWithin: 100 };
}

async function writeLog(path: string, seed: number, { start, stepMs, shuffledWithin }: Times): Promise<Sent> {
  const random = seededRandom(seed);
  const text: string[] = [];
  const numbers: string[] = [];
  const rejected: string[] = [];
  for (let n = 0; n < lines; n++) {
    const time = new Date(start + (n - (n % shuffledWithin) + random.below(shuffledWithin)) * stepMs).toISOString();
    text.push(JSON.stringify({ time, level: 'info', msg: `parcel ${'x'.repeat(random.below(60))}`, n }));
    numbers.push(String(n));
    if (n % Math.floor(lines / broken) === 5) {
      rejected.push(`{"broken": ${n}`);
      text.push(`{"broken": ${n}`);
    }
  }
  await writeFile(path, `${text.join('\n')}\n`);
  return { numbers, rejected };
}

function check(what: string, found: Findings, sent: Sent): void {
  const wrong = [...differences(found.numbers, sent.numbers), ...differences(found.rejected, sent.rejected)];
  if (wrong.length > 0) throw new Error(`${what}: ${wrong.length} records are wrong: ${wrong.slice(0, 5).join('; ')}`);
}
