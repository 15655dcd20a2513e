import type { MappedEvent } from '@sluice/connector';
import {
  Activity,
  authenticationEvent,
  LogonType,
  Protocol,
  Status,
  type AuthenticationFacts,
  type SourceFacts,
} from '../events/authentication.ts';
import { nobodyNamed } from '../events/user.ts';
import { mapSshConnection } from './ssh-connection.ts';
import type { Received } from '../received.ts';

type SshdFacts = Omit<AuthenticationFacts, 'service'>;

/** A pattern of sshd's messages, by the words that it begins with. */
interface Pattern {
  readonly start: string;
  /** Reads the text behind `start`; undefined where it is something else after all. */
  read(rest: string): SshdFacts | undefined;
}

/** OpenSSH's server: logons and logoffs of users first, then connections without one. */
export function mapSshd(received: Received): MappedEvent | undefined {
  const text = withoutNoise(received.text);
  for (const pattern of patterns) {
    if (!text.startsWith(pattern.start)) continue;
    const facts = pattern.read(text.slice(pattern.start.length));
    if (facts !== undefined) return sshdEvent(received, facts);
  }
  return mapSshConnection(received, text);
}

function sshdEvent(received: Received, facts: SshdFacts): MappedEvent {
  return authenticationEvent(received, {
    ...facts,
    isRemote: true,
    isCleartext: false,
    logonTypeId: LogonType.Network,
    service: 'sshd',
    product,
  });
}

const product = { vendor_name: 'OpenBSD', name: 'OpenSSH' };
const preauth = ' [preauth]';

/** Without the level that sshd puts before some texts and the mark of its unprivileged child behind. */
function withoutNoise(text: string): string {
  let start = 0;
  if (text.startsWith('error: ')) start = 7;
  else if (text.startsWith('fatal: ')) start = 7;
  const end = text.endsWith(preauth) ? text.length - preauth.length : text.length;
  return text.slice(start, end).trimEnd();
}

const doesNotExist = 'USER_DOES_NOT_EXIST';
const badCredentials = 'INVALID_CREDENTIALS';
const tooMany = 'Too many authentication failures';

const tooManyForPam = { activityId: Activity.Logon, statusId: Status.Failure, statusDetail: tooMany };

const patterns: readonly Pattern[] = [
  { start: 'Accepted ', read: readAccepted },
  { start: 'Failed ', read: (rest) => readAttempt(rest, Status.Failure, badCredentials) },
  {
    start: 'Postponed ',
    read: (rest) => readAttempt(rest, Status.Unknown, 'Postponed: the sender was asked for more'),
  },
  { start: 'Partial ', read: (rest) => readAttempt(rest, Status.Unknown, 'Partial: another method is required') },
  { start: 'Invalid user ', read: (rest) => failed(splitFrom(rest), doesNotExist) },
  { start: 'Illegal user ', read: (rest) => failed(splitFrom(rest), doesNotExist) },
  {
    start: 'input_userauth_request: invalid user ',
    read: (rest) => failed({ user: rest }, doesNotExist),
  },
  {
    start: 'input_userauth_request: invalid user',
    read: (rest) => (rest === '' ? failed({ user: nobodyNamed.name ?? '' }, doesNotExist) : undefined),
  },
  {
    start: 'PAM service(sshd) ignoring max retries; ',
    read: () => ({ ...tooManyForPam, user: nobodyNamed }),
  },
  { start: 'maximum authentication attempts exceeded for ', read: (rest) => failedFor(rest, tooMany) },
  { start: 'PAM: ', read: readPamError },
  {
    start: 'User ',
    read: (rest) => readNotAllowed(rest) ?? readExpired(rest, ' password has expired', 'PASSWORD_EXPIRED'),
  },
  { start: 'Account ', read: (rest) => readExpired(rest, ' has expired', 'ACCOUNT_EXPIRED') },
  {
    start: 'Access denied for user ',
    read: (rest) => failed(before(rest, ' by '), 'Access denied by PAM account rules'),
  },
  { start: 'Authentication tried for ', read: readForeignHost },
  {
    start: 'Certificate invalid: ',
    read: (rest) => failed({ user: nobodyNamed.name ?? '' }, `Certificate invalid: ${rest}`),
  },
  { start: 'Login restricted for ', read: readRestricted },
  { start: 'AuthorizedKeysCommand ', read: readKeysCommand },
  {
    start: 'Authentication refused: ',
    read: (rest) => failed({ user: nobodyNamed.name ?? '' }, rest),
  },
  {
    start: 'ROOT LOGIN REFUSED FROM ',
    read: (rest) => failed({ user: 'root', source: sourceOf(rest) }, 'Root login refused'),
  },
  { start: 'Disconnecting ', read: readDisconnecting },
  {
    start: 'Disconnecting: Too many authentication failures for ',
    read: (rest) => failed({ user: rest }, tooMany),
  },
  { start: 'Connection closed by ', read: (rest) => readEnded(rest, 'Connection closed before authentication') },
  { start: 'Connection reset by ', read: (rest) => readEnded(rest, 'Connection reset before authentication') },
  { start: 'Disconnected from ', read: (rest) => readEnded(rest, 'Disconnected before authentication') },
  { start: 'Timeout, client not responding from ', read: (rest) => readEnded(rest, 'Client not responding') },
];

