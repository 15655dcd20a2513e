import { deepStrictEqual, fail, ok } from 'node:assert';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Batch, Cursor } from '@sluice/connector';
import { parseConfig, type AnyStream } from '../stream-under-test.ts';
import { openResources, untilClosed } from './open-resources.ts';
import { givenUpMs, Reading } from './reading.ts';
import { markers, markersOf, type RunningUpstream, type Upstream } from './upstream.ts';

export interface ReadCheck {
  readonly stream: AnyStream;
  readonly upstream: Upstream;
  readonly patienceMs?: number | undefined;
}

const longestStopMs = 1000;
/** On a busy machine one attempt may be late for reasons of its own; all of them are not. */
const attempts = 3;

/** Clause 4.5: while it waits for records, and between two batches. */
export async function stopsWhenTold({ stream, upstream, patienceMs }: ReadCheck): Promise<void> {
  const before = openResources();
  for (const isWaiting of [true, false]) {
    const tooks: number[] = [];
    while (isWorthAnAttempt(tooks)) {
      await withUpstream(upstream, async (running) => {
        const reading = new Reading({ stream, config: await parseConfig(stream, running.config), patienceMs });
        await feedAndPull(reading, running, upstream, markers(0, 3));
        if (isWaiting) reading.ask();
        tooks.push(await reading.stop());
      });
    }
    const [best = 0] = tooks.toSorted((one, other) => one - other);
    ok(
      best <= longestStopMs,
      `read took ${Math.round(best)} ms to return after its signal was aborted; it has ${longestStopMs}`,
    );
  }
  deepStrictEqual(await untilClosed(before), [], `read of ${stream.name} left something open`);
}

function isWorthAnAttempt(tooks: readonly number[]): boolean {
  const last = tooks.at(-1) ?? longestStopMs + 1;
  return tooks.length < attempts && last > longestStopMs && last < givenUpMs;
}

/** Clause 4.6: nothing is read before anybody asks, and little beyond what was asked for. */
export async function doesNotRunAhead({ stream, upstream, patienceMs }: ReadCheck): Promise<void> {
  await withUpstream(upstream, async (running) => {
    const reading = new Reading({ stream, config: await parseConfig(stream, running.config), patienceMs });
    try {
      await sleep(50);
      ok((running.taken?.() ?? 0) === 0, 'read takes records before the first batch is asked for');
      reading.ask();
      await running.feed(markers(0, 2000).map(upstream.record));
      const batch = await reading.pull();
      ok(batch !== undefined, 'read gives no batch of the records that were fed');
      const most = markersOf(batch).length * 3;
      await sleep(300);
      const taken = running.taken?.() ?? 0;
      ok(taken <= Math.max(most, 100), `read has taken ${taken} records while ${most / 3} were asked for`);
    } finally {
      await reading.stop();
    }
  });
}

/** Clause 4.7. A stream that cannot be read again has nothing to prove. */
export async function goesOnFromCursor(check: ReadCheck): Promise<void> {
  const { stream, upstream, patienceMs } = check;
  if (stream.delivery === 'at-most-once') return;
  await withUpstream(upstream, async (running) => {
    const config = await parseConfig(stream, running.config);
    const reading = new Reading({ stream, config, patienceMs });
    const all = markers(0, 30);
    try {
      for (let fed = 0; fed < all.length; fed += 10) {
        await feedAndPull(reading, running, upstream, all.slice(fed, fed + 10), fed);
      }
    } finally {
      await reading.stop();
    }
    if (reading.batches.some(({ settle }) => settle !== undefined))
      await comesAgainUntilSettled(check, running, reading);
    else await goesOnAfterEach(check, config, reading.batches, all);
  });
}

async function goesOnAfterEach(
  check: ReadCheck,
  config: unknown,
  batches: readonly Batch[],
  all: readonly string[],
): Promise<void> {
  let given = 0;
  for (const batch of batches) {
    given += markersOf(batch).length;
    if (batch.cursor === undefined) fail('an at-least-once stream yields a batch with neither cursor nor settle');
    await goesOn(check, config, batch.cursor, all.slice(given));
    const middle = Math.floor(batch.bounds.length / 4);
    const inside = middle === 0 ? undefined : batch.cursorAt?.(middle - 1);
    if (inside !== undefined) await goesOn(check, config, inside, all.slice(given - markersOf(batch).length + middle));
  }
}

async function goesOn(
  { stream, patienceMs }: ReadCheck,
  config: unknown,
  cursor: Cursor,
  expected: readonly string[],
): Promise<void> {
  const kept = JSON.parse(JSON.stringify(cursor)) as Cursor;
  deepStrictEqual(kept, cursor, 'a cursor is not the same after it was written as JSON');
  const reading = new Reading({ stream, config, cursor: kept, patienceMs });
  try {
    if (expected.length > 0) await reading.pullMarkers(expected.length);
    else await reading.pull(100);
    deepStrictEqual(reading.markers, expected, `read does not go on where the cursor ${JSON.stringify(cursor)} says`);
  } finally {
    await reading.stop();
  }
}

/** For queues: what is not settled as stored comes again, what is does not. */
async function comesAgainUntilSettled(
  { stream, patienceMs }: ReadCheck,
  running: RunningUpstream,
  first: Reading,
): Promise<void> {
  const config = await parseConfig(stream, running.config);
  for (const batch of first.batches) await batch.settle?.({ kind: 'failed', error: new Error('not stored') });
  running.redeliver?.();
  const again = new Reading({ stream, config, patienceMs });
  try {
    await again.pullMarkers(first.markers.length);
    deepStrictEqual(again.markers.toSorted(), first.markers.toSorted(), 'what was not stored does not come again');
    for (const batch of again.batches) await batch.settle?.({ kind: 'stored' });
  } finally {
    await again.stop();
  }
  running.redeliver?.();
  const last = new Reading({ stream, config });
  try {
    await last.pull(300);
    deepStrictEqual(last.markers, [], 'what was settled as stored comes again');
  } finally {
    await last.stop();
  }
}

async function feedAndPull(
  reading: Reading,
  running: RunningUpstream,
  upstream: Upstream,
  more: readonly string[],
  before = 0,
): Promise<void> {
  reading.ask();
  await running.feed(more.map(upstream.record));
  const pulled = await reading.pullMarkers(before + more.length);
  deepStrictEqual(pulled.slice(before).toSorted(), more, 'read does not give the records that were fed, once each');
}

export async function withUpstream(
  upstream: Upstream,
  use: (running: RunningUpstream) => Promise<void>,
): Promise<void> {
  const running = await upstream.start();
  try {
    await use(running);
  } finally {
    await running.stop();
  }
}
