import { isIP } from 'node:net';
import type { MappedEvent } from '@sluice/connector';
import { severityIdOf } from '../message/priority.ts';
import { commonAttributes, remainingHeaders } from './base-event.ts';
import type { Received } from './program.ts';

/** Ids of OCSF's Authentication class (3002) as far as Unix programs speak of them. */
export const activity = { logon: 1, logoff: 2 } as const;
export const status = { unknown: 0, success: 1, failure: 2 } as const;
export const logonType = { interactive: 2, network: 3, batch: 4, service: 5 } as const;
export const protocol = { kerberos: 2, other: 99 } as const;

const adminType = 2;

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
  readonly product?: { readonly vendor_name: string; readonly name: string } | undefined;
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
  const host = hostOf(received);
  const unmapped = { ...remainingHeaders(received.message), ...processOf(received).unmapped, ...facts.unmapped };
  const { severity } = received.message;
  return {
    class_uid: 3002,
    activity_id: facts.activityId,
    severity_id: severity === undefined ? 1 : severityIdOf(severity),
    status_id: facts.statusId,
    ...commonAttributes(received, { ...optional('product', facts.product), profiles: ['host'] }),
    user: userOf(facts.user),
    service: { name: facts.service },
    ...optional('status_detail', facts.statusDetail),
    ...optional('actor', facts.actor && { user: userOf(facts.actor) }),
    ...optional('src_endpoint', facts.source && endpointOf(facts.source)),
    ...optional('device', host && { ...host, type_id: 0 }),
    ...optional('dst_endpoint', host),
    ...optional('is_remote', facts.isRemote),
    ...optional('is_cleartext', facts.isCleartext),
    ...optional('logon_type_id', facts.logonTypeId),
    ...optional('auth_protocol_id', facts.protocol?.id),
    ...optional('auth_protocol', facts.protocol?.id === protocol.other ? facts.protocol.name : undefined),
    ...optional('session', facts.session && sessionOf(facts.session)),
    ...optional('logon_process', processOf(received).process),
    ...(Object.keys(unmapped).length === 0 ? {} : { unmapped }),
  };
}

function optional(name: string, value: unknown): Record<string, unknown> {
  return value === undefined ? {} : { [name]: value };
}

function userOf({ name, uid, credential }: UserFacts): Record<string, unknown> {
  const isRoot = uid === '0' || name === 'root';
  return {
    ...optional('name', name),
    ...(isRoot ? { type_id: adminType } : {}),
    ...optional('uid', uid),
    ...optional('credential_uid', credential),
  };
}

/** sshd writes `UNKNOWN` where the connection was gone before it could ask for the address. */
function endpointOf({ host, port }: SourceFacts): Record<string, unknown> | undefined {
  if (host === '' || host === 'UNKNOWN') return undefined;
  return { ...nameOrAddress(host), ...(port === undefined || port > 65_535 ? {} : { port }) };
}

function nameOrAddress(host: string): Record<string, unknown> {
  if (isIP(host) === 0) return { hostname: host };
  const zone = host.indexOf('%');
  return zone === -1 ? { ip: host } : { ip: host.slice(0, zone), interface_name: host.slice(zone + 1) };
}

/** The host that the message names; else the sender itself. */
function hostOf({ message, origin }: Received): Record<string, unknown> | undefined {
  const host = message.hostname ?? origin.address;
  return host === undefined ? undefined : nameOrAddress(host);
}

function sessionOf({ uid, terminal }: NonNullable<AuthenticationFacts['session']>): Record<string, unknown> {
  return { ...optional('uid', uid), ...optional('terminal', terminal) };
}

/** The process that checked the credentials; a process id that is no number stays as text. */
function processOf({ message }: Received): { process?: Record<string, unknown>; unmapped: Record<string, unknown> } {
  const { procId, appName } = message;
  if (procId === undefined) return { unmapped: {} };
  if (!/^\d{1,10}$/.test(procId)) return { unmapped: { procid: procId } };
  return { process: { ...optional('name', appName), pid: Number(procId) }, unmapped: {} };
}