/** `password for alice from 192.0.2.7 port 4711 ssh2: RSA SHA256:…`; the user exists, so the name holds no space. */
function readAccepted(rest: string): SshdFacts | undefined {
  const attempt = splitMethod(rest);
  if (attempt === undefined) return undefined;
  const at = attempt.rest.indexOf(' from ');
  if (at === -1) return undefined;
  const tail = attempt.rest.slice(at + 6);
  const key = keyOf(tail);
  return {
    activityId: Activity.Logon,
    statusId: Status.Success,
    user: { name: attempt.rest.slice(0, at), credential: key?.fingerprint },
    source: sourceOf(tail),
    protocol: protocolOf(attempt.method),
    unmapped: key && { key_type: key.type },
  };
}

/** `password for [invalid user ]alice from 192.0.2.7 port 4711 ssh2`. */
function readAttempt(rest: string, statusId: Status, detail: string): SshdFacts | undefined {
  const attempt = splitMethod(rest);
  if (attempt === undefined) return undefined;
  const { isInvalid, name } = splitInvalid(attempt.rest);
  const { user, source } = splitFrom(name);
  if (source === undefined) return undefined;
  const key = keyOf(name.slice(user.length));
  const isUnnamed = user === '<invalid username>';
  return {
    activityId: Activity.Logon,
    statusId,
    statusDetail: isInvalid === true || isUnnamed ? doesNotExist : detail,
    user: { name: isUnnamed ? nobodyNamed.name : user, credential: key?.fingerprint },
    source,
    protocol: protocolOf(attempt.method),
    unmapped: key && { key_type: key.type },
  };
}

/** `Authentication failure for [illegal user ]alice from 192.0.2.7`, as PAM's own words for it differ. */
function readPamError(rest: string): SshdFacts | undefined {
  const reason = reasonsWithFor.find((known) => rest.startsWith(`${known} for `));
  const at = reason?.length ?? rest.indexOf(' for ');
  return at === -1 ? undefined : failedFor(rest.slice(at + 5), rest.slice(0, at));
}

/** PAM's own words that hold the one which the user's name follows. */
const reasonsWithFor: readonly string[] = [
  'Have exhausted maximum number of retries for service',
  'Cannot make/remove an entry for the specified session',
];

/** `alice from 192.0.2.7 not allowed because …`, with or without a port. */
function readNotAllowed(rest: string): SshdFacts | undefined {
  const marker = ' not allowed because ';
  const at = rest.lastIndexOf(marker);
  if (at === -1) return undefined;
  const reason = rest.slice(at + marker.length);
  return failed(splitFrom(rest.slice(0, at)), reason === 'account is locked' ? 'ACCOUNT_LOCKED_OUT' : reason);
}

/** `alice password has expired (password aged)`, and `alice has expired` of accounts. */
function readExpired(rest: string, marker: string, detail: string): SshdFacts | undefined {
  return failed(before(rest, marker), detail);
}

/** `authenticating user alice 192.0.2.7 port 4711: Too many authentication failures`. */
function readDisconnecting(rest: string): SshdFacts | undefined {
  // This reason goes on with names that strangers chose.
  const change = rest.indexOf(': Change of username or service not allowed');
  const colon = change === -1 ? rest.lastIndexOf(': ') : change;
  return colon === -1 ? undefined : readEnded(rest.slice(0, colon), rest.slice(colon + 2));
}

/**
 * The end of a connection whose user sshd knew: `authenticating user alice 192.0.2.7 port 4711` and `invalid user …`
 * never logged on, `user …` did and has logged off.
 */
function readEnded(rest: string, detail: string): SshdFacts | undefined {
  if (rest.startsWith('authenticating user ')) return failed(splitAddress(rest.slice(20)), detail);
  if (rest.startsWith('invalid user ')) return failed(splitAddress(rest.slice(13)), doesNotExist);
  if (!rest.startsWith('user ')) return undefined;
  const { user, source } = splitAddress(rest.slice(5));
  if (source === undefined) return undefined;
  return { activityId: Activity.Logoff, statusId: Status.Success, user: { name: user }, source };
}

