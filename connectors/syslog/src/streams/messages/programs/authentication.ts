import { isIPv4, isIPv6 } from 'node:net';
import type { MappedEvent } from '@sluice/connector';
import { severityIdOf } from '../message/priority.ts';
import type { SyslogMessage } from '../message/message.ts';
import { draftEvent, hasAny, keepHeaders, type DraftEvent, type Product } from './base-event.ts';
import type { Received } from './program.ts';

/** Ids of OCSF's Authentication class (3002) as far as Unix programs speak of them. */
export const activity = { logon: 1, logoff: 2 } as const;
export const status = { unknown: 0, success: 1, failure: 2 } as const;
export const logonType = { interactive: 2, network: 3, batch: 4, service: 5 } as const;
export const protocol = { kerberos: 2, other: 99 } as const;

const adminType = 2;
const unknownType = 0;
const maxPort = 65_535;

/** What a program's message says of a logon or logoff. */
export interface AuthenticationFacts {
  readonly activityId: (typeof activity)[keyof typeof activity];
  readonly statusId: (typeof status)[keyof typeof status];
  /** Reason, in OCSF's words where it has them: `USER_DOES_NOT_EXIST`, `INVALID_CREDENTIALS`. */
  readonly statusDetail?: string | undefined;
  /** Who logs on or off. */
  readonly user: UserFacts;
  /** Who asked for it, where that is someone else. */
  readonly actor?: UserFacts | undefined;
  readonly source?: SourceFacts | undefined;
  readonly isRemote?: boolean | undefined;
  readonly logonTypeId?: (typeof logonType)[keyof typeof logonType] | undefined;
  readonly protocol?: { readonly id: (typeof protocol)[keyof typeof protocol]; readonly name: string } | undefined;
  readonly isCleartext?: boolean | undefined;
  readonly session?: { readonly uid?: string | undefined; readonly terminal?: string | undefined } | undefined;
  /** Name of the service that one logs on to. */
  readonly service: string;
  readonly product?: Product | undefined;
  readonly unmapped?: Readonly<Record<string, unknown>> | undefined;
}

/** Someone, by name or id or both. */
export interface UserFacts {
  readonly name?: string | undefined;
  readonly uid?: string | undefined;
  /** Fingerprint of the key or certificate that was shown. */
  readonly credential?: string | undefined;
}

export interface SourceFacts {
  /** Address or name of the host, as the message has it. */
  readonly host: string;
  readonly port?: number | undefined;
}

/** An Authentication event with the host profile. */
export function authenticationEvent(received: Received, facts: AuthenticationFacts): MappedEvent {
  const event = draftEvent(3002, received, facts.product);
  const { severity } = received.message;
  event['activity_id'] = facts.activityId;
  event['severity_id'] = severity === undefined ? 1 : severityIdOf(severity);
  event['status_id'] = facts.statusId;
  if (facts.statusDetail !== undefined) event['status_detail'] = facts.statusDetail;
  event['user'] = userOf(facts.user);
  if (facts.actor !== undefined) event['actor'] = { user: userOf(facts.actor) };
  event['service'] = { name: facts.service };
  setEndpoints(event, received, facts);
  setManner(event, facts);
  const unmapped: Record<string, unknown> = {};
  setProcess(event, unmapped, received.message);
  keepHeaders(unmapped, received.message);
  Object.assign(unmapped, facts.unmapped);
  if (hasAny(unmapped)) event['unmapped'] = unmapped;
  return event;
}

/** From where, and on which host: the one that the message names, else the sender itself. */
function setEndpoints(event: DraftEvent, { message, origin }: Received, { source }: AuthenticationFacts): void {
  // sshd writes UNKNOWN where the connection was gone before it could ask for the address.
  if (source !== undefined && source.host !== '' && source.host !== 'UNKNOWN') {
    const endpoint = nameOrAddress(source.host);
    if (source.port !== undefined && source.port <= maxPort) endpoint['port'] = source.port;
    event['src_endpoint'] = endpoint;
  }
  const host = message.hostname ?? origin.address;
  if (host === undefined) return;
  const endpoint = nameOrAddress(host);
  event['dst_endpoint'] = endpoint;
  event['device'] = { ...endpoint, type_id: unknownType };
}

/** How one logged on: over the network or not, by which protocol, in which session. */
function setManner(event: DraftEvent, facts: AuthenticationFacts): void {
  if (facts.isRemote !== undefined) event['is_remote'] = facts.isRemote;
  if (facts.isCleartext !== undefined) event['is_cleartext'] = facts.isCleartext;
  if (facts.logonTypeId !== undefined) event['logon_type_id'] = facts.logonTypeId;
  if (facts.protocol !== undefined) {
    event['auth_protocol_id'] = facts.protocol.id;
    if (facts.protocol.id === protocol.other) event['auth_protocol'] = facts.protocol.name;
  }
  if (facts.session !== undefined) event['session'] = sessionOf(facts.session);
}

function userOf({ name, uid, credential }: UserFacts): Record<string, unknown> {
  const user: Record<string, unknown> = {};
  if (name !== undefined) user['name'] = name;
  if (uid !== undefined) user['uid'] = uid;
  if (uid === '0' || name === 'root') user['type_id'] = adminType;
  if (credential !== undefined) user['credential_uid'] = credential;
  return user;
}

function nameOrAddress(host: string): Record<string, unknown> {
  if (isIPv4(host)) return { ip: host };
  if (!host.includes(':') || !isIPv6(host)) return { hostname: host };
  const zone = host.indexOf('%');
  return zone === -1 ? { ip: host } : { ip: host.slice(0, zone), interface_name: host.slice(zone + 1) };
}

function sessionOf({ uid, terminal }: NonNullable<AuthenticationFacts['session']>): Record<string, unknown> {
  const session: Record<string, unknown> = {};
  if (uid !== undefined) session['uid'] = uid;
  if (terminal !== undefined) session['terminal'] = terminal;
  return session;
}

/** The process that checked the credentials; a process id that is no number stays as text. */
function setProcess(event: DraftEvent, unmapped: Record<string, unknown>, { procId, appName }: SyslogMessage): void {
  if (procId === undefined) return;
  if (!/^\d{1,10}$/.test(procId)) unmapped['procid'] = procId;
  else
    event['logon_process'] = appName === undefined ? { pid: Number(procId) } : { name: appName, pid: Number(procId) };
}
