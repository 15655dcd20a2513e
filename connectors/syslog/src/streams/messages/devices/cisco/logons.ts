import type { MappedEvent } from '@sluice/connector';
import { Activity, authenticationEvent, LogonType, Status } from '../../events/authentication.ts';
import { nobodyNamed, qualifiedName, type UserFacts } from '../../events/user.ts';
import { behind, phrase } from '../../text/phrase.ts';
import type { AsaMessage, AsaReader } from './asa-event.ts';
import { readEndpoint } from './endpoint.ts';

/** Who logs on from where, as the AAA messages say it. */
interface Logon {
  readonly activityId: Activity;
  readonly activityName?: string | undefined;
  readonly statusId: Status;
  readonly user: string | undefined;
  readonly source?: string | undefined;
  readonly reason?: string | undefined;
  readonly service?: string | undefined;
  /** The AAA server that decided, or the address that was logged on to. */
  readonly server?: string | undefined;
  readonly destination?: string | undefined;
  readonly group?: string | undefined;
  readonly unmapped?: Readonly<Record<string, string>> | undefined;
}

const login = phrase('Login {verdict} from {source} to {target} for user "{user*}"');
const login611 = phrase('User authentication {verdict}: IP address: {source}, Uname: {user}');
const login611Old = phrase('User authentication {verdict}: Uname: {user}');
const adminRefused = phrase('Authentication failed for admin user {user*} from {source}. {reason}');
const loggedOut = phrase('User logged out: Uname: {user}');
const proxyBy = phrase("Authentication {verdict} for user '{user}' from {source} to {target} on interface {interface}");
const proxyStart = phrase("Auth start for user '{user}' from {source} to {target}");
const authorized = phrase(
  "Authorization {verdict} for user '{user}' from {source} to {target} on interface {interface}",
);
const sessionStart = phrase("Authen Session Start: user '{user}', sid {session}");
const sessionEnd = phrase("Authen Session End: user '{user}', sid {session}, elapsed");
const sshDisconnected = phrase(
  'SSH session from {source} on interface {interface} for user {user} disconnected by {how}',
);
const sshTerminated = phrase('SSH session from {source} on interface {interface} for user {user} terminated {how}');
const consoleFailed = phrase('Attempted console login failed. User {user*} did NOT have');
const webVpn = phrase('Authentication: {verdict}, group = {group} user = {user*} , Session Type: {type}');
const webVpnNew = phrase(
  'Group <{group}> User <{user*}> IP <{source}> Authentication: {verdict}, Session Type: {type}',
);
const fallback = phrase('Attempting AAA Fallback method {method} for {kind} request for user {user*} : {reason}');
const consoleEnable = phrase('onsole enable password incorrect for {tries} (from {source})');

/** AAA, logins to the device, and sessions of users through the authentication proxy. */
export const logons: readonly (readonly [string, AsaReader])[] = [
  ['109001', reader(proxyStart, ({ user, source, target }) => unknown(user, source, target))],
  ['109005', reader(proxyBy, (found) => decided(true, found))],
  ['109006', reader(proxyBy, (found) => decided(false, found))],
  ['109007', reader(authorized, (found) => decided(true, { ...found, reason: 'Authorization permitted' }))],
  ['109008', reader(authorized, (found) => decided(false, { ...found, reason: 'Authorization denied' }))],
  ['109033', reader(adminRefused, ({ user, source, reason }) => ({ ...failure(user), source, reason }))],
  ['109011', reader(sessionStart, ({ user, session }) => ({ ...logon(user), unmapped: { session } }))],
  ['109012', reader(sessionEnd, ({ user, session }) => ({ ...logoff(user), unmapped: { session } }))],
  ...['113004', '113005', '113008', '113012', '113015', '113016', '113017'].map((id) => [id, readAaa] as const),
  [
    '113021',
    reader(consoleFailed, ({ user }) => ({ ...failure(user), reason: 'No administrator rights', service: 'console' })),
  ],
  [
    '308001',
    reader(
      (text) => consoleEnable(text.replace(/^(?:PIX )?[Cc]/, '')),
      ({ source }) => ({
        ...failure(undefined),
        source,
        reason: 'INVALID_CREDENTIALS',
        service: 'enable',
      }),
    ),
  ],
  [
    '409023',
    reader(fallback, ({ user, method, reason }) => ({
      activityId: Activity.Other,
      activityName: 'AAA fallback',
      statusId: Status.Unknown,
      user,
      reason,
      unmapped: { method },
    })),
  ],
  ['315011', reader(sshEnd, readSshEnd)],
  ...['605004', '605005'].map((id) => [id, reader(login, readLogin)] as const),
  ['611101', (message) => readUserLogin(message, logon)],
  ['611102', (message) => readUserLogin(message, failure)],
  ['611103', reader(loggedOut, ({ user }) => logoff(user))],
  ['716038', readWebVpn],
  ['716039', readWebVpn],
];

