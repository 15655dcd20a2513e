import type { Evidences, NetworkEndpoint } from '@sluice/ocsf/1.3.0';
import type { Fields } from '../falcon/fields.ts';

/** Names of the fields of one connection: those of the event stream, and those of alerts. */
interface Names {
  readonly address: (side: 'Local' | 'Remote') => string;
  readonly port: (side: 'Local' | 'Remote') => string;
  readonly direction: string;
  readonly protocol: string;
}

const ofStream: Names = {
  address: (side) => `${side}Address`,
  port: (side) => `${side}Port`,
  direction: 'ConnectionDirection',
  protocol: 'Protocol',
};

const ofAlert: Names = {
  address: (side) => `${side.toLowerCase()}_address`,
  port: (side) => `${side.toLowerCase()}_port`,
  direction: 'connection_direction',
  protocol: 'protocol',
};

/** A connection that belongs to a detection, an element of `NetworkAccesses` or `network_accesses`. */
export function evidenceOfConnection(access: Fields): Evidences | undefined {
  const names = access.raw('RemoteAddress') === undefined ? ofAlert : ofStream;
  const local = endpoint(access, names, 'Local');
  const remote = endpoint(access, names, 'Remote');
  const direction = directionOf(access.peek(names.direction));
  // Who asked whom is told by the direction alone.
  if (remote === undefined || direction === 0) return undefined;
  const protocol = access.peek(names.protocol);
  const [source, target] = direction === 1 ? [remote, local] : [local, remote];
  return {
    ...(source === undefined ? {} : { src_endpoint: source }),
    ...(target === undefined ? {} : { dst_endpoint: target }),
    connection_info: {
      direction_id: direction,
      ...(protocol === undefined ? {} : { protocol_name: protocol.toLowerCase() }),
    },
  };
}

function endpoint(access: Fields, names: Names, side: 'Local' | 'Remote'): NetworkEndpoint | undefined {
  const ip = access.ip(names.address(side));
  if (ip === undefined) return undefined;
  const port = access.port(names.port(side));
  return port === undefined ? { ip } : { ip, port };
}

/** OCSF's id of the direction in which Falcon says that a connection was made: 1 in, 2 out, 0 where it does not say. */
export function directionOf(written: string | undefined): 0 | 1 | 2 {
  const direction = written?.toUpperCase();
  if (direction === '1' || direction === 'IN' || direction === 'INBOUND') return 1;
  return direction === '0' || direction === 'OUT' || direction === 'OUTBOUND' ? 2 : 0;
}
