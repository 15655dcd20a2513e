import type { MappedEvent } from '@sluice/connector';
import { Activity as Logon, authenticationEvent, LogonType, Status } from '../../../events/authentication.ts';
import { EntityActivityId, entityManagement } from '../../../events/entity-management.ts';
import { Outcome } from '../../../events/frame.ts';
import { Activity } from '../../../events/network-activity.ts';
import { sshActivity } from '../../../events/ssh-activity.ts';
import { nobodyNamed } from '../../../events/user.ts';
import { phrase } from '../../../text/phrase.ts';
import { eos, iosXr, nxOs, type IosMessage, type IosReaders } from './ios-message.ts';

const login = phrase('Login {verdict} [user: {user*}] [Source: {source}] [localport: {port}]');
const logout = phrase('User {user*} has exited tty session {session}');
const expired = phrase('(exec timer expired, tty {line} ({source})), user {user}');
const sshLogin = phrase("User '{user*}' authentication for SSH2 Session from {source} (tty = {line}) using {how}");
const sshSession = phrase('SSH2 Session request from {source} (tty = {line}) using {how}');
const sshClosed = phrase("SSH2 Session from {source} (tty = {line}) for user '{user*}' using {how}");
const logged = phrase('User:{user}  logged command:{command}');
const configuredBy = phrase('Configured from {from} by {user} on {line}');
const configuredAt = phrase('Configured from {from} by {line}');
const privileged = phrase('Privilege level set to {level} by {user} on {line}');
const unprivileged = phrase('Authentication to Privilege level {level} failed by {user} on {line}');
const authenticatedByXr = phrase("Successfully authenticated user '{user*}' from '{source}' on '{line}'");
const refusedByXr = phrase("Failed authentication attempt by user '{user*}' from '{source}' on '{line}'");
const leftXr = phrase("User '{user*}' from '{source}' logged out on '{line}'");
const committed = phrase("Configuration committed by user '{user*}'. {rest}");
const eosLogins = [
  { read: phrase('user {user*} logged in [from: {source}] [service: {service}]'), activityId: Logon.Logon },
  { read: phrase('user {user*} failed to login [from: {source}] [service: {service}]'), activityId: Logon.Logon },
  { read: phrase('user {user*} logged out [from: {source}] [service: {service}]'), activityId: Logon.Logoff },
];
const client = phrase('{what} {verdict} for client ({mac}) {where}');

/** Who logs on to a router or switch, and what they change there. */
export const logins: IosReaders = [
  ...['SEC_LOGIN LOGIN_SUCCESS', 'SEC_LOGIN LOGIN_FAILED'].map((key) => [key, readLogin] as const),
  ['SYS LOGOUT', readLogout],
  ['SYS LOGOUT_C6K', readLogout],
  ['SYS TTY_EXPIRE_TIMER', readExpired],
  ['SYS CONFIG_I', readConfigured],
  ['VSHD VSHD_SYSLOG_CONFIG_I', readConfigured],
  ['SYS PRIV_AUTH_PASS', readPrivilege],
  ['SYS PRIV_AUTH_FAIL', readPrivilege],
  ['SSH SSH2_USERAUTH', readSshLogin],
  ['SSH SSH2_SESSION', readSshSession],
  ['SSH SSH2_CLOSE', readSshClosed],
  ['PARSER CFGLOG_LOGGEDCMD', readCommand],
  ['SECURITY-LOGIN AUTHEN_SUCCESS', readXrLogin],
  ['SECURITY-LOGIN AUTHEN_FAILED', readXrLogin],
  ['SECURITY-SSHD INFO_SUCCESS', readXrLogin],
  ['SECURITY-SSHD INFO_FAILURE', readXrLogin],
  ['SECURITY-SSHD INFO_USER_LOGOUT', readXrLogout],
  ['MGBL-CONFIG DB_COMMIT', readCommitted],
  ['MGBL-SYS CONFIG_I', readConfigured],
  ...['LOGIN', 'LOGIN_FAILED', 'LOGOUT'].map((word) => [`AAA ${word}`, readEosLogin] as const),
  ...['DOT1X', 'MAB', 'AUTHMGR', 'SESSION_MGR'].flatMap((facility) =>
    ['SUCCESS', 'FAIL'].map((word) => [`${facility} ${word}`, readClient] as const),
  ),
];

/** `Login failed [user: eve] [Source: 203.0.113.9] [localport: 22] [Reason: Login Authentication Failed] at …`. */
function readLogin({ received, text, head }: IosMessage): MappedEvent | undefined {
  const found = login(text);
  const isSuccess = found?.verdict === 'Success';
  if (found === undefined || (!isSuccess && found.verdict !== 'failed')) return undefined;
  return authenticationEvent(received, {
    ...head,
    activityId: Logon.Logon,
    statusId: isSuccess ? Status.Success : Status.Failure,
    statusDetail: isSuccess ? undefined : /\[Reason: ([^\]]{1,128})\]/.exec(text)?.[1],
    user: userNamed(found.user),
    source: { host: found.source },
    isRemote: true,
    logonTypeId: LogonType.Network,
    service: found.port === '22' ? 'ssh' : found.port === '23' ? 'telnet' : 'IOS',
    isCleartext: found.port === '23' ? true : undefined,
    unmapped: { localport: found.port },
  });
}

