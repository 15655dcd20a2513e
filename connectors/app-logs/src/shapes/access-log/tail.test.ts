import { expect, test } from 'vitest';
import { parseTail } from './tail.ts';

const nothing = { referrer: undefined, userAgent: undefined };

test.each([
  ['', { ...nothing, rest: '' }],
  [' more', { ...nothing, rest: 'more' }],
  [' "https://a/" "192.0.2.7"', { referrer: 'https://a/', userAgent: '192.0.2.7', rest: '' }],
  [' "curl/8" "192.0.2.7, ::1" x', { referrer: undefined, userAgent: 'curl/8', rest: '"192.0.2.7, ::1" x' }],
  [' "curl/8" "192.0.2.7, x"', { referrer: 'curl/8', userAgent: '192.0.2.7, x', rest: '' }],
  [' 3413 "-" "curl/8"', { referrer: '-', userAgent: 'curl/8', rest: '3413' }],
  [' 1 2 3 4 "" "my agent" x', { referrer: '', userAgent: 'my agent', rest: '1 2 3 4 x' }],
  [' 1 2 3 4 5 "-" "curl/8"', { ...nothing, rest: '1 2 3 4 5 "-" "curl/8"' }],
  [' 5 "10.0.0.6:80" "0.003"', { ...nothing, rest: '5 "10.0.0.6:80" "0.003"' }],
  [' 5 "10.0.0.6:80" "curl/8"', { ...nothing, rest: '5 "10.0.0.6:80" "curl/8"' }],
  [' 5 "-" "0.003"', { ...nothing, rest: '5 "-" "0.003"' }],
  [' 5 "-"', { ...nothing, rest: '5 "-"' }],
  [' - "curl/8" 13 "a" "b" 4ms', { referrer: '-', userAgent: 'curl/8', rest: '13 "a" "b" 4ms' }],
  [' - "curl/8" 13 "a" "b" 4s', { ...nothing, rest: '- "curl/8" 13 "a" "b" 4s' }],
])('%s stands behind an answer', (tail, expected) => {
  expect(parseTail(tail, 0)).toEqual(expected);
});
