import type { MappedEvent } from '@sluice/connector';
import { applicationLifecycle, LifecycleActivityId as Step } from '../events/application-lifecycle.ts';
import {
  Activity as AuthenticationActivity,
  authenticationEvent,
  LogonType,
  Protocol,
  Status,
} from '../events/authentication.ts';
import { emailActivity, EmailActivityId as Activity, type EmailFacts } from '../events/email-activity.ts';
import type { EndpointFacts } from '../events/endpoint.ts';
import { Outcome, writerOf } from '../events/frame.ts';
import { Activity as NetworkActivity, networkActivity, type NetworkFacts } from '../events/network-activity.ts';
import { nobodyNamed } from '../events/user.ts';
import { longOf } from '../events/values.ts';
import { allowed, dropped, rejected } from '../events/verdict.ts';
import type { Received } from '../received.ts';
import { before } from '../text/phrase.ts';

type Mail = Pick<EmailFacts, 'activityId'> & Partial<EmailFacts>;

const product = { vendor_name: 'Postfix', name: 'Postfix' };

/**
 * Postfix. The lines of one mail share its queue id, which is `email.uid`; each line names the sender or the recipients,
 * not both, and what it does not name is empty in the event.
 */
export function mapPostfix(received: Received): MappedEvent | undefined {
  const { text } = received;
  const refusal = text.startsWith('NOQUEUE: ') ? readRefusal(text) : undefined;
  if (refusal !== undefined) return mailEvent(received, refusal);
  const [, queueId, rest = ''] = /^([0-9A-Za-z]{5,20}): (.*)$/s.exec(text) ?? [];
  if (queueId === undefined || noQueueIds.has(queueId)) {
    return mapConnection(received, text) ?? mapSasl(received, text) ?? mapMaster(received, text);
  }
  const mail =
    readRefusal(text) ??
    readContentRefusal(rest) ??
    readDelivery(received, rest) ??
    readSender(rest) ??
    readClient(rest) ??
    readOther(rest);
  return mail && mailEvent(received, { ...mail, queueId: queueId === 'NOQUEUE' ? undefined : queueId });
}

/** `daemon started -- version 3.4.13, configuration /etc/postfix`, `terminating on signal 15`. */
function mapMaster(received: Received, text: string): MappedEvent | undefined {
  const [, verb] = /^(daemon started -- version |reload -- version |terminating on signal \d)/.exec(text) ?? [];
  if (verb === undefined || received.message.appName?.endsWith('/master') !== true) return undefined;
  return applicationLifecycle(received, {
    product,
    activityId: verb.startsWith('daemon') ? Step.Start : verb.startsWith('reload') ? Step.Update : Step.Stop,
    application: { name: 'Postfix', vendor_name: 'Postfix' },
    outcome: Outcome.Success,
  });
}

/** Words that stand where the queue id of a mail would. */
const noQueueIds: ReadonlySet<string> = new Set(['warning', 'fatal', 'error', 'panic', 'statistics']);

/** `reject: header Subject: x from host[192.0.2.7]; from=<a@example.com> to=<b@example.com> …: 5.7.1 no`, of cleanup. */
function readContentRefusal(rest: string): Mail | undefined {
  const [, verb, said = '', client, tail = ''] =
    /^(reject|discard): ((?:header|body) .{0,998}) from ([^ ;]{1,300}); (from=<.*)$/s.exec(rest) ?? [];
  if (verb === undefined) return undefined;
  const recipient = field(tail, 'to');
  return {
    activityId: Activity.Receive,
    verdict: verb === 'reject' ? rejected : dropped,
    from: field(tail, 'from') ?? '',
    to: recipient === undefined ? [] : [recipient],
    source: hostOf(client),
    hello: field(tail, 'helo'),
    statusDetail: said,
  };
}

function mailEvent(received: Received, mail: Mail): MappedEvent {
  return emailActivity(received, { product, process: writerOf(received), from: '', to: [], ...mail });
}

/** `reject: RCPT from host[192.0.2.7]: 554 5.7.1 …; from=<a@example.com> to=<b@example.com> proto=ESMTP helo=<host>`. */
function readRefusal(text: string): Mail | undefined {
  const [, verb, client, said = ''] =
    /^[0-9A-Za-z]{5,20}: (?:milter-)?(reject|discard): [A-Z.-]{2,16} from ([^ ]{1,300}): (.*)$/s.exec(text) ?? [];
  if (verb === undefined) return undefined;
  const from = field(said, 'from');
  const recipient = field(said, 'to');
  return {
    activityId: Activity.Receive,
    verdict: verb === 'discard' ? dropped : rejected,
    from: from ?? '',
    to: recipient === undefined ? [] : [recipient],
    source: hostOf(client),
    hello: field(said, 'helo'),
    statusCode: /^\d{3}/.exec(said)?.[0],
    statusDetail: before(said, '; from=<'),
  };
}

