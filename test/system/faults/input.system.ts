import { appendFile, copyFile, glob, mkdir, rename, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { receivedEvents, makeWorkplace, startSluice, type Workplace } from '../../harness/sluice.ts';
import type { Daemon } from '../../harness/daemon.ts';
import { objects, query } from '../../harness/lake.ts';
import { seededRandom } from '../../input/random.ts';

let place: Workplace;
let logs: string;
beforeEach(async () => {
  place = await makeWorkplace('input');
  logs = join(place.folder, 'logs');
  await mkdir(logs);
});
afterEach(() => place.remove());

const dayMs = 86_400_000;

/** Events of the day that the clock of the run shows: late ones may wait for more of their day. */
const linesOf = (from: number, count: number, begin: number = Date.now()): string =>
  Array.from({ length: count }, (_, index) => `{"time":${begin + from + index},"msg":"line ${from + index}"}\n`).join(
    '',
  );

async function configure(paths: readonly string[]): Promise<string> {
  const config = { paths, follow: true, format: 'json' };
  return place.configure(
    { service: { connector: 'app-logs', stream: 'files', account: '111122223333', config } },
    { flush: { max_age: '1s' } },
  );
}

const running = (config: string, env: Readonly<Record<string, string>> = {}): Promise<Daemon> =>
  startSluice(config, () => Promise.resolve(true), { env });

async function rows(): Promise<unknown> {
  return query(`SELECT count(*)::INT AS rows, count(DISTINCT message)::INT AS different FROM ${objects(place.lake)}`);
}

test('a file that is renamed and truncated while it is read, by runs that are killed, is in the lake once', async () => {
  const log = join(logs, 'service.log');
  const random = seededRandom(7);
  const config = await configure([join(logs, 'service.log*')]);
  await writeFile(log, '');
  let sent = 0;
  let sluice = await running(config);
  for (let round = 0; round < 8; round++) {
    await appendFile(log, linesOf(sent, 200));
    sent += 200;
    await sleep(random.below(600));
    if (round % 3 === 2) {
      await sluice.kill();
      sluice = await running(config);
    }
    if (round % 2 === 0) {
      await rename(log, `${log}.${round}`);
      await writeFile(log, '');
    } else {
      await copyFile(log, `${log}.${round}`);
      await truncate(log);
    }
  }
  await appendFile(log, linesOf(sent, 200));
  sent += 200;
  await expect
    .poll(async () => rows().catch(() => []), { timeout: 60_000, interval: 1000 })
    .toEqual([{ rows: sent, different: sent }]);
  expect((await sluice.stop()).code, sluice.output()).toBe(0);
  expect(await rows()).toEqual([{ rows: sent, different: sent }]);
});

test('a clock that jumps a day forward and back loses nothing and holds nothing back', async () => {
  const library = await faketimeLibrary();
  const clock = join(place.folder, 'clock');
  const log = join(logs, 'service.log');
  await writeFile(clock, '+0d');
  await writeFile(log, linesOf(0, 200));
  const sluice = await running(await configure([log]), {
    LD_PRELOAD: library,
    FAKETIME_TIMESTAMP_FILE: clock,
    FAKETIME_NO_CACHE: '1',
    FAKETIME_DONT_FAKE_MONOTONIC: '1',
  });
  await expect.poll(() => receivedEvents(sluice), { timeout: 30_000 }).toBe(200);
  for (const [index, days] of [1, -1, 0].entries()) {
    await writeFile(clock, `${days < 0 ? '' : '+'}${days}d`);
    await appendFile(log, linesOf(200 * (index + 1), 200, Date.now() + days * dayMs));
    // Stored within seconds, although `max_age` would have to pass on a clock that went back.
    await expect
      .poll(async () => rows().catch(() => []), { timeout: 30_000, interval: 500 })
      .toEqual([{ rows: 200 * (index + 2), different: 200 * (index + 2) }]);
  }
  const days = new Set([...sluice.output().matchAll(/"time":"(\d{4}-\d\d-\d\d)T/g)].map(([, day]) => day));
  expect(days.size, 'the clock has to have jumped').toBe(3);
  expect((await sluice.stop()).code, sluice.output()).toBe(0);
});

async function faketimeLibrary(): Promise<string> {
  for await (const path of glob('/usr/lib/*/faketime/libfaketimeMT.so.1')) return path;
  throw new Error('faketime is not installed');
}
