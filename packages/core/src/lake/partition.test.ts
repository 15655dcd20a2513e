import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayNumber, eventDay, isAccount, isEventTime, partitionPath } from './partition.ts';

const dayOf = (iso: string): string => eventDay(dayNumber(Date.parse(iso)));

test('the event day is the UTC day of the time, whatever the zone it was written in', () => {
  expect(dayOf('2026-03-01T23:59:59.999Z')).toBe('20260301');
  expect(dayOf('2026-03-01T23:30:00-05:00')).toBe('20260302');
  expect(dayOf('2024-02-29T00:00:00Z')).toBe('20240229');
  expect(dayOf('1969-12-31T23:59:59.999Z')).toBe('19691231');
  expect(dayOf('0001-01-01T00:00:00Z')).toBe('00010101');
});

test('every possible event time has a day of eight digits', () => {
  const times = fc.integer({ min: Date.parse('0001-01-01'), max: Date.parse('9999-12-31T23:59:59.999Z') });
  fc.assert(
    fc.property(times, (time) => {
      expect(isEventTime(time)).toBe(true);
      expect(eventDay(dayNumber(time))).toMatch(/^\d{8}$/);
    }),
  );
});

test.each([NaN, Infinity, 0.5, '1', null, 1e17, -1e15, 10n])('%s is no event time', (time) => {
  expect(isEventTime(time)).toBe(false);
});

test('spells the partition keys as Security Lake does', () => {
  expect(partitionPath({ region: 'eu-west-1', account: '111122223333', eventDay: '20260301' })).toBe(
    'region=eu-west-1/accountId=111122223333/eventDay=20260301/',
  );
});

test.each(['111122223333', 'external', 'external_acme', 'external_0042-x.y'])('%s is an account', (account) => {
  expect(isAccount(account)).toBe(true);
});

test.each(['', '1234', 'acme', 'external_', 'external_a/b', 'external_a=b', 'External', `external_${'x'.repeat(65)}`])(
  '"%s" is no account',
  (account) => {
    expect(isAccount(account)).toBe(false);
  },
);
