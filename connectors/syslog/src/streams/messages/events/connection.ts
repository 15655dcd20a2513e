import type { FirewallRule, NetworkConnectionInfo, NetworkTraffic } from '@sluice/ocsf/1.3.0';
import type { Received } from '../received.ts';
import { deviceOf, endpointOf, type EndpointFacts } from './endpoint.ts';
import { intOf, longOf } from './values.ts';

/** Direction of a connection, as OCSF numbers it. */
export const Direction = { Unknown: 0, Inbound: 1, Outbound: 2, Lateral: 3 } as const;
export type Direction = (typeof Direction)[keyof typeof Direction];

/** Two hosts and what went between them. */
export interface ConnectionFacts {
  /** The side that began it. */
  readonly source?: EndpointFacts | undefined;
  readonly destination?: EndpointFacts | undefined;
  /** Name or number of the IP protocol. */
  readonly protocol?: string | undefined;
  readonly direction?: Direction | undefined;
  /** The device's own number of the connection. */
  readonly connectionUid?: string | undefined;
  readonly traffic?: TrafficFacts | undefined;
}

/** Counters as a message has them. "Out" is what the source sent, "in" what it received. */
interface TrafficFacts {
  readonly bytes?: string | undefined;
  readonly bytesIn?: string | undefined;
  readonly bytesOut?: string | undefined;
  readonly packets?: string | undefined;
  readonly packetsIn?: string | undefined;
  readonly packetsOut?: string | undefined;
}

interface ConnectionAttributes {
  src_endpoint?: NonNullable<ReturnType<typeof endpointOf>>;
  dst_endpoint?: NonNullable<ReturnType<typeof endpointOf>>;
  connection_info?: NetworkConnectionInfo;
  traffic?: NetworkTraffic;
}

export function connectionAttributes(facts: ConnectionFacts): ConnectionAttributes {
  const attributes: ConnectionAttributes = {};
  const source = endpointOf(facts.source);
  if (source !== undefined) attributes.src_endpoint = source;
  const destination = endpointOf(facts.destination);
  if (destination !== undefined) attributes.dst_endpoint = destination;
  const info = connectionInfoOf(facts, source?.ip ?? destination?.ip);
  if (info !== undefined) attributes.connection_info = info;
  const traffic = trafficOf(facts.traffic);
  if (traffic !== undefined) attributes.traffic = traffic;
  return attributes;
}

/** The destination; else the device that wrote the message, which is what a packet without one was for. */
export function destinationOr(
  { dst_endpoint: destination }: ConnectionAttributes,
  received: Received,
): NonNullable<ReturnType<typeof endpointOf>> | undefined {
  if (destination !== undefined) return destination;
  const device = deviceOf(received);
  if (device?.ip === undefined && device?.hostname === undefined) return undefined;
  return endpointOf({ host: device.ip ?? device.hostname });
}

const protocolNumbers: ReadonlyMap<string, number> = new Map([
  ['icmp', 1],
  ['igmp', 2],
  ['tcp', 6],
  ['udp', 17],
  ['gre', 47],
  ['esp', 50],
  ['ah', 51],
  ['icmp6', 58],
  ['ipv6-icmp', 58],
  ['icmpv6', 58],
  ['eigrp', 88],
  ['ospf', 89],
  ['pim', 103],
  ['vrrp', 112],
  ['sctp', 132],
]);

const protocolNames: ReadonlyMap<number, string> = new Map(
  [...protocolNumbers].map(([name, number]) => [number, name] as const).toReversed(),
);

function connectionInfoOf(facts: ConnectionFacts, address: string | undefined): NetworkConnectionInfo | undefined {
  const { protocol, connectionUid, direction } = facts;
  const isSaid = protocol !== undefined && protocol !== '';
  if (!isSaid && connectionUid === undefined && direction === undefined) return undefined;
  const info: NetworkConnectionInfo = { direction_id: direction ?? Direction.Unknown };
  if (isSaid) setProtocol(info, protocol.toLowerCase());
  if (connectionUid !== undefined && connectionUid !== '') info.uid = connectionUid;
  if (address !== undefined) info.protocol_ver_id = address.includes(':') ? 6 : 4;
  return info;
}

function setProtocol(info: NetworkConnectionInfo, protocol: string): void {
  const written = intOf(protocol);
  const number = written ?? protocolNumbers.get(protocol);
  const name = written === undefined ? protocol : protocolNames.get(written);
  if (number !== undefined && number <= 255) info.protocol_num = number;
  if (name !== undefined) info.protocol_name = name;
}

function trafficOf(facts: TrafficFacts | undefined): NetworkTraffic | undefined {
  if (facts === undefined) return undefined;
  const traffic: NetworkTraffic = {};
  const bytesIn = longOf(facts.bytesIn);
  const bytesOut = longOf(facts.bytesOut);
  const bytes = longOf(facts.bytes) ?? sum(bytesIn, bytesOut);
  const packetsIn = longOf(facts.packetsIn);
  const packetsOut = longOf(facts.packetsOut);
  const packets = longOf(facts.packets) ?? sum(packetsIn, packetsOut);
  if (bytes !== undefined) traffic.bytes = bytes;
  if (bytesIn !== undefined) traffic.bytes_in = bytesIn;
  if (bytesOut !== undefined) traffic.bytes_out = bytesOut;
  if (packets !== undefined) traffic.packets = packets;
  if (packetsIn !== undefined) traffic.packets_in = packetsIn;
  if (packetsOut !== undefined) traffic.packets_out = packetsOut;
  return Object.keys(traffic).length > 0 ? traffic : undefined;
}

function sum(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined || other === undefined ? undefined : one + other;
}

export interface RuleFacts {
  readonly name?: string | undefined;
  readonly uid?: string | undefined;
}

/** The rule of a firewall that decided; undefined where neither name nor number is said. */
export function ruleOf({ name, uid }: RuleFacts): FirewallRule | undefined {
  const rule: FirewallRule = {};
  if (name !== undefined && name !== '') rule.name = name;
  if (uid !== undefined && uid !== '') rule.uid = uid;
  return Object.keys(rule).length > 0 ? rule : undefined;
}
