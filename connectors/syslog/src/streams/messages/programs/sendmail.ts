import type { MappedEvent } from '@sluice/connector';
import { Activity as Logon, authenticationEvent, LogonType, Protocol, Status } from '../events/authentication.ts';
import { detectionFinding } from '../events/detection-finding.ts';
import { emailActivity, EmailActivityId as Activity, type EmailFacts } from '../events/email-activity.ts';
import type { EndpointFacts } from '../events/endpoint.ts';
import { Outcome, writerOf } from '../events/frame.ts';
import { Activity as NetworkActivityId, networkActivity } from '../events/network-activity.ts';
import { nobodyNamed } from '../events/user.ts';
import { longOf } from '../events/values.ts';
import { rejected } from '../events/verdict.ts';
import type { Received } from '../received.ts';
import { mapDaemon } from './daemons.ts';
import { beginning, behind } from '../text/phrase.ts';

type Mail = Pick<EmailFacts, 'activityId'> & Partial<EmailFacts>;

const product = { vendor_name: 'Sendmail', name: 'Sendmail' };

/** Sendmail. As with Postfix, the lines of one mail share its queue id and name the sender or the recipients. */
export function mapSendmail(received: Received): MappedEvent | undefined {
  const [, queueId, rest = received.text] = /^([0-9A-Za-z]{8,20}|NOQUEUE): (.*)$/s.exec(received.text) ?? [];
  const text = beginning(rest, 4096);
  const mail = readSender(text) ?? readDelivery(text) ?? readRefusal(text);
  if (mail !== undefined) {
    const id = queueId === 'NOQUEUE' ? undefined : queueId;
    return emailActivity(received, { product, process: writerOf(received), from: '', to: [], ...mail, queueId: id });
  }
  return mapAuth(received, text) ?? mapAttack(received, text) ?? mapConnection(received, text) ?? mapDaemon(received);
}

/** The value of `name=` up to `, ` and the next name: values hold commas of their own. */
function valueOf(text: string, name: string): string | undefined {
  const at = text.startsWith(`${name}=`) ? 0 : text.indexOf(`, ${name}=`) + 2;
  if (at === 1) return undefined;
  const start = at + name.length + 1;
  const end = /, [a-z0-9]{2,10}=/i.exec(text.slice(start))?.index;
  return text.slice(start, end === undefined ? text.length : start + end);
}

function addressesIn(text: string): readonly string[] {
  return text.split(',').flatMap((each) => each.trim().replace(/^<|>$/g, '') || []);
}

