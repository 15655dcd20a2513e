import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createDatetimeWriter, parseDatetime } from './timestamp.ts';

const write = createDatetimeWriter();

test('writes what Date writes, for every year of four digits, in any order', () => {
  const dates = fc.date({
    min: new Date('0000-01-01T00:00:00Z'),
    max: new Date('9999-12-31T23:59:59.999Z'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(dates, (date) => {
      expect(write(date.getTime())).toBe(date.toISOString());
    }),
  );
  expect(write(1_700_000_000_123n)).toBe('2023-11-14T22:13:20.123Z');
});

test('writes nothing for what is no such time', () => {
  expect([1.5, 8.64e15, -8.64e15, Number.NaN, '1', null].map(write)).toEqual(Array.from({ length: 6 }));
});

test('reads back what it wrote, and knows offsets', () => {
  const recent = fc.integer({ min: -59_000_000_000_000, max: 253_000_000_000_000 });
  fc.assert(
    fc.property(recent, (ms) => {
      expect(parseDatetime(write(ms))).toBe(ms);
    }),
  );
  expect(parseDatetime('2024-02-29T23:30:00+01:30')).toBe(Date.UTC(2024, 1, 29, 22));
  expect(parseDatetime('2024-02-29T12:00:00.123456Z')).toBe(Date.UTC(2024, 1, 29, 12, 0, 0, 123));
});

test('does not guess: no offset, no such day, no such hour', () => {
  const texts = ['2024-01-01T00:00:00', '2023-02-29T00:00:00Z', '2024-01-01T24:00:00Z', '2024-01-01', 'now', 5];
  expect(texts.map(parseDatetime)).toEqual(Array.from({ length: 6 }));
});
