import { expect, test } from 'vitest';
import { defaultEventTimeRule, ensureEventTime } from './event-time.ts';

const receivedAt = Date.parse('2026-03-01T12:00:00Z');
const hour = 3_600_000;

test('a time of its own stays, however old', () => {
  for (const time of [receivedAt, receivedAt + 23 * hour, Date.parse('1999-01-01'), -1]) {
    const event = { time };
    expect(ensureEventTime(event, receivedAt, defaultEventTimeRule)).toBe(false);
    expect(event).toEqual({ time });
  }
});

test.each([{}, { time: null }, { time: undefined }, { time: NaN }])(
  '%o gets the time of receipt, and is marked',
  (event) => {
    expect(ensureEventTime(event, receivedAt, defaultEventTimeRule)).toBe(true);
    expect(event).toEqual({ time: receivedAt, unmapped: { 'sluice.time_source': 'received' } });
  },
);

test('a time too far ahead is not believed, but kept', () => {
  const event = { time: receivedAt + 25 * hour, unmapped: { a: 1 } };
  expect(ensureEventTime(event, receivedAt, defaultEventTimeRule)).toBe(true);
  expect(event).toEqual({
    time: receivedAt,
    unmapped: { a: 1, 'sluice.time_source': 'received' },
    metadata: { original_time: '2026-03-02T13:00:00.000Z' },
  });
});

test('the original text of a time is not overwritten', () => {
  const event = { time: receivedAt + 25 * hour, metadata: { original_time: 'Mar  2 13:00:00' } };
  ensureEventTime(event, receivedAt, defaultEventTimeRule);
  expect(event.metadata.original_time).toBe('Mar  2 13:00:00');
});

test('a time of the wrong kind is left for the validator to refuse', () => {
  const event = { time: '2026-03-01' };
  expect(ensureEventTime(event, receivedAt, defaultEventTimeRule)).toBe(false);
  expect(event).toEqual({ time: '2026-03-01' });
});
