import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { s3Store } from '@sluice/core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { startFaultProxy, type FaultProxy } from '../../harness/fault-proxy.ts';
import { deadLettersIn, sha256 } from '../../harness/lake.ts';
import { makeWorkplace, startSluice, type Workplace } from '../../harness/sluice.ts';
import { seededRandom } from '../../input/random.ts';
import { writeServiceLog } from '../../input/service-log.ts';
import type { Daemon, Exit } from '../../harness/daemon.ts';
import { startRadosgw, type Radosgw } from '../harness/radosgw.ts';

const region = 'eu-central-1';
const lines = 1200;
const brokenLines = 3;
/** How long S3 is away in the test of an outage. `SLUICE_OUTAGE_SECONDS=600` for the real thing. */
const outageMs = Number(process.env['SLUICE_OUTAGE_SECONDS'] ?? 3) * 1000;

let cluster: string;
let server: Radosgw;
let log: string;
let logFolder: string;
let expected: ReadonlyMap<string, string>;
let buckets = 0;
let place: Workplace;
let proxy: FaultProxy;

beforeAll(async () => {
  cluster = await mkdtemp(join(tmpdir(), 'sluice-radosgw-'));
  logFolder = await mkdtemp(join(tmpdir(), 'sluice-faults-'));
  server = await startRadosgw(cluster);
  log = join(logFolder, 'service.log');
  await writeServiceLog(log, { lines, seed: 9, start: Date.now(), spanMs: 60_000 });
  for (let index = 0; index < brokenLines; index++) await appendFile(log, `{"broken": ${index}\n`);
  await open();
  const undisturbed = await start();
  expect((await undisturbed.exited).code, undisturbed.output()).toBe(0);
  expected = await stored();
  expect(expected.size).toBeGreaterThanOrEqual(2);
  await close();
});

afterAll(async () => {
  await server?.stop();
  await rm(cluster, { recursive: true, force: true });
  await rm(logFolder, { recursive: true, force: true });
});

beforeEach(open);
afterEach(close);

let bucket: string;

async function open(): Promise<void> {
  place = await makeWorkplace('faults');
  proxy = await startFaultProxy(server.endpoint);
  bucket = `faults-${buckets++}`;
  const client = new S3Client({ ...access(), region: 'us-east-1', endpoint: server.endpoint, forcePathStyle: true });
  await client.send(new CreateBucketCommand({ Bucket: bucket }));
  client.destroy();
}

async function close(): Promise<void> {
  await proxy.close();
  await place.remove();
}

function access(): { readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string } } {
  return { credentials: { accessKeyId: server.accessKeyId, secretAccessKey: server.secretAccessKey } };
}

async function configure(more: Readonly<Record<string, unknown>> = {}): Promise<string> {
  return place.configure(
    {
      service: {
        connector: 'app-logs',
        stream: 'files',
        account: '111122223333',
        config: { paths: [log], follow: false, format: 'json' },
      },
    },
    {
      lake: {
        bucket,
        region,
        endpoint: proxy.endpoint,
        path_style: true,
        checksums: 'when_required',
        timeout: '500ms',
      },
      flush: { max_age: '1h', max_size: '64KiB', max_memory: '1MiB' },
      ...more,
    },
  );
}

async function start(more: Readonly<Record<string, unknown>> = {}): Promise<Daemon> {
  return startSluice(await configure(more), () => Promise.resolve(true), {
    env: { AWS_ACCESS_KEY_ID: server.accessKeyId, AWS_SECRET_ACCESS_KEY: server.secretAccessKey },
  });
}

async function stored(): Promise<ReadonlyMap<string, string>> {
  const store = s3Store({
    ...access(),
    bucket,
    region,
    endpoint: server.endpoint,
    forcePathStyle: true,
    checksums: 'when_required',
  });
  const found = new Map<string, string>();
  for await (const { key } of store.list('')) found.set(key, sha256(await store.read(key)));
  await store.close();
  return found;
}

