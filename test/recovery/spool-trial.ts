import { once } from 'node:events';
import { cp } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { canConnect } from '../harness/connect.ts';
import type { Daemon } from '../harness/daemon.ts';
import { freePort } from '../harness/ports.ts';
import { differences, findingsOf, objectDifferences } from './findings.ts';
import { killText } from './kills.ts';
import type { Place } from './place.ts';
import { reportOf, startVictim, untilVictim, wasKilled } from './run-victim.ts';
import type { Kill, VictimSpec } from './victim-spec.ts';

const messages = 2500;
/** So many reports without a record: there is none. */
const idleReports = 30;
const flush = { maxAgeMs: 3_600_000, maxMemoryBytes: 1_000_000, maxObjectBytes: 40_000 };

interface TcpSpec extends VictimSpec {
  readonly input: { readonly kind: 'tcp'; readonly port: number };
}

/** Messages that came over TCP into a spool, whose process was killed at once: what is durable is to come out once. */
export interface SpoolTrial {
  run(kills: readonly Kill[]): Promise<void>;
}

/** Fills a spool, kills its process, and reads a copy of it undisturbed; every run is held against that. */
export async function openSpoolTrial(place: Place): Promise<SpoolTrial> {
  const filled = join(place.folder, 'filled');
  const specOf = async (name: string): Promise<TcpSpec> => ({
    ...(await place.outputs(name)),
    input: { kind: 'tcp', port: await freePort() },
    spool: { folder: join(place.folder, name, 'spool') },
    flush,
  });
  await fill({ ...(await specOf('full')), spool: { folder: filled }, flush: { maxAgeMs: 3_600_000 } });
  const sent = Array.from({ length: messages }, (_, n) => String(n));
  const calm = await specOf('calm');
  await cp(filled, join(place.folder, 'calm', 'spool'), { recursive: true });
  await drain(calm);
  const expected = await findingsOf(place.lake(calm), calm.deadLetters);
  const missing = differences(expected.numbers, sent);
  if (missing.length > 0)
    throw new Error(`undisturbed: ${missing.length} are wrong: ${missing.slice(0, 5).join('; ')}`);
  if (expected.objects.size < 5)
    throw new Error(`Only ${expected.objects.size} objects: there is too little to disturb.`);
  let runs = 0;
  return {
    async run(kills) {
      const name = `run-${runs++}`;
      const spec = await specOf(name);
      await cp(filled, join(place.folder, name, 'spool'), { recursive: true });
      const killed: Kill[] = [];
      for (const kill of kills) if (await drain({ ...spec, kill })) killed.push(kill);
      await drain(spec);
      const what = `killed at ${killed.map(killText).join(', ')}`;
      const found = await findingsOf(place.lake(spec), spec.deadLetters);
      const wrong = differences(found.numbers, sent);
      if (wrong.length > 0) throw new Error(`${what}: ${wrong.length} are wrong: ${wrong.slice(0, 5).join('; ')}`);
      const others = objectDifferences(found, expected);
      if (others.length > 0)
        throw new Error(`${what}: other objects than undisturbed: ${others.slice(0, 5).join(', ')}`);
    },
  };
}

/** Sends everything, and kills the receiver as soon as it has said that all of it is durable. */
async function fill(spec: TcpSpec): Promise<void> {
  const { port } = spec.input;
  const victim = await startVictim(spec);
  while (!(await canConnect(port))) await untilVictim(victim, () => true);
  const start = Date.UTC(2026, 2, 1, 23);
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  for (let n = 0; n < messages; n++) {
    const time = new Date(start + n * 2000).toISOString();
    socket.write(`<30>1 ${time} depot scan ${n} - - parcel n=${n} left\n`);
  }
  socket.end();
  await once(socket, 'close');
  if (!(await untilVictim(victim, ({ spooled }) => spooled === messages)))
    throw new Error(`Only ${reportOf(victim).spooled} of ${messages} are durable. ${victim.output().slice(-2000)}`);
  await victim.kill();
}

function reports(victim: Daemon): number {
  return victim.output().split('\n').length;
}

/** Tells a victim to stop once it reads: it empties its spool before it ends. Whether it was killed before. */
async function drain(spec: VictimSpec): Promise<boolean> {
  const victim = await startVictim(spec);
  // The one before may have read all there was.
  await untilVictim(victim, ({ received }) => received > 0 || reports(victim) > idleReports);
  victim.signal('SIGTERM');
  return wasKilled(victim);
}
