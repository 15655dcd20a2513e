import { afterEach, expect, test } from 'vitest';
import { flushSteps, type FlushStep, type OnFlushStep } from './flush-steps.ts';
import { line } from './list-connector.fixture.ts';
import { Workbench } from './workbench.fixture.ts';

const hourMs = 3_600_000;
const noon = Date.parse('2026-03-10T12:00:00Z');
/** By size alone: what follows from the records, and not from time. */
const flush = { maxAgeMs: 24 * hourMs, maxObjectBytes: 40_000 };

const benches: Workbench[] = [];
afterEach(async () => {
  for (const bench of benches.splice(0)) await bench.close();
});

async function workbench(): Promise<Workbench> {
  const bench = await Workbench.open();
  benches.push(bench);
  return bench;
}

/** Events of today and of the day before, 10 to 30 hours old, in no order; of eight, seven are of now. */
function events(): readonly string[] {
  return Array.from({ length: 6000 }, (_, n) => {
    const hours = n % 8 > 0 ? 0 : 10 + ((n * 7919) % 2000) / 100;
    return line(`m${n} ${'x'.repeat((n * 31) % 50)}${n ** 3}`, noon - hours * hourMs);
  });
}

/** Batches are of another size each time, as a restart reads otherwise than the run before it. */
async function run(bench: Workbench, batchLines: number, onStep: OnFlushStep): Promise<void> {
  const lines = events();
  const batches = Array.from({ length: Math.ceil(lines.length / batchLines) }, (_, batch) =>
    lines.slice(batch * batchLines, (batch + 1) * batchLines),
  );
  await bench.run({ batches, saysEach: true }, { flush, now: () => noon, onStep });
}

function dyingAt(wanted: FlushStep, time: number): OnFlushStep {
  let seen = 0;
  return (step) => {
    if (step === wanted && seen++ === time) throw new Error('died');
  };
}

test('events of today and of yesterday, read again after a crash, make the objects of an undisturbed run', async () => {
  const calm = await workbench();
  let heldOver = 0;
  await run(calm, 100, async () => {
    if ((await calm.state.look('office')).held !== undefined) heldOver++;
  });
  const expected = calm.fingerprints();
  expect(heldOver, 'late objects stay open over flushes').toBeGreaterThan(0);
  expect(expected.length).toBeGreaterThan(6);
  for (const [index, step] of flushSteps.entries()) {
    const bench = await workbench();
    for (const time of [index % 3, 1])
      await expect(run(bench, 37 + 64 * index, dyingAt(step, time))).rejects.toThrow('died');
    await run(bench, 211, () => undefined);
    expect(bench.fingerprints(), `died at ${step}`).toEqual(expected);
  }
}, 60_000);