function reader<Gaps>(read: (text: string) => Gaps | undefined, toLogon: (gaps: Gaps) => Logon | undefined): AsaReader {
  return (message) => {
    const gaps = read(message.text);
    const found = gaps === undefined ? undefined : toLogon(gaps);
    return found && logonEvent(message, found);
  };
}

const logon = (user: string | undefined): Logon => ({ activityId: Activity.Logon, statusId: Status.Success, user });
const failure = (user: string | undefined): Logon => ({ activityId: Activity.Logon, statusId: Status.Failure, user });
const logoff = (user: string | undefined): Logon => ({ activityId: Activity.Logoff, statusId: Status.Success, user });

function unknown(user: string, source: string, destination: string): Logon {
  return { activityId: Activity.Logon, statusId: Status.Unknown, user, source, destination };
}

interface Decided {
  readonly verdict: string;
  readonly user: string;
  readonly source: string;
  readonly target: string;
  readonly reason?: string;
}

/** The word in the text has to be that of the id. */
function decided(isSaidSuccess: boolean, { verdict, user, source, target, reason }: Decided): Logon | undefined {
  const isSuccess = verdict === 'succeeded' || verdict === 'permitted';
  if (isSuccess !== isSaidSuccess) return undefined;
  return { ...(isSuccess ? logon(user) : failure(user)), source, destination: target, reason };
}

/** `Login denied from 192.0.2.7/4711 to inside:198.51.100.1/ssh for user "alice"`. */
function readLogin(found: { verdict: string; source: string; target: string; user: string }): Logon | undefined {
  const slash = found.target.lastIndexOf('/');
  const service = slash === -1 ? undefined : found.target.slice(slash + 1);
  const base = { source: found.source, destination: found.target.slice(0, Math.max(slash, 0)), service };
  if (found.verdict === 'permitted') return { ...logon(found.user), ...base };
  return found.verdict === 'denied' ? { ...failure(found.user), ...base } : undefined;
}

/** The address is missing where the session never got one. */
function sshEnd(text: string): { readonly user: string; readonly source: string; readonly how: string } | undefined {
  const whole = text.replace(/^SSH session from on /, 'SSH session from  on ');
  return sshDisconnected(whole) ?? sshTerminated(whole);
}

function readSshEnd({ user, source, how }: { user: string; source: string; how: string }): Logon {
  // `SSH server, reason: "Time-out activated" (0x03)`, without the quotes, or `normally`.
  return { ...logoff(user), source, reason: /reason: "?([^"]{1,128})/.exec(how)?.[1], service: 'ssh' };
}

/** Since 9.x with the address, before without. */
function readUserLogin(message: AsaMessage, toLogon: (user: string | undefined) => Logon): MappedEvent | undefined {
  const found = login611(message.text);
  const user = found?.user ?? login611Old(message.text)?.user;
  return user === undefined ? undefined : logonEvent(message, { ...toLogon(user), source: found?.source });
}

function readWebVpn(message: AsaMessage): MappedEvent | undefined {
  const named = webVpnNew(message.text);
  const found = named ?? webVpn(message.text);
  if (found === undefined) return undefined;
  const isSuccess = found.verdict.startsWith('successful');
  if (!isSuccess && !found.verdict.startsWith('rejected')) return undefined;
  const type = found.type.replace(/\.$/, '');
  const base = { source: named?.source, group: found.group, service: type, reason: isSuccess ? undefined : 'Rejected' };
  return logonEvent(message, { ...(isSuccess ? logon(found.user) : failure(found.user)), ...base });
}

