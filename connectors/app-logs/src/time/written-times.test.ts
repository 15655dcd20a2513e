import { expect, test } from 'vitest';
import { wholeTime } from './leading-time.ts';
import { leadingWrittenTime } from './written-times.ts';
import { utc, zoneOf } from './zone.ts';

const receivedAt = Date.UTC(2026, 0, 15, 18);
const noon = Date.UTC(2026, 0, 15, 12);

const read = (line: string, zone = utc): ReturnType<typeof leadingWrittenTime> =>
  leadingWrittenTime(line, { zone, receivedAt });

test.each([
  ['15-Jan-2026 12:00:00.123 INFO', noon + 123, 24],
  ['15-Jan-2026 12:00:00 INFO', noon, 20],
  ['15 Jan 2026 12:00:00,123 INFO', noon + 123, 24],
  ['15 Jan 2026 12:00:00 INFO', noon, 20],
  ['15/Jan/2026:12:00:00 +0000 hello', noon, 20],
  ['15/Jan/2026 12:00:00] hello', noon, 20],
  ['15.01.2026 12:00:00 hello', noon, 19],
  ['15.01.2026, 12:00:00,5 hello', noon + 500, 22],
  ['20260115 12:00:00.123456 hello', noon + 123, 24],
  ['20260115-12:00:00: hello', noon, 17],
  ['20260115T120000 hello', noon, 15],
  ['2026:01:15-12:00:00: hello', noon, 19],
  ['01/15/2026-12:00:00.123456  [**] [1:2029054:2] hello', noon + 123, 26],
  ['Jan 15, 2026 12:00:00 PM org', noon, 24],
  ['Jan 5, 2026 12:00:01 AM org', Date.UTC(2026, 0, 5, 0, 0, 1), 23],
  ['Jan 5, 2026 1:00:01 PM org', Date.UTC(2026, 0, 5, 13, 0, 1), 22],
  ['Jan 5, 2026 1:00:01\u202fAM org', Date.UTC(2026, 0, 5, 1, 0, 1), 22],
  ['Thu Jan 15 12:00:00 2026 hello', noon, 24],
  ['Mon Jan  5 12:00:00.123456 2026: hello', Date.UTC(2026, 0, 5, 12, 0, 0, 123), 31],
  ['Thu, 15 Jan 2026 12:00:00 GMT hello', noon, 25],
  ['Jan 15 12:00:00 shop: hello', noon, 15],
  ['Jan 16 12:00:00 shop: hello', noon + 86_400_000, 15],
  ['Jan 17 12:00:00 shop: hello', Date.UTC(2025, 0, 17, 12), 15],
  ['Jan 15 2025 12:00:00 shop: hello', Date.UTC(2025, 0, 15, 12), 20],
])('%s begins with a time', (line, time, end) => {
  expect(read(line)).toEqual({ time, end, clock: new Date(time).toISOString().slice(0, -1) });
  // A clock shows the time of its zone.
  expect(read(line, zoneOf('+02:00'))).toMatchObject({ time: time - 7_200_000 });
});

test.each([
  ['20260115T130000Z hello', noon + 3_600_000, 16, 0],
  ['20260115T120000.123+0130 hello', noon - 5_400_000 + 123, 24, 90],
  ['Thu Jan 15 12:00:00 UTC 2026 hello', noon, 28, 0],
  ['Thu Jan 15 12:00:00 CET 2026 hello', noon - 3_600_000, 28, 60],
  ['1768478400: hello', noon, 10, undefined],
  ['1768478400.123 hello', noon + 123, 14, undefined],
  ['1768478400.123456789 hello', noon + 123, 20, undefined],
])('%s says which moment it is in any zone', (line, time, end, offset) => {
  expect(read(line, zoneOf('+02:00'))).toEqual(offset === undefined ? { time, end } : { time, end, offset });
});

test.each([
  '15-Okt-2026 12:00:00 INFO',
  '31-Feb-2026 12:00:00 INFO',
  '15-Jan/2026 12:00:00 INFO',
  '15-Jan-2026 12:00:00',
  '15-Jan-2026 12:00:00x',
  '15.13.2026 12:00:00 hello',
  '15.01.26 12:00:00 hello',
  '20261301 12:00:00 hello',
  '20260115 120000 hello',
  '20260115T1200 hello',
  '26011500 12:00:00 hello',
  'Jan 5, 2026 13:00:01 PM org',
  'Jan 5, 2026 0:00:01 AM org',
  'Jan 5, 2026 1:60:01 AM org',
  'Jan 5, 2026 1:00:01 org',
  'Thu Jan 15 12:00:00 XYZ 2026 hello',
  'Thu Jan 15 12:00:00 CST 2026 hello',
  'Foo Jan 15 12:00:00 2026 hello',
  'Thu, 15 Jan 26 12:00:00 GMT hello',
  'Feb 30 12:00:00 hello',
  'Jan 15 25:00:00 hello',
  'Jan 15 12:00 hello',
  '1768478400 hello',
  '1768478400:hello',
  '2768478400: hello',
  '01/15/2026-12:00:00.123456 hello',
  '176847840.123 hello',
  '17684784000.123 hello',
  '11/12/2026 12:00:00 hello',
  '1',
  '',
  'started',
])('%s begins with none', (line) => {
  expect(read(line)).toBeUndefined();
});

test('what several zones are named has the time of the configured one', () => {
  expect(read('Thu Jan 15 12:00:00 CST 2026 hello', zoneOf('-06:00'))).toEqual({
    time: noon + 6 * 3_600_000,
    end: 28,
    offset: -360,
  });
});

test.each([
  ['Thu, 15 Jan 2026 12:00:00 GMT', noon, 0],
  ['Jan 15, 2026 12:00:00 PM', noon, undefined],
  ['20260115T120000Z', noon, 0],
  ['15 Jan 2026 12:00:00,123 +0100', noon - 3_600_000 + 123, 60],
])('a field may be nothing but such a time: %s', (text, time, offset) => {
  expect(wholeTime(text, utc)).toEqual({ time, end: text.length, offset });
});

test.each(['Jan 15 12:00:00', '15 Jan 2026 12:00:00 hello', ' 15 Jan 2026 12:00:00', '11/12/2026 12:00:00', ''])(
  '%s is no such field',
  (text) => {
    expect(wholeTime(text, utc)).toBeUndefined();
  },
);
