import { expect, test } from 'vitest';
import { Fields } from '../falcon/fields.ts';
import { directionOf, evidenceOfConnection } from './connections.ts';

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
function evidenceOf(access: unknown): unknown {
  const fields = Fields.of(access);
  return fields === undefined ? undefined : evidenceOfConnection(fields);
}

const here = { ip: '192.0.2.1', port: 50_000 };
const there = { ip: '198.51.100.1', port: 443 };

test.each([
  [{ ...stream, ConnectionDirection: 0 }, here, there, 2],
  [{ ...stream, ConnectionDirection: 1 }, there, here, 1],
  [{ ...alert, connection_direction: 'Outbound' }, here, there, 2],
  [{ ...alert, connection_direction: 'Inbound' }, there, here, 1],
])('who asked whom follows from the direction: %j', (access, source, target, direction) => {
  expect(evidenceOf(access)).toEqual({
    src_endpoint: source,
    dst_endpoint: target,
    connection_info: { direction_id: direction, protocol_name: 'tcp' },
  });
});

test.each([stream, { ...stream, ConnectionDirection: 2 }, { ConnectionDirection: 0 }])(
  'one without a direction, or without another side, is no evidence: %j',
  (access) => {
    expect(evidenceOf(access)).toBeUndefined();
  },
);

test.each([
  [1, ['1', 'in', 'IN', 'Inbound', 'INBOUND']],
  [2, ['0', 'out', 'OUT', 'Outbound', 'OUTBOUND']],
  [0, ['2', '', 'inside', 'OUTER', undefined]],
] as const)('direction %i is written in each of these ways: %j', (direction, written) => {
  expect(written.map(directionOf)).toEqual(written.map(() => direction));
});

test('a connection says of its ends and its protocol what Falcon says', () => {
  const [{ LocalAddress, RemoteAddress }, ConnectionDirection] = [stream, 0];
  expect(evidenceOf({ RemoteAddress, ConnectionDirection })).toEqual({
    dst_endpoint: { ip: RemoteAddress },
    connection_info: { direction_id: 2 },
  });
  expect(evidenceOf({ LocalAddress, LocalPort: 'x', RemoteAddress, ConnectionDirection })).toEqual({
    src_endpoint: { ip: LocalAddress },
    dst_endpoint: { ip: RemoteAddress },
    connection_info: { direction_id: 2 },
  });
});
