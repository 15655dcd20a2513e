import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Daemon } from '../harness/daemon.ts';
import { deadLettersIn, fingerprints, objects, query } from '../harness/lake.ts';
import { makeWorkplace, runSluice, startSluice, type Workplace } from '../harness/sluice.ts';
import { seededRandom } from '../input/random.ts';
import { writeServiceLog } from '../input/service-log.ts';

const lines = 60_000;
const brokenLines = 25;
const kills = 8;

let place: Workplace;

beforeAll(async () => {
  place = await makeWorkplace('crash');
});

afterAll(() => place.remove());

/** Resolves once it says where its events go: a start may take long on a busy machine, and is not what is to be killed. */
async function reading(sluice: Daemon): Promise<void> {
  const end = performance.now() + 30_000;
  while (!sluice.output().includes('"delivery"') && performance.now() < end) await sleep(20);
}

test('a log file is in the lake exactly once, however often `sluice run` is killed', async () => {
  const log = join(place.folder, 'service.log');
  await writeServiceLog(log, { lines, seed: 5, start: Date.now() - 40 * 3_600_000 });
  for (let index = 0; index < brokenLines; index++) await appendFile(log, `{"broken": ${index}\n`);
  const config = await place.configure(
    {
      service: {
        connector: 'app-logs',
        account: '111122223333',
        config: { paths: [log], follow: false, format: 'json' },
      },
    },
    // Many small flushes: a kill hits each step between reading and committing.
    { flush: { max_age: '1s', max_size: '64KiB', max_memory: '1MiB' } },
  );
  const random = seededRandom(20_261_120);
  let survived = 0;
  for (let kill = 0; kill < kills; kill++) {
    const sluice = await startSluice(config, () => Promise.resolve(true));
    await Promise.race([sluice.exited, reading(sluice).then(() => sleep(300 + random.below(1500)))]);
    const { signal } = await sluice.kill();
    if (signal === null) survived++;
  }
  const afterKills = await fingerprints(place.lake);
  const { code, output } = await runSluice(config);
  expect(code, output).toBe(0);
  // The kills must have met a run that was storing, or this test shows nothing.
  expect(survived).toBeLessThan(kills);
  expect(afterKills.size).toBeGreaterThan(0);

  const [counts] = await query(`
    SELECT count(*)::INT AS rows, count(DISTINCT n)::INT AS different
    FROM (SELECT unmapped['n'] AS n FROM ${objects(place.lake)})`);
  expect(counts).toEqual({ rows: lines, different: lines });
  const letters = (await deadLettersIn(place.deadLetters)).map(({ record }) => Buffer.from(record).toString());
  expect(letters.toSorted((a, b) => (a < b ? -1 : 1))).toEqual(
    Array.from({ length: brokenLines }, (_, index) => `{"broken": ${index}`).toSorted((a, b) => (a < b ? -1 : 1)),
  );
  // What was there before the last run is there unchanged.
  const now = await fingerprints(place.lake);
  for (const [key, hash] of afterKills) expect(now.get(key), key).toBe(hash);
});
