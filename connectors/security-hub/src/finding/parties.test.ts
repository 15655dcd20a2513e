import { expect, test } from 'vitest';
import { eventOf, finding, valueAt } from '../mapping.fixture.ts';

test.each([
  ['INBOUND', 1],
  ['OUTBOUND', 2],
  ['IN', 1],
  ['OUT', 2],
])('traffic that is %s has the direction %i, whoever says it', (word, id) => {
  const path = 'evidences.0.connection_info.direction_id';
  const Network = { SourceIpV4: '192.0.2.7', Direction: word };
  const NetworkConnectionAction = { RemoteIpDetails: { IpAddressV4: '192.0.2.7' }, ConnectionDirection: word };
  expect(valueAt(eventOf({ ...finding, Network }), path)).toBe(id);
  expect(valueAt(eventOf({ ...finding, Action: { NetworkConnectionAction } }), path)).toBe(id);
});

test('a side of the network is told by its address or its name; a port or a card alone is nobody', () => {
  const sides = (fields: object): unknown => {
    const event = eventOf({ ...finding, Network: { Direction: 'OUT', ...fields } });
    return [valueAt(event, 'evidences.0.src_endpoint'), valueAt(event, 'evidences.0.dst_endpoint')];
  };
  expect(sides({ SourceIpV6: '2001:db8::7', DestinationDomain: 'example.com' })).toEqual([
    { ip: '2001:db8::7' },
    { hostname: 'example.com' },
  ]);
  expect(sides({ SourceDomain: 'example.com', SourcePort: 1, SourceMac: '00:00:5e:00:53:01' })).toEqual([
    { hostname: 'example.com', port: 1, mac: '00:00:5e:00:53:01' },
    undefined,
  ]);
  expect(sides({ SourcePort: 1, DestinationMac: '00:00:5e:00:53:01' })).toEqual([undefined, undefined]);
});

test.each([
  [{ IpAddressV4: '192.0.2.7' }, { ip: '192.0.2.7', hostname: 'example.com' }],
  [{ IpAddressV6: '2001:db8::7' }, { ip: '2001:db8::7', hostname: 'example.com' }],
  [{}, { hostname: 'example.com' }],
])('who calls an API from %j is told by address and name', (RemoteIpDetails, expected) => {
  const AwsApiCallAction = { Api: 'GetObject', DomainDetails: { Domain: 'example.com' }, RemoteIpDetails };
  const event = eventOf({ ...finding, Action: { AwsApiCallAction } });
  expect(valueAt(event, 'evidences.0.src_endpoint')).toEqual(expected);
});

test('a port of nobody makes no endpoint, and stays where it was', () => {
  const ports = { RemotePortDetails: { Port: 7 }, LocalPortDetails: { Port: 8 } };
  const NetworkConnectionAction = { ConnectionDirection: 'INBOUND', ...ports };
  expect(eventOf({ ...finding, Action: { NetworkConnectionAction } })).toMatchObject({
    evidences: [{ connection_info: { direction_id: 1 } }],
    unmapped: { Action: { NetworkConnectionAction: ports } },
  });
});
