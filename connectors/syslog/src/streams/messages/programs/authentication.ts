import { isIPv4, isIPv6 } from 'node:net';
import type { MappedEvent } from '@sluice/connector';
import {
  ApiActivityStatusId as Status,
  AuthenticationActivityId as Activity,
  AuthProtocolId as Protocol,
  LogonTypeId as LogonType,
  SeverityId,
  UserTypeId,
  type Authentication,
  type NetworkEndpoint,
  type Session,
  type User,
} from '@sluice/ocsf/1.3.0';
import type { SyslogMessage } from '../message/message.ts';
import { plainAddress } from '../listen/subnets.ts';
import { headAttributes, keepStructuredData, severityIdOf, type Product } from './base-event.ts';
import type { Received } from './program.ts';

export { Activity, LogonType, Protocol, Status };

type LogonEvent = Authentication<'host'>;

const maxPort = 65_535;

/** What a program's message says of a logon or logoff. */
export interface AuthenticationFacts {
  readonly activityId: Activity;
  readonly statusId: Status;
  /** Reason, in OCSF's words where it has them: `USER_DOES_NOT_EXIST`, `INVALID_CREDENTIALS`. */
  readonly statusDetail?: string | undefined;
  /** Who logs on or off. */
  readonly user: UserFacts;
  /** Who asked for it, where that is someone else. */
  readonly actor?: UserFacts | undefined;
  readonly source?: SourceFacts | undefined;
  readonly isRemote?: boolean | undefined;
  readonly logonTypeId?: LogonType | undefined;
  readonly protocol?: { readonly id: Protocol; readonly name: string } | undefined;
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
  const { message } = received;
  const event: LogonEvent = {
    ...headAttributes(received, facts.product),
    class_uid: 3002,
    activity_id: facts.activityId,
    severity_id: severityIdOf(message, SeverityId.Informational),
    status_id: facts.statusId,
    user: userOf(facts.user),
    service: { name: facts.service },
  };
  if (facts.statusDetail !== undefined) event.status_detail = facts.statusDetail;
  if (facts.actor !== undefined) event.actor = { user: userOf(facts.actor) };
  setEndpoints(event, received, facts);
  setManner(event, facts);
  const unmapped: Record<string, unknown> = { ...facts.unmapped };
  setProcess(event, unmapped, message);
  keepStructuredData(unmapped, message);
  if (Object.keys(unmapped).length > 0) event.unmapped = unmapped;
  return event;
}

/** From where, and on which host: the one that the message names, else the sender itself. */
function setEndpoints(event: LogonEvent, { message, origin }: Received, { source }: AuthenticationFacts): void {
  // sshd writes UNKNOWN where the connection was gone before it could ask for the address.
  if (source !== undefined && source.host !== '' && source.host !== 'UNKNOWN') {
    const endpoint = nameOrAddress(source.host);
    if (source.port !== undefined && source.port <= maxPort) endpoint.port = source.port;
    event.src_endpoint = endpoint;
  }
  const host = message.hostname ?? origin.address;
  if (host === undefined) return;
  const endpoint = nameOrAddress(host);
  event.dst_endpoint = endpoint;
  event.device = { ...endpoint, type_id: 0 };
}

/** How one logged on: over the network or not, by which protocol, in which session. */
function setManner(event: LogonEvent, facts: AuthenticationFacts): void {
  if (facts.isRemote !== undefined) event.is_remote = facts.isRemote;
  if (facts.isCleartext !== undefined) event.is_cleartext = facts.isCleartext;
  if (facts.logonTypeId !== undefined) event.logon_type_id = facts.logonTypeId;
  if (facts.protocol !== undefined) {
    event.auth_protocol_id = facts.protocol.id;
    if (facts.protocol.id === Protocol.Other) event.auth_protocol = facts.protocol.name;
  }
  if (facts.session !== undefined) event.session = sessionOf(facts.session);
}

function userOf({ name, uid, credential }: UserFacts): User {
  const user: User = {};
  if (name !== undefined) user.name = name;
  if (uid !== undefined) user.uid = uid;
  if (uid === '0' || name === 'root') user.type_id = UserTypeId.Admin;
  if (credential !== undefined) user.credential_uid = credential;
  return user;
}

type HostEndpoint = Pick<NetworkEndpoint, 'hostname' | 'ip' | 'interface_name' | 'port'>;

function nameOrAddress(text: string): HostEndpoint {
  const host = plainAddress(text);
  if (isIPv4(host)) return { ip: host };
  if (!host.includes(':') || !isIPv6(host)) return { hostname: host };
  const zone = host.indexOf('%');
  return zone === -1 ? { ip: host } : { ip: host.slice(0, zone), interface_name: host.slice(zone + 1) };
}

function sessionOf({ uid, terminal }: NonNullable<AuthenticationFacts['session']>): Session {
  const session: Session = {};
  if (uid !== undefined) session.uid = uid;
  if (terminal !== undefined) session.terminal = terminal;
  return session;
}

/** The process that checked the credentials; a process id that is no number stays as text. */
function setProcess(event: LogonEvent, unmapped: Record<string, unknown>, { procId, appName }: SyslogMessage): void {
  if (procId === undefined) return;
  if (!/^\d{1,10}$/.test(procId)) unmapped['procid'] = procId;
  else event.logon_process = appName === undefined ? { pid: Number(procId) } : { name: appName, pid: Number(procId) };
}
