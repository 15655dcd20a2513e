import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeBurstLog } from '../bench/burst-log.ts';
import { watchRun } from '../bench/watched-run.ts';
import { objects, query } from '../harness/lake.ts';
import { makeWorkplace } from '../harness/sluice.ts';

const events = 20_000;

/** The short form of `npm run bench -- burst`, with less memory and disk instead of more events. */
test('a burst of two hundred partitions, open at once, stays within memory and disk and is stored once', async () => {
  const place = await makeWorkplace('burst');
  try {
    const log = join(place.folder, 'burst.log');
    await writeBurstLog(log, { lines: events, accounts: 20, days: 10, now: Date.now() });
    const config = await place.configure(
      {
        burst: {
          connector: 'app-logs',
          stream: 'files',
          account: '111122223333',
          config: { paths: [log], follow: false },
        },
      },
      { flush: { max_memory: '16MiB', max_spill: '64MiB' } },
    );
    const { code, peakMiB, mostStateMiB } = await watchRun(config, { everyMs: 100, say: () => undefined });
    expect(code).toBe(0);
    expect(peakMiB).toBeLessThan(512);
    // What was spilled of one flush, while that of the one before is stored.
    expect(mostStateMiB).toBeLessThan(128);
    expect(mostStateMiB, 'rows were spilled').toBeGreaterThan(0);
    const stored = await query(`
      SELECT count(*)::INT AS events, count(DISTINCT (eventDay, unmapped['n']))::INT AS different,
        count(DISTINCT (accountId, eventDay))::INT AS partitions, count(DISTINCT filename)::INT AS objects
      FROM ${objects(place.lake)}`);
    expect(stored).toEqual([{ events, different: events, partitions: 200, objects: 200 }]);
  } finally {
    await place.remove();
  }
}, 240_000);
