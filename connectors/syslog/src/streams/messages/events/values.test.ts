import { expect, test } from 'vitest';
import { durationOf, epochOfCount, intOf, longOf, portOf, saidOf, secondsOf } from './values.ts';

test('a whole number is of at most 15 digits, without sign', () => {
  expect([longOf('0'), longOf('999999999999999')]).toEqual([0, 999_999_999_999_999]);
  for (const text of [undefined, '', '-1', '1.5', '0x10', ' 1', '1000000000000000'])
    expect(longOf(text), text).toBeUndefined();
});

test('a number for a 32 bit column fits into it', () => {
  expect([intOf('2147483647'), intOf('2147483648'), intOf('x')]).toEqual([2_147_483_647, undefined, undefined]);
});

test('a port is one of 65536', () => {
  expect([portOf('0'), portOf(0), portOf('65535'), portOf(65_535)]).toEqual([0, 0, 65_535, 65_535]);
  for (const port of [-1, 65_536, '65536', '-1', 'ssh', undefined]) expect(portOf(port), String(port)).toBeUndefined();
});

test('a duration is read as devices write it', () => {
  expect(durationOf('1:02:03')).toBe(3_723_000);
  expect(durationOf('92:24:20')).toBe(332_660_000);
  expect(durationOf('0h:32m:16s')).toBe(1_936_000);
  expect(durationOf('1d 2h:03m:04s')).toBe(93_784_000);
  for (const text of [undefined, '', '1:02', '1d', 'a1:02:03', '1:02:03b'])
    expect(durationOf(text), text).toBeUndefined();
});

test('seconds may have a fraction', () => {
  expect([secondsOf('12'), secondsOf('0.125'), secondsOf('1.0006')]).toEqual([12_000, 125, 1001]);
  for (const text of [undefined, '', '-1', '1.', '.5', '1s']) expect(secondsOf(text), text).toBeUndefined();
});

test('a count since 1970 tells its unit by its digits', () => {
  const counts = ['1768381921', '1768381921123', '1768381921123456', '1768381921123456789', '1768381921.5'];
  expect(counts.map((count) => epochOfCount(count))).toEqual([
    1_768_381_921_000, 1_768_381_921_123, 1_768_381_921_123, 1_768_381_921_123, 1_768_381_921_000,
  ]);
  for (const text of [undefined, '', '176838192', '17683819211', '1768381921x'])
    expect(epochOfCount(text), text).toBeUndefined();
});

test('a device says in several ways that there is nothing', () => {
  for (const text of [undefined, '', 'N/A', 'n/a', '-', '(null)']) expect(saidOf(text), text).toBeUndefined();
  expect([saidOf('0'), saidOf('none')]).toEqual(['0', 'none']);
});
