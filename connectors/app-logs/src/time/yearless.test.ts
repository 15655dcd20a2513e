import { expect, test } from 'vitest';
import { lastBefore } from './yearless.ts';
import { utc, zoneOf } from './zone.ts';

const noon = 12 * 3_600_000;
const at = (text: string): number => Date.parse(text);

test.each([
  ['the same year', '2026-06-01T00:00:00Z', { month: 1, day: 15, clock: noon }, '2026-01-15T12:00:00Z'],
  ['the year before', '2026-01-02T00:00:00Z', { month: 12, day: 31, clock: noon }, '2025-12-31T12:00:00Z'],
  ['a clock that is ahead', '2025-12-31T23:00:00Z', { month: 1, day: 1, clock: 0 }, '2026-01-01T00:00:00Z'],
  ['a leap day', '2025-02-27T12:00:00Z', { month: 2, day: 29, clock: noon }, '2024-02-29T12:00:00Z'],
])('a time without a year is the last one before it was received: %s', (_, receivedAt, time, expected) => {
  expect(lastBefore(time, at(receivedAt), utc)).toBe(at(expected));
});

test('the zone of the configuration counts, and days that no year has are none', () => {
  const time = { month: 1, day: 15, clock: noon };
  expect(lastBefore(time, at('2026-01-16T00:00:00Z'), zoneOf('+02:00'))).toBe(at('2026-01-15T10:00:00Z'));
  expect(lastBefore({ month: 2, day: 30, clock: 0 }, at('2026-06-01T00:00:00Z'), utc)).toBeNaN();
});
