import type { MappedEvent } from '@sluice/connector';
import { ipOf, isHostname, splitHostPort } from '../../events/address.ts';
import { noFacts, noHttpFacts, type Facts, type HttpFacts } from '../../events/facts.ts';
import { genericEvent } from '../../events/generic-event.ts';
import { httpActivity } from '../../events/http-activity.ts';
import { maxTextLength, type EventContext } from '../../events/metadata.ts';
import { bracketedTime } from '../../time/common-log.ts';
import { takeForwardedFor } from '../json/http-parties.ts';
import { parseAccessLog, type AccessLogLine } from './parse.ts';
import { unescapeField } from './unescape.ts';

/** The event of a line of the common or combined log format; undefined where it is none. */
export function accessLogEvent(line: string, context: EventContext): MappedEvent | undefined {
  const parsed = parseAccessLog(line);
  if (parsed === undefined) return undefined;
  const facts = noFacts();
  addTime(facts, line.slice(parsed.timeAt, parsed.timeEnd), context);
  const http = noHttpFacts();
  const unmapped: Record<string, unknown> = {};
  addRequest(facts, http, unmapped, parsed.request);
  addParties(http, unmapped, parsed);
  addClientWords(http, unmapped, parsed);
  addRest(http, unmapped, parsed.rest);
  if (parsed.bytes !== '-') http.responseBytes = Number(parsed.bytes);
  if (parsed.status === '-') {
    // No answer was given: HTTP Activity demands one, so the line is kept without it.
    facts.message = line.slice(0, maxTextLength);
    const { timeAt: _, timeEnd: __, ...fields } = parsed;
    return genericEvent({ line, facts, rest: { access_log: fields } }, context);
  }
  const rest = Object.keys(unmapped).length === 0 ? undefined : unmapped;
  return httpActivity({ line, facts, rest, http, status: Number(parsed.status) }, context);
}

function addTime(facts: Facts, text: string, { config }: EventContext): void {
  const { time, timezoneOffset } = bracketedTime(text, config.zone);
  facts.originalTime = text;
  if (Number.isNaN(time)) return;
  facts.time = time;
  facts.timezoneOffset = timezoneOffset;
}

const method = /^[A-Za-z][A-Za-z0-9_-]{0,31}$/;

/** `GET /path HTTP/1.1`; what is no such thing (a TLS greeting on a plain port, an empty line) is kept as it is. */
function addRequest(facts: Facts, http: HttpFacts, unmapped: Record<string, unknown>, request: string): void {
  const first = request.indexOf(' ');
  const last = request.lastIndexOf(' ');
  const isRequest = first !== -1 && method.test(request.slice(0, first)) && request.length <= maxTextLength;
  if (request.length <= maxTextLength && request !== '-' && request !== '') facts.message = request;
  if (!isRequest) {
    if (request.length > maxTextLength) unmapped['request'] = request;
    return;
  }
  http.method = request.slice(0, first).toUpperCase();
  const hasVersion = last > first && request.startsWith('HTTP/', last + 1);
  if (hasVersion) http.version = request.slice(last + 1 + 'HTTP/'.length);
  const target = unescapeField(request.slice(first + 1, hasVersion ? last : undefined).trimEnd());
  if (target !== '') http.target = target;
}

function addParties(http: HttpFacts, unmapped: Record<string, unknown>, parsed: AccessLogLine): void {
  addClient(http, unmapped, parsed);
  if (parsed.ident !== '-') unmapped['ident'] = parsed.ident;
  const user = unescapeField(parsed.user);
  if (user !== '-' && user !== '' && user !== '""') http.user = user;
  if (parsed.virtualHost === undefined) return;
  const { host, port } = splitHostPort(parsed.virtualHost);
  if (!isHostname(host)) unmapped['virtual_host'] = parsed.virtualHost;
  else {
    http.serverHostname = host;
    http.serverPort = port;
  }
}

/** A port below those that systems give to clients is of something else. */
const firstClientPort = 1024;

function addClient(http: HttpFacts, unmapped: Record<string, unknown>, { client, forwarded }: AccessLogLine): void {
  const ip = ipOf(client);
  if (ip !== undefined) http.clientIp = ip;
  else if (!takeAddressWithPort(http, client)) {
    if (isHostname(client)) http.clientHostname = client;
    else if (client !== '-') unmapped['client'] = client;
  }
  if (forwarded === undefined || forwarded === '-') return;
  if (!takeForwardedFor(http, forwarded)) unmapped['x_forwarded_for'] = forwarded;
}

function takeAddressWithPort(http: HttpFacts, client: string): boolean {
  const { host, port = 0 } = splitHostPort(client);
  const ip = port >= firstClientPort ? ipOf(host) : undefined;
  if (ip === undefined) return false;
  http.clientIp = ip;
  http.clientPort = port;
  return true;
}

function addClientWords(http: HttpFacts, unmapped: Record<string, unknown>, parsed: AccessLogLine): void {
  const referrer = wordOf(parsed.referrer);
  const userAgent = wordOf(parsed.userAgent);
  if (referrer !== undefined && referrer.length > maxTextLength) unmapped['referrer'] = referrer;
  else http.referrer = referrer;
  if (userAgent !== undefined && userAgent.length > maxTextLength) unmapped['user_agent'] = userAgent;
  else http.userAgent = userAgent;
}

function wordOf(field: string | undefined): string | undefined {
  return field === undefined || field === '-' || field === '' ? undefined : unescapeField(field);
}

/** What ways of writing say how long a request took, of those that put it at the end. */
const durations: readonly RegExp[] = [
  // ingress-nginx: `345 0.002 [default-web-80] …`
  /^\d{1,12} (?<seconds>\d{1,6}\.\d{3}) \[/,
  // Traefik: `5 "web@docker" "http://10.0.0.5:80" 3ms`
  /^\d{1,12} "[^"]{0,256}" "[^"]{0,1024}" (?<ms>\d{1,9})ms$/,
  // nginx as many configure it: `rt=0.012 …`
  /^(?:rt|request_time)="?(?<seconds>\d{1,6}\.\d{3})"?(?: |$)/,
];

/** The field stays in the rest too, with those beside it. */
function addDuration(http: HttpFacts, rest: string): void {
  for (const pattern of durations) {
    const { seconds, ms } = pattern.exec(rest)?.groups ?? {};
    if (seconds !== undefined) http.durationMs = Math.round(Number(seconds) * 1000);
    if (ms !== undefined) http.durationMs = Number(ms);
  }
}

const named = /(?:^| )X-Forwarded-For="([^"]{0,4096})"(?= |$)/i;

/**
 * nginx's usual format puts `"$http_x_forwarded_for"` at the end, others name it (`X-Forwarded-For="192.0.2.7"`);
 * everything else is kept as it stands.
 */
function addRest(http: HttpFacts, unmapped: Record<string, unknown>, rest: string): void {
  if (rest === '' || rest === '"-"') return;
  const [, first = '', others = ''] = /^"([^"]*)" ?([^]*)/.exec(rest) ?? [];
  if (first !== '' && takeForwardedFor(http, first)) {
    if (others !== '') unmapped['access_log_rest'] = others;
    return;
  }
  unmapped['access_log_rest'] = rest;
  takeForwardedFor(http, named.exec(rest)?.[1] ?? '');
  addDuration(http, rest);
}
