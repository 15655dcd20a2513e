import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parquetReadObjects } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { SluiceError } from '../errors.ts';
import { memoryStore, type MemoryStore } from '../store/memory-store.ts';
import { openLake, type Lake, type LakeEvent, type LakeOptions } from './open-lake.ts';

let folder: string;
let store: MemoryStore;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sluice-lake-'));
  store = memoryStore();
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const open = (more: Partial<LakeOptions> = {}): Promise<Lake> =>
  openLake({
    store,
    region: 'eu-west-1',
    account: 'external_acme',
    product: { vendor_name: 'Example', name: 'Door' },
    sources: [{ name: 'door-event', class: 'base_event', profiles: [], columns: [] }],
    ...more,
  });

const event = (message: string): LakeEvent => ({
  class_uid: 0,
  activity_id: 0,
  severity_id: 1,
  time: Date.parse('2026-03-01'),
  message,
});

test('events are in the lake when `stored` resolves', async () => {
  const lake = await open();
  const { accepted, rejected, stored } = await lake.write([event('a'), event('b')]);
  expect({ accepted, rejected }).toEqual({ accepted: 2, rejected: [] });
  expect(store.objects.size).toBe(0);
  await lake.flush();
  await stored;
  expect([...store.objects.keys()]).toEqual([
    expect.stringMatching(
      /^ext\/door-event\/region=eu-west-1\/accountId=external_acme\/eventDay=20260301\/[0-9a-f]{32}\.\w+\.parquet$/,
    ),
  ]);
  expect(lake.statistics).toMatchObject({ receivedRecords: 2, mappedEvents: 2, storedEvents: 2 });
  await lake.close();
});

test('an event goes to the account that it is about, and stays in the region of the bucket, whatever its own is', async () => {
  const columns = ['cloud.provider', 'cloud.account.uid', 'cloud.region'];
  const lake = await open({ sources: [{ name: 'door-event', class: 'base_event', profiles: ['cloud'], columns }] });
  const clouds = [
    { provider: 'AWS', account: { uid: '111122223333' }, region: 'us-east-1' },
    { provider: 'AWS', account: { uid: '111122223333' }, region: 'ap-south-1' },
    // Not an account of AWS: `external_acme` takes it.
    { provider: 'Example', account: { uid: '444455556666' }, region: 'us-east-1' },
    { provider: 'AWS', account: { uid: '1234' }, region: 'eu-west-1' },
  ];
  const { rejected } = await lake.write(
    clouds.map((cloud) => ({ ...event('a'), cloud, metadata: { profiles: ['cloud'] } })),
  );
  expect(rejected).toEqual([]);
  await lake.flush();
  const stored: string[] = [];
  for (const [key, bytes] of store.objects) {
    const rows = await parquetReadObjects({ file: new Uint8Array(bytes).buffer, compressors });
    const place = key.split('/').slice(2, 4).join('/');
    stored.push(...rows.map(({ cloud }) => `${place} ${(cloud as { region: string }).region}`));
  }
  expect(stored.toSorted()).toEqual([
    'region=eu-west-1/accountId=111122223333 ap-south-1',
    'region=eu-west-1/accountId=111122223333 us-east-1',
    'region=eu-west-1/accountId=external_acme eu-west-1',
    'region=eu-west-1/accountId=external_acme us-east-1',
  ]);
  await lake.close();
});

test('gives back what cannot be stored, with the reason, and stores the rest', async () => {
  const lake = await open();
  const { accepted, rejected } = await lake.write([
    event('a'),
    { ...event('b'), severity_id: 42 },
    { class_uid: 3002 },
  ]);
  expect(accepted).toBe(1);
  expect(rejected).toMatchObject([
    { index: 1, code: 'ocsf_invalid', detail: expect.stringContaining('severity_id') },
    { index: 2, code: 'class_without_source' },
  ]);
  await lake.close();
  expect(store.objects.size).toBe(1);
});

test('closing stores what is open; a closed lake takes no more', async () => {
  const lake = await open();
  const { stored } = await lake.write([event('a')]);
  await lake.close();
  await stored;
  expect(store.objects.size).toBe(1);
  await expect(lake.write([event('b')])).rejects.toMatchObject({ code: 'lake_closed' });
  await lake.close();
});

test('stores by itself when the oldest event is old', async () => {
  const lake = await open({ flush: { maxAgeMs: 10 } });
  const { stored } = await lake.write([event('a')]);
  const keepAlive = setTimeout(() => undefined, 5000);
  await stored;
  clearTimeout(keepAlive);
  expect(store.objects.size).toBe(1);
  await lake.close();
});

test('waits for a slow store before it takes more than the memory rule allows', async () => {
  let puts = 0;
  const slow = {
    ...store,
    put: async (...put: Parameters<MemoryStore['put']>) => (puts++, await sleep(5), store.put(...put)),
  };
  const lake = await open({ store: slow, flush: { maxMemoryBytes: 1024 * 1024 } });
  for (let i = 0; i < 5; i++)
    await lake.write(Array.from({ length: 2000 }, (_, n) => event(`message ${i}/${n} ${'.'.repeat(500)}`)));
  expect(puts).toBeGreaterThanOrEqual(3);
  await lake.close();
  expect(lake.statistics.storedEvents).toBe(10_000);
});

test('a failed store reaches `stored` and the next call', async () => {
  const denied = new SluiceError('store_denied', 'no permission');
  const lake = await open({ store: { ...store, put: () => Promise.reject(denied) } });
  const { stored } = await lake.write([event('a')]);
  await expect(lake.flush()).rejects.toBe(denied);
  await expect(stored).rejects.toBe(denied);
  await expect(lake.close()).rejects.toBe(denied);
});

test('with a state folder, what a crash left half stored is finished by the next start', async () => {
  const denied = new SluiceError('store_denied', 'no permission');
  const stateFolder = join(folder, 'state');
  const lake = await open({ stateFolder, store: { ...store, put: () => Promise.reject(denied) } });
  await lake.write([event('a')]);
  await expect(lake.close()).rejects.toBe(denied);
  await (await open({ stateFolder })).close();
  expect(store.objects.size).toBe(1);
});

test.each(['acme', '1234'])('refuses the account "%s"', async (account) => {
  await expect(open({ account })).rejects.toThrow(/twelve digits/);
});

test('refuses two sources for one class', async () => {
  const source = { class: 'base_event', profiles: [], columns: [] };
  await expect(
    open({
      sources: [
        { name: 'a', ...source },
        { name: 'b', ...source },
      ],
    }),
  ).rejects.toThrow(/"a" and "b" both take class base_event/);
});
