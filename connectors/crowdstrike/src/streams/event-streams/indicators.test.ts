import { expect, test } from 'vitest';
import { Fields } from '../../falcon/fields.ts';
import { indicatorsOf } from './indicators.ts';

function indicatorsIn(event: object): unknown {
  const fields = Fields.of({ ...event, other: 1 });
  return fields === undefined ? undefined : [indicatorsOf(fields), fields.rest()];
}

const other = { other: 1 };

test.each([
  [{ DomainName: 'bad.example.net' }, { query: { hostname: 'bad.example.net' } }],
  [{ IOCType: 'domain', IOCValue: 'bad.example.net' }, { query: { hostname: 'bad.example.net' } }],
  [{ IPv4: '203.0.113.66' }, { dst_endpoint: { ip: '203.0.113.66' } }],
  [{ IPv4: '203.0.113.66:8443' }, { dst_endpoint: { ip: '203.0.113.66', port: 8443 } }],
  [{ IOCType: 'IPv4', IOCValue: '203.0.113.66:65535' }, { dst_endpoint: { ip: '203.0.113.66', port: 65_535 } }],
  [{ IPv6: '2001:db8::7' }, { dst_endpoint: { ip: '2001:db8::7' } }],
  [{ IOCType: 'ipv6', IOCValue: '2001:db8::7' }, { dst_endpoint: { ip: '2001:db8::7' } }],
])('%j', (event, evidence) => {
  const { IOCType } = { IOCType: undefined, ...event };
  expect(indicatorsIn(event)).toEqual([[evidence], IOCType === undefined ? other : { IOCType, ...other }]);
});

test('the field of its own comes before the value', () => {
  const event = { IOCType: 'domain', IOCValue: 'b.example.net', DomainName: 'a.example.net' };
  expect(indicatorsIn(event)).toEqual([
    [{ query: { hostname: 'a.example.net' } }],
    { IOCType: 'domain', IOCValue: 'b.example.net', ...other },
  ]);
});

test('several are several', () => {
  expect(indicatorsIn({ DomainName: 'a', IPv4: '203.0.113.66', IPv6: '2001:db8::7' })).toEqual([
    [{ query: { hostname: 'a' } }, { dst_endpoint: { ip: '203.0.113.66' } }, { dst_endpoint: { ip: '2001:db8::7' } }],
    other,
  ]);
});

test.each([
  { DomainName: '', IPv4: '', IPv6: 7 },
  { IPv4: '203.0.113.66:65536' },
  { IPv4: '203.0.113.666:80' },
  { IPv4: 'x203.0.113.66:80' },
  { IPv4: '203.0.113.66:80x' },
  { IOCType: 'hash_sha256', IOCValue: 'a' },
  { IOCType: 'registry_key', IOCValue: '203.0.113.66' },
])('what is none stays where it is: %j', (event) => {
  expect(indicatorsIn(event)).toEqual([[], { ...event, ...other }]);
});
