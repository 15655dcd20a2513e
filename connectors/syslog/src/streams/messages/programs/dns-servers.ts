import type { MappedEvent } from '@sluice/connector';
import type { DnsAnswer } from '@sluice/ocsf/1.3.0';
import {
  dnsActivity,
  DnsActivityId as Activity,
  rewritePolicies,
  withoutDot,
  type DnsFacts,
} from '../events/dns-activity.ts';
import { addressOf } from '../events/endpoint.ts';
import { Outcome, writerOf } from '../events/frame.ts';
import { Activity as NetworkActivity, networkActivity } from '../events/network-activity.ts';
import type { Product } from '../events/base-event.ts';
import { blocked, rejected } from '../events/verdict.ts';
import type { Received } from '../received.ts';
import { beginning } from '../text/phrase.ts';
import { mapDaemon } from './daemons.ts';

type Dns = Pick<DnsFacts, 'activityId' | 'name'> & Partial<DnsFacts>;

/** `client @0x7f… 192.0.2.1#4711 (name): view internal: query: name IN A +E(0)K (198.51.100.53)`; parts vary. */
const query =
  /(?:^|: )client (?:@0x[0-9a-f]{1,20} )?([^ #]{1,64})#(\d{1,5})(?:\/key [^ ]{1,255})?(?: \([^ ]{0,255}\))?: (?:view [^ :]{1,64}: )?query: ([^ ]{1,255}) ([A-Z]{1,8}) ([A-Z0-9]{1,16}) ?([^ ]{0,64})(?: \(([^ ()]{1,64})\))?/;
/**
 * Infoblox: `client 192.0.2.7#4711: UDP: query: example.com IN A response: NOERROR + example.com. 60 IN A 198.51.100.2;`,
 * perhaps with the server and the view before `UDP`.
 */
const answered =
  /(?:^|: )client ([^ #]{1,64})#(\d{1,5})(?: [^:]{1,255})?: (?:view [^ :]{1,64}: )?(UDP|TCP): (?:\[[^\]]{0,64}\] )?query: ([^ ]{1,255}) ([A-Z]{1,8}) ([A-Z0-9]{1,16}) response: ([A-Z]{3,12})(?: ([^ ]{1,64}))?(?: (.*))?$/;
const refused =
  /(?:^|: )client (?:@0x[0-9a-f]{1,20} )?([^ #]{1,64})#(\d{1,5})(?: \([^ ]{0,255}\))?: (?:view [^ :]{1,64}: )?(?:query|update|zone transfer)(?: \(cache\))? '([^ '/]{1,255})\/(?:([A-Z0-9]{1,16})\/)?([A-Z]{1,8})' denied/;
const resolving =
  /^(?:[a-z-]{1,32}: [a-z]{1,10}: )?(.{1,64}?) resolving '([^ '/]{1,255})\/([A-Z0-9]{1,16})\/([A-Z]{1,8})': ([^ #]{1,64})#(\d{1,5})/;

/** The time that BIND writes itself with `print-time`. */
const ownTime = /^\d{1,2}-[A-Z][a-z]{2}-\d{4} [\d:.]{8,15} |^\d{4}-\d\d-\d\dT[\d:.]{8,15}Z? /;
const clientStart =
  /(?:^|: )client (?:@0x[0-9a-f]{1,20} )?([^ #]{1,64})#(\d{1,5})(?:\/key [^ ]{1,255})?(?: \([^ ]{0,255}\))?: (?:view [^ :]{1,64}: )?/;

/** Queries, refusals and failures of BIND, its start and its end. Its messages about zones are not mapped. */
export function mapNamed(received: Received): MappedEvent | undefined {
  const text = beginning(received.text, 2048).replace(ownTime, '');
  const facts =
    readQuery(text) ??
    readAnswered(text) ??
    readRefused(text) ??
    readResolving(text) ??
    readTransfer(text) ??
    readBadTransfer(text) ??
    readRewritten(text) ??
    readFailed(text);
  const product = { vendor_name: 'ISC', name: 'BIND' };
  if (facts !== undefined) return dnsEvent(received, product, facts);
  return mapUnsaid(received, product, text) ?? mapDaemon(received);
}

/** `client 192.0.2.7#4711: query (cache) denied`: older releases do not say what was asked. */
function mapUnsaid(received: Received, product: Product, text: string): MappedEvent | undefined {
  const [, host, port] = /(?:^|: )client ([^ #]{1,64})#(\d{1,5}): query(?: \(cache\))? denied$/.exec(text) ?? [];
  if (host === undefined) return undefined;
  return networkActivity(received, {
    product,
    activityId: NetworkActivity.Refuse,
    verdict: rejected,
    source: { host, port },
    application: 'dns',
    process: writerOf(received),
  });
}

function readQuery(text: string): Dns | undefined {
  const [, host, port, name = '', dnsClass, type, flags, server] = query.exec(text) ?? [];
  if (host === undefined) return undefined;
  return {
    activityId: Activity.Query,
    name: withoutDot(name),
    type,
    dnsClass,
    source: { host, port },
    destination: { host: server },
    protocol: flags?.includes('T') === true ? 'tcp' : 'udp',
    unmapped: flags === undefined || flags === '' ? undefined : { flags },
  };
}

function readAnswered(text: string): Dns | undefined {
  const [, host, port, protocol, name = '', dnsClass, type, rcode, flags, records = ''] = answered.exec(text) ?? [];
  if (host === undefined) return undefined;
  return {
    activityId: Activity.Response,
    name: withoutDot(name),
    type,
    dnsClass,
    rcode,
    answers: recordsIn(records),
    destination: { host, port },
    protocol: protocol?.toLowerCase(),
    unmapped: flags === undefined ? undefined : { flags },
  };
}

/** `example.com. 60 IN A 198.51.100.2; …`; a record that the end of the text cut off is none. */
function recordsIn(text: string): readonly DnsAnswer[] {
  return text.split('; ').flatMap((record) => {
    const [, type = '', rdata] =
      /^[^ ]{1,255} \d{1,10} [A-Z]{1,8} ([A-Z0-9]{1,16}) ([^;]{1,512});?$/.exec(record) ?? [];
    return rdata === undefined ? [] : [{ rdata: withoutDot(rdata), type }];
  });
}

function readRefused(text: string): Dns | undefined {
  const [, host, port, name = '', type, dnsClass] = refused.exec(text) ?? [];
  if (host === undefined) return undefined;
  const answer = { verdict: rejected, rcode: 'REFUSED' };
  return { activityId: Activity.Query, name: withoutDot(name), type, dnsClass, source: { host, port }, ...answer };
}

/**
 * `REFUSED unexpected RCODE resolving 'example.com/A/IN': 192.0.2.53#53`: an answer to this server from another; with
 * `host unreachable` and the like it was asked and did not answer.
 */
function readResolving(text: string): Dns | undefined {
  const [, problem = '', name = '', type, dnsClass, host, port] = resolving.exec(text) ?? [];
  if (host === undefined) return undefined;
  const rcode = /\b(?:REFUSED|SERVFAIL|NXDOMAIN|FORMERR|NOTAUTH|NOTIMP)\b/.exec(problem)?.[0];
  const question = { name: withoutDot(name), type, dnsClass, outcome: Outcome.Failure, statusDetail: problem };
  if (/\b(?:unreachable|connection refused|timed out)\b/.test(problem))
    return { ...question, activityId: Activity.Query, destination: { host, port } };
  return { ...question, activityId: Activity.Response, rcode, source: { host, port } };
}

/** `… transfer of 'example.com/IN': AXFR started (serial 1)`, and `ended`. */
function readTransfer(text: string): Dns | undefined {
  const [head = '', host, port] = clientStart.exec(text) ?? [];
  if (host === undefined) return undefined;
  const said = text.slice(text.indexOf(head) + head.length);
  const [, name = '', dnsClass, type, step] =
    /^transfer of '([^ '/]{1,255})\/([A-Z]{1,8})': ([AI]XFR)(?:-style IXFR)? (started|ended)/.exec(said) ?? [];
  if (step === undefined) return undefined;
  const question = { name: withoutDot(name), type, dnsClass, statusDetail: said, protocol: 'tcp' };
  return step === 'started'
    ? { ...question, activityId: Activity.Query, source: { host, port } }
    : { ...question, activityId: Activity.Response, destination: { host, port }, outcome: Outcome.Success };
}

/** `… bad zone transfer request: 'example.com/IN': non-authoritative zone (NOTAUTH)`. */
function readBadTransfer(text: string): Dns | undefined {
  const [head = '', host, port] = clientStart.exec(text) ?? [];
  if (host === undefined) return undefined;
  const said = text.slice(text.indexOf(head) + head.length);
  const [, name = '', dnsClass, reason, rcode] =
    /^bad zone transfer request: '([^ '/]{1,255})\/([A-Z]{1,8})': ([^()]{1,128}) \(([A-Z]{3,12})\)/.exec(said) ?? [];
  if (rcode === undefined) return undefined;
  const answer = { verdict: rejected, rcode, statusDetail: reason };
  return { activityId: Activity.Query, name: withoutDot(name), dnsClass, source: { host, port }, ...answer };
}

/** `… rpz QNAME NXDOMAIN rewrite bad.example.com/A/IN via bad.example.com.rpz.local`: what a policy made of an answer. */
function readRewritten(text: string): Dns | undefined {
  const [head = '', host, port] = clientStart.exec(text) ?? [];
  if (host === undefined) return undefined;
  const said = text.slice(text.indexOf(head) + head.length);
  const [, policy = '', name = '', type, dnsClass] =
    /^(?:disabled )?rpz [A-Z-]{2,12} ([A-Za-z-]{4,16}) rewrite ([^ /]{1,255})\/([A-Z0-9]{1,16})\/([A-Z]{1,8}) via /.exec(
      said,
    ) ?? [];
  if (type === undefined) return undefined;
  return {
    activityId: Activity.Response,
    name: withoutDot(name),
    type,
    dnsClass,
    verdict: said.startsWith('disabled ') ? undefined : rewritePolicies.get(policy),
    statusDetail: said,
    destination: { host, port },
  };
}

/** `… query failed (SERVFAIL) for example.com/IN/A at query.c:1`. */
function readFailed(text: string): Dns | undefined {
  const [head = '', host, port] = clientStart.exec(text) ?? [];
  if (host === undefined) return undefined;
  const [, rcode, name = '', dnsClass, type] =
    /^query failed \(([A-Za-z ]{2,32})\) for ([^ /]{1,255})\/([A-Z]{1,8})\/([A-Z0-9]{1,16}) at /.exec(
      text.slice(text.indexOf(head) + head.length),
    ) ?? [];
  if (type === undefined) return undefined;
  const question = { name: withoutDot(name), type, dnsClass, rcode: rcode?.toUpperCase() };
  return { ...question, activityId: Activity.Response, outcome: Outcome.Failure, destination: { host, port } };
}

/** `[812:0] info: 192.0.2.1 example.com. A IN`, for answers with `NOERROR 0.000120 0 44` behind it. */
const unboundLine =
  /^(?:\[\d{1,10}:[0-9a-f]{1,4}\] )?(?:info|query|reply): ([0-9a-fA-F.:]{2,45})(?:@(\d{1,5}))? ([^ ]{1,255}) ([A-Z0-9]{1,16}) ([A-Z]{1,8})(?: ([A-Z0-9]{3,12}) ([\d.]{1,16}) [01] \d{1,6})?$/;

export function mapUnbound(received: Received): MappedEvent | undefined {
  const [, host, port, name = '', type, dnsClass, rcode] = unboundLine.exec(beginning(received.text, 512)) ?? [];
  if (host === undefined) return undefined;
  const client = { host, port };
  const sides = rcode === undefined ? { source: client } : { destination: client };
  const activityId = rcode === undefined ? Activity.Query : Activity.Response;
  const product = { vendor_name: 'NLnet Labs', name: 'Unbound' };
  return dnsEvent(received, product, { activityId, name: withoutDot(name), type, dnsClass, rcode, ...sides });
}

/** `query[A] example.com from 192.0.2.1`, before it perhaps a number and the client. */
const dnsmasqQuery =
  /^(?:\d{1,10} [0-9a-fA-F.:]{2,45}\/\d{1,5} )?query\[([A-Za-z0-9=]{1,16})\] ([^ ]{1,255}) from ([0-9a-fA-F.:]{2,45})$/;
const dnsmasqAnswer =
  /^(?:\d{1,10} ([0-9a-fA-F.:]{2,45})\/\d{1,5} )?(reply|cached|config|cached-stale|gravity blocked|(?:exactly|regex) (?:denied|blacklisted)|\/[^ ]{1,255}) ([^ ]{1,255}) is ([^ ]{1,255})$/;
const dnsmasqForward =
  /^(?:\d{1,10} [0-9a-fA-F.:]{2,45}\/\d{1,5} )?forwarded ([^ ]{1,255}) to ([0-9a-fA-F.:]{2,45})(?:#\d{1,5})?$/;

export function mapDnsmasq(received: Received): MappedEvent | undefined {
  const text = beginning(received.text, 1024);
  const facts = readDnsmasqQuery(text) ?? readDnsmasqAnswer(text) ?? readForward(text);
  return facts && dnsEvent(received, { vendor_name: 'Dnsmasq', name: 'dnsmasq' }, facts);
}

function readDnsmasqQuery(text: string): Dns | undefined {
  const [, type, name = '', host] = dnsmasqQuery.exec(text) ?? [];
  return host === undefined
    ? undefined
    : { activityId: Activity.Query, name: withoutDot(name), type, source: { host } };
}

function readDnsmasqAnswer(text: string): Dns | undefined {
  const [, client, from = '', name = '', answer] = dnsmasqAnswer.exec(text) ?? [];
  if (answer === undefined) return undefined;
  const isBlocked = /blocked|denied|blacklisted/.test(from);
  const isCode = /^(?:NXDOMAIN|SERVFAIL|REFUSED)$/.test(answer);
  const isAnswer = !isCode && !answer.startsWith('NODATA');
  return {
    activityId: Activity.Response,
    name: withoutDot(name),
    rcode: isCode ? answer : 'NOERROR',
    answers: isAnswer && !answer.startsWith('<') ? [answer] : undefined,
    verdict: isBlocked ? blocked : undefined,
    type: addressType(answer),
    destination: client === undefined ? undefined : { host: client },
    unmapped: { answered_from: from },
  };
}

function readForward(text: string): Dns | undefined {
  const [, name = '', host] = dnsmasqForward.exec(text) ?? [];
  return host === undefined ? undefined : { activityId: Activity.Query, name: withoutDot(name), destination: { host } };
}

function addressType(answer: string): string | undefined {
  if (addressOf(answer) === undefined) return undefined;
  return answer.includes(':') ? 'AAAA' : 'A';
}

function dnsEvent(received: Received, product: NonNullable<DnsFacts['product']>, facts: Dns): MappedEvent {
  return dnsActivity(received, { product, process: writerOf(received), ...facts });
}
