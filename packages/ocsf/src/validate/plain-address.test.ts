import fc from 'fast-check';
import { isIP } from 'node:net';
import { expect, test } from 'vitest';
import { isPlainIpv4, isPlainIpv6 } from './plain-address.ts';

const part = fc.oneof(
  fc.integer({ min: 0, max: 300 }).map(String),
  fc.constantFrom('', '00', '01', '255', '256', ' 1', '1a'),
);

test('four numbers are a plain address where the network says so', () => {
  fc.assert(
    fc.property(fc.array(part, { minLength: 3, maxLength: 5 }), (parts) => {
      const text = parts.join('.');
      expect(isPlainIpv4(text), text).toBe(isIP(text) === 4);
    }),
    { numRuns: 2000 },
  );
  for (const text of ['0.0.0.0', '255.255.255.255', '9.10.99.100', '1.2.3.4', '200.201.249.250'])
    expect(isPlainIpv4(text), text).toBe(true);
  for (const text of ['', '.', '...', '1.2.3', '1.2.3.', '.1.2.3', '1.2.3.4.', '256.1.1.1', '1.1.1.256', '01.1.1.1'])
    expect(isPlainIpv4(text), text).toBe(false);
  for (const text of ['1.2.3.4:', '1/2.3.4', '1..2.3.4', '1.2..3', '00.0.0.0', '1.2.3.4.5', '1:2.3.4', 'a.b.c.d'])
    expect(isPlainIpv4(text), text).toBe(false);
});

const group = fc.constantFrom('', '', '0', '9', 'a', 'f', 'A', 'F', '12ab', 'ffff', '12345', 'g', 'G', '/', '@', '`');

test('groups are a plain address of version 6 where the network says so', () => {
  fc.assert(
    fc.property(fc.array(group, { minLength: 1, maxLength: 10 }), (groups) => {
      const text = groups.join(':');
      expect(isPlainIpv6(text), text).toBe(isIP(text) === 6);
    }),
    { numRuns: 3000 },
  );
  const whole = Array.from({ length: 8 }, (_, at) => String(at + 1));
  for (let from = 0; from <= 8; from++)
    for (let to = from; to <= 8; to++) {
      const text = `${whole.slice(0, from).join(':')}::${whole.slice(to).join(':')}`;
      expect(isPlainIpv6(text), text).toBe(isIP(text) === 6);
    }
  for (let count = 0; count <= 9; count++) {
    const text = [...whole, '9'].slice(0, count).join(':');
    expect(isPlainIpv6(text), text).toBe(count === 8);
  }
  for (const text of [':', ':::', '::::', '1::2::3', '1:2:3:4:5:6:7:', ':1:2:3:4:5:6:7', '1:2:3:4:5:6:7:8:', '1::2:'])
    expect(isPlainIpv6(text), text).toBe(false);
});
