import { expect, test } from 'vitest';
import { connectionsOf } from './connections.ts';

const stream = {
  Protocol: 'TCP',
  LocalAddress: '192.0.2.1',
  LocalPort: 50_000,
  RemoteAddress: '198.51.100.1',
  RemotePort: 443,
};
const alert = {
  protocol: 'TCP',
  local_address: '192.0.2.1',
  local_port: '50000',
  remote_address: '198.51.100.1',
  remote_port: '443',
};
const here = { ip: '192.0.2.1', port: 50_000 };
const there = { ip: '198.51.100.1', port: 443 };

test.each([
  [{ ...stream, ConnectionDirection: 0 }, here, there, 2],
  [{ ...stream, ConnectionDirection: 1 }, there, here, 1],
  [{ ...alert, connection_direction: 'Outbound' }, here, there, 2],
  [{ ...alert, connection_direction: 'Inbound' }, there, here, 1],
])('who asked whom follows from the direction: %j', (access, source, target, direction) => {
  expect(connectionsOf([access])).toEqual([
    { src_endpoint: source, dst_endpoint: target, connection_info: { direction_id: direction, protocol_name: 'tcp' } },
  ]);
});

test('one without a direction, or without another side, is no evidence', () => {
  expect(connectionsOf([stream, { ...stream, ConnectionDirection: 2 }, { ConnectionDirection: 0 }, 'x', null])).toEqual(
    [],
  );
  expect(connectionsOf(undefined)).toEqual([]);
});

test('no more than 50 of a list are evidence', () => {
  expect(connectionsOf(Array.from({ length: 200 }, () => ({ ...stream, ConnectionDirection: 0 })))).toHaveLength(50);
});
