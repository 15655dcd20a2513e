import { deepStrictEqual } from 'node:assert';
import { flushSteps, type FlushStep, type ObjectStore } from '@sluice/core';
import { markers } from '../contract/upstream.ts';
import { failing, forgetful, slow } from './lakes.ts';
import type { Disturbance } from './pipeline-under-test.ts';
import { Death, onSite, type DeliveryCheck } from './site.ts';

const fed = 40;

/**
 * Clause 4.9. Registers a test for each way in which a run is disturbed. After each, what was sent stands in the lake or
 * in the dead letters, once; for an at-most-once stream a run that dies may lose what it had not stored, and nothing else.
 */
export function checkDelivery(check: DeliveryCheck): void {
  const { register, stream } = check;
  const { name } = stream;
  register(`${name}, undisturbed`, () => undisturbed(check));
  register(`${name}, run again`, () => replayed(check));
  for (const step of flushSteps) register(`${name}, killed at ${step}`, () => killedAt(check, step));
  register(`${name}, poison`, () => poisoned(check));
  register(`${name}, redelivered`, () => redelivered(check));
  register(`${name}, slow lake`, () => withLake(check, slow));
  register(`${name}, failing lake`, () => withLake(check, failing));
  register(`${name}, answers of the lake lost`, () => withLake(check, forgetful));
}

async function undisturbed(check: DeliveryCheck): Promise<void> {
  await onSite(check, async (site) => {
    await site.run(markers(0, fed));
    await site.expectOnce(markers(0, fed));
  });
}

/** A second run finds nothing to do: the same objects, and not one more. */
async function replayed(check: DeliveryCheck): Promise<void> {
  await onSite(check, async (site) => {
    await site.run(markers(0, fed));
    const keys = [...site.pipeline.lake.objects.keys()];
    site.running.redeliver?.();
    await site.run([]);
    deepStrictEqual([...site.pipeline.lake.objects.keys()], keys, 'a second run stores more objects');
  });
}

/** The process dies at a step, twice in a row, and is started again. */
async function killedAt(check: DeliveryCheck, step: FlushStep): Promise<void> {
  await onSite(check, async (site) => {
    const dying: Disturbance = { onStep: (at) => (at === step ? Promise.reject(new Death(step)) : undefined) };
    const first = markers(0, fed / 2);
    const error = await site.run(first, dying);
    const isReached = error instanceof Death;
    if (isReached && check.stream.delivery === 'at-least-once') await site.run([], dying);
    const second = markers(fed / 2, fed / 2);
    await site.runAfterDeath(second);
    if (check.stream.delivery === 'at-least-once') await site.expectOnce([...first, ...second]);
    else await site.expectAtMostOnce(first, second);
  });
}

async function poisoned(check: DeliveryCheck): Promise<void> {
  await onSite(check, async (site) => {
    const poison = ['{"half": "MARKER', '["MARKER"]', '"MARKER"', '\u0000\u{1F480} MARKER'];
    const good = markers(0, 10);
    const bad = markers(10, poison.length);
    const records = bad.map((marker, i) => (poison[i] ?? '').replace('MARKER', marker));
    await site.runRecords([...good.map(check.upstream.record), ...records], [...good, ...bad]);
    await site.expectRecords([...good.map(check.upstream.record), ...records], [...good, ...bad]);
  });
}

async function redelivered(check: DeliveryCheck): Promise<void> {
  await onSite(check, async (site) => {
    const stop = new AbortController();
    const run = site.pipeline.run(site.running.config, stop.signal, { lake: (store) => slow(store) });
    for (let from = 0; from < fed; from += 10) {
      await site.running.feed(markers(from, 10).map(check.upstream.record));
      await site.pipeline.until(markers(from, 5));
      site.running.redeliver?.();
    }
    await site.pipeline.until(markers(0, fed));
    stop.abort();
    await run;
    await site.expectOnce(markers(0, fed));
  });
}

async function withLake(check: DeliveryCheck, lake: (store: ObjectStore) => ObjectStore): Promise<void> {
  await onSite(check, async (site) => {
    await site.run(markers(0, fed), { lake });
    await site.expectOnce(markers(0, fed));
  });
}
