import { describe, expect, it } from 'vitest';
import { parseDuration, parseSize } from './quantities.ts';

describe('a duration', () => {
  it.each([
    ['0s', 0],
    ['250ms', 250],
    ['30s', 30_000],
    ['5m', 300_000],
    ['1.5h', 5_400_000],
    ['1d', 86_400_000],
  ])('%s is %d ms', (text, expected) => expect(parseDuration(text)).toBe(expected));

  it.each(['', '5', 'm', '5 m', '5min', '-5m', '5M', '1e3s', '5m30s', '٥m'])('is not %j', (text) =>
    expect(parseDuration(text)).toBeUndefined(),
  );
});

describe('a size', () => {
  it.each([
    ['1B', 1],
    ['64KiB', 65_536],
    ['256MiB', 268_435_456],
    ['1GB', 1_000_000_000],
    ['0.5GiB', 536_870_912],
  ])('%s is %d bytes', (text, expected) => expect(parseSize(text)).toBe(expected));

  it.each(['', '256', '256 MiB', '256M', '256mib', '-1B'])('is not %j', (text) =>
    expect(parseSize(text)).toBeUndefined(),
  );
});
