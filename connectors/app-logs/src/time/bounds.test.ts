import { expect, test } from 'vitest';
import { commonLogOffset, commonLogTime } from './common-log.ts';
import { civilTime, clockTime, isDigit, isoTime, leadingIsoTime, offsetMinutes, twoDigits } from './iso.ts';
import { monthNumber } from './month.ts';
import { apacheTime } from './written-times.ts';
import { lastBefore } from './yearless.ts';
import { isTimeZone, utc, zoneOf } from './zone.ts';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

test('months are known by three letters, written as logs write them', () => {
  expect(months.map((month) => monthNumber(month))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  expect(['jan', 'JAN', 'Okt', '', 'Janu'].map((month) => monthNumber(month))).toEqual(Array(5).fill(undefined));
});

test('each month has its days, February one more in a leap year', () => {
  const days = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  for (const [index, last] of days.entries()) {
    expect(civilTime(2026, index + 1, last)).toBe(Date.UTC(2026, index, last));
    expect(civilTime(2024, index + 1, 1)).toBe(Date.UTC(2024, index, 1));
    expect(civilTime(2026, index + 1, last + 1)).toBeNaN();
  }
  for (const year of [1972, 2000, 2024]) expect(civilTime(year, 2, 29)).toBe(Date.UTC(year, 1, 29));
  for (const year of [1970, 2026, 2100]) expect(civilTime(year, 2, 29)).toBeNaN();
  expect(civilTime(1970, 1, 1)).toBe(0);
  expect(civilTime(1969, 12, 31)).toBeNaN();
});

test('a clock ends at a leap second', () => {
  expect(clockTime(23, 59, 60)).toBe(86_400_000);
  expect([clockTime(24, 0, 0), clockTime(0, 60, 0), clockTime(0, 0, 61)]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
});

test('two digits are two digits', () => {
  expect([twoDigits('00', 0), twoDigits('x99', 1)]).toEqual([0, 99]);
  for (const text of ['0', '0:', ':0', '/0', '0/', '']) expect(twoDigits(text, 0), text).toBeNaN();
});

test.each([
  '2026-01-15T12:00:0',
  '2026-01-15x12:00:00Z',
  '2026-01-15T12-00:00Z',
  '2026-01-15T12:00-00Z',
  '2026.01.15T12:00:00Z',
  '2026-01-15T12:00:00+0',
  '2026-01-15T12:00:00+:0',
  '2026-01-15T12:00:00+01:6:',
  '2026-01-15T12:00:00+18:60',
  '2026-01-15T12:00:00.5x',
])('%s is no time', (text) => {
  expect(isoTime(text, utc)).toBeNaN();
  if (text.length > 19) expect(isoTime(text.slice(0, 19), utc)).toEqual(expect.any(Number));
});

test('an offset is of at most eighteen hours, and named only behind a time', () => {
  expect(isoTime('2026-01-15T12:00:00+18:59', utc)).toBe(Date.UTC(2026, 0, 14, 17, 1));
  expect(offsetMinutes('2026-01-15T12:00:00+18:00')).toBe(1080);
  expect(offsetMinutes('2026-01-15T12:00:00z')).toBe(0);
  expect(offsetMinutes('2026-01-15')).toBeUndefined();
  expect(offsetMinutes('0123456789+01:00')).toBe(60);
  expect(offsetMinutes('012345678+01:00')).toBeUndefined();
  expect(offsetMinutes('0123456789*01:00')).toBeUndefined();
  expect(offsetMinutes('0123456789+01:0x')).toBeUndefined();
  expect(offsetMinutes('0123456789+010x')).toBeUndefined();
});

test('a fraction is read to the millisecond, however long it is', () => {
  const at = (fraction: string): number => isoTime(`1970-01-01T00:00:00${fraction}Z`, utc);
  expect(['.', '.1', '.12', '.123', '.1239', ',5', ''].map(at)).toEqual([0, 100, 120, 123, 123, 500, 0]);
  expect(leadingIsoTime('at 2026-01-15T12:00:00.5+01:00 it', 3, utc)).toEqual({
    time: Date.UTC(2026, 0, 15, 11, 0, 0, 500),
    end: 30,
  });
});

test.each([
  ['+1800', 1080],
  ['+1859', 1139],
  ['-0130', -90],
  ['+1900', Number.NaN],
  ['+0060', Number.NaN],
  ['*0100', Number.NaN],
])('the offset %s of an access log is %s minutes', (offset, minutes) => {
  expect(commonLogOffset(`15/Jan/2026:12:00:00 ${offset}`)).toBe(minutes);
  const time = commonLogTime(`15/Jan/2026:12:00:00 ${offset}`);
  expect(time).toBe(Date.UTC(2026, 0, 15, 12) - minutes * 60_000);
});

test.each([
  ['[Thu Jan 15 12:00:00.123456 2026] [core', Date.UTC(2026, 0, 15, 12, 0, 0, 123), 32],
  ['[Thu Jan 15 12:00:00 2026] [core', Date.UTC(2026, 0, 15, 12), 25],
  ['[Mon Jan  5 12:00:00 2026] [core', Date.UTC(2026, 0, 5, 12), 25],
])('%s is a time of Apache', (line, time, end) => {
  expect(apacheTime(line, 1, utc)).toEqual({ time, end });
});

test.each([
  '[Thu Jan 15 12:00:00 2026',
  '[Thu Okt 15 12:00:00 2026] [core',
  '[Thu Jan 32 12:00:00 2026] [core',
  `[Thu Jan 15 12:00:00${' '.repeat(18)}2026] [core`,
])('%s is none', (line) => {
  expect(apacheTime(line, 1, utc)).toBeUndefined();
});

test('the bracket that closes a time of Apache is near', () => {
  expect(apacheTime(`[Thu Jan 15 12:00:00${' '.repeat(17)}2026] [core`, 1, utc)).toMatchObject({ end: 41 });
});

test('a day without a year is of the last three', () => {
  const received = Date.UTC(2026, 0, 15);
  const at = (month: number, day: number): number => lastBefore({ month, day, clock: 0 }, received, utc);
  expect(at(1, 16)).toBe(Date.UTC(2026, 0, 16));
  expect(at(1, 17)).toBe(Date.UTC(2025, 0, 17));
  expect(at(2, 29)).toBe(Date.UTC(2024, 1, 29));
  expect(lastBefore({ month: 2, day: 29, clock: 0 }, Date.UTC(2027, 5, 1), utc)).toBeNaN();
});

test('zones are offsets, UTC and Z', () => {
  expect(['UTC', 'Z', '+00:00'].map((name) => zoneOf(name))).toEqual([utc, utc, utc]);
  expect(zoneOf('+18:00').first).toBe(64_800_000);
  expect(['+18:01', '-1801', '+23:59'].map((name) => isTimeZone(name))).toEqual([false, false, false]);
  expect(zoneOf('Africa/Abidjan')).toMatchObject({ first: 0, instants: [] });
});

test('digits are those from 0 to 9', () => {
  expect(['/', '0', '9', ':', ''].map((text) => isDigit(text.charCodeAt(0)))).toEqual([
    false,
    true,
    true,
    false,
    false,
  ]);
});

test.each([
  ['2026-01-15T12:00:00+0 x', 19, 12],
  ['2026-01-15T12:00:00+x1 x', 19, 12],
  ['2026-01-15T12:00:00+01 x', 22, 11],
  ['2026-01-15T12:00:00+01:0 x', 22, 11],
  ['2026-01-15T12:00:00+01:x0 x', 22, 11],
  ['2026-01-15T12:00:00+01:30 x', 25, 10.5],
])('a zone ends where its digits end: %s', (text, end, hours) => {
  expect(leadingIsoTime(text, 0, utc)).toEqual({ time: Date.UTC(2026, 0, 15) + hours * 3_600_000, end });
});

test('a time of Apache as ISO 8601 is of forty characters at most', () => {
  const line = (digits: number): string => `[2026-01-15T12:00:00.${'1'.repeat(digits)}+01:00] [core`;
  expect(apacheTime(line(14), 1, utc)).toEqual({ time: Date.UTC(2026, 0, 15, 11, 0, 0, 111), end: 41 });
  expect(apacheTime(line(15), 1, utc)).toBeUndefined();
  expect(apacheTime('[2026-01-15 12:00:00 +0100] [core', 1, utc)).toEqual({ time: Date.UTC(2026, 0, 15, 11), end: 26 });
});
