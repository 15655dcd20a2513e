import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { zstdDecompressSync } from 'node:zlib';
import { StreamError, type Outcome } from '@sluice/connector';
import { loadCatalogue } from '@sluice/ocsf';
import { parquetReadObjects } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { DeadLetter } from '../dead-letters/dead-letter.ts';
import { SluiceError } from '../errors.ts';
import { openState } from '../state/sqlite-state.ts';
import type { StateStore } from '../state/state-store.ts';
import { memoryStore, type MemoryStore } from '../store/memory-store.ts';
import type { ObjectStore } from '../store/object-store.ts';
import { newStatistics, type PipelineStatistics } from '../telemetry.ts';
import { line, listConnector, listStream, type ListConfig } from './list-connector.fixture.ts';
import type { PipelineOptions } from './options.ts';
import { runPipeline } from './run-pipeline.ts';

const catalogue = loadCatalogue('1.3.0');
const silent = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

let folder: string;
let state: StateStore;
let store: MemoryStore;
let deadLetters: MemoryStore;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sluice-pipeline-'));
  state = openState(folder);
  store = memoryStore();
  deadLetters = memoryStore();
});
afterEach(async () => {
  state.close();
  await rm(folder, { recursive: true, force: true });
});

function run(config: ListConfig, more: Partial<PipelineOptions> = {}): Promise<PipelineStatistics> {
  return runPipeline({
    name: 'office',
    connector: listConnector,
    stream: listStream,
    config,
    account: 'external_acme',
    region: 'eu-west-1',
    sources: [
      {
        name: 'list-event',
        class: 'base_event',
        profiles: ['cloud'],
        columns: ['cloud.provider', 'cloud.account.uid'],
      },
      { name: 'list-auth', class: 'authentication', profiles: [], columns: ['user.name', 'src_endpoint.ip'] },
    ],
    store,
    deadLetters,
    state,
    catalogue,
    log: silent,
    signal: new AbortController().signal,
    ...more,
  });
}

/** The rows of all objects, by key. */
async function rowsByKey(): Promise<ReadonlyMap<string, readonly Record<string, unknown>[]>> {
  const rows = new Map<string, readonly Record<string, unknown>[]>();
  for (const [key, bytes] of store.objects) {
    const copy = new Uint8Array(bytes).buffer;
    rows.set(key, await parquetReadObjects({ file: copy, compressors }));
  }
  return rows;
}

async function messages(): Promise<string[]> {
  return [...(await rowsByKey()).values()]
    .flat()
    .map((row) => String(row['message']))
    .toSorted((a, b) => (a < b ? -1 : 1));
}

function letters(): DeadLetter[] {
  return [...deadLetters.objects.values()].flatMap((bytes) =>
    zstdDecompressSync(bytes)
      .toString()
      .trim()
      .split('\n')
      .map((text) => JSON.parse(text) as DeadLetter),
  );
}

/** A store that fails the nth puts with the given error. */
function failing(error: (put: number) => Error | undefined): ObjectStore {
  let puts = 0;
  return {
    ...store,
    put(key, body, options) {
      const reason = error(puts++);
      return reason === undefined ? store.put(key, body, options) : Promise.reject(reason);
    },
  };
}

const numbered = (from: number, count: number): string[] =>
  Array.from({ length: count }, (_, i) => line(`m${from + i}`));