/**
 * `/usr/share/ec2-instance-connect/eic_run_authorized_keys alice SHA256:… failed, status 22`: it had no key for the user,
 * who may yet log on with another.
 */
function readKeysCommand(rest: string): SshdFacts | undefined {
  const [, user, status] =
    /^\/[^ ]{1,255} ([^ ]{1,256})(?: SHA256:[^ ]{1,64})? failed, (status \d{1,5})$/.exec(rest) ?? [];
  if (user === undefined) return undefined;
  return {
    activityId: Activity.Other,
    activityName: 'Key lookup',
    statusId: Status.Failure,
    statusDetail: status,
    user: { name: user },
  };
}

/** `alice with correct key but not from a permitted host (host=host.example.com, ip=192.0.2.7, required=198.51.100.*).` */
function readForeignHost(rest: string): SshdFacts | undefined {
  const [, user, host] =
    /^(.{1,256}) with (?:correct key but not from|valid certificate but not from) a permitted (?:host|source address) \((?:host=[^,()]{0,255}, )?ip=([^ ,()]{2,64})/.exec(
      rest,
    ) ?? [];
  return host === undefined ? undefined : failed({ user: user ?? '', source: { host } }, 'Not from a permitted host');
}

/** AIX: `alice: 3004-303 There have been too many unsuccessful login attempts; please see the system administrator.` */
function readRestricted(rest: string): SshdFacts | undefined {
  const [, user, reason] = /^(.{1,256}): (3004-\d{3} .*)$/s.exec(rest) ?? [];
  return reason === undefined ? undefined : failed({ user: user ?? '' }, reason);
}

interface UserAndSource {
  readonly user: string;
  readonly source?: SourceFacts | undefined;
}

function failed(facts: UserAndSource | undefined, detail: string): SshdFacts | undefined {
  if (facts === undefined) return undefined;
  const { user, source } = facts;
  return { activityId: Activity.Logon, statusId: Status.Failure, statusDetail: detail, user: { name: user }, source };
}

function failedFor(rest: string, detail: string): SshdFacts | undefined {
  const { isInvalid, name } = splitInvalid(rest);
  return failed(splitFrom(name), isInvalid === true ? doesNotExist : detail);
}

function before(rest: string, marker: string): UserAndSource | undefined {
  const at = rest.indexOf(marker);
  return at === -1 ? undefined : { user: rest.slice(0, at) };
}

function splitMethod(text: string): { readonly method: string; readonly rest: string } | undefined {
  const [, method, rest = ''] = /^([^ ]+) for (.*)$/s.exec(text) ?? [];
  return method === undefined ? undefined : { method, rest };
}

function splitInvalid(rest: string): { readonly isInvalid?: boolean; readonly name: string } {
  if (rest.startsWith('invalid user ')) return { isInvalid: true, name: rest.slice(13) };
  if (rest.startsWith('illegal user ')) return { isInvalid: true, name: rest.slice(13) };
  return { name: rest };
}

/** `NAME from HOST…`. Strangers choose the name, so it may hold ` from ` too: the last one is sshd's own. */
function splitFrom(text: string): UserAndSource {
  const at = text.lastIndexOf(' from ');
  return at === -1 ? { user: text } : { user: text.slice(0, at), source: sourceOf(text.slice(at + 6)) };
}

/** `NAME HOST port N`. */
function splitAddress(text: string): UserAndSource {
  const [, user = text, place] = /^(.*) ([^ ]+ port .*)$/s.exec(text) ?? [];
  return { user, source: place === undefined ? undefined : sourceOf(place) };
}

/** `192.0.2.7`, `192.0.2.7 port 4711 ssh2`. */
function sourceOf(text: string): SourceFacts {
  const [, host = '', port] = /^([^ ]*)(?: port (\d{1,5})(?!\d))?/.exec(text) ?? [];
  return { host, port };
}

function protocolOf(method: string): NonNullable<AuthenticationFacts['protocol']> {
  return { id: method.startsWith('gssapi') ? Protocol.Kerberos : Protocol.Other, name: method };
}

/** The key behind `ssh2: `: its type and fingerprint, `RSA SHA256:…`; what follows for certificates stays in the text. */
function keyOf(tail: string): { readonly type: string; readonly fingerprint: string } | undefined {
  const at = tail.indexOf(' ssh2: ');
  if (at === -1) return undefined;
  const [type = '', fingerprint = ''] = tail.slice(at + 7).split(' ');
  // Host-based, the client's user and host follow behind a comma.
  return fingerprint === '' ? undefined : { type, fingerprint: fingerprint.replace(/,$/, '') };
}
