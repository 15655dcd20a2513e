import { expect, test } from 'vitest';
import { bracketedTime, bracketedTimeEnd } from './common-log.ts';
import { utc } from './zone.ts';

test.each([
  ['[15/Jan/2026:12:00:00 +0000]', 0],
  ['[15/Jan/2026:12:00:00.5 +0000]', 500],
  ['[15/Jan/2026:12:00:00.057 +0000]', 57],
  ['[15/Jan/2026:12:00:00.283999999 +0000]', 283],
  ['[15/Jan/2026:13:00:00.283 +0100]', 283],
  ['[2026-01-15T12:00:00Z]', 0],
  ['[2026-01-15T13:00:00.123456+01:00]', 123],
])('%s is a time of an access log', (text, ms) => {
  expect(bracketedTimeEnd(`x${text} y`, 1)).toBe(text.length);
  expect(bracketedTime(text.slice(1, -1), utc).time).toBe(Date.UTC(2026, 0, 15, 12, 0, 0, ms));
});

test.each([
  '(15/Jan/2026:12:00:00 +0000]',
  '[15/Jan/2026:12:00:00 +0000)',
  '[15/Jan-2026:12:00:00 +0000]',
  '[15/Jan/2026 12:00:00 +0000]',
  '[15/Jan/2026:12:00:00.1234567890 +0000]',
  '[2026-01-15 12:00:00]',
  '[2026-01-15T12:00:00 in a text that goes on for long]',
  '[2026-01-15T12:00]',
  '[main]',
])('%s is none', (text) => {
  expect(bracketedTimeEnd(text, 0)).toBe(-1);
});

test('a time names its zone', () => {
  expect(bracketedTime('15/Jan/2026:12:00:00.5 -0330', utc).timezoneOffset).toBe(-210);
  expect(bracketedTime('2026-01-15T12:00:00+01:00', utc).timezoneOffset).toBe(60);
  expect(bracketedTime('32/Jan/2026:12:00:00.5 +0000', utc).time).toBeNaN();
});

test.each([
  ['[15/Jan/2026:12:00:00. +0000]', 28],
  ['[15/Jan/2026:12:00:00.x +0000]', -1],
  ['[2026-01-15T12:00:00]', 20],
  ['[2026-01-15T12:00:0]', -1],
  ['[2026-01-15T12:00:00.123456789+01:00]', 36],
  ['[2026-01-15T12:00:00.1234567890+01:00]', -1],
])('a time in brackets has the length of one: %s', (text, end) => {
  expect(bracketedTimeEnd(text, 0)).toBe(end);
  expect(bracketedTimeEnd(`12345${text}`, 5)).toBe(end === -1 ? -1 : end + 5);
});

test('a fraction without digits is none', () => {
  expect(bracketedTime('15/Jan/2026:12:00:00. +0000', utc)).toEqual({
    time: Date.UTC(2026, 0, 15, 12),
    timezoneOffset: 0,
  });
  expect(bracketedTimeEnd('12345[2026-01-15T12:00]', 5)).toBe(-1);
});
