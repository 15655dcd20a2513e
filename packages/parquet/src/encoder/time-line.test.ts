import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createPace } from './pace.ts';
import { rangeOf, sortedOrder } from './time-line.ts';

const limit = 8.64e15;

it('sorts any times, equal ones in their given order', async () => {
  const times = fc.array(fc.oneof(fc.integer({ min: -limit, max: limit }), fc.integer({ min: 0, max: 5 })), {
    maxLength: 200,
  });
  await fc.assert(
    fc.asyncProperty(times, async (values) => {
      const array = Float64Array.from(values);
      const expected = values
        .map((_, row) => row)
        .toSorted((left, right) => (values[left] ?? 0) - (values[right] ?? 0) || left - right);
      const order = await sortedOrder(array, createPace());
      expect(order === undefined ? values.map((_, row) => row) : [...order]).toEqual(expected);
    }),
  );
});

it('sorts more rows than it goes through without a pause', async () => {
  const times = Float64Array.from({ length: 200_000 }, (_, row) => (row * 7919) % 200_003);
  const order = await sortedOrder(times, createPace());
  const sorted = Float64Array.from(order ?? [], (row) => times[row] ?? 0);
  expect(rangeOf(sorted)).toEqual({ min: rangeOf(times).min, max: rangeOf(times).max, isSorted: true });
});

it('gives no order where there is nothing to sort', async () => {
  expect(await sortedOrder(Float64Array.of(1, 1, 2), createPace())).toBeUndefined();
  expect(rangeOf(new Float64Array(0))).toEqual({ min: 0, max: 0, isSorted: true });
});
