import { expect, test } from 'vitest';
import { parseDuration, parseSize } from '../quantity-text.ts';
import { duration, size } from './quantities.ts';

test.each([
  ['0s', 0],
  ['250ms', 250],
  ['30s', 30_000],
  ['1.5m', 90_000],
  ['2h', 7_200_000],
  ['1d', 86_400_000],
])('the duration %s is %s ms', (text, expected) => {
  expect(parseDuration(text)).toBe(expected);
});

test.each(['', '5', 'm', '5 m', '5min', '-5m', '5M', '1e3s', '5m30s', '٥m'])('%j is no duration', (text) => {
  expect(parseDuration(text)).toBeUndefined();
});

test.each([
  ['512B', 512],
  ['64KiB', 65_536],
  ['1.5MiB', 1_572_864],
  ['2GB', 2e9],
])('the size %s is %s bytes', (text, expected) => {
  expect(parseSize(text)).toBe(expected);
});

test.each(['', '256', '256 MiB', '256M', '256mib', '-1B'])('%j is no size', (text) => {
  expect(parseSize(text)).toBeUndefined();
});

test('a quantity outside its bounds says what is expected', () => {
  expect(duration({ atLeast: '1s', atMost: '1h' }).safeParse('2h').error?.issues[0]?.message).toBe('expected 1s to 1h');
  expect(size({ atLeast: '1KiB', atMost: '1MiB' }).safeParse('1KiB').data).toBe(1024);
});

test('anything but text is told what a quantity looks like', () => {
  expect(duration({ atLeast: '1s', atMost: '1h' }).safeParse(5).error?.issues[0]?.message).toContain('such as "30s"');
});
