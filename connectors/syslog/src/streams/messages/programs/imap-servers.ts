import type { MappedEvent } from '@sluice/connector';
import { Activity, authenticationEvent, LogonType, Protocol, Status } from '../events/authentication.ts';
import { nobodyNamed } from '../events/user.ts';
import type { Received } from '../received.ts';
import { beginning } from '../text/phrase.ts';

interface Mailbox {
  readonly activityId: Activity;
  readonly statusId: Status;
  readonly user: string | undefined;
  readonly host: string | undefined;
  readonly port?: string | undefined;
  readonly method?: string | undefined;
  readonly reason?: string | undefined;
}

const courier =
  /^(LOGIN|LOGIN FAILED|LOGOUT|DISCONNECTED|TIMEOUT), (?:user=([^,]{1,255}), |method=([A-Z0-9-]{3,20}), )?ip=\[(?:::ffff:)?([0-9A-Fa-f.:]{2,45})\](?:, port=\[(\d{1,5})\])?/;

/** Courier's servers of mailboxes: `LOGIN FAILED, user=alice, ip=[::ffff:192.0.2.7], port=[4711]`. */
export function mapCourier(received: Received): MappedEvent | undefined {
  const [, verb = '', user, method, host, port] = courier.exec(beginning(received.text, 512)) ?? [];
  if (host === undefined) return undefined;
  const isLogon = verb.startsWith('LOGIN');
  const isFailure = verb === 'LOGIN FAILED';
  // Whose session ended is said only where there was one.
  if (!isLogon && user === undefined) return undefined;
  return mailboxEvent(received, 'Courier', {
    activityId: isLogon ? Activity.Logon : Activity.Logoff,
    statusId: isFailure ? Status.Failure : Status.Success,
    user,
    host,
    port,
    method,
    reason: isFailure ? 'INVALID_CREDENTIALS' : undefined,
  });
}

const bad =
  /^badlogin: [^ []{0,255} ?\[([0-9A-Fa-f.:]{2,45})\] ([A-Za-z0-9-]{3,20}) (?:(.{1,255}) )?\[?SASL\(-\d{1,3}\): ([^:]{1,64}): /;
const good = /^login: [^ []{0,255} ?\[([0-9A-Fa-f.:]{2,45})\] (.{1,255}) ([A-Za-z0-9-]{3,20})(?:\+TLS)? User logged in/;

/** Cyrus's, and Courier's under the same name: `badlogin: host [192.0.2.7] plaintext alice SASL(-13): authentication failure: …`. */
export function mapCyrus(received: Received): MappedEvent | undefined {
  const text = beginning(received.text, 1024);
  const [, from, refused, name, reason] = bad.exec(text) ?? [];
  if (from !== undefined) {
    const statusDetail = reasons.get(reason ?? '') ?? reason;
    const facts = { activityId: Activity.Logon, statusId: Status.Failure, reason: statusDetail };
    return mailboxEvent(received, 'Cyrus', { ...facts, user: name, host: from, method: refused });
  }
  const [, host, user, method] = good.exec(text) ?? [];
  return host === undefined
    ? mapCourier(received)
    : mailboxEvent(received, 'Cyrus', { activityId: Activity.Logon, statusId: Status.Success, user, host, method });
}

const reasons: ReadonlyMap<string, string> = new Map([
  ['authentication failure', 'INVALID_CREDENTIALS'],
  ['user not found', 'USER_DOES_NOT_EXIST'],
]);

function mailboxEvent(received: Received, maker: string, facts: Mailbox): MappedEvent {
  const { user, host, port, method } = facts;
  return authenticationEvent(received, {
    product: { vendor_name: maker, name: maker },
    activityId: facts.activityId,
    statusId: facts.statusId,
    statusDetail: facts.reason,
    user: user === undefined ? nobodyNamed : { name: user },
    source: host === undefined ? undefined : { host, port },
    isRemote: true,
    logonTypeId: LogonType.Network,
    protocol: method === undefined ? undefined : { id: Protocol.Other, name: method },
    service: received.message.appName?.includes('pop3') === true ? 'pop3' : 'imap',
  });
}
