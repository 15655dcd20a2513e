import { afterEach, beforeEach, expect, test } from 'vitest';
import type { FlushStep } from './flush-steps.ts';
import { line } from './list-connector.fixture.ts';
import { silent, Workbench } from './workbench.fixture.ts';

let benches: Workbench[] = [];
beforeEach(() => void (benches = []));
afterEach(async () => {
  for (const bench of benches) await bench.close();
});

async function workbench(): Promise<Workbench> {
  const bench = await Workbench.open();
  benches.push(bench);
  return bench;
}

const lines = Array.from({ length: 500 }, (_, i) =>
  line(`m${i} ${'x'.repeat(i % 97)}`, Date.UTC(2026, 2, 1 + (i % 2))),
);

/** The same lines in batches of other sizes. */
function inBatchesOf(size: number): readonly (readonly string[])[] {
  return Array.from({ length: Math.ceil(lines.length / size) }, (_, i) => lines.slice(i * size, (i + 1) * size));
}

/** An error at one step, where a crash would be. */
function dyingAt(step: FlushStep, time = 0): (step: FlushStep) => void {
  let seen = 0;
  return (now) => {
    if (now === step && seen++ === time) throw new Error(`died at ${step}`);
  };
}

test('a rule of size or memory cuts after the same record, whatever batches the records come in', async () => {
  const flush = { maxMemoryBytes: 20_000, maxSpilledBytes: 0 };
  const objects: unknown[] = [];
  for (const size of [500, 150, 7]) {
    const bench = await workbench();
    await bench.run({ batches: inBatchesOf(size), saysEach: true }, { flush });
    expect((await bench.state.look('office')).flush).toBeGreaterThan(2);
    objects.push(bench.fingerprints());
  }
  for (const other of objects) expect(other).toEqual(objects[0]);
});

test('a flush that was cut by age ends at the same record after a crash, though batches come otherwise', async () => {
  const bench = await workbench();
  const flush = { maxAgeMs: 50 };
  let now = 0;
  const config = { saysEach: true, before: (first: number) => void (now = first >= 300 ? 60 : 0) };
  const onStep = dyingAt('sealed');
  const died = bench.run({ ...config, batches: inBatchesOf(100) }, { flush, onStep, steadyNow: () => now });
  await expect(died).rejects.toThrow('died at sealed');
  const { cut } = await bench.state.look('office');
  expect(cut?.records).toBe(cut?.cursor);
  expect(cut?.records).toBeGreaterThan(250);
  expect(bench.store.objects.size).toBe(0);
  await bench.run({ saysEach: true, batches: inBatchesOf(133) }, { flush: { maxAgeMs: 1e9 } });

  const undisturbed = await workbench();
  await undisturbed.run({ ...config, batches: inBatchesOf(100) }, { flush, steadyNow: () => now });
  expect(bench.fingerprints()).toEqual(undisturbed.fingerprints());
});

test('where the records between position and cut are fewer now, the rest is stored and the run goes on', async () => {
  const bench = await workbench();
  const died = bench.run({ batches: inBatchesOf(100), saysEach: true }, { onStep: dyingAt('cut') });
  await expect(died).rejects.toThrow('died at cut');
  const said: string[] = [];
  const log = { ...silent, info: (message: string) => said.push(message) };
  await bench.run({ batches: [lines.slice(0, 200)], saysEach: true }, { log });
  expect(await bench.messages()).toHaveLength(200);
  expect(said).toContainEqual(expect.stringContaining('otherwise than before the interruption'));
  expect((await bench.state.look('office')).cut).toBeUndefined();
});

test('without positions inside a batch the flush ends with the batch, and nothing is lost', async () => {
  const bench = await workbench();
  let now = 0;
  const before = (first: number): void => void (now = first >= 100 ? 60 : 0);
  const options = { flush: { maxAgeMs: 50 }, steadyNow: () => now };
  const died = bench.run({ batches: inBatchesOf(50), before }, { ...options, onStep: dyingAt('sealed') });
  await expect(died).rejects.toThrow('died at sealed');
  await bench.run({ batches: inBatchesOf(500) });
  expect(await bench.messages()).toHaveLength(500);
});

test.each(['cut', 'sealed', 'staged', 'intended', 'storing', 'stored', 'committed', 'cleaned', 'settled'] as const)(
  'a run that dies at "%s" and is started again leaves the same objects as one that does not',
  async (step) => {
    const flush = { maxMemoryBytes: 20_000, maxSpilledBytes: 0 };
    const calm = await workbench();
    await calm.run({ batches: inBatchesOf(100), saysEach: true }, { flush });
    for (const time of [0, 2]) {
      const bench = await workbench();
      const died = bench.run({ batches: inBatchesOf(100), saysEach: true }, { flush, onStep: dyingAt(step, time) });
      await expect(died).rejects.toThrow(`died at ${step}`);
      await bench.run({ batches: inBatchesOf(77), saysEach: true }, { flush });
      expect(bench.fingerprints()).toEqual(calm.fingerprints());
    }
  },
);
