import { setTimeout as sleep } from 'node:timers/promises';
import { type Outcome } from '@sluice/connector';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { SluiceError } from '../errors.ts';
import { newStatistics } from '../telemetry.ts';
import { line, listConnector, type ListConfig } from './list-connector.fixture.ts';
import { numbered, Workbench } from './workbench.fixture.ts';

let bench: Workbench;
beforeEach(async () => {
  bench = await Workbench.open();
});
afterEach(() => bench.close());

test('every record is in the lake once, in the partition of its class, account and UTC day', async () => {
  const cloud = { cloud: { provider: 'AWS', account: { uid: '111122223333' } }, metadata: { profiles: ['cloud'] } };
  const statistics = await bench.run({
    batches: [
      [line('a', Date.parse('2026-03-01T23:59:59.999Z')), line('b', Date.parse('2026-03-02T00:00:00Z'))],
      [line('c', Date.parse('2026-03-01T10:00:00Z'), cloud)],
    ],
  });
  const byKey = await bench.rowsByKey();
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
  expect(await bench.state.look('office')).toEqual({ flush: 1, cursor: 3 });
});

test('completes what the mapper left out', async () => {
  await bench.run({ batches: [[line('a')]] });
  const [[row]] = [...(await bench.rowsByKey()).values()] as [[Record<string, unknown>]];
  expect(row).toMatchObject({
    class_name: 'Base Event',
    severity: 'Informational',
    type_uid: 0n,
    metadata: { version: '1.3.0', product: { vendor_name: 'Example', name: 'List' } },
  });
});

test('a record that cannot be stored is kept whole with the reason, and the rest goes on', async () => {
  const statistics = await bench.run({
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
  expect(await bench.messages()).toEqual(['good']);
  const kept = bench.letters();
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

test('a whole number that JavaScript cannot hold keeps its digits', async () => {
  await bench.run({ batches: [[line('1719309930613520072').replace('"1719309930613520072"', '1719309930613520072')]] });
  expect(await bench.messages()).toEqual(['1719309930613520072']);
});

test('a record of several events is in the lake whole or not at all', async () => {
  const good = JSON.parse(line('one')) as object;
  await bench.run({
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
  expect(await bench.messages()).toEqual(['one', 'two']);
  expect(bench.letters()).toMatchObject([{ reason: 'ocsf_invalid', event_index: 1 }]);
});

test('an event without a time gets the time of receipt, and is counted', async () => {
  const now = Date.parse('2026-03-05T12:00:00Z');
  const statistics = await bench.run(
    { batches: [['{"class_uid":0,"activity_id":0,"severity_id":1,"metadata":{"profiles":[]}}']] },
    { now: () => now },
  );
  expect(statistics.timedByReceipt).toBe(1);
  const [[key, [row]]] = [...(await bench.rowsByKey())] as [[string, [Record<string, unknown>]]];
  expect(key).toContain('eventDay=20260305');
  expect(row).toMatchObject({ time: BigInt(now) });
});

test('open objects are stored when they are old, while the input is quiet', async () => {
  const statistics = newStatistics();
  const stop = new AbortController();
  let storedMeanwhile = 0;
  await bench.run(
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
  expect(await bench.messages()).toEqual(['m0', 'm1']);
});

test('records that are all skipped are settled, and their position is kept, while the input is quiet', async () => {
  const outcomes: string[] = [];
  let flushes = 0;
  await bench.run(
    {
      batches: [['{"skip":"noise"}'], ['{"skip":"noise"}']],
      settle: async ({ kind }) => void outcomes.push(kind),
      async before(first) {
        if (first === 0) return;
        for (let i = 0; i < 200 && outcomes.length === 0; i++) await sleep(5);
        flushes = (await bench.state.look('office')).flush;
      },
    },
    { flush: { maxAgeMs: 20 } },
  );
  expect(flushes).toBe(1);
  expect(outcomes).toEqual(['stored', 'stored']);
});

test('too many open partitions are stored together', async () => {
  const days = Array.from({ length: 40 }, (_, day) => line(`d${day}`, Date.UTC(2020, 0, day + 1)));
  const statistics = await bench.run({ batches: days.map((day) => [day]) }, { flush: { maxOpenObjects: 10 } });
  expect(statistics.storedObjects).toBe(40);
  expect((await bench.state.look('office')).flush).toBe(4);
});

test('an abort stops the input and stores what was received', async () => {
  const stop = new AbortController();
  await bench.run(
    { batches: [numbered(0, 3), numbered(3, 3)], before: (first) => (first === 3 ? stop.abort() : undefined) },
    { signal: stop.signal },
  );
  expect(await bench.messages()).toEqual(['m0', 'm1', 'm2']);
  expect((await bench.state.look('office')).cursor).toBe(3);
});

test('settles a batch after its records are stored, once', async () => {
  const outcomes: (Outcome & { stored: number })[] = [];
  const settle = async (outcome: Outcome): Promise<void> =>
    void outcomes.push({ ...outcome, stored: bench.store.objects.size });
  await bench.run({ batches: [numbered(0, 1), numbered(1, 1)], settle, replayable: false });
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
    bench.run({ batches: [numbered(0, 1)], settle, replayable: false }, { store: bench.failing(() => denied) }),
  ).rejects.toBe(denied);
  expect(outcomes).toEqual(['failed']);
});

test('skipped records move the position on although nothing is stored', async () => {
  await bench.run({ batches: [['{"skip":"noise"}']] });
  expect(bench.store.objects.size).toBe(0);
  expect((await bench.state.look('office')).cursor).toBe(1);
});

test('a batch without records moves the position on', async () => {
  await bench.run({ batches: [[]], cursorOfEmpty: 'end of what was there' });
  expect((await bench.state.look('office')).cursor).toBe('end of what was there');
});

test('the same records without a position, received twice, are two objects', async () => {
  const config: ListConfig = { batches: [numbered(0, 1)], replayable: false };
  await bench.run(config);
  await bench.run(config);
  expect(await bench.messages()).toEqual(['m0', 'm0']);
});

test('a connector for another contract version is refused by name', async () => {
  const connector = { ...listConnector, contract: 2 as 1 };
  await expect(bench.run({ batches: [] }, { connector })).rejects.toThrow(
    'Connector "list" was built for contract version 2',
  );
});
