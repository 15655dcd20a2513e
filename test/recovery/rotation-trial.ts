import { appendFile, copyFile, mkdir, rename, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from '../input/random.ts';
import { differences, findingsOf } from './findings.ts';
import type { Daemon } from '../harness/daemon.ts';
import { randomOf } from './kills.ts';
import type { Place } from './place.ts';
import { startVictim, untilVictim, wasKilled } from './run-victim.ts';
import type { VictimSpec } from './victim-spec.ts';

const lines = 1200;
const burst = 40;
const quietMs = 2500;

/**
 * A log that is written and rotated while processes that follow it are killed and started. Gives a function that runs
 * one trial by its seed, and throws where a line is missing or there twice.
 */
export function rotationTrial(place: Place): (seed: number) => Promise<string> {
  return async (seed) => {
    const random = randomOf(seed);
    const folder = join(place.folder, `rotation-${seed}`);
    await mkdir(folder);
    const log = join(folder, 'app.log');
    await writeFile(log, '');
    const spec: VictimSpec = {
      ...(await place.outputs(`rotated-${seed}`)),
      input: { kind: 'file', paths: [`${log}*`], follow: true },
      flush: { maxAgeMs: 150 },
    };
    const said = await disturb(spec, log, random);
    const sent = Array.from({ length: lines }, (_, n) => String(n));
    const found = await findingsOf(place.lake(spec), spec.deadLetters);
    const wrong = differences(found.numbers, sent);
    if (wrong.length > 0) throw new Error(`${said}: ${wrong.length} lines are wrong: ${wrong.slice(0, 5).join('; ')}`);
    await place.forget(spec);
    await rm(folder, { recursive: true });
    return said;
  };
}

async function disturb(spec: VictimSpec, log: string, random: Random): Promise<string> {
  const events: string[] = [];
  let victim = await startVictim(spec);
  let rotations = 0;
  for (let n = 0; n < lines; n += burst) {
    await appendFile(log, Array.from({ length: burst }, (_, index) => lineOf(n + index)).join(''));
    await sleep(random.below(120));
    const chance = random.below(10);
    if (chance < 2) events.push(await rotate(log, ++rotations, random));
    if (chance > 7) {
      // Mostly it has read something by then, and perhaps stored some of it.
      if (random.below(4) > 0) await untilVictim(victim, ({ received }) => received > 0);
      await sleep(random.below(400));
      events.push(`kill after ${n + burst}`);
      await victim.kill();
      // What happens to the file while nobody reads it.
      if (random.below(2) === 0) events.push(await rotate(log, ++rotations, random));
      victim = await startVictim(spec);
    }
  }
  await untilQuiet(victim);
  victim.signal('SIGTERM');
  if (await wasKilled(victim)) throw new Error('The last victim was killed.');
  return events.join(', ');
}

/** Lines long enough that files soon are longer than what tells one from another. */
function lineOf(n: number): string {
  return `${JSON.stringify({ time: new Date(Date.UTC(2026, 2, 1) + n * 1000).toISOString(), level: 'info', msg: 'parcel', n })}\n`;
}

async function rotate(log: string, number: number, random: Random): Promise<string> {
  const other = `${log}.${number}`;
  if (random.below(2) === 0) {
    await rename(log, other);
    await writeFile(log, '');
    return `rename to .${number}`;
  }
  await copyFile(log, other);
  await truncate(log, 0);
  return `copy to .${number} and truncate`;
}

/** Until nothing more has come in for a while. */
async function untilQuiet(victim: Daemon): Promise<void> {
  let last = '';
  // Who has not begun yet is quiet, too, and does not know the signal that comes next.
  await untilVictim(victim, () => victim.output().includes('received'));
  for (let since = Date.now(); Date.now() - since < quietMs; await sleep(100)) {
    const now =
      victim
        .output()
        .split('\n')
        .filter((line) => line.startsWith('{"received"'))
        .at(-1) ?? '';
    if (now !== last) since = Date.now();
    last = now;
  }
}
