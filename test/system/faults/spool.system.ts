import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { canConnect } from '../../harness/connect.ts';
import { deadLettersIn, fingerprints, objects, query, textOf } from '../../harness/lake.ts';
import { freePort } from '../../harness/ports.ts';
import { makeWorkplace, startSluice, type Workplace } from '../../harness/sluice.ts';
import { openSocket } from '../../harness/sockets.ts';
import type { Daemon } from '../../harness/daemon.ts';
import { seededRandom } from '../../input/random.ts';

const kills = Number(process.env['SLUICE_KILLS'] ?? 4);
const perRun = 3000;

let place: Workplace;
let port: number;
beforeEach(async () => {
  place = await makeWorkplace('spool');
  port = await freePort();
});
afterEach(() => place.remove());

function configure(spool: Readonly<Record<string, unknown>> = {}): Promise<string> {
  return place.configure(
    {
      servers: {
        connector: 'syslog',
        account: '111122223333',
        config: { listen: [{ transport: 'tcp', port }] },
        spool,
      },
    },
    { flush: { max_age: '1s', max_memory: '1MiB' } },
  );
}

/** How many records the run has said to be durable. */
function spooled(sluice: Daemon): number {
  return Number([...sluice.output().matchAll(/"spooled_events":(\d+)/g)].at(-1)?.[1] ?? 0);
}

/** Sends numbered messages in pieces of many sizes until all are sent or the other side is gone. */
async function send(run: number, count: number): Promise<void> {
  const socket = await openSocket(port);
  for (let from = 0; from < count && !socket.destroyed; from += 50) {
    const messages = Array.from({ length: 50 }, (_, index) => `<30>1 - - app - - - run ${run} seq ${from + index}\n`);
    if (!socket.write(messages.join(''))) await sleep(1);
    await sleep(1);
  }
  socket.end();
}

async function stored(): Promise<ReadonlyMap<number, readonly number[]>> {
  const rows = await query(`SELECT message FROM ${objects(place.lake)}`);
  const runs = new Map<number, number[]>();
  for (const { message } of rows) {
    const [, run, seq] = /^run (\d+) seq (\d+)$/.exec(textOf(message)) ?? [];
    runs.set(Number(run), [...(runs.get(Number(run)) ?? []), Number(seq)]);
  }
  return runs;
}

test('what the spool of a TCP input had taken is in the lake once, however often `sluice run` is killed', async () => {
  const seed = Number(process.env['SLUICE_SEED'] ?? 20_261_122);
  const random = seededRandom(seed);
  const config = await configure();
  const durable: number[] = [];
  for (let run = 0; run < kills; run++) {
    const sluice = await startSluice(config, () => canConnect(port));
    const sending = send(run, perRun).catch(() => undefined);
    await expect.poll(() => spooled(sluice), { timeout: 20_000 }).toBeGreaterThan(0);
    await sleep(random.below(1200));
    await sluice.kill();
    await sending;
    durable.push(spooled(sluice));
  }
  const before = await fingerprints(place.lake);
  const last = await startSluice(config, () => canConnect(port));
  await send(kills, perRun);
  await expect.poll(() => spooled(last), { timeout: 30_000 }).toBe(perRun);
  expect((await last.stop()).code, last.output()).toBe(0);
  durable.push(perRun);

  const runs = await stored();
  for (const [run, count] of durable.entries()) {
    const seen = (runs.get(run) ?? []).toSorted((a, b) => a - b);
    expect(new Set(seen).size, `seed ${seed}, run ${run}: something is there twice`).toBe(seen.length);
    // One connection: the records that were durable are the first of those that were sent.
    expect(seen.slice(0, count), `seed ${seed}, run ${run}: something is lost`).toEqual(
      Array.from({ length: count }, (_, index) => index),
    );
  }
  expect(await deadLettersIn(place.deadLetters)).toEqual([]);
  const after = await fingerprints(place.lake);
  for (const [key, hash] of before) expect(after.get(key), key).toBe(hash);
});

test('a request that was answered is in the lake once, though `sluice run` is killed right behind the answer', async () => {
  const config = await place.configure(
    {
      shop: {
        connector: 'app-logs',
        stream: 'http',
        account: '111122223333',
        config: { port },
        spool: {},
      },
    },
    // Nothing is stored before the kill: only the spool can have answered.
    { flush: { max_age: '1h' } },
  );
  const rounds = 3;
  for (let round = 0; round < rounds; round++) {
    const sluice = await startSluice(config, () => canConnect(port));
    const body = Array.from({ length: 100 }, (_, index) => JSON.stringify({ msg: `run ${round} seq ${index}` }));
    const answer = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body: body.join('\n') });
    await sluice.kill();
    expect(answer.status).toBe(200);
  }
  const last = await startSluice(config, () => canConnect(port));
  expect((await last.stop()).code, last.output()).toBe(0);
  const runs = await stored();
  for (let round = 0; round < rounds; round++) {
    expect((runs.get(round) ?? []).toSorted((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, index) => index));
  }
});
