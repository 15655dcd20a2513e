import type { AuthenticationActivityId } from '@sluice/ocsf/1.3.0';
import {
  SeverityId,
  ApiActivityStatusId as StatusId,
  type Actor,
  type Authentication,
  type NetworkEndpoint,
  type Session,
  type User,
} from '@sluice/ocsf/1.3.0';
import { isHostname } from '../../../falcon/address.ts';
import type { Fields } from '../../../falcon/fields.ts';
import { statusCode, statusMeaning } from '../../../falcon/windows.ts';
import { contextProcess, userOf } from '../actor.ts';
import type { EventMaker, Unfinished } from '../record.ts';

type Event = Unfinished<Authentication> & { actor?: Actor };
type LogonTypeId = NonNullable<Authentication['logon_type_id']>;

const logonTypes: Readonly<Record<string, LogonTypeId>> = {
  2: 2,
  3: 3,
  4: 4,
  5: 5,
  7: 7,
  8: 8,
  9: 9,
  10: 10,
  11: 11,
  12: 12,
  13: 13,
};

/** Types of logon that come over the network, and those that need someone at the machine or the machine itself. */
const remoteTypes = new Set<LogonTypeId>([3, 8, 10, 12]);
const localTypes = new Set<LogonTypeId>([2, 4, 5, 7, 11, 13]);

/** A logon or logoff, at the host that the record is of. */
export function logon(activityId: AuthenticationActivityId, statusId: StatusId): EventMaker {
  return ({ fields }) => {
    const user = userWithDomain(fields);
    if (user === undefined) return undefined;
    const event: Event = {
      class_uid: 3002,
      activity_id: activityId,
      severity_id: SeverityId.Informational,
      status_id: statusId,
      user,
      dst_endpoint: host(fields),
    };
    takeType(event, fields);
    takeProtocol(event, fields);
    if (statusId === StatusId.Failure) takeReason(event, fields);
    const source = sourceOf(fields);
    if (source !== undefined) event.src_endpoint = source;
    const session = sessionOf(fields);
    if (session !== undefined) event.session = session;
    const process = contextProcess(fields, ['ContextProcessId']);
    if (process !== undefined) event.logon_process = process;
    return event;
  };
}

function userWithDomain(fields: Fields): User | undefined {
  const user = userOf(fields);
  if (user === undefined) return undefined;
  const domain = fields.peek('LogonDomain');
  if (user.domain === undefined && domain !== undefined) {
    fields.take('LogonDomain');
    user.domain = domain;
  }
  return user;
}

function host(fields: Fields): NetworkEndpoint {
  const endpoint: NetworkEndpoint = {};
  const uid = fields.text('aid');
  if (uid !== undefined) endpoint.uid = uid;
  const name = fields.peek('ComputerName');
  if (name !== undefined) endpoint.name = name;
  if (uid === undefined && name === undefined) endpoint.name = 'unknown';
  return endpoint;
}

function takeType(event: Event, fields: Fields): void {
  const type = fields.peek('LogonType');
  const id = type === undefined || !Object.hasOwn(logonTypes, type) ? undefined : logonTypes[type];
  if (id === undefined) return;
  fields.take('LogonType');
  event.logon_type_id = id;
  if (remoteTypes.has(id)) event.is_remote = true;
  else if (localTypes.has(id)) event.is_remote = false;
  if (id === 8) event.is_cleartext = true;
}

function takeProtocol(event: Event, fields: Fields): void {
  const name = fields.text('AuthenticationPackage');
  if (name === undefined) return;
  const lower = name.toLowerCase();
  if (lower === 'kerberos') event.auth_protocol_id = 2;
  else if (lower === 'ntlm') event.auth_protocol_id = 1;
  else if (lower === 'wdigest') event.auth_protocol_id = 3;
  else {
    event.auth_protocol_id = 99;
    event.auth_protocol = name;
  }
}

/** Why Windows refused: the more exact of its two codes. */
function takeReason(event: Event, fields: Fields): void {
  const status = fields.integer('Status');
  const subStatus = fields.integer('SubStatus');
  const reason = subStatus === undefined || subStatus === 0 ? status : subStatus;
  if (reason === undefined) return;
  // Both codes say something; the one that is not in the event stays beside it.
  if (reason === subStatus && status !== undefined) fields.leave('Status');
  event.status_code = statusCode(reason);
  const meaning = statusMeaning(reason);
  if (meaning !== undefined) event.status_detail = meaning;
}

/** Where the logon came from; absent for one that came from nowhere else. */
function sourceOf(fields: Fields): NetworkEndpoint | undefined {
  const ip = fields.ip('RemoteAddressIP4') ?? fields.ip('RemoteAddressIP6');
  const written = fields.peek('ClientComputerName');
  const name = written === '-' ? undefined : written;
  if (ip === undefined && name === undefined) return undefined;
  const source: NetworkEndpoint = {};
  if (ip !== undefined) source.ip = ip;
  if (name !== undefined) {
    fields.take('ClientComputerName');
    if (isHostname(name)) source.hostname = name;
    else source.name = name;
  }
  const port = fields.port('RemotePort');
  if (port !== undefined && port > 0) source.port = port;
  return source;
}

function sessionOf(fields: Fields): Session | undefined {
  const uid = fields.first('AuthenticationId', 'LogonId');
  const begun = fields.time('LogonTime');
  if (uid === undefined && begun === undefined) return undefined;
  const session: Session = {};
  if (uid !== undefined) session.uid = uid;
  if (begun !== undefined) session.created_time = begun;
  const issuer = fields.text('LogonServer');
  if (issuer !== undefined) session.issuer = issuer;
  return session;
}