/**
 * `AAA user authentication Rejected : reason = Invalid password : server = 192.0.2.9 : user = alice : user IP = …`, with
 * commas or colons, blanks or none between. A stranger chooses the name, so what stands behind it is looked for from the
 * end.
 */
export function readAaa(message: AsaMessage): MappedEvent | undefined {
  const { text } = message;
  const isSuccess = / Successful ?[:,]| status ACCEPT/.test(text);
  const isFailure =
    / Rejected ?[:,]| status (?:REJECT|ERROR)|Unable to open AAA|marking .* as FAILED| locked out /.test(text);
  const [, head = '', named] = /^(.*?)(?:^|[ ,:])[Uu]ser ?= ?(.*)$/s.exec(text) ?? [];
  if (isSuccess === isFailure || named === undefined) return undefined;
  const [, user = named, source] = /^(.*): user IP =(.*)$/s.exec(named) ?? [];
  return logonEvent(message, {
    ...(isSuccess ? logon(user.trim()) : failure(user.trim())),
    ...aaaActivity(text),
    source: source === undefined || /^ *none *$/i.test(source) ? undefined : source.trim(),
    reason: reasonOf(behind(head, 'reason = ', ' :', ': server', ': user', ': local')),
    server: behind(head, 'server = ', ' :', ' ,', ', ', ': ')?.replace(/[:,]$/, '').trim(),
  });
}

/** Only an authentication, and a transaction of no named kind, is a logon. */
function aaaActivity(text: string): Pick<Logon, 'unmapped'> & Partial<Logon> {
  const kind = /\b(?:authentication|authorization|accounting|transaction)\b/.exec(text)?.[0] ?? 'AAA';
  const isOther = kind === 'authorization' || kind === 'accounting';
  const unmapped = { aaa: kind };
  return isOther ? { activityId: Activity.Other, activityName: kind, unmapped } : { unmapped };
}

const reasons: ReadonlyMap<string, string> = new Map([
  ['invalid password', 'INVALID_CREDENTIALS'],
  ['user was not found', 'USER_DOES_NOT_EXIST'],
  ['account has been locked out', 'ACCOUNT_LOCKED_OUT'],
  ['users account has expired', 'ACCOUNT_EXPIRED'],
  ['account has been disabled', 'ACCOUNT_DISABLED'],
  ['password has expired', 'PASSWORD_EXPIRED'],
]);

function reasonOf(text: string | undefined): string | undefined {
  const words = text?.replace(/[: ]+$/, '');
  return words === undefined ? undefined : (reasons.get(words.toLowerCase()) ?? words);
}

function logonEvent({ received, head }: AsaMessage, found: Logon): MappedEvent {
  const source = found.source === undefined || found.source === '' ? undefined : readEndpoint(found.source).endpoint;
  const unmapped: Record<string, string> = { ...found.unmapped };
  if (found.server !== undefined && found.server !== '') unmapped['aaa_server'] = found.server;
  return authenticationEvent(received, {
    ...head,
    activityId: found.activityId,
    activityName: found.activityName,
    statusId: found.statusId,
    statusDetail: found.reason,
    user: userNamed(found.user, found.group),
    source: source?.host === undefined ? undefined : { host: source.host, port: source.port },
    destination: found.destination === undefined ? undefined : readEndpoint(found.destination).endpoint,
    isRemote: source === undefined ? undefined : true,
    logonTypeId: source === undefined ? undefined : LogonType.Network,
    service: found.service ?? 'AAA',
    unmapped,
  });
}

/** The ASA hides names that it does not know behind `*****`. */
function userNamed(name: string | undefined, group: string | undefined): UserFacts {
  const plain = unquoted(name ?? '');
  const user = plain === '' || /^\*+$/.test(plain) ? nobodyNamed : qualifiedName(plain);
  return group === undefined || group === '' ? user : { ...user, groups: [group] };
}

function unquoted(text: string): string {
  return text.replace(/^["']|["']$/g, '');
}
