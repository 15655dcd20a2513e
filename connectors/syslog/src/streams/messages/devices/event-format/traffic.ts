import type { MappedEvent } from '@sluice/connector';
import { Direction, type ConnectionFacts } from '../../events/connection.ts';
import { detectionFinding } from '../../events/detection-finding.ts';
import { dnsActivity, DnsActivityId, rewritePolicies, withoutDot } from '../../events/dns-activity.ts';
import { emailActivity, EmailActivityId } from '../../events/email-activity.ts';
import type { EndpointFacts } from '../../events/endpoint.ts';
import { Outcome } from '../../events/frame.ts';
import { fileNameOf } from '../../events/file.ts';
import { httpActivity } from '../../events/http-activity.ts';
import { Activity, networkActivity } from '../../events/network-activity.ts';
import { qualifiedName, type UserFacts } from '../../events/user.ts';
import { longOf } from '../../events/values.ts';
import { isDenied, unsaid, verdictOf, type Verdict } from '../../events/verdict.ts';
import type { VendorEvent } from './vendor-event.ts';

export function endpointsOf(event: VendorEvent): {
  readonly source: EndpointFacts;
  readonly destination: EndpointFacts;
} {
  const [sourceName, destinationName] = [event.take('sourceName'), event.take('destinationName')];
  return {
    source: {
      host: event.take('sourceAddress') ?? sourceName,
      hostname: sourceName,
      port: event.take('sourcePort'),
      mac: event.take('sourceMac'),
      interface: event.take('inboundInterface'),
      zone: event.take('sourceZone'),
    },
    destination: {
      host: event.take('destinationAddress') ?? destinationName,
      hostname: destinationName,
      port: event.take('destinationPort'),
      mac: event.take('destinationMac'),
      interface: event.take('outboundInterface'),
      zone: event.take('destinationZone'),
    },
  };
}

function connectionOf(event: VendorEvent): ConnectionFacts {
  return {
    ...endpointsOf(event),
    protocol: event.take('protocol'),
    direction: directions.get(event.take('direction')?.toLowerCase() ?? ''),
    connectionUid: event.take('sessionId'),
  };
}

/** ArcSight: 0 is inbound, 1 is outbound. */
const directions: ReadonlyMap<string, Direction> = new Map([
  ['0', Direction.Inbound],
  ['1', Direction.Outbound],
  ['inbound', Direction.Inbound],
  ['outbound', Direction.Outbound],
  ['incoming', Direction.Inbound],
  ['outgoing', Direction.Outbound],
]);

/** The verdict of the action; where nothing is said of one, that of the outcome. */
function verdict(event: VendorEvent): Verdict {
  const action = event.peek('action');
  // Forcepoint numbers its verdicts, and names them in the id.
  if (action !== undefined && !/^\d+$/.test(action)) return verdictOf(event.take('action'));
  const said = titled.exec(event.title)?.[1];
  return said === undefined ? outcomeVerdict(event.peek('outcome')) : verdictOf(said);
}

/** `Connection_Discarded`, `transaction:blocked`, `Blocked`: the kind of event is what became of the connection. */
const titled =
  /^(?:(?:connection|transaction)[ _:])?(allowed|permitted|blocked|denied|discarded|dropped|refused|rejected)$/i;

function outcomeVerdict(text: string | undefined): Verdict {
  const found = verdictOf(text);
  return found.word === undefined ? found : unsaid;
}

function ruleOf(event: VendorEvent): { readonly name: string | undefined } {
  return { name: event.take('rule') ?? event.take('policy') };
}

function userOf(event: VendorEvent): UserFacts | undefined {
  const name = event.take('sourceUser') ?? event.take('destinationUser');
  return name === undefined ? undefined : qualifiedName(name);
}

/** Some vendors write the folder into `filePath` and the name into `fname`. */
function filePathOf(event: VendorEvent): string | undefined {
  const path = event.take('fileName');
  const name = event.fields.peek('fname') ?? event.fields.peek('fileName');
  if (path === undefined || name === undefined || /[\\/]/.test(name) || fileNameOf(path) === name) return path;
  event.fields.takeFirst('fname', 'fileName');
  const separator = path.includes('\\') ? '\\' : '/';
  return path.endsWith(separator) ? path + name : path + separator + name;
}

export function readFinding(event: VendorEvent): MappedEvent {
  const url = event.take('url');
  const threat = event.take('threat');
  const uid = event.take('externalId') ?? fallbackUid(event);
  const category = event.take('category');
  // PAN-OS gives every threat this title, and its name as the category.
  const title = event.title === 'THREAT' ? (category ?? event.title) : event.title;
  return detectionFinding(event.received, {
    ...event.head,
    title: title === '' ? event.product : title,
    description: event.take('description'),
    uid,
    types: [category],
    signature: { uid: event.code, name: threat ?? title },
    sourceUrl: event.take('link'),
    verdict: verdict(event),
    ...connectionOf(event),
    rule: ruleOf(event),
    user: userOf(event),
    file: { path: filePathOf(event), size: longOf(event.take('fileSize')), hashes: [event.take('fileHash')] },
    url: url === undefined ? undefined : { text: url },
    malware: threat === undefined ? undefined : { name: threat },
    unmapped: event.fields.rest(),
  });
}

