import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRfc3339 } from './rfc3339.ts';

describe('parseRfc3339', () => {
  it('agrees with Date on every instant that Date writes', () => {
    fc.assert(
      fc.property(
        fc.date({
          min: new Date('0000-01-01T00:00:00Z'),
          max: new Date('9999-12-31T23:59:59.999Z'),
          noInvalidDate: true,
        }),
        (date) => {
          expect(parseRfc3339(date.toISOString())).toBe(date.getTime());
        },
      ),
    );
  });

  it('applies offsets and cuts off what is beyond milliseconds', () => {
    expect(parseRfc3339('2026-01-01T00:30:00+01:00')).toBe(Date.UTC(2025, 11, 31, 23, 30));
    expect(parseRfc3339('2026-01-01t00:00:00.123987654z')).toBe(Date.UTC(2026, 0, 1, 0, 0, 0, 123));
    expect(parseRfc3339('2026-01-01 00:00:00.5-00:00')).toBe(Date.UTC(2026, 0, 1, 0, 0, 0, 500));
    expect(parseRfc3339('2016-12-31T23:59:60Z')).toBe(Date.UTC(2017, 0, 1));
  });

  it('takes nothing that is not a date-time with an offset', () => {
    const texts = [
      '',
      '2026-01-01',
      '2026-01-01T00:00:00',
      '2026-13-01T00:00:00Z',
      '2026-02-29T00:00:00Z',
      '2026-01-01T24:00:00Z',
      '2026-01-01T00:00:00.Z',
      '2026-01-01T00:00:00+1:00',
      '2026-01-01T00:00:00Z ',
      ' 2026-01-01T00:00:00Z',
      '２026-01-01T00:00:00Z',
      '2026-01-01T00:00:00+24:00',
      `2026-01-01T00:00:00.${'1'.repeat(99)}Z`,
    ];
    for (const text of texts) expect(parseRfc3339(text), text).toBeUndefined();
  });
});
