import { expect, test } from 'vitest';
import { instantOf, isTimeZone, zoneOf } from './zone.ts';

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
  ['2026-01-15T12:00:00', '+03:30', '2026-01-15T08:30:00.000Z'],
])('%s in %s is %s', (wallClock, zone, expected) => {
  expect(instant(wallClock, zone)).toBe(expected);
});

test('a zone is plain data, so that a configuration can move to another thread', () => {
  expect(structuredClone(zoneOf('Europe/Berlin'))).toEqual(zoneOf('Europe/Berlin'));
});
