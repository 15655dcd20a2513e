import {
  AuthenticationActivityId,
  SeverityId,
  ApiActivityStatusId as StatusId,
  type Actor,
  type ApiActivity,
  type Authentication,
  type EntityManagement,
  type ManagedEntity,
  type User,
} from '@sluice/ocsf/1.3.0';
import { isEmailAddress, isHostname } from '../../falcon/address.ts';
import type { Fields } from '../../falcon/fields.ts';
import { apiRequest } from './api-request.ts';
import { isOnUser, userChange, type UserChange } from './console-users.ts';
import { apiVerb, entityVerb } from './verbs.ts';

export type Unfinished<Event> = Omit<Event, 'metadata'>;

/** Operations of the console's own sign-in. */
const signIns: Readonly<Record<string, AuthenticationActivityId>> = {
  userAuthenticate: AuthenticationActivityId.Logon,
  twoFactorAuthenticate: AuthenticationActivityId.Logon,
  saml2Assert: AuthenticationActivityId.Logon,
  userLogout: AuthenticationActivityId.Logoff,
  logout: AuthenticationActivityId.Logoff,
};

/** A user of the console who signs in or out, or a change of one: `AuthActivityAuditEvent`. */
export function authAudit(
  event: Fields,
):
  | Unfinished<Authentication>
  | UserChange
  | Unfinished<ApiActivity>
  | Unfinished<EntityManagement<'host'>>
  | undefined {
  const operation = event.peek('OperationName') ?? '';
  if (!Object.hasOwn(signIns, operation)) return userChangeIn(event, operation) ?? userAudit(event);
  const user = consoleUser(event);
  if (user === undefined) return undefined;
  event.take('OperationName');
  const audit: Unfinished<Authentication> = {
    class_uid: 3002,
    activity_id: signIns[operation] ?? AuthenticationActivityId.Other,
    severity_id: SeverityId.Informational,
    user,
    service: { name: event.text('ServiceName') ?? 'Falcon Console' },
    message: operation,
  };
  const status = statusOf(event);
  if (status !== undefined) audit.status_id = status;
  if (operation === 'twoFactorAuthenticate') audit.is_mfa = true;
  if (operation === 'saml2Assert') audit.auth_protocol_id = 5;
  const ip = event.ip('UserIp') ?? event.ip('SourceIp');
  if (ip !== undefined) audit.src_endpoint = { ip };
  return audit;
}

function userChangeIn(event: Fields, operation: string): UserChange | undefined {
  const actor = isOnUser(operation) ? actorOf(event) : undefined;
  if (actor === undefined) return undefined;
  const ip = event.ip('UserIp') ?? event.ip('SourceIp');
  const change = userChange(event, { operation, actor, ip, status: statusOf(event) });
  if (change !== undefined) event.take('OperationName');
  return change;
}

/**
 * Something that a user or a client of the console did, a change of a policy among others: `UserActivityAuditEvent`,
 * `APIActivityAuditEvent`. Where nothing says from where, it is what happened to a managed entity: API Activity demands
 * the source.
 */
export function userAudit(event: Fields): Unfinished<ApiActivity> | Unfinished<EntityManagement<'host'>> | undefined {
  const operation = event.peek('OperationName');
  const actor = actorOf(event);
  if (operation === undefined || actor === undefined) return undefined;
  event.take('OperationName');
  const ip = event.ip('UserIp') ?? event.ip('SourceIp');
  if (ip === undefined) return entityAudit(event, operation, actor);
  const service = event.text('ServiceName');
  const status = statusOf(event);
  const request = apiRequest(event.within(event.raw('Attributes')));
  const called = request?.operation ?? operation;
  return {
    class_uid: 6003,
    activity_id: request?.activityId ?? apiVerb(operation),
    severity_id: SeverityId.Informational,
    ...(status === undefined ? {} : { status_id: status }),
    actor,
    api: { operation: called, ...(service === undefined ? {} : { service: { name: service } }) },
    src_endpoint: { ip },
    message: called,
    ...request?.attributes,
  };
}

function entityAudit(event: Fields, operation: string, actor: Actor): Unfinished<EntityManagement<'host'>> | undefined {
  const entity = entityOf(event);
  if (entity === undefined) return undefined;
  const status = statusOf(event);
  return {
    class_uid: 3004,
    activity_id: entityVerb(operation),
    severity_id: SeverityId.Informational,
    ...(status === undefined ? {} : { status_id: status }),
    actor,
    entity,
    message: operation,
  };
}

/** What a service of the console manages, with its id where the record gives one alone. */
function entityOf(event: Fields): ManagedEntity | undefined {
  const service = event.text('ServiceName');
  if (service === undefined) return undefined;
  const list = event.raw('AuditKeyValues');
  const pairs: readonly unknown[] = Array.isArray(list) ? list.slice(0, 100) : [];
  const ids = pairs.flatMap((item) => {
    const pair = event.within(item);
    const id = pair?.peek('ValueString');
    return id !== undefined && /_id$/i.test(pair?.peek('Key') ?? '') ? [id] : [];
  });
  const [uid, ...others] = ids;
  return uid === undefined || others.length > 0 ? { name: service } : { name: service, uid };
}

function actorOf(event: Fields): Actor | undefined {
  const user = consoleUser(event);
  if (user !== undefined) return { user };
  const client = event.within(event.raw('Attributes'))?.peek('APIClientID');
  return client === undefined ? undefined : { app_uid: client };
}

function consoleUser(event: Fields): User | undefined {
  const name = event.first('UserId', 'UserName');
  if (name === undefined) return undefined;
  return isEmailAddress(name) ? { name, email_addr: name } : { name };
}

function statusOf(event: Fields): StatusId | undefined {
  const success = event.raw('Success');
  if (typeof success !== 'boolean') return undefined;
  event.take('Success');
  return success ? StatusId.Success : StatusId.Failure;
}

/** A session of Real Time Response on a host, which begins or ends. */
export function remoteResponse(
  event: Fields,
  activityId: AuthenticationActivityId,
): Unfinished<Authentication> | undefined {
  const user = consoleUser(event);
  const host = event.first('HostnameField', 'Hostname', 'HostName');
  if (user === undefined || host === undefined) return undefined;
  const session = event.text('SessionId');
  const begun = event.time('StartTimestamp');
  const sensor = event.text('AgentIdString');
  return {
    class_uid: 3002,
    activity_id: activityId,
    severity_id: SeverityId.Informational,
    status_id: StatusId.Success,
    user,
    dst_endpoint: {
      ...(isHostname(host) ? { hostname: host } : { name: host }),
      ...(sensor === undefined ? {} : { uid: sensor }),
    },
    service: { name: 'Falcon Real Time Response' },
    is_remote: true,
    session: {
      ...(session === undefined ? {} : { uid: session }),
      ...(begun === undefined ? {} : { created_time: begun }),
    },
  };
}