test('every record is in the lake once, in the partition of its class, account and UTC day', async () => {
  const cloud = { cloud: { provider: 'AWS', account: { uid: '111122223333' } }, metadata: { profiles: ['cloud'] } };
  const statistics = await run({
    batches: [
      [line('a', Date.parse('2026-03-01T23:59:59.999Z')), line('b', Date.parse('2026-03-02T00:00:00Z'))],
      [line('c', Date.parse('2026-03-01T10:00:00Z'), cloud)],
    ],
  });
  const byKey = await rowsByKey();
  const found = [...byKey].map(
    ([key, rows]) => `${key.slice(0, key.lastIndexOf('/'))} ${rows.map((row) => row['message']).join()}`,
  );
  expect(found.toSorted()).toEqual([
    'ext/list-event/region=eu-west-1/accountId=111122223333/eventDay=20260301 c',
    'ext/list-event/region=eu-west-1/accountId=external_acme/eventDay=20260301 a',
    'ext/list-event/region=eu-west-1/accountId=external_acme/eventDay=20260302 b',
  ]);
  expect(statistics).toMatchObject({
    receivedRecords: 3,
    mappedEvents: 3,
    storedEvents: 3,
    storedObjects: 3,
    rejected: {},
  });
  expect(state.load('office')).toEqual({ flush: 1, cursor: 3 });
});

test('completes what the mapper left out', async () => {
  await run({ batches: [[line('a')]] });
  const [[row]] = [...(await rowsByKey()).values()] as [[Record<string, unknown>]];
  expect(row).toMatchObject({
    class_name: 'Base Event',
    severity: 'Informational',
    type_uid: 0n,
    metadata: { version: '1.3.0', product: { vendor_name: 'Example', name: 'List' } },
  });
});

test('a record that cannot be stored is kept whole with the reason, and the rest goes on', async () => {
  const statistics = await run({
    batches: [
      [
        '{"half":',
        '{"reject":"unknown_version"}',
        '{"skip":"heartbeat"}',
        '{"throw":"boom"}',
        '{"class_uid":4001,"activity_id":1,"severity_id":1,"time":1}',
        '{"class_uid":0,"activity_id":7,"severity_id":1,"time":1,"metadata":{"profiles":[]}}',
        '{"class_uid":0,"activity_id":0,"severity_id":1,"time":1,"metadata":{"profiles":["host"]}}',
        line('good'),
      ],
    ],
  });
  expect(statistics.skipped).toEqual({ heartbeat: 1 });
  expect(statistics.rejected).toEqual({
    malformed_json: 1,
    unknown_version: 1,
    mapper_failed: 1,
    class_without_source: 1,
    ocsf_invalid: 1,
    profile_not_declared: 1,
  });
  expect(await messages()).toEqual(['good']);
  const kept = letters();
  expect(kept.map(({ reason, stage }) => `${stage} ${reason}`)).toEqual([
    'decode malformed_json',
    'map unknown_version',
    'map mapper_failed',
    'conform class_without_source',
    'conform ocsf_invalid',
    'conform profile_not_declared',
  ]);
  expect(kept[0]).toMatchObject({
    raw: '{"half":',
    pipeline: 'office',
    connector: 'list',
    connector_version: '1.2.3',
    stream: 'lines',
    origin: { transport: 'list' },
  });
  expect(kept[4]?.findings?.[0]).toMatchObject({ code: 'attribute_enum_value_unknown', path: 'activity_id' });
});

test('a record of several events is in the lake whole or not at all', async () => {
  const good = JSON.parse(line('one')) as object;
  await run({
    batches: [
      [
        JSON.stringify({ events: [good, { ...good, message: 'two' }] }),
        JSON.stringify({
          events: [
            { ...good, message: 'three' },
            { ...good, activity_id: 7 },
          ],
        }),
      ],
    ],
  });
  expect(await messages()).toEqual(['one', 'two']);
  expect(letters()).toMatchObject([{ reason: 'ocsf_invalid', event_index: 1 }]);
});

test('an event without a time gets the time of receipt, and is counted', async () => {
  const now = Date.parse('2026-03-05T12:00:00Z');
  const statistics = await run(
    { batches: [['{"class_uid":0,"activity_id":0,"severity_id":1,"metadata":{"profiles":[]}}']] },
    { now: () => now },
  );
  expect(statistics.timedByReceipt).toBe(1);
  const [[key, [row]]] = [...(await rowsByKey())] as [[string, [Record<string, unknown>]]];
  expect(key).toContain('eventDay=20260305');
  expect(row).toMatchObject({ time: BigInt(now) });
});

