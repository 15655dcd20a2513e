import { StreamError } from '@sluice/connector';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { SluiceError } from '../errors.ts';
import { line, type ListConfig } from './list-connector.fixture.ts';
import { numbered, silent, Workbench } from './workbench.fixture.ts';

let bench: Workbench;
beforeEach(async () => {
  bench = await Workbench.open();
});
afterEach(() => bench.close());

test('the next run goes on where the last one stored', async () => {
  const plain = numbered(0, 6);
  await bench.run({ batches: [plain.slice(0, 2), plain.slice(2, 4)] });
  await bench.run({ batches: [plain.slice(0, 3), plain.slice(3, 6)] });
  expect(await bench.messages()).toEqual(['m0', 'm1', 'm2', 'm3', 'm4', 'm5']);
});

test('what fails for good leaves the position where it was, and the next run stores each record once', async () => {
  const config = { batches: [numbered(0, 5)] };
  const denied = new SluiceError('store_denied', 'no permission');
  await expect(bench.run(config, { store: bench.failing(() => denied) })).rejects.toBe(denied);
  const left = await bench.state.look('office');
  expect(left).toMatchObject({ flush: 0 });
  expect(left.cursor).toBeUndefined();
  const intended = left.intent?.objects.map(({ key }) => key);
  await bench.run(config);
  expect([...bench.store.objects.keys()]).toEqual(intended);
  expect(await bench.messages()).toEqual(['m0', 'm1', 'm2', 'm3', 'm4']);
});

test('a flush that stored some of its objects is finished by the next run, with the same keys', async () => {
  const days = [1, 2, 3].map((day) => line(`d${day}`, Date.parse(`2026-03-0${day}T10:00:00Z`)));
  const lost = new SluiceError('store_failed', 'lost');
  await expect(
    bench.run({ batches: [days] }, { store: bench.failing((put) => (put === 1 ? lost : undefined)) }),
  ).rejects.toBe(lost);
  expect(bench.store.objects.size).toBe(2);
  // The input has changed meanwhile: what was begun is finished as it was.
  await bench.run({ batches: [[line('other'), line('other'), line('other')], [line('new')]] });
  expect(await bench.messages()).toEqual(['d1', 'd2', 'd3', 'new']);
});

test('errors of the store that may pass are tried again', async () => {
  const busy = new SluiceError('store_throttled', 'slow down', { retryable: true });
  const warnings: string[] = [];
  const log = { ...silent, warn: (message: string) => warnings.push(message) };
  await bench.run({ batches: [numbered(0, 1)] }, { store: bench.failing((put) => (put < 2 ? busy : undefined)), log });
  expect(await bench.messages()).toEqual(['m0']);
  expect(warnings).toEqual(['slow down', 'slow down']);
});

test('a retryable error of the stream reads again from what is stored, and nothing is there twice', async () => {
  let failures = 0;
  const batches = [numbered(0, 2), numbered(2, 2), numbered(4, 2)];
  await bench.run({
    batches,
    before(first) {
      if (first === 4 && failures++ === 0)
        throw new StreamError('upstream_unreachable', 'gone', { retryable: true, retryAfterMs: 1 });
    },
  });
  expect(failures).toBe(2);
  expect(await bench.messages()).toEqual(['m0', 'm1', 'm2', 'm3', 'm4', 'm5']);
});

test('an error of the stream that cannot be mended stores what came before it', async () => {
  const gone = new StreamError('bad_config', 'no such queue');
  const config: ListConfig = {
    batches: [numbered(0, 2), numbered(2, 2)],
    before: (first) => (first === 2 ? Promise.reject(gone) : undefined),
  };
  await expect(bench.run(config)).rejects.toBe(gone);
  await bench.run({ batches: config.batches });
  expect(await bench.messages()).toEqual(['m0', 'm1', 'm2', 'm3']);
});

test('a drain that takes too long ends with an error, and the next run stores what was staged', async () => {
  const stop = new AbortController();
  const down = new SluiceError('store_unreachable', 'down', { retryable: true });
  const running = bench.run({ batches: [numbered(0, 3)], before: () => stop.abort() }, { signal: stop.signal });
  await running;
  const config: ListConfig = { batches: [numbered(0, 3)] };
  const late = new AbortController();
  setTimeout(() => late.abort(), 50);
  await expect(
    bench.run(config, { signal: late.signal, store: bench.failing(() => down), drainForMs: 50 }),
  ).rejects.toMatchObject({
    code: 'drain_timeout',
  });
  await bench.run(config);
  expect(await bench.messages()).toEqual(['m0', 'm1', 'm2']);
});
