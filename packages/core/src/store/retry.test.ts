import { expect, test } from 'vitest';
import { SluiceError } from '../errors.ts';
import { retry } from './retry.ts';

const passing = (): SluiceError => new SluiceError('store_throttled', 'slow down', { retryable: true });

test('tries again until it succeeds, waiting longer each time, within half of the step at random', async () => {
  let attempts = 0;
  const waits: number[] = [];
  const result = await retry(
    async () => {
      if (++attempts < 5) throw passing();
      return 'done';
    },
    { firstWaitMs: 4, maxWaitMs: 8, random: () => 0, onRetry: (_, waitMs) => waits.push(waitMs) },
  );
  expect(result).toBe('done');
  expect(waits).toEqual([2, 4, 4, 4]);
});

test('gives up at once on what trying again cannot mend', async () => {
  let attempts = 0;
  const denied = new SluiceError('store_denied', 'no');
  await expect(
    retry(async () => {
      attempts++;
      throw denied;
    }),
  ).rejects.toBe(denied);
  expect(attempts).toBe(1);
});

test('waits at least as long as the other side asks', async () => {
  const waits: number[] = [];
  let attempts = 0;
  await retry(
    async () => {
      if (++attempts === 1) throw new SluiceError('store_throttled', 'later', { retryable: true, retryAfterMs: 20 });
    },
    { firstWaitMs: 1, onRetry: (_, waitMs) => waits.push(waitMs) },
  );
  expect(waits).toEqual([20]);
});

test('an abort ends the waiting with the last error', async () => {
  const stop = new AbortController();
  const error = passing();
  const running = retry(() => Promise.reject(error), {
    signal: stop.signal,
    firstWaitMs: 60_000,
    onRetry: () => setImmediate(() => stop.abort()),
  });
  await expect(running).rejects.toBe(error);
});

test.each([
  ['store_throttled', 60_000],
  ['store_unreachable', 30_000],
  ['store_full', 5000],
  ['store_read_only', 5000],
] as const)('the longest wait after %s is %s ms, and never all of it the same', async (code, longest) => {
  const waits: number[] = [];
  for (const random of [0, 1]) {
    let attempts = 0;
    const error = new SluiceError(code, 'later', { retryable: true });
    await retry(async () => (++attempts > 12 ? 'done' : Promise.reject(error)), {
      random: () => random,
      onRetry: (_, waitMs) => waits.push(waitMs),
      sleep: () => Promise.resolve(),
    });
  }
  expect(Math.max(...waits)).toBe(longest);
  expect(waits[11]).toBe(longest / 2);
});
