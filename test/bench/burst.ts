/**
 * `npm run bench -- burst [--events 2000000]`: `sluice run`, as it is configured by default, over a burst of events of 200
 * partitions that are open at once. Exit status 1 when it takes more memory or disk than it may, or not all events are
 * in the lake once.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { objects, query } from '../harness/lake.ts';
import { makeWorkplace, type Workplace } from '../harness/sluice.ts';
import { writeBurstLog } from './burst-log.ts';
import { watchRun } from './watched-run.ts';

const limitMiB = 512;
const accounts = 20;
const days = 10;
/** The default of `flush.max_spill`. Of two flushes, one may be stored while the next gathers; both lie in the state. */
const maxSpillMiB = 2048;

const { values } = parseArgs({ options: { events: { type: 'string', default: '2000000' } } });
const workplace = await makeWorkplace('burst');
try {
  process.exitCode = await burst(workplace, Number(values.events));
} finally {
  await workplace.remove();
}

async function burst(place: Workplace, events: number): Promise<number> {
  const log = join(place.folder, 'burst.log');
  await writeBurstLog(log, { lines: events, accounts, days, now: Date.now() });
  const config = await place.configure(
    {
      burst: {
        connector: 'app-logs',
        stream: 'files',
        account: '111122223333',
        config: { paths: [log], follow: false },
      },
    },
    { flush: {} },
  );
  const { peakMiB, mostStateMiB, seconds, code } = await watchRun(config);
  const [stored] = await query(`
    SELECT count(*)::BIGINT AS events, count(DISTINCT (eventDay, unmapped['n']))::BIGINT AS different,
      count(DISTINCT (accountId, eventDay))::BIGINT AS partitions, count(DISTINCT filename)::BIGINT AS objects
    FROM ${objects(place.lake)}`);
  const complete = code === 0 && stored?.['events'] === String(events) && stored['different'] === String(events);
  process.stdout.write(
    `${events.toLocaleString('en-US')} events of ${accounts * days} accounts and days in ${seconds.toFixed(0)} s; ` +
      `at most ${peakMiB.toFixed(0)} MiB resident of ${limitMiB}, ${mostStateMiB.toFixed(0)} MiB in the state folder of ${2 * maxSpillMiB}; ` +
      `in the lake: ${JSON.stringify(stored)}, ${complete ? 'all there, once' : 'NOT all there once'}\n`,
  );
  return complete && peakMiB < limitMiB && mostStateMiB < 2 * maxSpillMiB ? 0 : 1;
}
