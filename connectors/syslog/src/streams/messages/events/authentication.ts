import type { MappedEvent } from '@sluice/connector';
import {
  ApiActivityStatusId as Status,
  AuthenticationActivityId as Activity,
  AuthProtocolId as Protocol,
  LogonTypeId as LogonType,
  SeverityId,
  type Authentication,
  type Session,
} from '@sluice/ocsf/1.3.0';
import { headAttributes, keepStructuredData, severityIdOf, type HeadFacts } from './base-event.ts';
import { endpointOf, nameOrAddress, type DeviceFacts, type EndpointFacts } from './endpoint.ts';
import { processOf, writerOf } from './frame.ts';
import { userOf, type UserFacts } from './user.ts';
import { portOf } from './values.ts';
import type { Received } from '../received.ts';

export { Activity, LogonType, Protocol, Status, type UserFacts };

type LogonEvent = Authentication<'host'>;

/** What a program's message says of a logon or logoff. */
export interface AuthenticationFacts extends HeadFacts {
  readonly activityId: Activity;
  /** The activity in words, where it is Other. */
  readonly activityName?: string | undefined;
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
  /** What one logs on to, where that is not the device itself. */
  readonly destination?: EndpointFacts | undefined;
  readonly device?: DeviceFacts | undefined;
  readonly isMfa?: boolean | undefined;
  readonly severityId?: SeverityId | undefined;
  readonly unmapped?: Readonly<Record<string, unknown>> | undefined;
}

export interface SourceFacts {
  /** Address or name of the host, as the message has it. */
  readonly host: string;
  readonly port?: number | string | undefined;
}

/** An Authentication event with the host profile. */
export function authenticationEvent(received: Received, facts: AuthenticationFacts): MappedEvent {
  const { message } = received;
  const event: LogonEvent = {
    ...headAttributes(received, facts),
    class_uid: 3002,
    activity_id: facts.activityId,
    severity_id: facts.severityId ?? severityIdOf(message, SeverityId.Informational),
    status_id: facts.statusId,
    user: userOf(facts.user),
    service: { name: facts.service },
  };
  if (facts.activityName !== undefined) event.activity_name = facts.activityName;
  if (facts.statusDetail !== undefined) event.status_detail = facts.statusDetail;
  if (facts.actor !== undefined) event.actor = { user: userOf(facts.actor) };
  setEndpoints(event, received, facts);
  setManner(event, facts);
  const unmapped: Record<string, unknown> = { ...facts.unmapped };
  setProcess(event, unmapped, received);
  keepStructuredData(unmapped, message);
  if (Object.keys(unmapped).length > 0) event.unmapped = unmapped;
  return event;
}

/** From where, and on which host: the one that the message names, else the sender itself. */
function setEndpoints(event: LogonEvent, { message, origin }: Received, facts: AuthenticationFacts): void {
  const { source } = facts;
  // sshd writes UNKNOWN where the connection was gone before it could ask for the address.
  if (source !== undefined && source.host !== '' && source.host !== 'UNKNOWN') {
    const endpoint = nameOrAddress(source.host);
    const port = portOf(source.port);
    // Devices write 0 where they do not know it.
    if (port !== undefined && port > 0) endpoint.port = port;
    event.src_endpoint = endpoint;
  }
  const host = facts.device?.hostname ?? message.hostname ?? origin.address;
  if (host === undefined) return;
  const endpoint = nameOrAddress(host);
  event.dst_endpoint = endpointOf(facts.destination) ?? endpoint;
  event.device = { ...endpoint, type_id: facts.device?.typeId ?? 0 };
  if (facts.device?.uid !== undefined) event.device.uid = facts.device.uid;
}

/** How one logged on: over the network or not, by which protocol, in which session. */
function setManner(event: LogonEvent, facts: AuthenticationFacts): void {
  if (facts.isRemote !== undefined) event.is_remote = facts.isRemote;
  if (facts.isMfa !== undefined) event.is_mfa = facts.isMfa;
  if (facts.isCleartext !== undefined) event.is_cleartext = facts.isCleartext;
  if (facts.logonTypeId !== undefined) event.logon_type_id = facts.logonTypeId;
  if (facts.protocol !== undefined) {
    event.auth_protocol_id = facts.protocol.id;
    if (facts.protocol.id === Protocol.Other) event.auth_protocol = facts.protocol.name;
  }
  if (facts.session !== undefined) event.session = sessionOf(facts.session);
}

function sessionOf({ uid, terminal }: NonNullable<AuthenticationFacts['session']>): Session {
  const session: Session = {};
  if (uid !== undefined) session.uid = uid;
  if (terminal !== undefined) session.terminal = terminal;
  return session;
}

/** The process that checked the credentials; a process id that is no number stays as text. */
function setProcess(event: LogonEvent, unmapped: Record<string, unknown>, received: Received): void {
  const process = writerOf(received);
  if (process !== undefined) event.logon_process = processOf(process);
  else if (received.message.procId !== undefined) unmapped['procid'] = received.message.procId;
}
