import fc from 'fast-check';
import { isIP } from 'node:net';
import { expect, test } from 'vitest';
import { isHostname, isUnspecified, readIp } from './address.ts';

const part = fc.oneof(
  fc.integer({ min: 0, max: 300 }).map(String),
  fc.constantFrom('', '00', '01', '255', '256', ' 1', '1a'),
);

test('four numbers are an address where the network says so, and only there', () => {
  fc.assert(
    fc.property(fc.array(part, { minLength: 3, maxLength: 5 }), (parts) => {
      const text = parts.join('.');
      expect(readIp(text)).toBe(isIP(text) === 4 ? text : undefined);
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['::ffff:1.2.3.4', '1.2.3.4'],
  ['2001:db8::1', '2001:db8::1'],
  ['::', '::'],
  ['192.0.2.1:80', undefined],
  ['192.0.2', undefined],
  ['192.0.2.1.', undefined],
  ['', undefined],
  ['1234567192.0.2.1', undefined],
  ['fe80::1%a-zone-of-an-unreasonable-length-which-no-column-takes', undefined],
])('%j is read as %j', (text, expected) => {
  expect(readIp(text)).toBe(expected);
});

test('an address of zeros stands for none in particular', () => {
  expect(['0.0.0.0', '::', '0:0:0:0:0:0:0:0'].every(isUnspecified)).toBe(true);
  expect(isUnspecified('::1')).toBe(false);
});

test('a name of a host has no blanks and no odd signs', () => {
  expect(['WS-01', 'a.example.com', '_dmarc.example.com'].every(isHostname)).toBe(true);
  expect(['', 'a b', 'a..b', '-', 'x'.repeat(254), `${'x'.repeat(64)}.com`].some(isHostname)).toBe(false);
});

test('a name of a host has 253 characters at most', () => {
  const label = 'x'.repeat(63);
  const names = [61, 62].map((length) => `${label}.${label}.${label}.${'x'.repeat(length)}`);
  expect(names.map((name) => name.length)).toEqual([253, 254]);
  expect(names.map(isHostname)).toEqual([true, false]);
});

test('an address is no longer than OCSF takes', () => {
  const longest = `fe80::1%${'e'.repeat(32)}`;
  expect([readIp(longest), readIp(`${longest}e`)]).toEqual([longest, undefined]);
});
