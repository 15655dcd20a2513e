import type { MappedEvent } from '@sluice/connector';
import { Activity, authenticationEvent, LogonType, Protocol, Status } from '../events/authentication.ts';
import { Outcome } from '../events/frame.ts';
import { Activity as NetworkActivity, networkActivity } from '../events/network-activity.ts';
import { nobodyNamed } from '../events/user.ts';
import type { Received } from '../received.ts';
import { before } from '../text/phrase.ts';

const product = { vendor_name: 'Dovecot', name: 'Dovecot' };

/** `imap-login: `, and `pop3-login: Info: ` where the level stands in the text. */
const loginStart = /^([a-z0-9]{3,16})-login: (?:Info: )?/;
const refused =
  /^(?:Disconnected|Aborted login|Login aborted|Maximum number of connections)[^(]{0,64}\(([^()]{0,128}(?:\([^()]{0,64}\)[^()]{0,64})?)\)/;
const ended =
  /^([a-z0-9]{3,16}|IMAP|POP3)\(([^()]{1,255})\)(?:<\d{1,10}><[^<>]{1,64}>|\[\d{1,10}\])?: (?:Info: )?(?:Logged out|Disconnected|Connection closed)/;
const worker =
  /^auth(?:-worker)?(?:\((?:\d{1,10}|default)\))?: (?:Info: )?(?:pam|passwd-file|sql|ldap|passdb|shadow|static|conn [^ ]{1,64}: auth-worker<\d{1,10}>: [a-z-]{1,16})\(([^,()]{1,255}),([0-9A-Fa-f.:]{2,45})(?:,[^()]{0,64})?\): (.{1,128})$/;

/** Logons to Dovecot, failed and not, and their ends. What clients do without logging on is not mapped. */
export function mapDovecot(received: Received): MappedEvent | undefined {
  const { text } = received;
  const [start = '', protocol] = loginStart.exec(text) ?? [];
  return protocol === undefined
    ? (mapAuthWorker(received) ?? mapLogoff(received))
    : mapLogon(received, text.slice(start.length), protocol);
}

/** `Login: user=<alice>, method=PLAIN, rip=192.0.2.7, lip=198.51.100.25, mpid=9, TLS, session=<…>`. */
function mapLogon(received: Received, text: string, service: string): MappedEvent | undefined {
  const isSuccess = text.startsWith('Login: ');
  const [refusal = '', reason] = isSuccess ? [] : (refused.exec(text) ?? []);
  const user = bracketed(text, 'user');
  const isNamed = user !== undefined && user !== '';
  if (!isSuccess && isUnused(text, reason, isNamed)) return mapUnused(received, text, service, reason);
  if (isSuccess ? !isNamed : !isNamed && !failed.test(refusal)) return undefined;
  if (!isSuccess && !failed.test(refusal) && !text.startsWith('Aborted login: user=')) return undefined;
  const method = plain(text, 'method');
  const source = plain(text, 'rip');
  const isEncrypted = /, (?:TLS|SSL|secured)\b/.test(text);
  return authenticationEvent(received, {
    product,
    activityId: Activity.Logon,
    statusId: isSuccess ? Status.Success : Status.Failure,
    statusDetail: reason,
    user: isNamed ? { name: user } : nobodyNamed,
    source: source === undefined ? undefined : { host: source, port: plain(text, 'rport') },
    destination: { host: plain(text, 'lip') },
    isRemote: true,
    isCleartext: isEncrypted ? false : undefined,
    logonTypeId: LogonType.Network,
    protocol: method === undefined ? undefined : { id: Protocol.Other, name: method },
    session: sessionOf(text),
    service,
  });
}

const failed = /auth(?:entication)? fail|\d authentication attempts|disallowed|disabled|maximum/i;

/** Nothing was tried, or neither a reason nor a user is named. */
function isUnused(text: string, reason: string | undefined, isNamed: boolean): boolean {
  if (reason !== undefined) return reason.startsWith('no auth attempts');
  return !isNamed && text.startsWith('Disconnected');
}

/** `Disconnected (no auth attempts in 2 secs): user=<>, rip=192.0.2.7, lip=198.51.100.25`: a connection, and no logon. */
function mapUnused(
  received: Received,
  text: string,
  application: string,
  statusDetail: string | undefined,
): MappedEvent | undefined {
  const source = plain(text, 'rip');
  if (source === undefined) return undefined;
  return networkActivity(received, {
    product,
    activityId: NetworkActivity.Close,
    outcome: Outcome.Success,
    statusDetail,
    protocol: 'tcp',
    application,
    source: { host: source, port: plain(text, 'rport') },
    destination: { host: plain(text, 'lip') },
  });
}

/** `auth-worker(9): pam(alice,192.0.2.7): unknown user`, `passwd-file(alice,192.0.2.7,<…>): Password mismatch`. */
function mapAuthWorker(received: Received): MappedEvent | undefined {
  const [, user = '', host, reason = ''] = worker.exec(received.text) ?? [];
  const said = reason.replace('pam_authenticate() failed: ', '').toLowerCase();
  const statusDetail = workerReasons.get(before(said, ' ('));
  if (host === undefined || statusDetail === undefined) return undefined;
  return authenticationEvent(received, {
    product,
    activityId: Activity.Logon,
    statusId: Status.Failure,
    statusDetail,
    user: { name: user },
    source: { host },
    isRemote: true,
    logonTypeId: LogonType.Network,
    service: 'auth',
  });
}

const workerReasons: ReadonlyMap<string, string> = new Map([
  ['unknown user', 'USER_DOES_NOT_EXIST'],
  ['user not known to the underlying authentication module', 'USER_DOES_NOT_EXIST'],
  ['password mismatch', 'INVALID_CREDENTIALS'],
  ['authentication failure', 'INVALID_CREDENTIALS'],
]);

/** `imap(alice)<9><…>: Logged out in=100 out=200`. */
function mapLogoff(received: Received): MappedEvent | undefined {
  const [, service = '', user] = ended.exec(received.text) ?? [];
  if (user === undefined || service === 'auth' || service === 'lmtp') return undefined;
  return authenticationEvent(received, {
    product,
    activityId: Activity.Logoff,
    statusId: Status.Success,
    user: { name: user },
    isRemote: true,
    logonTypeId: LogonType.Network,
    service: service.toLowerCase(),
  });
}

function sessionOf(text: string): { readonly uid: string } | undefined {
  const uid = bracketed(text, 'session');
  return uid === undefined || uid === '' ? undefined : { uid };
}

/** What stands in `name=<…>`; users choose their names, and a login name holds no `>`. */
function bracketed(text: string, name: string): string | undefined {
  const at = text.indexOf(` ${name}=<`);
  const start = at + name.length + 3;
  const end = at === -1 ? -1 : text.indexOf('>', start);
  return end === -1 ? undefined : text.slice(start, end);
}

/** What stands in `, name=…` up to the next comma, behind the user; where none is named, `: name=…` begins the values. */
function plain(text: string, name: string): string | undefined {
  const from = Math.max(text.indexOf('>,'), 0);
  const first = from === 0 ? text.indexOf(`: ${name}=`) : -1;
  const at = first === -1 ? text.indexOf(`, ${name}=`, from) : first;
  if (at === -1) return undefined;
  const start = at + name.length + 3;
  const comma = text.indexOf(',', start);
  return text.slice(start, comma === -1 ? text.length : comma);
}