/** `User 'admin' authentication for SSH2 Session from 192.0.2.9 (tty = 0) using crypto cipher '…', hmac '…' Succeeded`. */
function readSshLogin({ received, text, head }: IosMessage): MappedEvent | undefined {
  const found = sshLogin(text);
  const isSuccess = found?.how.endsWith('Succeeded') === true;
  if (found === undefined || (!isSuccess && !found.how.endsWith('Failed'))) return undefined;
  return authenticationEvent(received, {
    ...head,
    activityId: Logon.Logon,
    statusId: isSuccess ? Status.Success : Status.Failure,
    user: { name: found.user },
    source: { host: found.source },
    isRemote: true,
    isCleartext: false,
    logonTypeId: LogonType.Network,
    session: { terminal: `tty ${found.line}` },
    service: 'ssh',
  });
}

/** `SSH2 Session request from 192.0.2.9 (tty = 0) using crypto cipher '…', hmac '…' Succeeded`: nobody is named yet. */
function readSshSession({ received, text, head }: IosMessage): MappedEvent | undefined {
  const found = sshSession(text);
  const isSuccess = found?.how.endsWith('Succeeded') === true;
  if (found === undefined || (!isSuccess && !found.how.endsWith('Failed'))) return undefined;
  return sshActivity(received, {
    ...head,
    activityId: isSuccess ? Activity.Open : Activity.Fail,
    outcome: isSuccess ? Outcome.Success : Outcome.Failure,
    source: { host: found.source },
  });
}

/** `SSH2 Session from 192.0.2.9 (tty = 0) for user 'admin' using crypto cipher '…', hmac '…' closed`. */
function readSshClosed({ received, text, head }: IosMessage): MappedEvent | undefined {
  const found = sshClosed(text);
  if (found?.how.endsWith('closed') !== true) return undefined;
  return sshActivity(received, {
    ...head,
    activityId: Activity.Close,
    outcome: Outcome.Success,
    source: { host: found.source },
    actor: found.user === '' ? undefined : { name: found.user },
  });
}

/** `User:admin  logged command:no shutdown`. */
function readCommand({ received, text, head }: IosMessage): MappedEvent | undefined {
  const found = logged(text);
  if (found === undefined || found.command === '') return undefined;
  return entityManagement(received, {
    ...head,
    activityId: EntityActivityId.Update,
    outcome: Outcome.Success,
    entity: found.command,
    entityType: 'Command',
    actor: { name: found.user },
    comment: text,
  });
}

/** `User alice has exited tty session 2(192.0.2.7)`. */
function readLogout({ received, text, head }: IosMessage): MappedEvent | undefined {
  const found = logout(text);
  if (found === undefined) return undefined;
  const [, session, source] = /^(\d{1,6})\(([^()]{0,64})\)/.exec(found.session) ?? [];
  return authenticationEvent(received, {
    ...head,
    activityId: Logon.Logoff,
    statusId: Status.Success,
    user: { name: found.user },
    source: source === undefined ? undefined : { host: source },
    session: { uid: session ?? found.session },
    service: 'IOS',
  });
}

/** `(exec timer expired, tty 2 (192.0.2.7)), user alice`. */
function readExpired({ received, text, head }: IosMessage): MappedEvent | undefined {
  const found = expired(text);
  if (found === undefined) return undefined;
  return authenticationEvent(received, {
    ...head,
    activityId: Logon.Logoff,
    statusId: Status.Success,
    statusDetail: 'Exec timer expired',
    user: userNamed(found.user),
    source: { host: found.source },
    session: { uid: found.line },
    service: 'IOS',
  });
}

/**
 * `Configured from console by alice on vty0 (192.0.2.4)`, and on NX-OS `Configured from vty by alice on 192.0.2.4@pts/0`.
 * Where nobody had to log on, the line alone: `by vty0 (192.0.2.4)`, `by console`; on IOS XR the user alone, `by alice`.
 */
function readConfigured({ received, text, head }: IosMessage): MappedEvent | undefined {
  const named = configuredBy(text);
  const found = named ?? configuredAt(text);
  const user = named?.user ?? userAt(found?.line ?? '');
  if (found === undefined) return undefined;
  return entityManagement(received, {
    ...head,
    ...productOf(received, head),
    activityId: EntityActivityId.Update,
    outcome: Outcome.Success,
    entity: 'configuration',
    entityType: 'Configuration',
    actor: user === undefined ? undefined : { name: user },
    source: { host: placeOf(found.line) },
    comment: text,
  });
}