test('the next run goes on where the last one stored', async () => {
  const plain = numbered(0, 6);
  await run({ batches: [plain.slice(0, 2), plain.slice(2, 4)] });
  await run({ batches: [plain.slice(0, 3), plain.slice(3, 6)] });
  expect(await messages()).toEqual(['m0', 'm1', 'm2', 'm3', 'm4', 'm5']);
});

test('what fails for good leaves the position where it was, and the next run stores each record once', async () => {
  const config = { batches: [numbered(0, 5)] };
  const denied = new SluiceError('store_denied', 'no permission');
  await expect(run(config, { store: failing(() => denied) })).rejects.toBe(denied);
  expect(state.load('office')).toEqual({ flush: 0 });
  const intended = state.loadIntent('office')?.objects.map(({ key }) => key);
  await run(config);
  expect([...store.objects.keys()]).toEqual(intended);
  expect(await messages()).toEqual(['m0', 'm1', 'm2', 'm3', 'm4']);
});

test('a flush that stored some of its objects is finished by the next run, with the same keys', async () => {
  const days = [1, 2, 3].map((day) => line(`d${day}`, Date.parse(`2026-03-0${day}T10:00:00Z`)));
  const lost = new SluiceError('store_failed', 'lost');
  await expect(run({ batches: [days] }, { store: failing((put) => (put === 1 ? lost : undefined)) })).rejects.toBe(
    lost,
  );
  expect(store.objects.size).toBe(2);
  // The input has changed meanwhile: what was begun is finished as it was.
  await run({ batches: [[line('other'), line('other'), line('other')], [line('new')]] });
  expect(await messages()).toEqual(['d1', 'd2', 'd3', 'new']);
});

test('errors of the store that may pass are tried again', async () => {
  const busy = new SluiceError('store_throttled', 'slow down', { retryable: true });
  const warnings: string[] = [];
  const log = { ...silent, warn: (message: string) => warnings.push(message) };
  await run({ batches: [numbered(0, 1)] }, { store: failing((put) => (put < 2 ? busy : undefined)), log });
  expect(await messages()).toEqual(['m0']);
  expect(warnings).toEqual(['slow down', 'slow down']);
});

test('a retryable error of the stream reads again from what is stored, and nothing is there twice', async () => {
  let failures = 0;
  const batches = [numbered(0, 2), numbered(2, 2), numbered(4, 2)];
  await run({
    batches,
    before(first) {
      if (first === 4 && failures++ === 0)
        throw new StreamError('upstream_unreachable', 'gone', { retryable: true, retryAfterMs: 1 });
    },
  });
  expect(failures).toBe(2);
  expect(await messages()).toEqual(['m0', 'm1', 'm2', 'm3', 'm4', 'm5']);
});

test('an error of the stream that cannot be mended stores what came before it', async () => {
  const gone = new StreamError('bad_config', 'no such queue');
  const config: ListConfig = {
    batches: [numbered(0, 2), numbered(2, 2)],
    before: (first) => (first === 2 ? Promise.reject(gone) : undefined),
  };
  await expect(run(config)).rejects.toBe(gone);
  await run({ batches: config.batches });
  expect(await messages()).toEqual(['m0', 'm1', 'm2', 'm3']);
});

test('open objects are stored when they are old, while the input is quiet', async () => {
  const statistics = newStatistics();
  const stop = new AbortController();
  let storedMeanwhile = 0;
  await run(
    {
      batches: [numbered(0, 1), numbered(1, 1)],
      async before(first) {
        if (first === 1) {
          for (let i = 0; i < 200 && statistics.storedObjects === 0; i++) await sleep(5);
          storedMeanwhile = statistics.storedObjects;
        }
      },
    },
    { statistics, signal: stop.signal, flush: { maxAgeMs: 20 } },
  );
  expect(storedMeanwhile).toBe(1);
  expect(await messages()).toEqual(['m0', 'm1']);
});

