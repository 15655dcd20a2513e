import { afterEach, beforeEach, expect, test } from 'vitest';
import { memoryState } from '../state/sqlite-state.ts';
import { line } from './list-connector.fixture.ts';
import { Workbench } from './workbench.fixture.ts';

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

const day = 86_400_000;
const today = Date.UTC(2026, 2, 20);
const flushes = 24;
const perFlush = 12;
const flush = { maxAgeMs: day / flushes };

/** A day's events; every fifth is late by up to nine days, and those of an hour are shuffled. */
function arrivals(): readonly { readonly at: number; readonly time: number; readonly text: string }[] {
  return Array.from({ length: flushes * perFlush }, (_, n) => {
    const at = today + (n / (flushes * perFlush)) * day;
    const jitter = ((n * 7919) % 60) * 60_000;
    const late = n % 5 === 0 ? (1 + ((n * 31) % 9)) * day : 0;
    const time = Math.floor(Math.max(at - jitter, today) - late);
    return { at, time, text: line(`n${n}`, time) };
  });
}

/** Runs a day in which these lines arrive one after the other, on a clock of its own. */
function aDay(
  bench: Workbench,
  lines: readonly string[],
  more: Parameters<Workbench['run']>[1] = {},
): Promise<unknown> {
  let clock = 0;
  return bench.run(
    {
      batches: lines.map((text) => [text]),
      saysEach: true,
      before: (first) => void (clock = (first / lines.length) * day),
    },
    { flush, now: () => today + clock, steadyNow: () => clock, ...more },
  );
}

test('a day of late and shuffled events gives at most twice the objects of the same events in order', async () => {
  const shuffled = await workbench();
  await aDay(
    shuffled,
    arrivals().map(({ text }) => text),
  );
  const inOrder = await workbench();
  await aDay(
    inOrder,
    arrivals()
      .toSorted((a, b) => a.time - b.time)
      .map(({ text }) => text),
  );
  const sent = arrivals().length;
  expect(await shuffled.messages()).toHaveLength(sent);
  expect(await inOrder.messages()).toEqual(await shuffled.messages());
  const ordered = inOrder.store.objects.size;
  expect(ordered).toBeGreaterThan(15);
  expect(shuffled.store.objects.size).toBeLessThanOrEqual(2 * ordered);
  // Today's own objects come as often as they would without the late ones.
  const own = [...shuffled.store.objects.keys()].filter((key) => key.includes('eventDay=20260320'));
  expect(own.length).toBeGreaterThanOrEqual(flushes - 3);
}, 30_000);

test('late rows that wait for more of their day survive a crash at any step, and are stored once', async () => {
  const calm = await workbench();
  const lines = arrivals()
    .slice(0, 120)
    .map(({ text }) => text);
  await aDay(calm, lines);
  for (const step of ['staged', 'intended', 'committed', 'cleaned'] as const) {
    const bench = await workbench();
    let seen = 0;
    const onStep = (now: string): void => {
      if (now === step && seen++ === 9) throw new Error(`died at ${step}`);
    };
    await expect(aDay(bench, lines, { onStep })).rejects.toThrow('died');
    await aDay(bench, lines);
    expect(await bench.messages()).toEqual(await calm.messages());
  }
}, 30_000);

test('when the pipeline is stopped, nothing waits any more', async () => {
  const bench = await workbench();
  await aDay(
    bench,
    arrivals()
      .slice(0, 200)
      .map(({ text }) => text),
  );
  expect((await bench.state.look('office')).held).toBeUndefined();
  expect(await bench.messages()).toHaveLength(200);
});

test('late rows whose class has no source any more become dead letters', async () => {
  const bench = await workbench();
  let seen = 0;
  const onStep = (now: string): void => {
    if (now === 'cleaned' && seen++ === 12) throw new Error('died');
  };
  const lines = arrivals()
    .slice(0, 200)
    .map(({ text }) => text);
  await expect(aDay(bench, lines, { onStep })).rejects.toThrow('died');
  const held = (await bench.state.look('office')).held ?? [];
  const rows = held.reduce((total, file) => total + file.rows, 0);
  expect(rows).toBeGreaterThan(5);
  const sources = [
    { name: 'list-auth', class: 'authentication', profiles: [], columns: ['user.name', 'src_endpoint.ip'] },
  ];
  await aDay(bench, lines, { sources });
  const stored = new Set(await bench.messages());
  const letters = bench.letters().map(({ raw = '' }) => (JSON.parse(raw) as { message: string }).message);
  expect(letters.filter((message) => stored.has(message))).toEqual([]);
  expect(stored.size + new Set(letters).size).toBe(200);
});

test('a state that forgets with the process holds nothing back', async () => {
  const bench = await workbench();
  const state = memoryState();
  const died = aDay(
    bench,
    arrivals()
      .slice(0, 100)
      .map(({ text }) => text),
    {
      state,
      onStep: (step) => {
        if (step === 'settled') throw new Error('died');
      },
    },
  );
  await expect(died).rejects.toThrow('died');
  expect((await state.look('office')).held).toBeUndefined();
  await state.close();
});