/** `to=<b@example.com>, relay=mx.example.com[198.51.100.9]:25, delay=1.2, dsn=2.0.0, status=sent (250 ok)`. */
function readDelivery({ message }: Received, rest: string): Mail | undefined {
  const recipient = rest.startsWith('to=<') ? field(rest, 'to') : undefined;
  const status = / status=([a-z-]{3,20})(?: \((.*)\))?/s.exec(rest);
  if (recipient === undefined || status === null) return undefined;
  const isRemote = message.appName?.endsWith('/smtp') === true;
  return {
    activityId: Activity.Send,
    to: [recipient],
    destination: hostOf(/ relay=([^ ,]{1,300})/.exec(rest)?.[1]),
    directionId: isRemote ? 2 : 0,
    outcome: status[1] === 'sent' || status[1] === 'deliverable' ? Outcome.Success : Outcome.Failure,
    statusCode: / dsn=([\d.]{3,12})/.exec(rest)?.[1],
    statusDetail: status[2] === undefined ? status[1] : `${status[1] ?? ''}: ${status[2]}`,
  };
}

/** `from=<a@example.com>, size=1024, nrcpt=1 (queue active)`, of pickup `uid=0 from=<root>`. */
function readSender(rest: string): Mail | undefined {
  const from = /^(?:uid=\d{1,10} )?from=</.test(rest) ? field(rest, 'from') : undefined;
  if (from === undefined) return undefined;
  const uid = /^uid=(\d{1,10}) /.exec(rest)?.[1];
  const isExpired = rest.includes('status=expired');
  return {
    activityId: uid === undefined ? Activity.Other : Activity.Receive,
    activityName: uid === undefined ? (isExpired ? 'Expired' : 'Queued') : undefined,
    from,
    size: longOf(/, size=(\d{1,15})/.exec(rest)?.[1]),
    actor: uid === undefined ? undefined : { uid },
    outcome: isExpired ? Outcome.Failure : Outcome.Success,
  };
}

/** `client=host[192.0.2.7], sasl_method=PLAIN, sasl_username=alice`. */
function readClient(rest: string): Mail | undefined {
  const client = /^client=([^ ,]{1,300})/.exec(rest)?.[1];
  if (client === undefined) return undefined;
  const user = /, sasl_username=([^,]{1,255})/.exec(rest)?.[1];
  return {
    activityId: Activity.Receive,
    source: hostOf(client),
    actor: user === undefined ? undefined : { name: user },
    outcome: Outcome.Success,
  };
}

function readOther(rest: string): Mail | undefined {
  const messageId = /^(?:resent-)?message-id=<?([^ <>]{1,998})>?/.exec(rest)?.[1];
  if (messageId !== undefined) return { activityId: Activity.Receive, messageId, outcome: Outcome.Success };
  if (rest === 'removed') return { activityId: Activity.Other, activityName: 'Removed' };
  return rest.startsWith('sender non-delivery notification')
    ? { activityId: Activity.Other, activityName: 'Bounced', outcome: Outcome.Failure }
    : undefined;
}

const connected = /^(?:connect from|CONNECT from) ([^ ]{1,300})/;
const disconnected = /^(?:disconnect from|DISCONNECT) ([^ ]{1,300})/;
const failedTls = /^(SSL_accept error) from ([^ ]{1,300}): (.{1,255})$/;
const unreached = /^connect to ([^ ]{1,300}): (.{1,255})$/;
const misbehaved =
  /^(improper command pipelining after \S{1,32}|PREGREET \d{1,9} after [\d.]{1,9}|HANGUP after [\d.]{1,9}|COMMAND \S{1,32} LIMIT|BARE NEWLINE|NON-SMTP COMMAND) (?:after [^:]{1,64} )?from ([^ ]{1,300})/;
const passed = /^PASS (NEW|OLD) ([^ ]{1,300})$/;
const lost =
  /^(lost connection after \S{1,32}|timeout after \S{1,32}|too many errors after \S{1,32})(?: \([^)]{1,64}\))? from ([^ ]{1,300})/;

