import { expect, test } from 'vitest';
import { epochMs, plainNumber } from './time.ts';

test.each([
  ['1627320614.776', 1_627_320_614_776],
  ['1627320614', 1_627_320_614_000],
  ['1627320615428', 1_627_320_615_428],
  ['132717942154280000', 1_627_320_615_428],
  ['2021-07-26T17:30:15.428Z', 1_627_320_615_428],
  ['2021-07-26T19:30:15+02:00', 1_627_320_615_000],
  ['1630691331.6279998', 1_630_691_331_628],
  ['1627320615428123', 1_627_320_615_428],
  ['1627320615428123456', 1_627_320_615_428],
])('%s is a time', (text, expected) => {
  expect(epochMs(text)).toBe(expected);
});

test.each([
  '',
  '0',
  '0.000',
  '-11724671741.249',
  '1627320614x',
  '1627320614.7.6',
  '2021-07-26T17:30',
  '2021-07-26T17:30:15 CET',
  '2021-13-26T17:30:15',
  '12345678901234567890',
  '0000000000000000001',
  'NaN',
  '1e400',
])('%j is none', (text) => {
  expect(epochMs(text)).toBeUndefined();
});

test.each([
  ['1', 1000],
  ['0.5', 500],
  ['99999999999', 99_999_999_999_000],
  ['100000000000', 100_000_000_000],
  ['99999999999999', 99_999_999_999_999],
  ['100000000000000', 100_000_000_000],
  ['8640000000000000', 8_640_000_000_000],
  ['99999999999999999', -1_644_473_600_001],
  ['999999999999999999', 88_355_526_399_999],
  ['1000000000000000000', 1_000_000_000_000],
])('%s is read in the unit that its size tells', (text, expected) => {
  expect(epochMs(text)).toBe(expected);
});

test('numbers between the units, and texts without an end, are no times', () => {
  for (const text of ['8640000000000001', '72057594037927935', `1.${'0'.repeat(39)}`])
    expect(epochMs(text), text).toBeUndefined();
  expect(epochMs(`1.${'0'.repeat(38)}`)).toBe(1000);
  expect(epochMs('72057594037927936')).toBe(-4_438_714_196_208);
});

test.each<[text: string, expected: number | undefined]>([
  ['2021-07-26 17:30:15Z', 1_627_320_615_000],
  ['2021-07-26T17:30:15', 1_627_320_615_000],
  ['2021-07-26 17:30:15.428000000', 1_627_320_615_428],
  ['999999999', 999_999_999_000],
  [`1627320615.${'0'.repeat(29)}`, 1_627_320_615_000],
  [`1627320615.${'0'.repeat(30)}`, undefined],
  [' 1627320615', undefined],
  ['+1627320615', undefined],
  ['-1627320615', undefined],
])('%j is the time %j', (text, expected) => {
  expect(epochMs(text)).toBe(expected);
});

test.each(['0', '7', '10', '99', '1768471200', '1768471200.5', '1630691331.6279', '5.', '0.125', '1'.repeat(15)])(
  '%s is a plain number, and the same as it is without haste',
  (text) => {
    expect(plainNumber(text)).toBe(Number(text));
  },
);

test.each(['1'.repeat(16), '1.5.5', '5..', '-5', '1e5', '1/5', '1:5', ' 5', '5 ', '0x5'])(
  '%j is no plain number',
  (text) => {
    expect(plainNumber(text)).toBeUndefined();
  },
);

test('wherever the program runs, a time without a zone is UTC', () => {
  const before = process.env['TZ'];
  process.env['TZ'] = 'Asia/Kolkata';
  const [hours, read] = [new Date(0).getHours(), epochMs('2021-07-26T17:30:15')];
  if (before === undefined) delete process.env['TZ'];
  else process.env['TZ'] = before;
  expect([hours, read]).toEqual([5, 1_627_320_615_000]);
});
