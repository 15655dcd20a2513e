import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zstdDecompressSync } from 'node:zlib';
import { loadCatalogue } from '@sluice/ocsf';
import { parquetReadObjects } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { line, listConnector, listStream, type ListConfig } from '../pipeline/list-connector.fixture.ts';
import type { FlushStep } from '../pipeline/flush-steps.ts';
import type { PipelineOptions } from '../pipeline/options.ts';
import { runPipeline } from '../pipeline/run-pipeline.ts';
import { openState } from '../state/sqlite-state.ts';
import type { StateStore } from '../state/state-store.ts';
import { memoryStore, type MemoryStore } from '../store/memory-store.ts';
import type { PipelineStatistics } from '../telemetry.ts';

const silent = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
const connectorUrl = new URL('../pipeline/list-connector.fixture.ts', import.meta.url).href;

// Two busy cores are slow to start threads.
vi.setConfig({ testTimeout: 60_000 });

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

let folder: string;
let state: StateStore;
let store: MemoryStore;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sluice-lane-'));
  state = openState(folder);
  store = memoryStore();
});
afterEach(async () => {
  await state.close();
  await rm(folder, { recursive: true, force: true });
});

function run(
  batches: readonly (readonly string[])[],
  more: Partial<PipelineOptions> = {},
): Promise<PipelineStatistics> {
  return runPipeline({
    name: 'office',
    connector: listConnector,
    connectorUrl,
    threads: 2,
    stream: listStream,
    config: { batches },
    account: 'external_acme',
    region: 'eu-west-1',
    sources: [{ name: 'list-event', class: 'base_event', profiles: [], columns: [] }],
    store,
    deadLetters: memoryStore(),
    state,
    catalogue: loadCatalogue('1.3.0'),
    log: silent,
    signal: new AbortController().signal,
    ...more,
  });
}

const batches = Array.from({ length: 50 }, (_, batch) =>
  Array.from({ length: 40 }, (_item, i) => line(`m${batch * 40 + i}`)),
);

test('threads store every record once, and count as one pipeline', async () => {
  const deadLetters = memoryStore();
  const statistics = await run([...batches, ['{"half":', '{"skip":"noise"}']], { deadLetters });
  const messages = [];
  for (const bytes of store.objects.values()) {
    const rows = await parquetReadObjects({ file: new Uint8Array(bytes).buffer, compressors });
    messages.push(...rows.map((row) => String(row['message'])));
  }
  expect(new Set(messages).size).toBe(2000);
  expect(messages).toHaveLength(2000);
  expect(statistics).toMatchObject({
    receivedRecords: 2002,
    mappedEvents: 2000,
    storedEvents: 2000,
    storedObjects: 2,
    rejected: { malformed_json: 1 },
    skipped: { noise: 1 },
  });
  expect(await state.look('office')).toEqual({ flush: 1, cursor: 2002 });
  // Positions of single records do not cross threads: it is that behind the batch.
  const [letter = ''] = [...deadLetters.objects.values()].map((bytes) => zstdDecompressSync(bytes).toString());
  expect(JSON.parse(letter)).toMatchObject({ raw: '{"half":', position: 2002 });
});

test('threads flush in the middle of the input when memory is used up, and lose nothing', async () => {
  const long = batches.map((lines) => lines.map((_line, i) => line(`${i} ${'.'.repeat(2000)}${Math.random()}`)));
  const statistics = await run(long, { flush: { maxMemoryBytes: 1024 * 1024, maxSpilledBytes: 0 } });
  expect(statistics.storedEvents).toBe(2000);
  expect((await state.look('office')).flush).toBeGreaterThan(1);
});

test('a run with threads that dies and is started again leaves the same objects as one that does not', async () => {
  const lines = Array.from({ length: 9000 }, (_, i) =>
    i % 500 === 7 ? '{"half":' : line(`m${i} ${'x'.repeat(i % 97)}`, Date.UTC(2026, 2, 1 + (i % 2))),
  );
  const inBatchesOf = (size: number): ListConfig => ({
    batches: Array.from({ length: Math.ceil(lines.length / size) }, (_, i) => lines.slice(i * size, (i + 1) * size)),
    saysEach: true,
  });
  const flush = { maxMemoryBytes: 100_000, maxSpilledBytes: 0 };
  const now = (): number => Date.UTC(2026, 2, 3);
  const left: unknown[] = [];
  for (const dying of [undefined, 'sealed', 'storing'] as const) {
    await state.close();
    const place = join(folder, dying ?? 'calm');
    state = openState(place);
    store = memoryStore();
    let seen = 0;
    const onStep = (step: FlushStep): void => {
      if (step === dying && seen++ === 1) throw new Error(`died at ${step}`);
    };
    const options = { state, flush, now };
    if (dying !== undefined) {
      await expect(run([], { ...options, config: inBatchesOf(700), onStep })).rejects.toThrow(`died at ${dying}`);
    }
    await run([], { ...options, config: inBatchesOf(dying === undefined ? 1000 : 333) });
    expect((await state.look('office')).flush).toBeGreaterThan(2);
    left.push(new Map([...store.objects].map(([key, bytes]) => [key, sha256(bytes)])));
  }
  for (const other of left) expect(other).toEqual(left[0]);
});

test('threads spill instead where there is a disk, and store one object each', async () => {
  const long = batches.map((lines) => lines.map((_line, i) => line(`${i} ${'.'.repeat(2000)}${Math.random()}`)));
  const statistics = await run(long, { flush: { maxMemoryBytes: 1024 * 1024 } });
  expect(statistics).toMatchObject({ storedEvents: 2000, storedObjects: 2 });
});

test('objects of the same days are not too many because each thread has its own', async () => {
  const days = (i: number): string => line(`${i}`, Date.UTC(2026, 2, 1 + (i % 10)));
  const daily = Array.from({ length: 20 }, (_, batch) => Array.from({ length: 50 }, (_one, i) => days(batch * 50 + i)));
  const statistics = await run(daily, { flush: { maxOpenObjects: 15 } });
  expect(statistics).toMatchObject({ storedEvents: 1000, storedObjects: 20 });
});

test('a thread that cannot start ends the run with an error that says why', async () => {
  await expect(run(batches, { connectorUrl: new URL('./nowhere.ts', import.meta.url).href })).rejects.toMatchObject({
    code: 'lane_failed',
    message: expect.stringContaining('nowhere'),
  });
  expect(await state.look('office')).toEqual({ flush: 0 });
});

test('threads need a module to load and a state in a folder', async () => {
  const { connectorUrl: _, ...options } = { connectorUrl };
  await expect(run(batches, { ...options, connectorUrl: undefined as never })).rejects.toThrow(/connectorUrl/);
});
