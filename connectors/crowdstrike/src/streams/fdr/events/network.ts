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

const protocols: ReadonlyMap<string, string> = new Map([
  ['1', 'icmp'],
  ['2', 'igmp'],
  ['6', 'tcp'],
  ['17', 'udp'],
  ['47', 'gre'],
  ['50', 'esp'],
  ['58', 'ipv6-icmp'],
  ['132', 'sctp'],
]);

/** Names are written out: making them for each record costs more than looking them up. */
const addressFields = {
  Local: { 4: 'LocalAddressIP4', 6: 'LocalAddressIP6' },
  Remote: { 4: 'RemoteAddressIP4', 6: 'RemoteAddressIP6' },
} as const;
const portFields = { Local: 'LocalPort', Remote: 'RemotePort' } as const;

/** A connection that was opened, accepted or closed. Who began it is the source; the host itself where nobody says. */
export function connection(activityId: NetworkActivityActivityId, version: Version, activityName?: string): EventMaker {
  return ({ fields }) => {
    const direction = fields.peek('ConnectionDirection');
    const info = connectionInfo(fields, version);
    const local = endpoint(fields, 'Local', version);
    const remote = endpoint(fields, 'Remote', version);
    const self = identify(local ?? {}, fields);
    if (remote === undefined) {
      // A socket that never had a peer (one that only listened, most often) is the destination itself.
      const isPeerless = activityId === NetworkActivityActivityId.Close && isSomething(self);
      return isPeerless && direction !== '1' ? eventTo(self, activityId, info, fields) : undefined;
    }
    const isInbound = direction === '1';
    if (isInbound && !isSomething(self)) return undefined;
    const event = eventTo(isInbound ? self : remote, activityId, info, fields);
    if (isInbound) event.src_endpoint = remote;
    else if (isSomething(self)) event.src_endpoint = self;
    if (activityName !== undefined) event.activity_name = activityName;
    return event;
  };
}

/** A socket that waits for others, or one bound to read packets as they are: it has no peer. */
export function waiting(activityId: NetworkActivityActivityId, version: Version, activityName?: string): EventMaker {
  return ({ fields }) => {
    const info = connectionInfo(fields, version);
    const local = endpoint(fields, 'Local', version, true);
    if (local === undefined) return undefined;
    const event = eventTo(identify(local, fields), activityId, info, fields);
    if (activityName !== undefined) event.activity_name = activityName;
    return event;
  };
}

function eventTo(
  destination: NetworkEndpoint,
  activityId: NetworkActivityActivityId,
  info: NetworkConnectionInfo,
  fields: Fields,
): Event {
  const event: Event = {
    class_uid: 4001,
    activity_id: activityId,
    severity_id: SeverityId.Informational,
    status_id: activityId === NetworkActivityActivityId.Refuse ? StatusId.Failure : StatusId.Success,
    connection_info: info,
    dst_endpoint: destination,
  };
  const actor = actorOf(fields);
  if (actor !== undefined) event.actor = actor;
  return event;
}

/** Adds what makes the host's own endpoint known beside its address. */
function identify(known: NetworkEndpoint, fields: Fields): NetworkEndpoint {
  const uid = fields.text('aid');
  const name = fields.peek('ComputerName');
  if (uid !== undefined) known.uid = uid;
  if (name !== undefined) known.name = name;
  return known;
}

function isSomething({ ip, uid, name }: NetworkEndpoint): boolean {
  return (ip ?? uid ?? name) !== undefined;
}

/** One side of a connection; undefined where it is no address and no port, unless any address is meant. */
function endpoint(
  fields: Fields,
  side: 'Local' | 'Remote',
  version: Version,
  isAnyMeant = false,
): NetworkEndpoint | undefined {
  const portField = portFields[side];
  // A socket of version 6 may have a peer of version 4.
  const isOther = fields.peek(addressFields[side][version]) === undefined;
  const addressField = addressFields[side][isOther ? (version === 4 ? 6 : 4) : version];
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
  const name = protocol === undefined ? undefined : protocols.get(protocol);
  if (name !== undefined) info.protocol_name = name;
  return info;
}

function directionOf(fields: Fields): 0 | 1 | 2 {
  const direction = fields.peek('ConnectionDirection');
  if (direction !== '0' && direction !== '1') return 0;
  fields.take('ConnectionDirection');
  return direction === '0' ? 2 : 1;
}
