import { appendFile, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../harness/command.ts';
import type { Daemon } from '../harness/daemon.ts';
import { deadLettersIn, objects, query } from '../harness/lake.ts';
import { receivedEvents, startSluice, untilQuiet } from '../harness/sluice.ts';
import { makeBucket } from './harness/bucket.ts';
import { useS3Site } from './harness/s3-site.ts';

const s3 = useS3Site('app-logs-lake');

const burst = 400;
const start = Date.UTC(2026, 0, 15);

/** A service that writes access logs and logs in, and the real logrotate. */
class Site {
  readonly log: string;
  written = 0;
  readonly #folder: string;
  readonly #settings: string;

  constructor(folder: string, settings: string) {
    this.#folder = folder;
    this.log = join(folder, 'logs', 'app.log');
    this.#settings = settings;
  }

  async prepare(): Promise<void> {
    await mkdir(join(this.#folder, 'logs'), { recursive: true, mode: 0o700 });
    await writeFile(join(this.#folder, 'logrotate.conf'), `"${this.log}" {\n${this.#settings}\n}\n`, { mode: 0o600 });
    await this.write();
  }

  async write(): Promise<void> {
    const lines = Array.from({ length: burst }, (_, index) => this.#line(this.written + index));
    this.written += burst;
    await appendFile(this.log, `${lines.join('\n')}\n`);
  }

  async rotate(): Promise<void> {
    await run('logrotate', ['--force', '--state', join(this.#folder, 'state'), join(this.#folder, 'logrotate.conf')]);
  }

  async names(): Promise<readonly string[]> {
    return (await readdir(join(this.#folder, 'logs'))).toSorted();
  }

  #line(n: number): string {
    const time = new Date(start + n * 1000).toISOString();
    if (n % 4 === 0)
      return JSON.stringify({ time, level: 'warn', msg: 'login failed', user: `user-${n}`, ip: '192.0.2.7' });
    return JSON.stringify({ time, method: 'GET', path: `/orders/${n}`, status: 200, remote_addr: '203.0.113.7' });
  }
}

const ways = [
  ['compress', 'rotate 20\ncompress\ncreate'],
  ['delaycompress', 'rotate 20\ncompress\ndelaycompress\ncreate'],
  ['zstd', 'rotate 20\ncompress\ncompresscmd /usr/bin/zstd\ncompressoptions --rm\ncompressext .zst\ncreate'],
  ['copytruncate', 'rotate 20\ncompress\ncopytruncate'],
] as const;

test.for(ways)(
  'what a service wrote is in the lake of a real S3 server once, though logrotate (%s) and kills came between',
  { timeout: 180_000 },
  async ([way, settings]) => {
    const folder = join(s3.place.folder, way);
    const site = new Site(folder, settings);
    await site.prepare();
    const bucket = await makeBucket(s3.server, `rotated-${way}`);
    const config = await s3.place.configure(
      {
        shop: {
          connector: 'app-logs',
          account: '111122223333',
          config: { paths: [`${site.log}*`], poll_every: '50ms' },
        },
      },
      { ...bucket.configuration, flush: { max_age: '1s' } },
    );
    const begin = (): Promise<Daemon> => startSluice(config, () => Promise.resolve(true), { env: bucket.environment });
    let sluice = await begin();
    try {
      for (let round = 0; round < 2; round++) {
        await expect.poll(() => receivedEvents(sluice), { timeout: 60_000 }).toBeGreaterThan(0);
        await site.write();
        await site.rotate();
        await site.write();
        await untilQuiet(sluice, 300 + 700 * round);
        await sluice.kill();
        // What happens while nobody reads.
        await site.write();
        await site.rotate();
        await site.write();
        sluice = await begin();
      }
      await expect.poll(() => receivedEvents(sluice), { timeout: 60_000 }).toBeGreaterThan(0);
      await untilQuiet(sluice, 4000);
      expect((await sluice.stop(60_000)).code, sluice.output()).toBe(0);
    } finally {
      await sluice.kill();
    }
    expect((await site.names()).filter((name) => /\.(?:gz|zst)$/.test(name)).length).toBeGreaterThanOrEqual(3);
    await bucket.download(join(folder, 'copy'));
    const rows = await query(`
      SELECT concat_ws(' ', n, count(*), min(class_uid)) AS row
      FROM (SELECT "time"::BIGINT - ${start} AS n, class_uid FROM ${objects(join(folder, 'copy'))})
      GROUP BY n ORDER BY n`);
    const expected = Array.from({ length: site.written }, (_, n) => `${n * 1000} 1 ${n % 4 === 0 ? 3002 : 4002}`);
    expect(rows.map(({ row }) => row)).toEqual(expected);
    expect(await deadLettersIn(s3.place.folder)).toEqual([]);
    await bucket.store.close();
  },
);
