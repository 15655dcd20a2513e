import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { epochOf, type LocalTime } from './calendar.ts';
import { createZone, utc } from './zone.ts';

const noon = { hour: 12, minute: 0, second: 0, millisecond: 0 };

test.each([
  ['the year of receipt', '2026-03-10', 2, 9, '2026-03-09'],
  ['last year for a month that is still to come', '2026-03-10', 10, 30, '2025-11-30'],
  ['last year in the first days of January', '2026-01-01', 11, 31, '2025-12-31'],
  ['next year for a clock that is ahead at New Year', '2025-12-31', 0, 1, '2026-01-01'],
  ['this year for a clock that is a day ahead', '2026-03-10', 2, 11, '2026-03-11'],
  ['last year for what would be two days ahead', '2026-03-10', 2, 12, '2025-03-12'],
  ['the last leap year for February 29', '2026-03-10', 1, 29, '2024-02-29'],
])('guesses %s', (_name, received, month, day, expected) => {
  const epoch = epochOf({ year: undefined, month, day, ...noon }, utc, Date.parse(`${received}T12:00:00Z`));
  expect(new Date(epoch ?? 0).toISOString().slice(0, 10)).toBe(expected);
});

const lengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

test('a month has as many days as the Gregorian calendar gives it', () => {
  for (const [month, days] of lengths.entries()) {
    expect(at({ year: 2024, month, day: days }), `${month}`).toBe(Date.UTC(2024, month, days));
    expect(at({ year: 2024, month, day: days + 1 }), `${month}`).toBeUndefined();
  }
});

test.each<[string, Partial<LocalTime>, number | undefined]>([
  ['the first instant', {}, 0],
  ['the last of a day', { hour: 23, minute: 59, second: 59 }, 86_399_000],
  ['a leap second, which counts as the one before it', { hour: 23, minute: 59, second: 60 }, 86_399_000],
  ['second 61', { second: 61 }, undefined],
  ['minute 60', { minute: 60 }, undefined],
  ['hour 24', { hour: 24 }, undefined],
  ['hour -1', { hour: -1 }, undefined],
  ['minute -1', { minute: -1 }, undefined],
  ['second -1', { second: -1 }, undefined],
  ['day 0', { day: 0 }, undefined],
  ['month -1', { month: -1 }, undefined],
  ['month 12', { month: 12 }, undefined],
  ['the year before 1970', { year: 1969 }, undefined],
  ['the year 70, which is not 1970', { year: 70 }, undefined],
  ['the last year of four digits', { year: 9999 }, Date.UTC(9999, 0, 1)],
  ['a year of five digits', { year: 10_000 }, undefined],
  ['the leap day of a century', { year: 2100, month: 1, day: 29 }, undefined],
  ['the leap day of every fourth century', { year: 2000, month: 1, day: 29 }, Date.UTC(2000, 1, 29)],
  ['the leap day of a later one', { year: 2400, month: 1, day: 29 }, Date.UTC(2400, 1, 29)],
  ['the leap day of a year that has none', { year: 2023, month: 1, day: 29 }, undefined],
])('reads %s', (_name, time, expected) => {
  expect(at({ year: 1970, month: 0, day: 1, ...time })).toBe(expected);
});

test('a time before 1970 in its own zone is none', () => {
  const east = { toEpoch: (localMs: number) => localMs - 1 };
  expect(epochOf(written({ year: 1970 }), east, 0)).toBeUndefined();
});

test('a leap day without a year is that of up to eight years ago', () => {
  const leapDay = written({ year: undefined, month: 1, day: 29 });
  expect(epochOf(leapDay, utc, Date.UTC(2104, 1, 1))).toBe(Date.UTC(2096, 1, 29));
  expect(epochOf(leapDay, utc, Date.UTC(2104, 1, 28))).toBe(Date.UTC(2104, 1, 29));
});

test.each([
  ['Europe/Berlin', '2026-01-15T12:00:00', '2026-01-15T11:00:00.000Z'],
  ['Europe/Berlin', '2026-07-15T12:00:00', '2026-07-15T10:00:00.000Z'],
  ['Europe/Berlin', '2026-03-29T01:59:59', '2026-03-29T00:59:59.000Z'],
  ['Europe/Berlin', '2026-03-29T02:30:00', '2026-03-29T01:30:00.000Z'],
  ['Europe/Berlin', '2026-03-29T03:00:00', '2026-03-29T01:00:00.000Z'],
  ['Europe/Berlin', '2026-10-25T02:30:00', '2026-10-25T00:30:00.000Z'],
  ['Europe/Berlin', '2026-10-25T03:00:00', '2026-10-25T02:00:00.000Z'],
  ['America/New_York', '2026-11-01T01:30:00', '2026-11-01T05:30:00.000Z'],
  ['America/New_York', '2026-03-08T03:00:00', '2026-03-08T07:00:00.000Z'],
  ['Asia/Kolkata', '2026-01-15T12:00:00', '2026-01-15T06:30:00.000Z'],
  ['Australia/Lord_Howe', '2026-04-05T01:45:00', '2026-04-04T14:45:00.000Z'],
  ['Europe/London', '2026-01-15T12:00:00', '2026-01-15T12:00:00.000Z'],
  ['Africa/Monrovia', '1971-06-01T12:00:00', '1971-06-01T12:44:30.000Z'],
  ['Pacific/Kiritimati', '2026-01-15T12:00:00', '2026-01-14T22:00:00.000Z'],
])('knows %s at %s', (zone, local, expected) => {
  expect(new Date(createZone(zone).toEpoch(Date.parse(`${local}Z`))).toISOString()).toBe(expected);
});

test('agrees with Intl on every local time that exists', () => {
  const names = fc.constantFrom(
    'Europe/London',
    'America/Sao_Paulo',
    'Australia/Lord_Howe',
    'America/St_Johns',
    'Africa/Casablanca',
  );
  const instant = fc.integer({ min: Date.UTC(1990, 0), max: Date.UTC(2035, 0) }).map((time) => time - (time % 1000));
  fc.assert(
    fc.property(names, instant, (name, time) => {
      const local = localTime(name, time);
      const found = createZone(name).toEpoch(local);
      expect(localTime(name, found)).toBe(local);
      expect(found).toBeLessThanOrEqual(time);
    }),
    { numRuns: 200 },
  );
});

/** The local time of an instant as if it were UTC, by another way than the one under test. */
function localTime(zone: string, time: number): number {
  return Date.parse(`${new Date(time).toLocaleString('sv-SE', { timeZone: zone }).replace(' ', 'T')}Z`);
}

function written(time: Partial<LocalTime>): LocalTime {
  return { year: 1970, month: 0, day: 1, hour: 0, minute: 0, second: 0, millisecond: 0, ...time };
}

function at(time: Partial<LocalTime>): number | undefined {
  return epochOf(written(time), utc, 0);
}