/** The lake is to the byte what an undisturbed run makes, and each rejected record is kept once. */
async function expectAllThere(): Promise<void> {
  expect(await stored()).toEqual(expected);
  expect(await deadLettersIn(place.deadLetters)).toHaveLength(brokenLines);
}

/** The first `count` puts get this fault. */
function firstPuts(count: number, fault: Parameters<typeof faultOf>[0]): void {
  let left = count;
  proxy.fault = ({ method }) => (method === 'PUT' && left-- > 0 ? faultOf(fault) : undefined);
}

function faultOf(fault: NonNullable<ReturnType<FaultProxy['fault']>>): typeof fault {
  return fault;
}

test.each([
  ['answers 500', 5, { kind: 'refuse', status: 500, code: 'InternalError' }],
  ['asks to slow down', 5, { kind: 'refuse', status: 503, code: 'SlowDown' }],
  ['never answers', 4, { kind: 'silence' }],
  ['resets connections in the middle of a body', 5, { kind: 'reset', afterBytes: 1000 }],
  ['stores objects, and its answer is lost', 5, { kind: 'lose-answer' }],
  ['finds the clock wrong', 4, { kind: 'refuse', status: 403, code: 'RequestTimeTooSkewed' }],
  ['says that the session has expired', 3, { kind: 'refuse', status: 400, code: 'ExpiredToken' }],
] as const)('a server that %s', async (_, times, fault) => {
  firstPuts(times, fault);
  const sluice = await start();
  expect((await sluice.exited).code, sluice.output()).toBe(0);
  expect(proxy.faults).toBeGreaterThanOrEqual(times);
  await expectAllThere();
});

test('a server that denies stops the run with the permission named; when it is given the next run finishes', async () => {
  const message = `User: arn:aws:sts::111122223333:assumed-role/writer/sluice is not authorized to perform: s3:PutObject on resource: arn:aws:s3:::${bucket}/ext/x because no policy allows it`;
  proxy.fault = ({ method }) =>
    method === 'PUT' ? { kind: 'refuse', status: 403, code: 'AccessDenied', message } : undefined;
  const denied = await start();
  expect((await denied.exited).code).toBe(77);
  expect(denied.output()).toContain(`s3:PutObject is missing on arn:aws:s3:::${bucket}/ext/x`);
  proxy.fault = () => undefined;
  const sluice = await start();
  expect((await sluice.exited).code, sluice.output()).toBe(0);
  await expectAllThere();
});

test('a server that fails one request in three, in every way', async () => {
  const seed = Number(process.env['SLUICE_SEED'] ?? 20_261_122);
  const random = seededRandom(seed);
  const ways = [
    { kind: 'refuse', status: 500, code: 'InternalError' },
    { kind: 'refuse', status: 503, code: 'SlowDown' },
    { kind: 'reset', afterBytes: 500 },
    { kind: 'lose-answer' },
  ] as const;
  proxy.fault = () => (random.below(3) === 0 ? ways[random.below(ways.length)] : undefined);
  const sluice = await start();
  expect((await sluice.exited).code, `seed ${seed}\n${sluice.output()}`).toBe(0);
  await expectAllThere();
});

test(
  'a server that is away for minutes',
  async () => {
    await proxy.down();
    const sluice = await start();
    await expect.poll(() => sluice.output(), { timeout: 60_000 }).toContain('store_unreachable');
    await sleep(outageMs);
    await proxy.up();
    expect((await sluice.exited).code, sluice.output()).toBe(0);
    await expectAllThere();
  },
  outageMs + 120_000,
);

test('a stop while the server is away ends in time with 75, and what waits on disk is stored by the next run', async () => {
  await proxy.down();
  const sluice = await start({ drain_limit: '1s' });
  await expect.poll(() => sluice.output(), { timeout: 20_000 }).toContain('store_unreachable');
  const stopped = Date.now();
  const exit: Exit = await sluice.stop();
  expect(exit.code, sluice.output()).toBe(75);
  expect(Date.now() - stopped).toBeLessThan(10_000);
  await proxy.up();
  const next = await start();
  expect((await next.exited).code, next.output()).toBe(0);
  await expectAllThere();
});
