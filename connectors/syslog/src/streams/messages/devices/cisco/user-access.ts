import type { MappedEvent } from '@sluice/connector';
import { AccountActivityId, accountChange } from '../../events/account-change.ts';
import { Activity as Logon, authenticationEvent, LogonType, Status } from '../../events/authentication.ts';
import { Outcome } from '../../events/frame.ts';
import { Activity, networkActivity } from '../../events/network-activity.ts';
import { nobodyNamed, qualifiedName } from '../../events/user.ts';
import { allowed, blocked } from '../../events/verdict.ts';
import { beginning, before, phrase } from '../../text/phrase.ts';
import type { AsaMessage, AsaReader } from './asa-event.ts';
import { readEndpoint } from './endpoint.ts';
import { readAaa } from './logons.ts';

const defaultPolicy = phrase('AAA retrieved default group policy ({policy}) for user{user}');
const ownPolicy = phrase('AAA retrieved user specific group policy ({policy}) for user{user}');
const bracketlessPolicy = phrase('AAA retrieved {kind} group policy {policy} for user{user}');
const policySet = phrase('AAA group policy for user {user*} is being set to {policy}');
const challenge = phrase('AAA challenge received for user {user*} from server {server}');
const locked = phrase('User {user*} locked out on exceeding {limit} successive failed authentication attempts');
const unlocked = phrase('User {user*} unlocked by {actor}');
const networkUser = phrase('Authentication failed for network user {user*} from {source} to {rest}');
const mapping = phrase('user-identity: {verb} IP-User mapping {source} - {user} {result} - {reason}');
const granted = phrase('Group <{group}> User <{user*}> IP <{source}> WebVPN access {verdict}: {url}');
const grantedOld = phrase('Group {group} User {user*} IP {source} WebVPN access {verdict}: {url}');
const denied = phrase('Group <{group}> User <{user*}> WebVPN access DENIED to specified location: {url}');
const deniedFrom = phrase(
  'Group <{group}> User <{user*}> IP <{source}> WebVPN access DENIED to specified location: {url}',
);
const password = phrase('PASSWORD: {service} {verdict}, user {user*}, cause: {reason}');
const asdm = phrase('ASDM {kind} number {session} from {source} {verb}');
const rekeyed = phrase('SSH session from {source} on interface {interface} for user "{user}" rekeyed {result}');

/** What users are told that they may, around their logons: policies, challenges, certificates, mappings, and pages. */
export const userAccess: readonly (readonly [string, AsaReader])[] = [
  ['109034', readNetworkUser],
  ['113003', (message) => readPolicy(message, policySet(message.text))],
  ['113006', readLocked],
  ['113007', readUnlocked],
  ['113009', (message) => readPolicy(message, defaultPolicy(message.text) ?? bracketlessPolicy(message.text))],
  ['113010', readChallenge],
  ['113011', (message) => readPolicy(message, ownPolicy(message.text) ?? bracketlessPolicy(message.text))],
  ['113037', readRefused],
  ['315013', readRekeyed],
  ...['772002', '772003', '772004', '772005', '772006'].map((id) => [id, readPassword] as const),
  ...['606001', '606002', '606003', '606004'].map((id) => [id, readAsdm] as const),
  ['716003', (message) => readPage(message, granted(message.text) ?? grantedOld(message.text))],
  ['716004', (message) => readPage(message, deniedFrom(message.text) ?? denied(message.text), 'DENIED')],
  ['717009', (message) => readCertificate(message, Status.Failure)],
  ['717022', (message) => readCertificate(message, Status.Success)],
  ['717027', (message) => readCertificate(message, Status.Failure)],
  ['717028', (message) => readCertificate(message, Status.Success)],
  ['746012', readMapping],
  ['746013', readMapping],
];

interface Policy {
  readonly user: string;
  readonly policy: string;
}

