import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Batch, ReadContext } from '@sluice/connector';
import {
  createBucketService,
  createQueueService,
  serve,
  type BucketService,
  type Queue,
} from '@sluice/testing/upstreams';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { FdrConfig } from './config.ts';
import { fdrConfigOf } from './config.fixture.ts';
import { readFdr } from './read.ts';

const host = { aid: 'a1', Time: '1768471000.5', ComputerName: 'WS-ADA-01', Version: 'Windows 11', ProductType: '1' };
const event = { event_simpleName: 'DnsRequest', aid: 'a1', DomainName: 'example.com', timestamp: '1768471200500' };

let queue: Queue;
let s3: BucketService;
let folder: string;
let written: Record<string, unknown>;
let closing: (() => Promise<void>)[];
let logged: unknown[][];

beforeEach(async () => {
  logged = [];
  const sqs = createQueueService();
  s3 = createBucketService();
  const servers = [await serve(sqs.service), await serve(s3.service)];
  queue = sqs.queue('cs-prod');
  folder = await mkdtemp(join(tmpdir(), 'sluice-fdr-'));
  closing = [...servers.map((server) => () => server.close()), () => rm(folder, { recursive: true })];
  written = {
    queue_url: sqs.urlOf(servers[0]?.endpoint ?? '', 'cs-prod'),
    region: 'us-west-1',
    s3_endpoint: servers[1]?.endpoint,
    credentials: { access_key_id: 'AKIAEXAMPLE', secret_access_key: 'not a secret' },
    wait: '1s',
    concurrency: 1,
  };
});
afterEach(async () => {
  for (const close of closing) await close();
});

function announce(path: string, records: readonly object[]): void {
  s3.bucket('cs-prod').put(path, gzipSync(records.map((record) => JSON.stringify(record)).join('\n')));
  queue.send(
    JSON.stringify({ cid: 'c', bucket: 'cs-prod', pathPrefix: path, files: [{ path, size: 1, checksum: 'x' }] }),
  );
}

/** Records of as many objects as were announced, with what the reader added. */
async function read(objects: number, more: Record<string, unknown> = {}): Promise<Record<string, unknown>[]> {
  const records: Record<string, unknown>[] = [];
  let ended = 0;
  for await (const batch of readFdr(contextOf(fdrConfigOf({ ...written, ...more })))) {
    records.push(...recordsOf(batch));
    await batch.settle?.({ kind: 'stored' });
    ended += batch.units?.filter(({ isLast }) => isLast).length ?? 0;
    if (ended >= objects) break;
  }
  return records;
}

function recordsOf({ bytes, bounds }: Batch): Record<string, unknown>[] {
  return Array.from(
    { length: bounds.length / 2 },
    (_, i) =>
      JSON.parse(Buffer.from(bytes.subarray(bounds[2 * i], bounds[2 * i + 1])).toString()) as Record<string, unknown>,
  );
}

function contextOf(config: FdrConfig): ReadContext<FdrConfig> {
  const log = (): void => undefined;
  return {
    config,
    signal: new AbortController().signal,
    log: { debug: log, info: (...said) => void logged.push(said), warn: log, error: log },
    now: Date.now,
    reportBacklog: log,
    reportDropped: log,
  };
}

const facts = { ComputerName: 'WS-ADA-01', Version: 'Windows 11', ProductType: '1' };

test('a record gets what the inventory says of its host; the record of the inventory stays as it is', async () => {
  announce('fdrv2/aidmaster/part-0.gz', [host]);
  announce('data/part-0.gz', [event, { ...event, aid: 'stranger' }]);
  expect(await read(2)).toEqual([host, { ...event, $host: facts }, { ...event, aid: 'stranger' }]);
});

test('what is learnt of hosts is logged once for each file of the inventory', async () => {
  announce('fdrv2/aidmaster/part-0.gz', [host, { ...host, aid: 'a2' }]);
  announce('data/part-0.gz', [event]);
  await read(2);
  expect(logged).toEqual([['read the host inventory', { hosts: 2 }]]);
});

test('the newest that is known of a host counts, in whatever order it comes', async () => {
  announce('fdrv2/aidmaster/part-1.gz', [{ ...host, Time: '1768471900', ComputerName: 'NEW' }]);
  announce('fdrv2/aidmaster/part-0.gz', [host]);
  announce('data/part-0.gz', [event]);
  expect((await read(3)).at(-1)).toEqual({ ...event, $host: { ...facts, ComputerName: 'NEW' } });
});

test('the inventory outlives a restart in its file', async () => {
  const more = { host_cache: join(folder, 'hosts.ndjson') };
  announce('fdrv2/aidmaster/part-0.gz', [host]);
  announce('data/part-0.gz', [event]);
  expect(await read(1, more)).toEqual([host]);
  expect(await read(1, more)).toEqual([{ ...event, $host: facts }]);
});

test('a damaged file of the inventory costs only its damaged lines', async () => {
  const path = join(folder, 'hosts.ndjson');
  await writeFile(path, `{"aid":"a1","Time":1,"ComputerName":"OLD"}\n{"aid":"a2","Ti`);
  announce('data/part-0.gz', [event]);
  expect(await read(1, { host_cache: path })).toEqual([{ ...event, $host: { ComputerName: 'OLD' } }]);
});

test('no more hosts are kept than may be', async () => {
  announce('fdrv2/aidmaster/part-0.gz', [host, { ...host, aid: 'a2' }]);
  announce('data/part-0.gz', [event, { ...event, aid: 'a2' }]);
  const records = await read(2, { max_hosts: 1 });
  expect(records.slice(2)).toEqual([event, { ...event, aid: 'a2', $host: facts }]);
});

test('a host named in a text is not the host of the record', async () => {
  announce('fdrv2/aidmaster/part-0.gz', [host]);
  const forged = { CommandLine: 'echo "aid":"a1"', aid: 'stranger' };
  announce('data/part-0.gz', [forged, { CommandLine: '{"aid":"a1"}' }]);
  expect((await read(2)).slice(1)).toEqual([forged, { CommandLine: '{"aid":"a1"}' }]);
});

test('nothing is joined where that is switched off', async () => {
  announce('fdrv2/aidmaster/part-0.gz', [host]);
  announce('data/part-0.gz', [event]);
  expect(await read(2, { host_inventory: false })).toEqual([host, event]);
});

test.each([true, false])(
  'a message that names no files is kept as that, not read (host_inventory: %s)',
  async (isJoined) => {
    const message = { hello: 'world' };
    queue.send(JSON.stringify(message));
    const [kept] = await read(1, { host_inventory: isJoined });
    expect(kept).not.toEqual(message);
    expect(JSON.stringify(kept)).toContain('neither an S3 event notification nor a list of files');
  },
);

test('an id longer than ids are names no host', async () => {
  const [longest, longer] = ['a'.repeat(64), 'a'.repeat(65)];
  announce('fdrv2/aidmaster/part-0.gz', [
    { ...host, aid: longest },
    { ...host, aid: longer },
  ]);
  announce('data/part-0.gz', [{ aid: longest }, { aid: longer }]);
  expect((await read(2)).slice(2)).toEqual([{ aid: longest, $host: facts }, { aid: longer }]);
});
