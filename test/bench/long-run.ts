import { copyFile, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { writeServiceLog } from '../input/service-log.ts';
import { makeWorkplace } from '../harness/sluice.ts';
import { objects, query } from '../harness/lake.ts';
import { watchRun } from './watched-run.ts';

const linesPerFile = 1_000_000;
const bytesPerEvent = 600;
/** What a run may take, however long it lasts. */
const limitMiB = 512;

/**
 * `sluice run` over millions of events: prints its resident memory once a second, and the most of all. Exit status 1
 * when that is over the limit, or not all events are in the lake.
 */
export async function longRun(folder: string, events: number): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  if (bavail * bsize < events * bytesPerEvent) {
    throw new Error(
      `${folder} has too little room: ${events} events need about ${Math.ceil((events * bytesPerEvent) / 1e9)} GB.`,
    );
  }
  const files = await writeLogs(folder, events);
  const place = await makeWorkplace('long');
  try {
    const config = await place.configure(
      { long: { connector: 'app-logs', account: '111122223333', config: { paths: files, follow: false } } },
      { flush: {} },
    );
    const { peakMiB, seconds, code } = await watchRun(config);
    const [stored] = await query(`SELECT count(*)::BIGINT AS events FROM ${objects(place.lake)}`);
    const complete = code === 0 && stored?.['events'] === String(events);
    process.stdout.write(
      `${events.toLocaleString('en-US')} events in ${seconds.toFixed(0)} s, ${Math.round(events / seconds).toLocaleString('en-US')} events/s; ` +
        `at most ${peakMiB.toFixed(0)} MiB resident, limit ${limitMiB} MiB; ${complete ? 'all' : 'NOT all'} events are in the lake\n`,
    );
    return complete && peakMiB < limitMiB ? 0 : 1;
  } finally {
    await place.remove();
  }
}

/** Files of a million lines; all but the first are copies, which spares minutes. */
async function writeLogs(folder: string, events: number): Promise<readonly string[]> {
  const first = join(folder, 'service-0.log');
  const lines = Math.min(events, linesPerFile);
  await writeServiceLog(first, { lines, seed: 1, start: Date.parse('2026-11-20T06:00:00Z') });
  const files = [first];
  for (let index = 1; index * linesPerFile < events; index++) {
    const file = join(folder, `service-${index}.log`);
    await copyFile(first, file);
    files.push(file);
  }
  return files;
}
