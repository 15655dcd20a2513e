import type { MappedEvent } from '@sluice/connector';
import { Activity as Logon, authenticationEvent, LogonType, Status } from '../../events/authentication.ts';
import { severityIdOfLevel, type Product } from '../../events/base-event.ts';
import { EntityActivityId, entityManagement } from '../../events/entity-management.ts';
import { Outcome, type FrameFacts } from '../../events/frame.ts';
import { Activity, networkActivity } from '../../events/network-activity.ts';
import { nobodyNamed } from '../../events/user.ts';
import { longOf } from '../../events/values.ts';
import { allowed, blocked } from '../../events/verdict.ts';
import type { Received } from '../../received.ts';
import { phrase } from '../../text/phrase.ts';

const product: Product = { vendor_name: 'Cisco', name: 'IOS' };

interface IosMessage {
  readonly received: Received;
  readonly text: string;
  readonly head: FrameFacts;
}

type IosReader = (message: IosMessage) => MappedEvent | undefined;

const login = phrase('Login {verdict} [user: {user*}] [Source: {source}] [localport: {port}]');
const logout = phrase('User {user*} has exited tty session {session}');
const sshLogin = phrase("User '{user*}' authentication for SSH2 Session from {source} (tty = {line}) using {how}");
const logged = phrase('User:{user}  logged command:{command}');
const configuredBy = phrase('Configured from {from} by {user} on {line}');
const listed = phrase('list {list} {verdict} {protocol} {source} -> {target}, {count} packet');
const listedAlone = phrase('list {list} {verdict} {source} {count} packet');

/** Messages of Cisco's routers and switches (`%FACILITY-LEVEL-MNEMONIC`) that tell of people and packets. */
const readers: ReadonlyMap<string, IosReader> = new Map<string, IosReader>([
  ...['SEC_LOGIN LOGIN_SUCCESS', 'SEC_LOGIN LOGIN_FAILED'].map((key) => [key, readLogin] as const),
  ['SYS LOGOUT', readLogout],
  ['SYS CONFIG_I', readConfigured],
  ['SSH SSH2_USERAUTH', readSshLogin],
  ['PARSER CFGLOG_LOGGEDCMD', readCommand],
  ['IPV6_ACL ACCESSLOGP', readListed],
  ['IPV6_ACL ACCESSLOGDP', readListed],
  ...['P', 'DP', 'NP', 'S', 'RP'].map((kind) => [`SEC IPACCESSLOG${kind}`, readListed] as const),
]);

/** Undefined where the tag is none of IOS's, or the message is not one of those above: it becomes a generic event. */
export function mapIos(received: Received, tag: string, text: string): MappedEvent | undefined {
  const match = /^%([A-Z0-9_]{2,32})-(?:[A-Z0-9_]{1,32}-)?([0-7])-([A-Z0-9_]{1,48})$/.exec(tag);
  const read = match === null ? undefined : readers.get(`${match[1] ?? ''} ${match[3] ?? ''}`);
  if (match === null || read === undefined) return undefined;
  const eventCode = `${match[1] ?? ''}-${match[2] ?? ''}-${match[3] ?? ''}`;
  return read({ received, text, head: { product, eventCode, severityId: severityIdOfLevel(Number(match[2])) } });
}

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
    user: found.user === '' ? nobodyNamed : { name: found.user },
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

/** `Configured from console by alice on vty0 (192.0.2.4)`. */
function readConfigured({ received, text, head }: IosMessage): MappedEvent | undefined {
  const found = configuredBy(text);
  if (found === undefined) return undefined;
  return entityManagement(received, {
    ...head,
    activityId: EntityActivityId.Update,
    outcome: Outcome.Success,
    entity: 'configuration',
    entityType: 'Configuration',
    actor: { name: found.user },
    source: { host: /\(([^()]{1,64})\)/.exec(found.line)?.[1] },
    comment: text,
  });
}

interface Listed {
  readonly list: string;
  readonly verdict: string;
  readonly source: string;
  readonly count: string;
  readonly protocol?: string;
  readonly target?: string;
}

/** `list 102 denied tcp 192.0.2.7(4711) -> 198.51.100.2(22), 1 packet`. */
function readListed({ received, text, head }: IosMessage): MappedEvent | undefined {
  const found: Listed | undefined = listed(text) ?? listedAlone(text);
  const verdict = found?.verdict === 'permitted' ? allowed : found?.verdict === 'denied' ? blocked : undefined;
  if (found === undefined || verdict === undefined) return undefined;
  const count = longOf(found.count);
  return networkActivity(received, {
    ...head,
    activityId: verdict === blocked ? Activity.Refuse : Activity.Traffic,
    verdict,
    outcome: Outcome.Success,
    protocol: found.protocol,
    source: hostOf(found.source),
    destination: found.target === undefined ? undefined : hostOf(found.target),
    rule: { name: found.list },
    count: count !== undefined && count > 0 && count < 2_000_000_000 ? count : undefined,
  });
}

/** `192.0.2.7(4711)`, with an interface and hardware address behind it, or for ICMP `198.51.100.2 (8/0)`. */
function hostOf(text: string): { readonly host: string | undefined; readonly port: string | undefined } {
  const [, host, port] = /^([^ (]{1,255})(?:\((\d{1,5})\))?/.exec(text) ?? [];
  return { host, port };
}
