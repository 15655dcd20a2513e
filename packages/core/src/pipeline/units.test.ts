import { afterEach, beforeEach, expect, test } from 'vitest';
import { openState } from '../state/sqlite-state.ts';
import { newStatistics } from '../telemetry.ts';
import type { FlushStep } from './flush-steps.ts';
import type { PipelineOptions } from './options.ts';
import { queueConnector, queueStream, type Delivery, type QueueConfig } from './queue-connector.fixture.ts';
import { Workbench } from './workbench.fixture.ts';

let bench: Workbench;
beforeEach(async () => {
  bench = await Workbench.open();
});
afterEach(() => bench.close());

type Outcomes = Record<number, string>;

async function run(
  batches: QueueConfig['batches'],
  more: Partial<PipelineOptions> = {},
  before?: QueueConfig['before'],
): Promise<{ readonly outcomes: Outcomes; readonly repeated: number }> {
  const outcomes: Outcomes = {};
  const statistics = newStatistics();
  const config: QueueConfig = {
    batches,
    onSettled: (batch, { kind }) => void (outcomes[batch] = kind),
    ...(before === undefined ? {} : { before }),
  };
  await bench.runQueue(config, { connector: queueConnector, stream: queueStream, statistics, ...more });
  return { outcomes, repeated: statistics.repeatedRecords };
}

function messages(...units: readonly Delivery[]): readonly string[] {
  return units
    .flatMap(({ id, from = 0, of, to = of }) =>
      Array.from({ length: to - from }, (_, index) => `${id}/${from + index}`),
    )
    .toSorted((a, b) => (a < b ? -1 : 1));
}

function dyingAt(step: FlushStep): (step: FlushStep) => void {
  return (now) => {
    if (now === step) throw new Error(`died at ${step}`);
  };
}

const a: Delivery = { id: 'a', of: 5 };
const b: Delivery = { id: 'b', of: 3 };
const empty: Delivery = { id: 'empty', of: 0 };

test('a message that comes twice is in the lake once, and both are settled', async () => {
  const { outcomes, repeated } = await run([[a, b], [empty], [a]]);
  expect(await bench.messages()).toEqual(messages(a, b));
  expect(outcomes).toEqual({ 0: 'stored', 1: 'stored', 2: 'stored' });
  expect(repeated).toBe(5);
});

test('a message that comes again in a later run is passed over and settled', async () => {
  await run([[a, b]]);
  const { outcomes } = await run([[b], [a, { id: 'c', of: 2 }], [empty]]);
  expect(await bench.messages()).toEqual(messages(a, b, { id: 'c', of: 2 }));
  expect(outcomes).toEqual({ 0: 'stored', 1: 'stored', 2: 'stored' });
});

test('a unit whose beginning is stored goes on where that ended', async () => {
  await run([[{ ...a, to: 2 }]]);
  const { outcomes } = await run([[{ ...a, to: 3 }], [{ ...a, from: 3 }]]);
  expect(await bench.messages()).toEqual(messages(a));
  expect(outcomes).toEqual({ 0: 'stored', 1: 'stored' });
});

test('records whose beginning never came are not taken, and come again', async () => {
  const { outcomes } = await run([[b, { ...a, from: 2 }], [a]]);
  expect(await bench.messages()).toEqual(messages(a, b));
  expect(outcomes).toEqual({ 0: 'failed', 1: 'stored' });
});

test('a batch of many messages is flushed within a message, and each record is there once', async () => {
  const many = Array.from({ length: 40 }, (_, index): Delivery => ({ id: `u${index}`, of: 31 }));
  await run([many, many.slice(10, 20)], { flush: { maxMemoryBytes: 20_000, maxSpilledBytes: 0 } });
  expect((await bench.state.look('queue')).flush).toBeGreaterThan(2);
  expect(await bench.messages()).toEqual(messages(...many));
});

test.each(['sealed', 'staged', 'intended', 'storing', 'stored', 'committed', 'cleaned', 'settled'] as const)(
  'a crash at "%s", after which all comes again in another order, leaves each record once',
  async (step) => {
    await expect(run([[a], [b]], { onStep: dyingAt(step) })).rejects.toThrow(step);
    const before = bench.fingerprints();
    const { outcomes } = await run([[b, { id: 'c', of: 1 }], [a]]);
    expect(await bench.messages()).toEqual(messages(a, b, { id: 'c', of: 1 }));
    expect(outcomes).toEqual({ 0: 'stored', 1: 'stored' });
    for (const object of before) expect(bench.fingerprints()).toContain(object);
  },
);

test('of two workers that got the same message, the slower gives up its flush, and what is missing comes again', async () => {
  const other = openState(bench.folder);
  const c: Delivery = { id: 'c', of: 4 };
  const slow = await run([[a, b], [c]], {}, async (batch) => {
    // While the slow one has `a` and `b` open, the other gets `a` and stores it.
    if (batch === 1) await run([[a]], { state: other });
  });
  await other.close();
  expect(slow.outcomes).toEqual({ 0: 'failed', 1: 'failed' });
  const again = await run([[a, b], [c]]);
  expect(again.outcomes).toEqual({ 0: 'stored', 1: 'stored' });
  expect(again.repeated).toBe(5);
  expect(await bench.messages()).toEqual(messages(a, b, c));
});

test('a worker finishes what another began before it died, from the folder that they share', async () => {
  const other = openState(bench.folder);
  const dead = run([[a]], { state: other, onStep: dyingAt('intended') });
  await expect(dead).rejects.toThrow('died');
  await other.close();
  expect(bench.fingerprints()).toEqual([]);
  let storedBeforeMine = 0;
  await run(
    [[b], [a]],
    {},
    (batch) => void (storedBeforeMine = batch === 0 ? bench.store.objects.size : storedBeforeMine),
  );
  expect(storedBeforeMine).toBe(1);
  expect(await bench.messages()).toEqual(messages(a, b));
});
