import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isoTime, leadingIsoTime, offsetMinutes } from './iso.ts';
import { utc, zoneOf } from './zone.ts';

describe('isoTime', () => {
  test('is what Date says of any moment that Date can write', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1970-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }),
        (date) => {
          expect(isoTime(date.toISOString(), utc)).toBe(date.getTime());
        },
      ),
    );
  });

  test.each([
    ['2026-01-15T12:00:00Z', '2026-01-15T12:00:00.000Z'],
    ['2026-01-15t12:00:00z', '2026-01-15T12:00:00.000Z'],
    ['2026-01-15 12:00:00,5', '2026-01-15T12:00:00.500Z'],
    ['2026/01/15 12:00:00', '2026-01-15T12:00:00.000Z'],
    ['2026-01-15T12:00:00.123456789+03:30', '2026-01-15T08:30:00.123Z'],
    ['2026-01-15T12:00:00-0700', '2026-01-15T19:00:00.000Z'],
    ['2026-01-15T12:00:00+01', '2026-01-15T11:00:00.000Z'],
    ['2024-02-29T23:59:60Z', '2024-03-01T00:00:00.000Z'],
  ])('%s is %s', (text, expected) => {
    expect(new Date(isoTime(text, utc)).toISOString()).toBe(expected);
  });

  test.each([
    '2026-02-30T12:00:00Z',
    '2025-02-29T12:00:00Z',
    '2026-13-01T12:00:00Z',
    '2026-00-01T12:00:00Z',
    '2026-01-00T12:00:00Z',
    '2026-01-15T24:00:00Z',
    '2026-01-15T12:60:00Z',
    '2026-01-15T12:00:00+19:00',
    '2026-01-15T12:00:00Z and more',
    '2026-01/15T12:00:00Z',
    '2026-01-15',
    '2o26-01-15T12:00:00Z',
    '1969-12-31T23:59:59Z',
    '',
  ])('"%s" is none', (text) => {
    expect(isoTime(text, utc)).toBeNaN();
  });

  test('a time without a zone is read in the zone given', () => {
    expect(new Date(isoTime('2026-07-01 12:00:00', zoneOf('Europe/Berlin'))).toISOString()).toBe(
      '2026-07-01T10:00:00.000Z',
    );
  });
});

test('a time at the start of a line is found with where it ends', () => {
  const line = '[2026-01-15T12:00:00.5Z] started';
  expect(leadingIsoTime(line, 1, utc)).toEqual({ time: Date.UTC(2026, 0, 15, 12, 0, 0, 500), end: 23 });
  expect(leadingIsoTime('started', 0, utc)).toBeUndefined();
});

test.each([
  ['2026-01-15T12:00:00Z', 0],
  ['2026-01-15T12:00:00+03:30', 210],
  ['2026-01-15T12:00:00.5-0700', -420],
  ['2026-01-15T12:00:00', undefined],
  ['', undefined],
])('the offset that "%s" names is %s minutes', (text, expected) => {
  expect(offsetMinutes(text)).toBe(expected);
});