/** `host.example.com [192.0.2.7]`, `[192.0.2.7]`, `alice@localhost`. */
function relayOf(text: string | undefined): EndpointFacts | undefined {
  if (text === undefined) return undefined;
  const address = /\[([0-9A-Fa-f.:]{2,45}|IPv6:[0-9A-Fa-f.:]{2,45})\]/.exec(text)?.[1]?.replace('IPv6:', '');
  const name = /^[^ [(]{1,255}/.exec(text)?.[0].replace(/\.$/, '');
  const hostname = name?.split('@').at(-1);
  return { host: address ?? hostname, hostname: address === undefined ? undefined : hostname };
}

function readSender(text: string): Mail | undefined {
  if (!text.startsWith('from=')) return undefined;
  const [from] = addressesIn(valueOf(text, 'from') ?? '');
  return {
    activityId: Activity.Receive,
    outcome: Outcome.Success,
    from: from ?? '',
    messageId: valueOf(text, 'msgid')?.replace(/^<|>$/g, ''),
    size: longOf(valueOf(text, 'size')),
    source: relayOf(valueOf(text, 'relay')),
  };
}

function readDelivery(text: string): Mail | undefined {
  const to = text.startsWith('to=') ? valueOf(text, 'to') : undefined;
  const stat = to === undefined ? undefined : valueOf(text, 'stat');
  if (to === undefined || stat === undefined) return undefined;
  return {
    activityId: Activity.Send,
    to: addressesIn(to),
    destination: relayOf(valueOf(text, 'relay')),
    outcome: stat.startsWith('Sent') ? Outcome.Success : stat === 'queued' ? Outcome.Unknown : Outcome.Failure,
    statusCode: valueOf(text, 'dsn'),
    statusDetail: stat,
  };
}

/** `ruleset=check_rcpt, arg1=<b@example.com>, relay=host [192.0.2.7], reject=550 5.7.1 … Relaying denied`. */
function readRefusal(text: string): Mail | undefined {
  const reason = text.startsWith('ruleset=') ? valueOf(text, 'reject') : undefined;
  if (reason === undefined) return undefined;
  const argument = valueOf(text, 'arg1')?.replace(/^<|>$/g, '') ?? '';
  const ruleset = valueOf(text, 'ruleset');
  const isSender = ruleset === 'check_mail';
  // The argument of check_relay is the client's name.
  const isRecipient = !isSender && ruleset !== 'check_relay' && argument !== '';
  return {
    activityId: Activity.Receive,
    verdict: rejected,
    from: isSender ? argument : '',
    to: isRecipient ? [argument] : [],
    source: relayOf(valueOf(text, 'relay')),
    statusCode: /^\d{3}/.exec(reason)?.[0],
    statusDetail: reason,
  };
}

/** `AUTH=server, relay=host [192.0.2.7], authid=alice, mech=PLAIN, bits=0`, `AUTH failure (LOGIN): …, relay=…`. */
function mapAuth(received: Received, text: string): MappedEvent | undefined {
  const isFailure = text.startsWith('AUTH failure (');
  if (!isFailure && !text.startsWith('AUTH=server')) return undefined;
  const method = isFailure ? /^AUTH failure \(([A-Z0-9-]{2,32})\)/.exec(text)?.[1] : valueOf(text, 'mech');
  // A user's name may look like a relay: the last one is sendmail's.
  const relayAt = text.lastIndexOf(', relay=');
  const source = relayOf(isFailure && relayAt !== -1 ? text.slice(relayAt + 8) : valueOf(text, 'relay'))?.host;
  const user = isFailure
    ? behind(beginning(text, relayAt === -1 ? text.length : relayAt), ', user=')
    : valueOf(text, 'authid');
  return authenticationEvent(received, {
    product,
    activityId: Logon.Logon,
    statusId: isFailure ? Status.Failure : Status.Success,
    statusDetail: isFailure ? 'INVALID_CREDENTIALS' : undefined,
    user: user === undefined ? nobodyNamed : { name: user },
    source: source === undefined ? undefined : { host: source },
    isRemote: true,
    logonTypeId: LogonType.Network,
    protocol: method === undefined ? undefined : { id: Protocol.Other, name: method },
    service: 'smtp',
  });
}

const idle = /^(?<place>\S{0,255} ?\[(?:IPv6:)?[0-9A-Fa-f.:]{2,45}\].{0,24}?) (?<why>did not issue MAIL.{0,255})/;
const lost = /^(?<why>lost input channel|timeout waiting for input) from (?<place>.{2,300}?) (?:to|during) /;

const early = /^rejecting commands from (?<place>.{2,300}?) due to (?<why>.{1,128})/;
const asked =
  /^(?<place>\S{0,255} ?\[(?:IPv6:)?[0-9A-Fa-f.:]{2,45}\](?: \(may be forged\))?): (?<why>(?:EXPN|VRFY) .{1,128}) \[rejected\]/i;

/** Clients that came and sent no mail, or did what only attackers do. */
function mapConnection(received: Received, text: string): MappedEvent | undefined {
  const ended = idle.exec(text) ?? lost.exec(text);
  const { place, why } = (ended ?? early.exec(text) ?? asked.exec(text))?.groups ?? {};
  if (place === undefined) return undefined;
  return networkActivity(received, {
    product,
    ...(ended === null
      ? { activityId: NetworkActivityId.Refuse, verdict: rejected }
      : { activityId: NetworkActivityId.Close, outcome: Outcome.Success }),
    statusDetail: why,
    source: relayOf(place),
    application: 'smtp',
    process: writerOf(received),
  });
}

const attack =
  /^(\S{0,255} ?\[(?:IPv6:)?[0-9A-Fa-f.:]{2,45}\](?: \(may be forged\))?): (possible SMTP attack): (.{1,128})/;

/** `[192.0.2.7]: possible SMTP attack: command=AUTH, count=5`. */
function mapAttack(received: Received, text: string): MappedEvent | undefined {
  const [, place, title = '', description] = attack.exec(text) ?? [];
  if (place === undefined) return undefined;
  return detectionFinding(received, {
    product,
    title,
    description,
    uid: `${title} ${place} ${description ?? ''}`,
    types: [title],
    signature: { name: title },
    source: relayOf(place),
  });
}
