import { expect, test } from 'vitest';
import { epochTime } from './epoch.ts';

test.each([
  [1_768_478_400, 1_768_478_400_000],
  [1_768_478_400.8731, 1_768_478_400_873],
  [1_532_081_790.741, 1_532_081_790_741],
  [1_768_478_400_123, 1_768_478_400_123],
  [1_768_478_400_123_456, 1_768_478_400_123],
  [Number('1768478400123456789'), 1_768_478_400_123],
])('%s is %s ms', (value, expected) => {
  expect(epochTime(value)).toBe(expected);
});

test.each([0, 12, -1, 1e21, Number.NaN, Number.POSITIVE_INFINITY])('%s is no time', (value) => {
  expect(epochTime(value)).toBeNaN();
});

test('the unit of a count changes at every thousandfold', () => {
  expect([1e8, 1e11 - 1, 1e11, 1e14 - 1, 1e14, 1e17 - 16, 1e17, 1e20 - 1e5].map(epochTime)).toEqual([
    1e11,
    1e14 - 1000,
    1e11,
    1e14 - 1,
    1e11,
    1e14 - 1,
    1e11,
    1e14 - 1,
  ]);
  expect([1e8 - 1, 1e20].map(epochTime)).toEqual([Number.NaN, Number.NaN]);
});
