import { expect, test } from 'vitest';
import { instantOf, isTimeZone, isUtc, zoneOf } from './zone.ts';

const instant = (wallClock: string, zone: string): string =>
  new Date(instantOf(Date.parse(`${wallClock}Z`), zoneOf(zone))).toISOString();

test.each(['UTC', '+03:30', '-0700', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata'])('%s is a zone', (name) => {
  expect(isTimeZone(name)).toBe(true);
});

test.each(['Europe/Berln', '', '+3', '+25:00', 'local', '__proto__'])('"%s" is no zone', (name) => {
  expect(isTimeZone(name)).toBe(false);
});

test.each([
  ['2026-01-15T12:00:00', 'Europe/Berlin', '2026-01-15T11:00:00.000Z'],
  ['2026-07-15T12:00:00', 'Europe/Berlin', '2026-07-15T10:00:00.000Z'],
  ['2026-03-29T01:59:59', 'Europe/Berlin', '2026-03-29T00:59:59.000Z'],
  ['2026-03-29T03:00:00', 'Europe/Berlin', '2026-03-29T01:00:00.000Z'],
  ['2026-10-25T02:30:00', 'Europe/Berlin', '2026-10-25T00:30:00.000Z'],
  ['2026-10-25T03:00:00', 'Europe/Berlin', '2026-10-25T02:00:00.000Z'],
  ['2026-07-15T12:00:00', 'America/New_York', '2026-07-15T16:00:00.000Z'],
  ['2026-01-15T12:00:00', 'Australia/Sydney', '2026-01-15T01:00:00.000Z'],
  ['2026-04-04T12:00:00', 'Australia/Sydney', '2026-04-04T01:00:00.000Z'],
  ['2026-04-05T02:30:00', 'Australia/Sydney', '2026-04-04T15:30:00.000Z'],
  ['2026-01-15T12:00:00', 'Europe/London', '2026-01-15T12:00:00.000Z'],
  ['2026-07-15T12:00:00', 'Europe/London', '2026-07-15T11:00:00.000Z'],
  ['1989-07-15T12:00:00', 'Europe/Berlin', '1989-07-15T11:00:00.000Z'],
  ['1990-01-15T12:00:00', 'Europe/Berlin', '1990-01-15T11:00:00.000Z'],
  ['1990-07-15T12:00:00', 'Europe/Berlin', '1990-07-15T10:00:00.000Z'],
  ['2012-07-15T12:00:00', 'Europe/Moscow', '2012-07-15T08:00:00.000Z'],
  ['2026-01-15T12:00:00', '+03:30', '2026-01-15T08:30:00.000Z'],
])('%s in %s is %s', (wallClock, zone, expected) => {
  expect(instant(wallClock, zone)).toBe(expected);
});

test('a zone is plain data, so that a configuration can move to another thread', () => {
  expect(structuredClone(zoneOf('Europe/Berlin'))).toEqual(zoneOf('Europe/Berlin'));
});

test('a zone may change its offset once and for all', () => {
  const zone = { first: 0, instants: [Date.parse('2026-01-15T12:00:00Z')], offsets: [3_600_000] };
  const at = (wallClock: string): string => new Date(instantOf(Date.parse(`${wallClock}Z`), zone)).toISOString();
  expect(at('2026-01-15T11:59:59')).toBe('2026-01-15T11:59:59.000Z');
  expect(at('2026-01-15T13:00:00')).toBe('2026-01-15T12:00:00.000Z');
  expect(at('2026-01-17T13:00:00')).toBe('2026-01-17T12:00:00.000Z');
});

test('a change of offset is seen that is taken back within a week, as around Ramadan in Gaza', () => {
  const clock = new Intl.DateTimeFormat('en', { timeZone: 'Asia/Gaza', hour: 'numeric', hourCycle: 'h23' });
  const zone = zoneOf('Asia/Gaza');
  for (const [year, month] of [
    [2040, 9],
    [2054, 2],
  ] as const)
    for (let day = 1; day < 60; day++) expect(clock.format(instantOf(Date.UTC(year, month, day, 12), zone))).toBe('12');
});

test('what is configured as UTC is UTC, and nothing else', () => {
  expect(['UTC', '+00:00', '+01:00', 'Europe/London'].map((name) => isUtc(zoneOf(name)))).toEqual([
    true,
    true,
    false,
    false,
  ]);
});