test('records that are all skipped are settled, and their position is kept, while the input is quiet', async () => {
  const outcomes: string[] = [];
  let flushes = 0;
  await run(
    {
      batches: [['{"skip":"noise"}'], ['{"skip":"noise"}']],
      settle: async ({ kind }) => void outcomes.push(kind),
      async before(first) {
        if (first === 0) return;
        for (let i = 0; i < 200 && outcomes.length === 0; i++) await sleep(5);
        flushes = state.load('office').flush;
      },
    },
    { flush: { maxAgeMs: 20 } },
  );
  expect(flushes).toBe(1);
  expect(outcomes).toEqual(['stored', 'stored']);
});

test('too many open partitions are stored together', async () => {
  const days = Array.from({ length: 40 }, (_, day) => line(`d${day}`, Date.UTC(2020, 0, day + 1)));
  const statistics = await run({ batches: days.map((day) => [day]) }, { flush: { maxOpenObjects: 10 } });
  expect(statistics.storedObjects).toBe(40);
  expect(state.load('office').flush).toBe(4);
});

test('an abort stops the input and stores what was received', async () => {
  const stop = new AbortController();
  await run(
    { batches: [numbered(0, 3), numbered(3, 3)], before: (first) => (first === 3 ? stop.abort() : undefined) },
    { signal: stop.signal },
  );
  expect(await messages()).toEqual(['m0', 'm1', 'm2']);
  expect(state.load('office').cursor).toBe(3);
});

test('a drain that takes too long ends with an error, and the next run stores what was staged', async () => {
  const stop = new AbortController();
  const down = new SluiceError('store_unreachable', 'down', { retryable: true });
  const running = run({ batches: [numbered(0, 3)], before: () => stop.abort() }, { signal: stop.signal });
  await running;
  const config: ListConfig = { batches: [numbered(0, 3)] };
  const late = new AbortController();
  setTimeout(() => late.abort(), 50);
  await expect(run(config, { signal: late.signal, store: failing(() => down), drainForMs: 50 })).rejects.toMatchObject({
    code: 'drain_timeout',
  });
  await run(config);
  expect(await messages()).toEqual(['m0', 'm1', 'm2']);
});

test('settles a batch after its records are stored, once', async () => {
  const outcomes: (Outcome & { stored: number })[] = [];
  const settle = async (outcome: Outcome): Promise<void> =>
    void outcomes.push({ ...outcome, stored: store.objects.size });
  await run({ batches: [numbered(0, 1), numbered(1, 1)], settle, replayable: false });
  expect(outcomes).toEqual([
    { kind: 'stored', stored: 1 },
    { kind: 'stored', stored: 1 },
  ]);
});

test('settles a batch as failed when its records could not be stored', async () => {
  const outcomes: string[] = [];
  const settle = async ({ kind }: Outcome): Promise<void> => void outcomes.push(kind);
  const denied = new SluiceError('store_denied', 'no');
  await expect(
    run({ batches: [numbered(0, 1)], settle, replayable: false }, { store: failing(() => denied) }),
  ).rejects.toBe(denied);
  expect(outcomes).toEqual(['failed']);
});

test('skipped records move the position on although nothing is stored', async () => {
  await run({ batches: [['{"skip":"noise"}']] });
  expect(store.objects.size).toBe(0);
  expect(state.load('office').cursor).toBe(1);
});

test('a batch without records moves the position on', async () => {
  await run({ batches: [[]], cursorOfEmpty: 'end of what was there' });
  expect(state.load('office').cursor).toBe('end of what was there');
});

test('the same records without a position, received twice, are two objects', async () => {
  const config: ListConfig = { batches: [numbered(0, 1)], replayable: false };
  await run(config);
  await run(config);
  expect(await messages()).toEqual(['m0', 'm0']);
});

test('a connector for another contract version is refused by name', async () => {
  const connector = { ...listConnector, contract: 2 as 1 };
  await expect(run({ batches: [] }, { connector })).rejects.toThrow(
    'Connector "list" was built for contract version 2',
  );
});
