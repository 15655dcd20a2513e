import { join } from 'node:path';
import type { Upstream } from '@sluice/testing';
import { expect, test } from 'vitest';
import type { Daemon } from '../harness/daemon.ts';
import { deadLettersIn, objects, query } from '../harness/lake.ts';
import { receivedEvents, startSluice, untilQuiet } from '../harness/sluice.ts';
import { makeBucket } from './harness/bucket.ts';
import { useS3Site } from './harness/s3-site.ts';

const s3 = useS3Site('vendor-lake');

const connectors = join(import.meta.dirname, '../../connectors');

/** The fake upstream that a connector tests itself with. */
async function upstreamIn(path: string): Promise<Upstream> {
  const module: Readonly<Record<string, Upstream>> = await import(join(connectors, path, 'upstream.fixture.ts'));
  const upstream = Object.values(module).find((value) => typeof value === 'object');
  if (upstream === undefined) throw new Error(`${path} exports no upstream`);
  return upstream;
}

interface Feed {
  readonly connector: string;
  readonly stream: string;
  /** Folder of the stream, below that of all connectors. */
  readonly path: string;
  /** The column that holds what tells a record from all others. */
  readonly id: string;
}

const feeds: readonly Feed[] = [
  { connector: 'crowdstrike', stream: 'fdr', path: 'crowdstrike/src/streams/fdr', id: 'metadata.uid' },
  { connector: 'crowdstrike', stream: 'alerts', path: 'crowdstrike/src/streams/alerts', id: 'finding_info.uid' },
  {
    connector: 'crowdstrike',
    stream: 'event_streams',
    path: 'crowdstrike/src/streams/event-streams',
    id: '"user".name',
  },
  { connector: 'security-hub', stream: 'findings', path: 'security-hub/src/streams/findings', id: 'finding_info.uid' },
];

const each = 120;
const kills = 3;

/** Moments of a flush at which a process dies: while it reads, waits, stores, has stored. */
const lifetimesMs = [50, 700, 1300];

test.for(feeds)(
  '$connector/$stream: each record is in the lake of a real S3 server once, though the process was killed again and again',
  { timeout: 180_000 },
  async ({ connector, stream, path, id }) => {
    const upstream = await upstreamIn(path);
    const bucket = await makeBucket(s3.server, stream.replace('_', '-'));
    const running = await upstream.start();
    const config = await s3.place.configure(
      { vendor: { connector, stream, account: 'external_headquarters', config: running.config } },
      { ...bucket.configuration, flush: { max_age: '1s' } },
    );
    const begin = (): Promise<Daemon> => startSluice(config, () => Promise.resolve(true), { env: bucket.environment });
    const ids = (round: number): readonly string[] => Array.from({ length: each }, (_, n) => `record-${round}-${n}`);
    let sluice = await begin();
    try {
      for (let round = 0; round < kills; round++) {
        await running.feed(ids(round).map(upstream.record));
        await expect.poll(() => receivedEvents(sluice), { timeout: 60_000, interval: 20 }).toBeGreaterThan(0);
        await new Promise((resolve) => setTimeout(resolve, lifetimesMs[round]));
        await sluice.kill();
        running.redeliver?.();
        sluice = await begin();
      }
      await running.feed(ids(kills).map(upstream.record));
      await expect.poll(() => receivedEvents(sluice), { timeout: 60_000 }).toBeGreaterThanOrEqual(each);
      running.redeliver?.();
      await untilQuiet(sluice, 5000);
      expect((await sluice.stop(60_000)).code, sluice.output()).toBe(0);
    } finally {
      await sluice.kill();
      await running.stop();
    }
    const copy = join(s3.place.folder, stream);
    await bucket.download(copy);
    const rows = await query(`SELECT ${id} AS id, count(*)::INT AS copies FROM ${objects(copy)} GROUP BY ALL`);
    const sent = Array.from({ length: kills + 1 }, (_, round) => ids(round)).flat();
    expect(new Map(rows.map((row) => [row['id'], row['copies']]))).toEqual(new Map(sent.map((one) => [one, 1])));
    expect(await deadLettersIn(join(s3.place.folder, `dead-letters-${stream.replace('_', '-')}`))).toEqual([]);
    await bucket.store.close();
  },
);
