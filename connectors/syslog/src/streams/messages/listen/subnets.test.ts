import { expect, test } from 'vitest';
import { createSubnets, plainAddress } from './subnets.ts';

const subnets = createSubnets(['192.0.2.0/24', '198.51.100.7', '2001:db8::/32', 'fe80::/10']);

test.each([
  ['192.0.2.255', true],
  ['192.0.3.0', false],
  ['198.51.100.7', true],
  ['198.51.100.8', false],
  ['2001:db8:ffff::1', true],
  ['2001:db9::1', false],
  ['fe80::1%eth0', true],
  ['not an address', false],
  ['', false],
])('knows whether %s is of the subnets', (address, expected) => {
  expect(subnets.has(address)).toBe(expected);
});

test('writes an IPv4 address that came through an IPv6 socket as it is', () => {
  expect(plainAddress('::ffff:192.0.2.1')).toBe('192.0.2.1');
  expect(plainAddress('::ffff:1.2.3.4')).toBe('1.2.3.4');
  expect(plainAddress('::ffff:1')).toBe('::ffff:1');
  expect(plainAddress('2001:db8::1')).toBe('2001:db8::1');
  expect(plainAddress('1:2:3::192.0.2.1')).toBe('1:2:3::192.0.2.1');
});