/** Without an id of the event: what it is, between whom, when. */
function fallbackUid(event: VendorEvent): string {
  const parts = [event.code, event.peek('sourceAddress'), event.peek('destinationAddress'), event.head.originalTime];
  return parts.filter((part) => part !== undefined && part !== '').join(' ') || event.title || event.product;
}

export function readDns(event: VendorEvent): MappedEvent | undefined {
  const isDns = /\bdns\b|dnslog\b/.test(event.words) || /^dns$/i.test(event.peek('application') ?? '');
  if (!isDns) return undefined;
  if (event.peek('query') === undefined) return readRewritten(event);
  const name = event.take('query') ?? '';
  return dnsActivity(event.received, {
    ...event.head,
    activityId: /\b(?:response|answer)\b/.test(event.words) ? DnsActivityId.Response : DnsActivityId.Query,
    name: withoutDot(name),
    type: event.take('queryType'),
    verdict: verdict(event),
    ...connectionOf(event),
    actor: userOf(event),
    rule: ruleOf(event),
    unmapped: event.fields.rest(),
  });
}

const rewritten = /^rpz [A-Z-]{2,12} ([A-Za-z-]{4,16}) rewrite ([^ ]{1,255}) \[([A-Z0-9]{1,16})\] via /;

/** `rpz QNAME NXDOMAIN rewrite bad.example.com [A] via bad.example.com.rpz`: what a policy of Infoblox made of an answer. */
function readRewritten(event: VendorEvent): MappedEvent | undefined {
  const description = event.peek('description') ?? '';
  const [, policy = '', name = '', type] = rewritten.exec(description) ?? [];
  if (type === undefined) return undefined;
  event.take('description');
  // The client, which asked, is the source here; the answer goes to it.
  const { source, destination } = endpointsOf(event);
  return dnsActivity(event.received, {
    ...event.head,
    activityId: DnsActivityId.Response,
    name: withoutDot(name),
    type,
    verdict: rewritePolicies.get(policy),
    statusDetail: description,
    source: destination,
    destination: source,
    actor: userOf(event),
    unmapped: event.fields.rest(),
  });
}

/** Sender and recipient are users of the source and of the destination. */
export function readEmail(event: VendorEvent): MappedEvent | undefined {
  const [from, to] = [event.peek('sourceUser'), event.peek('destinationUser')];
  if (from?.includes('@') !== true && to?.includes('@') !== true) return undefined;
  const { source, destination } = endpointsOf(event);
  const decided = verdict(event);
  return emailActivity(event.received, {
    ...event.head,
    activityId: EmailActivityId.Scan,
    from: event.take('sourceUser') ?? '',
    to: (event.take('destinationUser') ?? '')
      .split(/[,;]/)
      .flatMap((each) => (each.trim() === '' ? [] : [each.trim()])),
    subject: event.take('subject'),
    verdict: decided,
    outcome: decided.actionId === 1 ? Outcome.Success : undefined,
    source,
    destination,
    unmapped: event.fields.rest(),
  });
}

export function readHttp(event: VendorEvent): MappedEvent | undefined {
  const [url, method] = [event.peek('url'), event.peek('method')];
  const code = longOf(event.peek('responseCode') ?? event.peek('outcome'));
  if (url === undefined || method === undefined || code === undefined || code < 100 || code > 599) return undefined;
  return httpActivity(event.received, {
    ...event.head,
    method: event.take('method') ?? method,
    url: { text: event.take('url') ?? url },
    responseCode: code,
    userAgent: event.take('userAgent'),
    referrer: event.take('referrer'),
    verdict: verdict(event),
    ...connectionOf(event),
    traffic: { bytesIn: event.take('bytesToSource'), bytesOut: event.take('bytesFromSource') },
    actor: userOf(event),
    rule: ruleOf(event),
    unmapped: event.fields.rest(),
  });
}

/** A connection has two ends, or an end and a word of what was done to it. */
export function readNetwork(event: VendorEvent): MappedEvent | undefined {
  const [source, destination] = [event.peek('sourceAddress'), event.peek('destinationAddress')];
  const isConnection = source !== undefined && (destination !== undefined || event.peek('url') !== undefined);
  if (!isConnection) return undefined;
  const decided = verdict(event);
  const url = event.take('url');
  return networkActivity(event.received, {
    ...event.head,
    activityId: activityOf(event, decided),
    verdict: decided,
    outcome: decided.actionId === 1 ? Outcome.Success : undefined,
    statusDetail: event.take('reason'),
    ...connectionOf(event),
    traffic: { bytesIn: event.take('bytesToSource'), bytesOut: event.take('bytesFromSource') },
    application: event.take('application'),
    actor: userOf(event),
    rule: ruleOf(event),
    url: url === undefined ? undefined : { text: url },
    unmapped: event.fields.rest(),
  });
}

function activityOf(event: VendorEvent, decided: Verdict): Activity {
  if (isDenied(decided)) return Activity.Refuse;
  if (/\b(?:close[ds]?|end(?:ed)?|teardown|terminated|timeout|finished)\b/.test(event.words)) return Activity.Close;
  return /\b(?:open(?:ed)?|start(?:ed)?|built|established|connect(?:ed)?)\b/.test(event.words)
    ? Activity.Open
    : Activity.Traffic;
}
