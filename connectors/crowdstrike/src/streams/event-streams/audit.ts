import {
  ApiActivityActivityId,
  ApiActivityStatusId as StatusId,
  AuthenticationActivityId,
  SeverityId,
  type ApiActivity,
  type Authentication,
  type User,
} from '@sluice/ocsf/1.3.0';
import { isHostname } from '../../falcon/address.ts';
import type { Fields } from '../../falcon/fields.ts';

type Unfinished<Event> = Omit<Event, 'metadata'>;

/** Operations of the console's own sign-in. */
const signIns: Readonly<Record<string, AuthenticationActivityId>> = {
  userAuthenticate: AuthenticationActivityId.Logon,
  twoFactorAuthenticate: AuthenticationActivityId.Logon,
  saml2Assert: AuthenticationActivityId.Logon,
  userLogout: AuthenticationActivityId.Logoff,
  logout: AuthenticationActivityId.Logoff,
};

/** A user of the console who signs in or out, or a change of one: `AuthActivityAuditEvent`. */
export function authAudit(event: Fields): Unfinished<Authentication> | Unfinished<ApiActivity> | undefined {
  const operation = event.peek('OperationName') ?? '';
  if (!Object.hasOwn(signIns, operation)) return userAudit(event);
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
  const ip = event.ip('UserIp');
  if (ip !== undefined) audit.src_endpoint = { ip };
  return audit;
}

/** Something a user of the console did, a change of a policy among others: `UserActivityAuditEvent`. */
export function userAudit(event: Fields): Unfinished<ApiActivity> | undefined {
  const operation = event.peek('OperationName');
  const user = consoleUser(event);
  const ip = event.ip('UserIp');
  if (operation === undefined || user === undefined || ip === undefined) return undefined;
  event.take('OperationName');
  const service = event.text('ServiceName');
  const status = statusOf(event);
  return {
    class_uid: 6003,
    activity_id: verbOf(operation),
    severity_id: SeverityId.Informational,
    ...(status === undefined ? {} : { status_id: status }),
    actor: { user },
    api: { operation, ...(service === undefined ? {} : { service: { name: service } }) },
    src_endpoint: { ip },
    message: operation,
  };
}

function consoleUser(event: Fields): User | undefined {
  const name = event.first('UserId', 'UserName');
  if (name === undefined) return undefined;
  return /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(name) ? { name, email_addr: name } : { name };
}

function statusOf(event: Fields): StatusId | undefined {
  const success = event.raw('Success');
  if (typeof success !== 'boolean') return undefined;
  event.take('Success');
  return success ? StatusId.Success : StatusId.Failure;
}

const verbs: readonly (readonly [RegExp, ApiActivityActivityId])[] = [
  [/^(?:create|add|upload|enable|grant|activate)/i, ApiActivityActivityId.Create],
  [/^(?:get|read|view|list|query|download|export)/i, ApiActivityActivityId.Read],
  [/^(?:update|change|modify|set|edit|assign|reset|perform)/i, ApiActivityActivityId.Update],
  [/^(?:delete|remove|revoke|disable|deactivate)/i, ApiActivityActivityId.Delete],
];

/** The kind of operation by the verb that its name begins with, which need not stand apart: `updatePolicy`, `update_policy`. */
function verbOf(operation: string): ApiActivityActivityId {
  return verbs.find(([pattern]) => pattern.test(operation))?.[1] ?? ApiActivityActivityId.Other;
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
  return {
    class_uid: 3002,
    activity_id: activityId,
    severity_id: SeverityId.Informational,
    status_id: StatusId.Success,
    user,
    dst_endpoint: isHostname(host) ? { hostname: host } : { name: host },
    service: { name: 'Falcon Real Time Response' },
    is_remote: true,
    session: {
      ...(session === undefined ? {} : { uid: session }),
      ...(begun === undefined ? {} : { created_time: begun }),
    },
  };
}