/** Which policy an authenticated user comes under. */
function readPolicy({ received, head }: AsaMessage, found: Policy | undefined): MappedEvent | undefined {
  if (found === undefined) return undefined;
  const user = found.user.replace(/^ ?= ?/, '').trim();
  if (user === '') return undefined;
  return authenticationEvent(received, {
    ...head,
    activityId: Logon.Other,
    activityName: 'authorization',
    statusId: Status.Success,
    user: userNamed(user),
    service: 'AAA',
    unmapped: { group_policy: found.policy.replace(/\.$/, '') },
  });
}

function readChallenge({ received, head, text }: AsaMessage): MappedEvent | undefined {
  const found = challenge(text);
  if (found === undefined) return undefined;
  return authenticationEvent(received, {
    ...head,
    activityId: Logon.Logon,
    statusId: Status.Unknown,
    statusDetail: 'Challenge received',
    user: userNamed(found.user),
    service: 'AAA',
    unmapped: { aaa_server: found.server.replace(/\.$/, '') },
  });
}

/** Some releases name the user behind `user = `; the rest of the words are those of AAA then. */
function readLocked(message: AsaMessage): MappedEvent | undefined {
  const { received, head, text } = message;
  const found = locked(text);
  if (found === undefined || found.user === '') return readAaa(message);
  return accountChange(received, {
    ...head,
    activityId: AccountActivityId.Lock,
    outcome: Outcome.Success,
    user: { name: found.user.replace(/^'(.*)'$/s, '$1') },
  });
}

function readUnlocked({ received, head, text }: AsaMessage): MappedEvent | undefined {
  const found = unlocked(text);
  if (found === undefined) return undefined;
  return accountChange(received, {
    ...head,
    activityId: AccountActivityId.Other,
    activityName: 'Unlock',
    outcome: Outcome.Success,
    user: { name: found.user },
    actor: { name: found.actor.replace(/\.$/, '') },
  });
}

/** `Reboot pending, new sessions disabled. Denied user login.` */
function readRefused({ received, head, text }: AsaMessage): MappedEvent | undefined {
  if (!text.includes('Denied user login')) return undefined;
  return authenticationEvent(received, {
    ...head,
    activityId: Logon.Logon,
    statusId: Status.Failure,
    statusDetail: before(text, '. '),
    user: nobodyNamed,
    service: 'VPN',
  });
}

/** `Authentication failed for network user alice from 192.0.2.7/4711 to 198.51.100.2/23. Invalid password`. */
function readNetworkUser({ received, head, text }: AsaMessage): MappedEvent | undefined {
  const found = networkUser(text);
  const [, target, reason] = /^(\S{2,64}?)\.? +(\S.*)$/.exec(found?.rest ?? '') ?? [];
  if (found === undefined) return undefined;
  const source = readEndpoint(found.source).endpoint;
  return authenticationEvent(received, {
    ...head,
    activityId: Logon.Logon,
    statusId: Status.Failure,
    statusDetail: reason,
    user: userNamed(found.user),
    source: source.host === undefined ? undefined : { host: source.host, port: source.port },
    destination: readEndpoint(target ?? found.rest).endpoint,
    isRemote: true,
    logonTypeId: LogonType.Network,
    service: 'AAA',
  });
}

/** Whether a certificate was found to be good; whose it is tells neither a user nor a host for certain. */
function readCertificate({ received, head, text }: AsaMessage, statusId: Status): MappedEvent {
  const subject = /\bsubject name: {1,2}(.{1,512})$/.exec(text)?.[1]?.replace(/\.$/, '');
  const serial = /\bserial number: ([0-9A-Fa-f]{1,64})/.exec(text)?.[1];
  return authenticationEvent(received, {
    ...head,
    activityId: Logon.Other,
    activityName: 'certificate validation',
    statusId,
    statusDetail: statusId === Status.Failure ? beginning(text, 256) : undefined,
    user: nobodyNamed,
    service: 'PKI',
    unmapped: {
      ...(subject === undefined ? {} : { certificate_subject: subject }),
      ...(serial === undefined ? {} : { certificate_serial: serial }),
    },
  });
}