/** A client of the mail server came or went, or another server was not reached. */
function mapConnection(received: Received, text: string): MappedEvent | undefined {
  const failed = readFailedConnection(text);
  if (failed !== undefined) return networkActivity(received, { ...connectionBase(received), ...failed });
  const [opened, closed, broken] = [connected.exec(text)?.[1], disconnected.exec(text)?.[1], lost.exec(text)];
  const client = opened ?? closed ?? broken?.[2];
  if (client === undefined) return mapScreened(received, text);
  return networkActivity(received, {
    ...connectionBase(received),
    activityId: opened === undefined ? NetworkActivity.Close : NetworkActivity.Open,
    outcome: Outcome.Success,
    statusDetail: broken?.[1],
    source: hostOf(client),
  });
}

/** What a client did against the rules of the protocol, and that postscreen let one pass: told of a connection that lasts. */
function mapScreened(received: Received, text: string): MappedEvent | undefined {
  const [, problem, offender] = misbehaved.exec(text) ?? [];
  const [, kind, guest] = passed.exec(text) ?? [];
  const client = offender?.replace(/:$/, '') ?? guest;
  if (client === undefined) return undefined;
  return networkActivity(received, {
    ...connectionBase(received),
    activityId: NetworkActivity.Traffic,
    ...(kind === undefined ? {} : { verdict: allowed }),
    outcome: kind === undefined ? undefined : Outcome.Success,
    statusDetail: problem ?? `PASS ${kind ?? ''}`,
    source: hostOf(client),
  });
}

function connectionBase(received: Received): Pick<NetworkFacts, 'product' | 'process' | 'protocol' | 'application'> {
  return { product, process: writerOf(received), protocol: 'tcp', application: 'smtp' };
}

/** `connect to mx.example.com[198.51.100.9]:25: Connection timed out`, `SSL_accept error from host[192.0.2.7]: …`. */
function readFailedConnection(
  text: string,
): Pick<NetworkFacts, 'activityId' | 'outcome' | 'statusDetail' | 'source' | 'destination'> | undefined {
  const base = { activityId: NetworkActivity.Fail, outcome: Outcome.Failure };
  const [, target, problem] = unreached.exec(text) ?? [];
  if (target !== undefined) return { ...base, statusDetail: problem, destination: hostOf(target.replace(/:$/, '')) };
  const [, error, client, reason] = failedTls.exec(text) ?? [];
  return client === undefined
    ? undefined
    : { ...base, statusDetail: `${error ?? ''}: ${reason ?? ''}`, source: hostOf(client) };
}

/** Reasons that say nothing against the credentials. */
const unanswered =
  /^Connection lost to authentication server|^Temporary authentication failure|^Invalid authentication mechanism/;

/** `warning: host[192.0.2.7]: SASL LOGIN authentication failed: …, sasl_username=alice`. */
function mapSasl(received: Received, text: string): MappedEvent | undefined {
  const [, client, method, said = ''] =
    /^warning: ([^ ]{1,300}): SASL ([A-Za-z0-9-]{3,20}) authentication failed(?:: (.*))?$/s.exec(text) ?? [];
  const host = hostOf(client)?.host;
  if (method === undefined || host === undefined) return undefined;
  const user = /^.*, sasl_username=(.*)$/s.exec(said)?.[1];
  return authenticationEvent(received, {
    product,
    activityId: AuthenticationActivity.Logon,
    statusId: Status.Failure,
    statusDetail: unanswered.exec(said)?.[0] ?? 'INVALID_CREDENTIALS',
    user: user === undefined ? nobodyNamed : { name: user },
    source: { host },
    isRemote: true,
    logonTypeId: LogonType.Network,
    protocol: { id: Protocol.Other, name: method.toUpperCase() },
    service: 'smtp',
  });
}

/** `mx.example.com[192.0.2.7]:25`, `unknown[192.0.2.7]`, `[192.0.2.7]:4711`, or a word such as `none` and `local`. */
function hostOf(text: string | undefined): EndpointFacts | undefined {
  const [, name, host, port] = /^([^[\]]{0,255})\[([0-9A-Fa-f.:]{2,45})\](?::(\d{1,5}))?/.exec(text ?? '') ?? [];
  if (host === undefined) return undefined;
  return { host, hostname: name === '' || name === 'unknown' ? undefined : name, port };
}

/** What stands in `name=<…>`; empty for the empty sender of bounces. */
function field(text: string, name: string): string | undefined {
  return new RegExp(`(?:^|[ ,;])${name}=<([^>]{0,512})>`).exec(text)?.[1];
}
