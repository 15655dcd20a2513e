import { isIP, isIPv4, isIPv6 } from 'node:net';
import type { Device, NetworkEndpoint } from '@sluice/ocsf/1.3.0';
import { plainAddress } from '../listen/subnets.ts';
import type { Received } from '../received.ts';
import { portOf } from './values.ts';

/** One side of a connection, as a message has it. Values that do not fit their attribute are left out. */
export interface EndpointFacts {
  /** Address or name of the host. */
  readonly host?: string | undefined;
  /** Name of the host beside its address. */
  readonly hostname?: string | undefined;
  readonly port?: number | string | undefined;
  readonly mac?: string | undefined;
  /** Name of the firewall's interface towards it. */
  readonly interface?: string | undefined;
  readonly zone?: string | undefined;
  /** Name of the service that it offers. */
  readonly service?: string | undefined;
}

export type HostEndpoint = Pick<NetworkEndpoint, 'hostname' | 'ip' | 'interface_name' | 'port'>;

/** An address, with the interface behind `%`, or else a name. */
export function nameOrAddress(text: string): HostEndpoint {
  const host = plainAddress(text);
  if (isIPv4(host)) return { ip: host };
  if (!isIPv6(host)) return { hostname: host };
  const zone = host.indexOf('%');
  return zone === -1 ? { ip: host } : { ip: host.slice(0, zone), interface_name: host.slice(zone + 1) };
}

/** The text, where it is an address and nothing else. */
export function addressOf(text: string | undefined): string | undefined {
  return text !== undefined && isIP(text) !== 0 && !text.includes('%') ? text : undefined;
}

/** Undefined where nothing says which side it is: a port or a zone alone does not. */
export function endpointOf(facts: EndpointFacts | undefined): NetworkEndpoint | undefined {
  if (facts === undefined) return undefined;
  const endpoint: NetworkEndpoint = isSaid(facts.host) ? nameOrAddress(facts.host) : {};
  if (isSaid(facts.hostname)) nameEndpoint(endpoint, facts.hostname);
  if (isSaid(facts.interface)) endpoint.interface_name ??= facts.interface;
  if (isSaid(facts.service)) endpoint.svc_name = facts.service;
  if (!isIdentified(endpoint)) return undefined;
  const port = portOf(facts.port);
  // Devices write 0 where the protocol has no ports.
  if (port !== undefined && port > 0) endpoint.port = port;
  if (isSaid(facts.zone)) endpoint.zone = facts.zone;
  if (facts.mac !== undefined && macPattern.test(facts.mac)) endpoint.mac = facts.mac;
  return endpoint;
}

/** Devices that know no name of a host write its address in its place, which says nothing new. */
function nameEndpoint(endpoint: NetworkEndpoint, hostname: string): void {
  const { ip } = nameOrAddress(hostname);
  if (ip !== undefined && (endpoint.ip ??= ip) === ip) return;
  endpoint.hostname ??= hostname;
}

/** Kinds of hosts, as OCSF numbers them for devices. */
export const deviceType = { firewall: 9 } as const;

export interface DeviceFacts {
  readonly hostname?: string | undefined;
  readonly uid?: string | undefined;
  readonly typeId?: (typeof deviceType)[keyof typeof deviceType] | undefined;
}

/** The host that wrote the message: by the name that the message gives it, else the sender itself. */
export function deviceOf({ message, origin }: Received, facts?: DeviceFacts): Device | undefined {
  const host = facts?.hostname ?? message.hostname ?? origin.address ?? localName(origin.transport);
  if (host === undefined && facts?.uid === undefined) return undefined;
  const device: Device = { ...(host === undefined ? undefined : nameOrAddress(host)), type_id: facts?.typeId ?? 0 };
  if (facts?.uid !== undefined) device.uid = facts.uid;
  return device;
}

/** A Unix socket is of this very machine. */
function localName(transport: unknown): string | undefined {
  return transport === 'unix' ? 'localhost' : undefined;
}

function isSaid(text: string | undefined): text is string {
  return text !== undefined && text !== '';
}

function isIdentified({ ip, hostname, interface_name: interfaceName, svc_name: service }: NetworkEndpoint): boolean {
  return (ip ?? hostname ?? interfaceName ?? service) !== undefined;
}

const macPattern = /^[0-9A-Fa-f]{2}(?:[:-][0-9A-Fa-f]{2}){5}$/;
