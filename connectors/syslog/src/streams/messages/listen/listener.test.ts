import { expect, test } from 'vitest';
import { createQuietness, untilQuiet } from './listener.ts';

test('waits until it is quiet', async () => {
  const looks: boolean[] = [];
  await untilQuiet(() => looks.push(looks.length === 2) === 3);
  expect(looks).toEqual([false, false, true]);
});

test('waits half a second at most for what never gets quiet', async () => {
  let looks = 0;
  const started = performance.now();
  await untilQuiet(() => ++looks === 0);
  expect(looks).toBe(25);
  expect(performance.now() - started).toBeGreaterThan(450);
});

test('it is quiet when nobody read anything since the last look, and nobody waits for the channel', () => {
  let receivers = [{ chunks: 1 }, { chunks: 0, isWaiting: false }];
  const isQuiet = createQuietness(() => receivers);
  expect(isQuiet()).toBe(false);
  expect(isQuiet()).toBe(true);
  receivers = [{ chunks: 1 }, { chunks: 1, isWaiting: false }];
  expect(isQuiet()).toBe(false);
  receivers = [{ chunks: 1 }, { chunks: 1, isWaiting: true }];
  expect(isQuiet()).toBe(false);
  receivers = [{ chunks: 1 }, { chunks: 1, isWaiting: false }];
  expect(isQuiet()).toBe(true);
});

test('where nobody is heard, it is quiet at the second look', () => {
  const isQuiet = createQuietness(() => []);
  expect([isQuiet(), isQuiet()]).toEqual([false, true]);
});
