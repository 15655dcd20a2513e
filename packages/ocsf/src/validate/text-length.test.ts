import { expect, test } from 'vitest';
import { createTextLength } from './text-length.ts';

const lengthOf = createTextLength();

test('counts what a reader sees as one character as one', () => {
  expect(lengthOf('é'.repeat(5), 3)).toBe(4);
  expect(lengthOf('👩‍👩‍👧‍👦'.repeat(3), 3)).toBe(3);
  expect(lengthOf('x'.repeat(100), 3)).toBe(100);
});

test('stops counting just past the limit', () => {
  const started = performance.now();
  expect(lengthOf('é'.repeat(5_000_000), 40)).toBe(41);
  expect(performance.now() - started).toBeLessThan(1_000);
});
