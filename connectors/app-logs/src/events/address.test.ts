import { isIP } from 'node:net';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ipOf, isHostname, splitHostPort } from './address.ts';

test('every address that Node knows is one, unless it is too long for OCSF', () => {
  fc.assert(
    fc.property(fc.oneof(fc.ipV4(), fc.ipV6()), (address) => {
      expect(ipOf(address) !== undefined, address).toBe(address.length <= 40);
    }),
  );
});

test('what Node does not know is none', () => {
  const almost = fc.array(fc.constantFrom('1', '255', '256', '.', ':', '::', 'f', 'g', '%', '[', ']', '0'), {
    maxLength: 12,
  });
  fc.assert(
    fc.property(almost, (parts) => {
      const text = parts.join('');
      const bare = text.startsWith('[') && text.endsWith(']') ? text.slice(1, -1) : text;
      fc.pre(!text.includes('%'));
      expect(ipOf(text) !== undefined).toBe(isIP(bare) !== 0 && (bare === text || isIP(bare) === 6));
    }),
    { numRuns: 2000 },
  );
});

test('an IPv4 address in IPv6 clothes is that IPv4 address, brackets fall away', () => {
  expect(ipOf('::ffff:192.0.2.1')).toBe('192.0.2.1');
  expect(ipOf('[2001:db8::1]')).toBe('2001:db8::1');
});

test.each([
  ['192.0.2.1:80', '192.0.2.1', 80],
  ['[2001:db8::1]:443', '[2001:db8::1]', 443],
  ['2001:db8::1', '2001:db8::1', undefined],
  ['www.example.com', 'www.example.com', undefined],
  ['www.example.com:99999', 'www.example.com:99999', undefined],
])('%s is host %s and port %s', (text, host, port) => {
  expect(splitHostPort(text)).toEqual({ host, port });
});

test.each(['a', 'www.example.com', 'xn--bcher-kva.example', '1-2.example'])('%s is a host name', (name) => {
  expect(isHostname(name)).toBe(true);
});

test.each(['', '-a', 'a-', 'a-.example', 'a..b', 'a_b', 'a b', 'é.example', '.'])('"%s" is no host name', (name) => {
  expect(isHostname(name)).toBe(false);
});

test('what has the length of an address need not be one', () => {
  for (const text of [
    '1.2.3',
    '1.2.3.',
    '1.2.3.4.',
    '1.2.3.4.5',
    '01.2.3.4',
    '1.2.3.256',
    '255.255.255.2555',
    '1..2.3',
  ])
    expect(ipOf(text), text).toBeUndefined();
  expect(['1.2.3.4', '0.0.0.0', '255.255.255.255'].map(ipOf)).toEqual(['1.2.3.4', '0.0.0.0', '255.255.255.255']);
  expect(ipOf('::FFFF:192.0.2.1')).toBe('192.0.2.1');
  expect(ipOf('[::ffff:192.0.2.1]')).toBe('192.0.2.1');
});

test('an IPv6 address has eight groups, or fewer where two colons stand together once', () => {
  const addresses = ['::', '::1', '1::', '1:2:3:4:5:6:7:8', '1::3:4:5:6:7:8', '1:2:3:4:5:6:192.0.2.1', 'fe80::1%eth0'];
  expect(addresses.map(ipOf)).toEqual(addresses);
  for (const text of [
    '1:2:3:4:5:6:7',
    '1:2:3:4:5:6:7:8:9',
    '1::2::3',
    '1:2:3:4:5:6:7::8:9',
    '12345::',
    'g::',
    ':1:2',
    '[::1',
    '1:2:3:4:5:g:192.0.2.1',
  ])
    expect(ipOf(text), text).toBeUndefined();
});

test('an address is no longer than OCSF takes', () => {
  expect(ipOf(`fe80::1%${'e'.repeat(32)}`)).toHaveLength(40);
  expect(ipOf(`fe80::1%${'e'.repeat(33)}`)).toBeUndefined();
  expect(ipOf(`[fe80::1%${'e'.repeat(32)}]`)).toHaveLength(40);
});

test('a host name has labels of at most 63 letters, and 253 in all', () => {
  const label = 'a'.repeat(63);
  expect(isHostname(label)).toBe(true);
  expect(isHostname(`${label}a`)).toBe(false);
  const longest = [label, label, label, 'a'.repeat(61)].join('.');
  expect([isHostname(longest), isHostname(`${longest}a`)]).toEqual([true, false]);
});

test.each([
  ['::ffff:1.2.3.4', '1.2.3.4'],
  ['::ffff:1:2', '::ffff:1:2'],
  ['1:2:3::192.0.2.1', '1:2:3::192.0.2.1'],
  ['1:2:3:4:5:6:1.2.3.4', '1:2:3:4:5:6:1.2.3.4'],
  ['::1%eth0', '::1%eth0'],
  ['1.2.3.:', undefined],
  ['1.2.3./', undefined],
  ['1:2::3:4::5:6:7:8', undefined],
  ['1:2:3:4::5:6:7:8', undefined],
  ['1:2:3::5:6:7:8', '1:2:3::5:6:7:8'],
  ['g:2:3:4:5:6:192.0.2.1', undefined],
  ['1:2:3:4:5:6:7:192.0.2.1', undefined],
  ['1:2:3:4:5::192.0.2.1', '1:2:3:4:5::192.0.2.1'],
  ['1:2:3:4:5:6::192.0.2.1', undefined],
  ['1:2', undefined],
])('%s is the address %s', (text, address) => {
  expect(ipOf(text)).toBe(address);
});

test('digits alone are a host', () => {
  expect(splitHostPort('8080')).toEqual({ host: '8080' });
  expect(splitHostPort(':8080')).toEqual({ host: '', port: 8080 });
  expect(splitHostPort('a:65535')).toEqual({ host: 'a', port: 65_535 });
  expect(splitHostPort('a:65536')).toEqual({ host: 'a:65536' });
  expect(splitHostPort('a:-1')).toEqual({ host: 'a:-1' });
});