/** `Add IP-User mapping 192.0.2.7 - EXAMPLE\alice Succeeded - VPN user`: who is taken to be at an address. */
function readMapping({ received, head, text }: AsaMessage): MappedEvent | undefined {
  const found = mapping(text);
  if (found === undefined) return undefined;
  const isAdded = found.verb === 'Add';
  if (!isAdded && found.verb !== 'Delete') return undefined;
  const isFailure = found.result === 'Failed';
  if (!isFailure && found.result !== 'Succeeded') return undefined;
  return authenticationEvent(received, {
    ...head,
    activityId: Logon.Other,
    activityName: isAdded ? 'IP-User mapping added' : 'IP-User mapping deleted',
    statusId: isFailure ? Status.Failure : Status.Success,
    statusDetail: found.reason,
    user: userNamed(found.user),
    source: { host: found.source },
    service: 'user-identity',
  });
}

function readRekeyed({ received, head, text }: AsaMessage): MappedEvent | undefined {
  const found = rekeyed(text);
  if (found === undefined) return undefined;
  return networkActivity(received, {
    ...head,
    activityId: Activity.Traffic,
    outcome: found.result.startsWith('success') ? Outcome.Success : Outcome.Failure,
    protocol: 'tcp',
    source: { ...readEndpoint(found.source).endpoint, interface: found.interface },
    application: 'ssh',
    actor: { name: found.user },
  });
}

/** `ASDM session number 0 from 192.0.2.7 started`: nobody is named, so it is a connection. */
function readAsdm({ received, head, text }: AsaMessage): MappedEvent | undefined {
  const found = asdm(text);
  if (found === undefined) return undefined;
  const verb = /^(?:started|ended)/.exec(found.verb)?.[0];
  if (verb === undefined) return undefined;
  return networkActivity(received, {
    ...head,
    activityId: verb === 'started' ? Activity.Open : Activity.Close,
    outcome: Outcome.Success,
    source: readEndpoint(found.source).endpoint,
    application: 'asdm',
    unmapped: { asdm_session: found.session },
  });
}

/** `PASSWORD: ssh login failed, user alice, cause: password expired`; whether a warning let the user in, it does not say. */
function readPassword({ received, head, text }: AsaMessage): MappedEvent | undefined {
  const found = password(text);
  if (found === undefined) return undefined;
  const isFailure = /failed|rejected/.test(found.verdict);
  if (!isFailure && !found.verdict.includes('warning')) return undefined;
  return authenticationEvent(received, {
    ...head,
    activityId: Logon.Logon,
    statusId: isFailure ? Status.Failure : Status.Unknown,
    statusDetail: found.reason === 'password expired' ? 'PASSWORD_EXPIRED' : found.reason,
    user: userNamed(found.user),
    service: found.service,
  });
}

interface Page {
  readonly group: string;
  readonly user: string;
  readonly url: string;
  readonly source?: string;
  readonly verdict?: string;
}

/** `WebVPN access GRANTED: https://intranet.example.com/`. */
function readPage({ received, head }: AsaMessage, found: Page | undefined, word?: string): MappedEvent | undefined {
  if (found === undefined) return undefined;
  const said = word ?? found.verdict;
  const verdict = said === 'GRANTED' ? allowed : said === 'DENIED' ? blocked : undefined;
  if (verdict === undefined) return undefined;
  return networkActivity(received, {
    ...head,
    activityId: verdict === allowed ? Activity.Traffic : Activity.Refuse,
    verdict,
    outcome: verdict === allowed ? Outcome.Success : Outcome.Failure,
    source: found.source === undefined ? undefined : { host: found.source },
    actor: found.user === '' ? undefined : userNamed(found.user),
    url: { text: found.url.replace(/^"|"$/g, '') },
    unmapped: { group: found.group },
  });
}

function userNamed(name: string): ReturnType<typeof qualifiedName> {
  return /^\*+$/.test(name) ? nobodyNamed : qualifiedName(name);
}
