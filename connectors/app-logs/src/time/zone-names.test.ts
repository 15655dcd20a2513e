import { expect, test } from 'vitest';
import { spacedTime, timeInZone } from './zone-names.ts';
import { utc, zoneOf } from './zone.ts';

const noon = Date.UTC(2026, 0, 15, 12);
const clock = '2026-01-15 12:00:00';

test.each([
  ['UTC', 0],
  ['CET', 60],
  ['CEST', 120],
  ['EDT', -240],
  ['PST', -480],
  ['NST', -210],
  ['ACST', 570],
  ['NZDT', 780],
])('%s is %i minutes east of UTC, whatever zone is configured', (name, offset) => {
  for (const zone of [utc, zoneOf('Asia/Kolkata')])
    expect(timeInZone(clock, name, zone)).toEqual({ time: noon - offset * 60_000, offset });
});

test('a name of several zones is the configured one, and none where none is configured', () => {
  expect(timeInZone(clock, 'IST', utc)).toEqual({ time: Number.NaN, offset: undefined });
  expect(timeInZone(clock, 'IST', zoneOf('+05:30'))).toEqual({ time: noon - 330 * 60_000, offset: 330 });
  expect(timeInZone('2026-01-15 12:00:00', 'BST', zoneOf('Europe/London'))?.time).toBe(noon);
});

test('EST is that of Australia where such a zone is configured', () => {
  expect(timeInZone(clock, 'EST', zoneOf('Australia/Brisbane'))).toEqual({ time: noon - 600 * 60_000, offset: 600 });
  expect(timeInZone(clock, 'EST', zoneOf('Europe/Berlin'))).toEqual({ time: noon + 300 * 60_000, offset: -300 });
});

test('a word that names no zone is none, and neither is one behind no time', () => {
  for (const name of ['INFO', 'LOG', 'cet', '']) expect(timeInZone(clock, name, utc)).toBeUndefined();
  expect(timeInZone('2026-02-30 12:00:00', 'CET', utc)).toBeUndefined();
});

test.each([
  [`${clock} +0100`, noon - 3_600_000, 60],
  [`${clock}.5 +01:00`, noon - 3_599_500, 60],
  [`${clock} -0700 MST`, noon + 7 * 3_600_000, -420],
  [`${clock} CET`, noon - 3_600_000, 60],
])('%s says its zone behind a blank', (text, time, offset) => {
  expect(spacedTime(text, utc)).toEqual({ time, offset });
});

test.each([clock, `${clock} +01`, `${clock} +9900`, `${clock} +0100 x`, `${clock} ABC`, `${clock} INFO`, 'a CET'])(
  '%s does not',
  (text) => {
    expect(spacedTime(text, utc)).toBeUndefined();
  },
);
