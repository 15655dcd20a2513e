import {
  NetworkActivityActivityId,
  SeverityId,
  ApiActivityStatusId as StatusId,
  type Actor,
  type NetworkActivity,
  type NetworkConnectionInfo,
  type NetworkEndpoint,
} from '@sluice/ocsf/1.3.0';
import { isUnspecified } from '../../../falcon/address.ts';
import type { Fields } from '../../../falcon/fields.ts';
import { actorOf } from '../actor.ts';
import type { EventMaker, Unfinished } from '../record.ts';

type Event = Unfinished<NetworkActivity> & { actor?: Actor };
type Version = 4 | 6;

const protocols: Readonly<Record<string, string>> = {
  1: 'icmp',
  2: 'igmp',
  6: 'tcp',
  17: 'udp',
  47: 'gre',
  50: 'esp',
  58: 'ipv6-icmp',
  132: 'sctp',
};

/** Names are written out: making them for each record costs more than looking them up. */
const addressFields = {
  Local: { 4: 'LocalAddressIP4', 6: 'LocalAddressIP6' },
  Remote: { 4: 'RemoteAddressIP4', 6: 'RemoteAddressIP6' },
} as const;
const portFields = { Local: 'LocalPort', Remote: 'RemotePort' } as const;

/** A connection that was opened, accepted or closed. Who began it is the source; the host itself where nobody says. */
export function connection(activityId: NetworkActivityActivityId, version: Version): EventMaker {
  return ({ fields }) => {
    const direction = fields.peek('ConnectionDirection');
    const info = connectionInfo(fields, version);
    const local = endpoint(fields, 'Local', version);
    const remote = endpoint(fields, 'Remote', version);
    const self = { ...local, ...identity(fields) };
    const event = base(activityId, info, fields);
    if (direction === '1')
      return remote === undefined ? undefined : { ...event, src_endpoint: remote, dst_endpoint: self };
    if (remote !== undefined) return { ...event, src_endpoint: self, dst_endpoint: remote };
    // A socket that never had a peer (one that only listened, most often) is the destination itself.
    const isPeerless = activityId === NetworkActivityActivityId.Close && Object.keys(self).length > 0;
    return isPeerless ? { ...event, dst_endpoint: self } : undefined;
  };
}

/** A socket that waits for others, or one bound to read packets as they are: it has no peer. */
export function waiting(activityId: NetworkActivityActivityId, version: Version, activityName?: string): EventMaker {
  return ({ fields }) => {
    const info = connectionInfo(fields, version);
    const local = endpoint(fields, 'Local', version, true);
    if (local === undefined) return undefined;
    return {
      ...base(activityId, info, fields),
      dst_endpoint: { ...local, ...identity(fields) },
      ...(activityName === undefined ? {} : { activity_name: activityName }),
    };
  };
}

function base(
  activityId: NetworkActivityActivityId,
  info: NetworkConnectionInfo,
  fields: Fields,
): Omit<Event, 'dst_endpoint'> {
  const actor = actorOf(fields);
  return {
    class_uid: 4001,
    activity_id: activityId,
    severity_id: SeverityId.Informational,
    status_id: StatusId.Success,
    connection_info: info,
    ...(actor === undefined ? {} : { actor }),
  };
}

/** What makes the host's own endpoint known beside its address. */
function identity(fields: Fields): NetworkEndpoint {
  const uid = fields.text('aid');
  const name = fields.peek('ComputerName');
  return { ...(uid === undefined ? {} : { uid }), ...(name === undefined ? {} : { name }) };
}

/** One side of a connection; undefined where it is no address and no port, unless any address is meant. */
function endpoint(
  fields: Fields,
  side: 'Local' | 'Remote',
  version: Version,
  isAnyMeant = false,
): NetworkEndpoint | undefined {
  const addressField = addressFields[side][version];
  const portField = portFields[side];
  const ip = fields.ip(addressField);
  const port = fields.port(portField);
  if (ip === undefined) {
    if (port !== undefined) fields.leave(portField);
    return undefined;
  }
  if (isUnspecified(ip) && !isAnyMeant && (port === undefined || port === 0)) {
    fields.leave(addressField);
    fields.leave(portField);
    return undefined;
  }
  return port === undefined || (port === 0 && side === 'Remote') ? { ip } : { ip, port };
}

function connectionInfo(fields: Fields, version: Version): NetworkConnectionInfo {
  const info: NetworkConnectionInfo = { direction_id: directionOf(fields), protocol_ver_id: version };
  const protocol = fields.peek('Protocol');
  const number = fields.integer('Protocol');
  if (number !== undefined) info.protocol_num = number;
  const name = protocol === undefined || !Object.hasOwn(protocols, protocol) ? undefined : protocols[protocol];
  if (name !== undefined) info.protocol_name = name;
  return info;
}

function directionOf(fields: Fields): 0 | 1 | 2 {
  const direction = fields.peek('ConnectionDirection');
  if (direction !== '0' && direction !== '1') return 0;
  fields.take('ConnectionDirection');
  return direction === '0' ? 2 : 1;
}
