import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { memorySpill, schemaOf, sluiceEncoder } from '@sluice/parquet';
import { loadCatalogue } from '@sluice/ocsf';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { SluiceError } from '../errors.ts';
import { openLake, type LakeEvent } from '../lake/open-lake.ts';
import { memoryStore } from '../store/memory-store.ts';
import { folderSpill } from './folder-spill.ts';
import { folderStaging, patientStaging } from './staging.ts';

// Busy cores are slow.
vi.setConfig({ testTimeout: 60_000 });

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sluice-spill-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const events = Array.from({ length: 6000 }, (_, at): LakeEvent => ({
  class_uid: 0,
  activity_id: 99,
  severity_id: 1,
  time: Date.parse('2026-03-02T10:00:00Z') + ((at * 7919) % 6000),
  message: `message ${at} ${'.'.repeat(at % 300)}${Math.sin(at)}`,
}));

async function stored(maxMemoryBytes: number, maxSpilledBytes?: number): Promise<Map<string, Uint8Array>> {
  const store = memoryStore();
  const lake = await openLake({
    store,
    region: 'eu-west-1',
    account: 'external_acme',
    product: { vendor_name: 'Example', name: 'Test' },
    sources: [{ name: 'test', class: 'base_event', profiles: [], columns: [] }],
    stateFolder: join(folder, `state-${maxMemoryBytes}-${maxSpilledBytes}`),
    catalogue: loadCatalogue('1.3.0'),
    flush: { maxMemoryBytes, ...(maxSpilledBytes === undefined ? {} : { maxSpilledBytes }) },
  });
  for (let at = 0; at < events.length; at += 500) {
    await lake.write(events.slice(at, at + 500).map((event) => structuredClone(event)));
  }
  await lake.close();
  return new Map(store.objects);
}

test('a lake with little memory spills, and stores the same object as one with much', async () => {
  const roomy = await stored(64 * 1024 * 1024);
  const tight = await stored(1024 * 1024);
  expect(roomy.size).toBe(1);
  expect([...tight.keys()]).toEqual([...roomy.keys()]);
  for (const [key, bytes] of roomy) expect(Buffer.compare(tight.get(key) ?? new Uint8Array(0), bytes)).toBe(0);
});

test('a lake that may not spill stores what it has when memory is used up', async () => {
  expect((await stored(1024 * 1024, 0)).size).toBeGreaterThan(1);
});

test('a lake flushes when what it spilled takes the disk that it may take', async () => {
  expect((await stored(1024 * 1024, 64 * 1024)).size).toBeGreaterThan(1);
});

test('spilled rows that a crash left are removed at the start, and nothing is left at the end', async () => {
  const spill = join(folder, 'state-1048576-undefined', 'staging', 'sdk', 'main', 'spill');
  await mkdir(spill, { recursive: true });
  await writeFile(join(spill, 'left-over.run'), 'rows of a process that is gone');
  await stored(1024 * 1024);
  const left = await readdir(folder, { recursive: true });
  expect(left.filter((path) => path.endsWith('.run'))).toEqual([]);
});

test('spilled rows that are gone from the disk are an error, never an object', async () => {
  const schema = schemaOf([{ kind: 'leaf', name: 'n', type: 'int32', required: false }]);
  const writer = sluiceEncoder.open(schema, { spill: folderSpill(folder, {}) });
  for (let n = 0; n < 100; n++) writer.append({ n });
  await writer.spill();
  for (const name of await readdir(folder)) await rm(join(folder, name));
  await expect(writer.finish()).rejects.toMatchObject({ code: 'spill_failed', retryable: false });
});

test('files of a spill folder hold what was written, in ranges, until they are removed', async () => {
  for (const store of [folderSpill(join(folder, 'deep', 'spill'), {}), memorySpill()]) {
    const file = await store.create();
    await file.write(Uint8Array.of(1, 2, 3));
    await file.write(Uint8Array.of(4, 5));
    expect([...(await file.read(1, 5))]).toEqual([2, 3, 4, 5]);
    await file.remove();
    await file.remove();
  }
  expect(await readdir(join(folder, 'deep', 'spill'))).toEqual([]);
});

test('a staged object waits for the disk, piece by piece, and is whole', async () => {
  const inner = folderStaging(folder);
  let refusals = 0;
  const refuse = (): void => {
    if (refusals++ % 2 === 0) throw new SluiceError('store_full', 'No space left.', { retryable: true });
  };
  const flaky = {
    async create(name: string) {
      const file = await inner.create(name);
      return {
        ...file,
        write: async (bytes: Uint8Array) => {
          refuse();
          await file.write(bytes);
        },
        finish: async () => {
          refuse();
          return await file.finish();
        },
        abandon: () => file.abandon(),
      };
    },
  };
  const file = await patientStaging(flaky, { firstWaitMs: 1 }).create('object');
  await file.write(Uint8Array.of(1, 2));
  await file.write(Uint8Array.of(3));
  expect(await file.finish()).toEqual({ path: join(folder, 'object'), byteLength: 3 });
  expect(refusals).toBeGreaterThan(3);
});

test('a staged object that is given up leaves no file', async () => {
  const file = await folderStaging(folder).create('object');
  await file.write(Uint8Array.of(1));
  await file.abandon();
  expect(await readdir(folder)).toEqual([]);
});