/** Arista's agent, NX-OS and IOS XR share the words. */
function productOf(
  received: IosMessage['received'],
  { eventCode, product }: IosMessage['head'],
): Pick<IosMessage['head'], 'product'> {
  if (received.message.appName === 'ConfigAgent') return { product: eos };
  if (eventCode?.startsWith('VSHD') === true) return { product: nxOs };
  return { product: eventCode?.startsWith('MGBL') === true ? iosXr : product };
}

/** The name that stands where a line of the device may stand. */
function userAt(line: string): string | undefined {
  return /^(?:console|snmp|(?:con|vty|tty|aux)\d)|[ (]/.test(line) ? undefined : line;
}

/** The address of `vty0 (192.0.2.4)` and of `192.0.2.4@pts/0`. */
function placeOf(line: string): string | undefined {
  return /\(([^()]{1,64})\)/.exec(line)?.[1] ?? /^([0-9A-Fa-f.:]{2,45})@/.exec(line)?.[1];
}

/** `Privilege level set to 15 by alice on vty0 (192.0.2.4)`: who asks for more, as with sudo. */
function readPrivilege({ received, text, head }: IosMessage): MappedEvent | undefined {
  const set = privileged(text);
  const found = set ?? unprivileged(text.replace('Authentication to privilege', 'Authentication to Privilege'));
  if (found === undefined) return undefined;
  const source = placeOf(found.line);
  return authenticationEvent(received, {
    ...head,
    activityId: Logon.Other,
    activityName: 'enable',
    statusId: set === undefined ? Status.Failure : Status.Success,
    user: userNamed(found.user),
    source: source === undefined ? undefined : { host: source },
    service: 'enable',
    unmapped: { privilege_level: found.level },
  });
}

function readXrLogin({ received, text, head }: IosMessage): MappedEvent | undefined {
  const success = authenticatedByXr(text);
  const found = success ?? refusedByXr(text);
  if (found === undefined) return undefined;
  return authenticationEvent(received, {
    ...head,
    product: iosXr,
    activityId: Logon.Logon,
    statusId: success === undefined ? Status.Failure : Status.Success,
    user: userNamed(found.user),
    source: { host: found.source },
    isRemote: true,
    session: { terminal: found.line },
    service: head.eventCode?.includes('SSHD') === true ? 'ssh' : 'IOS XR',
  });
}

function readXrLogout({ received, text, head }: IosMessage): MappedEvent | undefined {
  const found = leftXr(text);
  if (found === undefined) return undefined;
  return authenticationEvent(received, {
    ...head,
    product: iosXr,
    activityId: Logon.Logoff,
    statusId: Status.Success,
    user: userNamed(found.user),
    source: { host: found.source },
    session: { terminal: found.line },
    service: 'ssh',
  });
}

function readCommitted({ received, text, head }: IosMessage): MappedEvent | undefined {
  const found = committed(text);
  if (found === undefined) return undefined;
  return entityManagement(received, {
    ...head,
    product: iosXr,
    activityId: EntityActivityId.Update,
    outcome: Outcome.Success,
    entity: 'configuration',
    entityType: 'Configuration',
    actor: { name: found.user },
    comment: text,
  });
}

/** Arista: `user alice failed to login [from: 192.0.2.7] [service: sshd] [reason: Authentication failed]`. */
function readEosLogin({ received, text, head }: IosMessage): MappedEvent | undefined {
  for (const { read, activityId } of eosLogins) {
    const found = read(text);
    if (found === undefined) continue;
    return authenticationEvent(received, {
      ...head,
      product: eos,
      activityId,
      statusId: text.includes(' failed to login [') ? Status.Failure : Status.Success,
      statusDetail: /\[reason: ([^\]]{1,128})\]/i.exec(text)?.[1],
      user: userNamed(found.user),
      source: { host: found.source },
      service: found.service,
    });
  }
  return undefined;
}

/** `Authentication failed for client (0000.5e00.5301) on Interface Gi1/0/16 …`: a host at a port, with no user named. */
function readClient({ received, text, head }: IosMessage): MappedEvent | undefined {
  const found = client(text);
  const isFailure = found?.verdict === 'failed';
  if (found === undefined || (!isFailure && !/^succe(?:eded|ssful)$/.test(found.verdict))) return undefined;
  const isAuthentication = found.what === 'Authentication';
  if (!isAuthentication && found.what !== 'Authorization') return undefined;
  const port = /\bon Interface (\S{1,64})/.exec(found.where)?.[1];
  const session = /\bAuditSessionID (\S{1,64})/.exec(found.where)?.[1];
  return authenticationEvent(received, {
    ...head,
    activityId: isAuthentication ? Logon.Logon : Logon.Other,
    activityName: isAuthentication ? undefined : 'authorization',
    statusId: isFailure ? Status.Failure : Status.Success,
    user: nobodyNamed,
    session: session === undefined ? undefined : { uid: session },
    service: head.eventCode?.startsWith('MAB') === true ? 'MAB' : '802.1X',
    unmapped: { client_mac: found.mac, ...(port === undefined ? {} : { interface: port }) },
  });
}

function userNamed(name: string): typeof nobodyNamed {
  return name === '' ? nobodyNamed : { name };
}
