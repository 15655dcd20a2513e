import type { MappedEvent } from '@sluice/connector';
import {
  Activity,
  authenticationEvent,
  LogonType,
  Protocol,
  Status,
  type AuthenticationFacts,
} from '../../events/authentication.ts';
import { EntityActivityId, entityManagement } from '../../events/entity-management.ts';
import { Outcome } from '../../events/frame.ts';
import { tunnelActivity, TunnelActivityId } from '../../events/tunnel-activity.ts';
import { nobodyNamed, qualifiedName, type UserFacts } from '../../events/user.ts';
import { secondsOf } from '../../events/values.ts';
import { addressOf } from '../../events/endpoint.ts';
import type { FieldBag } from '../../text/field-bag.ts';
import type { PanLog } from './pan-os-log.ts';

/** Other commands, such as `request`, are activities of their own. */
const edits: ReadonlyMap<string, EntityActivityId> = new Map([
  ['add', EntityActivityId.Create],
  ['clone', EntityActivityId.Create],
  ['set', EntityActivityId.Update],
  ['edit', EntityActivityId.Update],
  ['multi-clone', EntityActivityId.Create],
  ['delete', EntityActivityId.Delete],
  ['move', EntityActivityId.Move],
  ['rename', EntityActivityId.Update],
  ['validate', EntityActivityId.Read],
  ['commit', EntityActivityId.Activate],
]);

/** CONFIG: who changed which part of the configuration. Panorama and old releases put the two changes at the end. */
export function readConfig({ received, fields, head }: PanLog): MappedEvent {
  const command = fields.take('cmd') ?? 'unknown';
  const result = fields.take('result');
  const path = fields.take('path')?.trim();
  const activityId = edits.get(command.toLowerCase()) ?? EntityActivityId.Other;
  return entityManagement(received, {
    ...head,
    activityId,
    activityName: activityId === EntityActivityId.Other ? command : undefined,
    outcome: resultOf(result),
    statusDetail: result,
    entity: path ?? 'configuration',
    entityType: 'Configuration',
    comment: command,
    actor: { name: fields.take('admin') },
    source: { host: fields.take('host') },
    unmapped: fields.rest(),
  });
}

function resultOf(word: string | undefined): Outcome | undefined {
  if (word === 'Succeeded') return Outcome.Success;
  return word === 'Failed' || word === 'Unauthorized' ? Outcome.Failure : undefined;
}

/** USERID: an address that was mapped to a user, or is no longer. */
export function readUserId({ received, fields, head, subtype }: PanLog): MappedEvent | undefined {
  const user = fields.take('user');
  if (user === undefined || (subtype !== 'login' && subtype !== 'logout')) return undefined;
  const source = fields.take('ip');
  return authenticationEvent(received, {
    ...head,
    activityId: subtype === 'login' ? Activity.Logon : Activity.Logoff,
    statusId: Status.Success,
    user: qualifiedName(user),
    source: source === undefined ? undefined : { host: source },
    service: fields.take('datasource') ?? 'User-ID',
    unmapped: fields.rest(),
  });
}

/** AUTHENTICATION: what the authentication policy asked of a user. */
export function readAuthentication({ received, fields, head }: PanLog): MappedEvent | undefined {
  const event = fields.take('event') ?? '';
  const isFailure = /fail|denied|reject|timeout/i.test(event);
  const source = fields.take('ip');
  return authenticationEvent(received, {
    ...head,
    activityId: Activity.Logon,
    statusId: isFailure ? Status.Failure : /success|succeeded/i.test(event) ? Status.Success : Status.Unknown,
    statusDetail: fields.take('desc') ?? event,
    user: userOf(fields.takeFirst('user', 'normalize_user')),
    source: source === undefined ? undefined : { host: source },
    service: fields.takeFirst('serverprofile', 'authpolicy') ?? 'PAN-OS',
    unmapped: fields.rest(),
  });
}

function userOf(name: string | undefined): UserFacts {
  return name === undefined ? nobodyNamed : qualifiedName(name);
}

/** GLOBALPROTECT: logons to portal and gateway, and the tunnel that follows. */
export function readGlobalProtect(log: PanLog): MappedEvent {
  const event = log.fields.take('eventid') ?? '';
  const isLogoff = event.endsWith('logout');
  return isLogoff || /-(?:auth|login)$/.test(event)
    ? readPortalLogon(log, event, isLogoff)
    : readPortalTunnel(log, event);
}

function readPortalLogon({ received, fields, head }: PanLog, event: string, isLogoff: boolean): MappedEvent {
  const source = addressIn(fields, 'public_ip', 'public_ipv6');
  const status = fields.take('status');
  const name = fields.take('srcuser');
  return authenticationEvent(received, {
    ...head,
    words: event,
    activityId: isLogoff ? Activity.Logoff : Activity.Logon,
    statusId: status === 'success' ? Status.Success : status === 'failure' ? Status.Failure : Status.Unknown,
    statusDetail: fields.takeFirst('reason', 'error'),
    user: userOf(name),
    source: source === undefined ? undefined : { host: source },
    isRemote: true,
    logonTypeId: LogonType.Network,
    protocol: methodOf(fields.take('auth_method')),
    service: fields.take('portal') ?? 'GlobalProtect',
    unmapped: fields.rest(),
  });
}

function readPortalTunnel({ received, fields, head }: PanLog, event: string): MappedEvent {
  const status = fields.take('status');
  const opens = /^gateway-(?:connected|setup-ssl|setup-ipsec|register)$/.test(event);
  return tunnelActivity(received, {
    ...head,
    words: fields.peek('opaque') ?? event,
    activityId: opens ? TunnelActivityId.Open : TunnelActivityId.Other,
    activityName: opens ? undefined : event,
    outcome: status === 'success' ? Outcome.Success : status === 'failure' ? Outcome.Failure : undefined,
    statusDetail: fields.takeFirst('reason', 'error'),
    source: { host: addressIn(fields, 'public_ip', 'public_ipv6'), hostname: fields.take('machinename') },
    user: userOf(fields.take('srcuser')),
    tunnelType: fields.take('tunnel_type'),
    innerAddress: addressIn(fields, 'private_ip', 'private_ipv6'),
    durationMs: secondsOf(fields.take('login_duration')),
    unmapped: fields.rest(),
  });
}

/** The first of the fields that holds an address; 0.0.0.0 says that there is none. */
function addressIn(fields: FieldBag, ...names: readonly string[]): string | undefined {
  const name = names.find((each) => addressOf(fields.peek(each)) !== undefined && fields.peek(each) !== '0.0.0.0');
  return name === undefined ? undefined : fields.take(name);
}

function methodOf(name: string | undefined): AuthenticationFacts['protocol'] {
  if (name === undefined) return undefined;
  const id = methods.get(name.toUpperCase()) ?? Protocol.Other;
  return { id, name };
}

const methods: ReadonlyMap<string, Protocol> = new Map([
  ['SAML', Protocol.SAML],
  ['KERBEROS', Protocol.Kerberos],
  ['RADIUS', Protocol.RADIUS],
]);
