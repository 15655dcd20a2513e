import type { MappedEvent } from '@sluice/connector';
import {
  Activity,
  authenticationEvent,
  LogonType,
  Status,
  type AuthenticationFacts,
  type UserFacts,
} from '../events/authentication.ts';
import { AccountActivityId, accountChange } from '../events/account-change.ts';
import { Outcome, writerOf } from '../events/frame.ts';
import { nobodyNamed } from '../events/user.ts';
import { lockedAccount, readModule, type PamFacts } from './pam-modules.ts';
import type { Received } from '../received.ts';
import { beginning } from '../text/phrase.ts';

/**
 * The modules of PAM, in any program: sessions opened and closed, failures, changed passwords.
 */
export function mapPam(received: Received): MappedEvent | undefined {
  if (moreFailures(received.text) !== undefined) return mapMoreFailures(received);
  const said = saidByPam(received);
  if (said === undefined) return undefined;
  if (said.group === 'chauthtok') return mapPasswordChange(received, said.text);
  const locked = lockedAccount(said.text);
  if (locked !== undefined && locked !== '') return mapLock(received, locked);
  const facts = readText(said.text, said.group) ?? readModule(said.text);
  return facts && pamEvent(received, said.service, facts);
}

function mapLock(received: Received, name: string): MappedEvent {
  return accountChange(received, {
    activityId: AccountActivityId.Lock,
    outcome: Outcome.Success,
    user: { name },
    process: writerOf(received),
    product,
  });
}

/** The password of an account changed, or not. */
function mapPasswordChange(received: Received, text: string): MappedEvent | undefined {
  const changed = text.startsWith('password changed for ') ? text.slice(21) : undefined;
  const missing = missingUser(text);
  const refused = text.startsWith('authentication failure; ') ? readFailure(text)?.user.name : undefined;
  const name = changed ?? missing ?? refused;
  if (name === undefined || name === '') return undefined;
  const reason = missing === undefined ? 'INVALID_CREDENTIALS' : 'USER_DOES_NOT_EXIST';
  return accountChange(received, {
    activityId: AccountActivityId.PasswordChange,
    outcome: changed === undefined ? Outcome.Failure : Outcome.Success,
    statusDetail: changed === undefined ? reason : undefined,
    user: { name },
    process: writerOf(received),
    product,
  });
}

/** `user "alice" does not exist in /etc/passwd`. */
function missingUser(text: string): string | undefined {
  return /^user "(.+)" does not exist/s.exec(text)?.[1];
}

/** Whether a text is PAM's, whatever the program that it was loaded into. */
export function isPam({ text, message }: Received): boolean {
  if (text.startsWith('pam_') || text.startsWith('(pam_') || moreFailures(text) !== undefined) return true;
  return /\(pam_.{1,32}\)$/.test(message.appName ?? '');
}

interface PamText {
  readonly service: string;
  /** `auth`, `account`, `session` or `password`, where the record says it. */
  readonly group?: string | undefined;
  readonly text: string;
}

/**
 * `pam_unix(sshd:session): text`; `pam_krb5[9]: text` and `pam_ldap: text`, which leave the service to the program; and
 * as it was written once, with the program `sshd(pam_unix)`, `text` alone, or `(pam_unix) text`.
 */
function saidByPam({ text, message: { appName } }: Received): PamText | undefined {
  if (!/^\(?pam_/.test(text)) {
    const service = appName?.slice(0, appName.indexOf('('));
    return service === undefined ? undefined : { service, text };
  }
  const [head, inside] = module.exec(text) ?? [];
  if (head === undefined) return undefined;
  const [service = '', group] = inside?.split(':') ?? [appName ?? 'PAM'];
  return { service, group, text: text.slice(head.length) };
}

const module = /^(?:\(pam_[^()]{1,64}\) |pam_[a-z0-9_]{1,32}(?:\(([^()]{0,128})\)|\[\d{1,10}\])?: )/;

/** `PAM 2 more authentication failures; logname=…`. */
function mapMoreFailures(received: Received): MappedEvent | undefined {
  const more = moreFailures(received.text);
  const facts = more === undefined ? undefined : readFailure(received.text);
  if (more === undefined || facts === undefined) return undefined;
  const count = more * (received.count ?? 1);
  const program = received.message.appName ?? 'PAM';
  return pamEvent({ ...received, count }, program.replace(/\(pam_.*$/, ''), facts);
}

function pamEvent(received: Received, service: string, facts: PamFacts): MappedEvent {
  return authenticationEvent(received, {
    ...facts,
    service,
    logonTypeId: logonTypes.get(service),
    isRemote: facts.isRemote ?? isRemote(service),
    product,
  });
}

/** What the service alone says of where its users come from. */
function isRemote(service: string): boolean | undefined {
  if (service === 'sshd') return true;
  return localServices.has(service) ? false : undefined;
}

const product = { vendor_name: 'Linux-PAM', name: 'Linux-PAM' };

const logonTypes: ReadonlyMap<string, AuthenticationFacts['logonTypeId']> = new Map([
  ['sshd', LogonType.Network],
  ['cron', LogonType.Batch],
  ['crond', LogonType.Batch],
  ['atd', LogonType.Batch],
  ['systemd-user', LogonType.OSService],
  ['login', LogonType.Interactive],
  ['gdm-password', LogonType.Interactive],
  ['gdm-fingerprint', LogonType.Interactive],
  ['lightdm', LogonType.Interactive],
  ['sddm', LogonType.Interactive],
]);

const localServices: ReadonlySet<string> = new Set([
  'cron',
  'crond',
  'atd',
  'systemd-user',
  'sudo',
  'sudo-i',
  'su',
  'su-l',
  'polkit-1',
]);

function readText(text: string, group: string | undefined): PamFacts | undefined {
  if (text.startsWith('session opened for user ')) return readOpened(text.slice(24));
  if (text.startsWith('session closed for user ')) return readClosed(text.slice(24));
  if (text.startsWith('authentication failure; ')) return readFailure(text);
  if (text.startsWith('authentication success; ')) return readSuccess(text);
  if (text.startsWith('auth could not identify password for [')) return readBracketed(text.slice(38));
  if (text.startsWith('requirement ') && group === 'auth') return readRequirement(text);
  if (text.startsWith('account ')) return readExpired(text.slice(8), ' has expired', 'ACCOUNT_EXPIRED');
  if (text.startsWith('expired password for user ')) return readExpired(text.slice(26), ' (', 'PASSWORD_EXPIRED');
  if (text === 'check pass; user unknown') return failure(nobodyNamed.name ?? '', 'USER_DOES_NOT_EXIST');
  if (text.startsWith('received for user ')) return readReceived(text.slice(18));
  return undefined;
}

/** `alice by (uid=0)`, `alice(uid=1000) by bob(uid=1001)`. */
function readOpened(rest: string): PamFacts | undefined {
  const at = rest.lastIndexOf(' by ');
  const user = readUser(at === -1 ? rest : rest.slice(0, at));
  const actor = at === -1 ? undefined : readUser(rest.slice(at + 4));
  return user && { activityId: Activity.Logon, statusId: Status.Success, user, actor };
}

function readClosed(rest: string): PamFacts | undefined {
  const user = readUser(rest);
  return user && { activityId: Activity.Logoff, statusId: Status.Success, user };
}

/** `alice(uid=1000)`, `alice`, `(uid=0)`. */
function readUser(text: string): UserFacts | undefined {
  const [, name = text, uid] = /^(.*)\(uid=([^()]*)\)$/s.exec(text) ?? [];
  if (name === '' && uid === undefined) return undefined;
  return { name: name === '' ? undefined : name, uid };
}

function readFailure(text: string): PamFacts | undefined {
  return readFields(text, { statusId: Status.Failure, statusDetail: 'INVALID_CREDENTIALS' });
}

function readSuccess(text: string): PamFacts | undefined {
  return readFields(text, { statusId: Status.Success });
}

/**
 * `logname=bob uid=1000 euid=0 tty=pts/1 ruser=bob rhost=192.0.2.7  user=root`. The user stands last and is all that
 * remains, for strangers may choose it; it is missing where there is no such user.
 */
function readFields(text: string, result: Pick<PamFacts, 'statusId' | 'statusDetail'>): PamFacts | undefined {
  const rhostAt = text.indexOf(' rhost=');
  if (rhostAt === -1) return undefined;
  const userAt = text.indexOf(' user=', rhostAt);
  const host = text.slice(rhostAt + 7, userAt === -1 ? text.length : userAt).trim();
  const head = beginning(text, rhostAt);
  const terminal = /\btty=([^ ]*)/.exec(head)?.[1] ?? '';
  const requester = /\bruser=([^ ]*)/.exec(head)?.[1] ?? '';
  return {
    ...result,
    activityId: Activity.Logon,
    user: userAt === -1 ? nobodyNamed : { name: text.slice(userAt + 6) },
    actor: requester === '' ? undefined : { name: requester },
    source: host === '' ? undefined : { host },
    ...(host === '' ? {} : { isRemote: true }),
    session: noTerminals.has(terminal) ? undefined : { terminal },
  };
}

/** What services without a terminal say in its place. */
const noTerminals: ReadonlySet<string> = new Set(['', 'ssh', 'NODEVssh', 'ftp', 'dovecot', 'cron', 'unknown']);

function readBracketed(rest: string): PamFacts | undefined {
  const at = rest.lastIndexOf(']');
  return at <= 0 ? undefined : failure(rest.slice(0, at), 'No password was given');
}

/** `requirement "uid >= 1000" not met by user "root"`. */
function readRequirement(text: string): PamFacts | undefined {
  const marker = ' not met by user "';
  const at = text.indexOf(marker);
  if (at === -1 || !text.endsWith('"')) return undefined;
  const facts = failure(text.slice(at + marker.length, -1), text.slice(0, at + 8));
  // Who is in no group that may do without a password has to give one: that refuses nobody.
  return text.startsWith('requirement "user ingroup ') ? { ...facts, statusId: Status.Unknown } : facts;
}

function readExpired(rest: string, marker: string, detail: string): PamFacts | undefined {
  const at = rest.indexOf(marker);
  return at <= 0 ? undefined : failure(rest.slice(0, at), detail);
}

/** `alice: 7 (Authentication failure)` of pam_sss. */
function readReceived(rest: string): PamFacts | undefined {
  const at = rest.lastIndexOf(': ');
  const open = rest.indexOf(' (', at);
  if (at <= 0 || open === -1 || !rest.endsWith(')')) return undefined;
  return failure(rest.slice(0, at), rest.slice(open + 2, -1));
}

function failure(name: string, detail: string): PamFacts {
  return { activityId: Activity.Logon, statusId: Status.Failure, statusDetail: detail, user: { name } };
}

/** N of `PAM N more authentication failures; …`, which PAM says for the program; once without its name. */
function moreFailures(text: string): number | undefined {
  const count = Number(/^(?:PAM )?(\d{1,9}) more authentication failure.*;/s.exec(text)?.[1]);
  return count > 0 ? count : undefined;
}
