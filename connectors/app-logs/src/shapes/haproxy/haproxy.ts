import type { MappedEvent } from '@sluice/connector';
import { NetworkActivityActivityId } from '@sluice/ocsf/1.3.0';
import { ipOf, isPort, splitHostPort, type HostAndPort } from '../../events/address.ts';
import { noFacts, noHttpFacts, type Facts, type HttpFacts } from '../../events/facts.ts';
import { genericEvent } from '../../events/generic-event.ts';
import { httpActivity } from '../../events/http-activity.ts';
import { maxTextLength, type EventContext } from '../../events/metadata.ts';
import { networkActivity } from '../../events/network-activity.ts';
import { takeMethod, takeTarget, takeVersion } from '../json/http-exchange.ts';
import { parseHaproxy, parseHaproxyFailure, type HaproxyFailure, type HaproxyLine } from './parse.ts';

/**
 * The event of a line of HAProxy: HTTP Activity for `httplog`, Network Activity for `tcplog` and for connections that
 * came to nothing; `base_event` for a request that got no answer. Undefined where the line is none.
 */
export function haproxyEvent(line: string, context: EventContext): MappedEvent | undefined {
  const parsed = parseHaproxy(line, context.config.zone);
  if (parsed === undefined) return failureEvent(line, context) ?? connectEvent(line, context);
  const http = httpOf(parsed.client);
  if (http === undefined) return undefined;
  const facts = factsOf(parsed);
  const rest = { haproxy: detailsOf(parsed) };
  const { status, bytes, termination } = parsed;
  const durationMs = parsed.timers.at(-1) ?? -1;
  if (status === undefined) {
    const activity = (parsed.timers[1] ?? -1) >= 0 ? NetworkActivityActivityId.Close : NetworkActivityActivityId.Fail;
    const session = { activity, bytesIn: bytes, durationMs, isSuccess: termination === '--', code: termination };
    return networkActivity({ line, facts, rest, http, session }, context);
  }
  if (durationMs >= 0) http.durationMs = durationMs;
  http.responseBytes = bytes;
  const isRequest = addRequest(facts, http, parsed);
  if (status >= 100 && (isRequest || parsed.request === badRequest)) {
    return httpActivity({ line, facts, rest, http, status }, context);
  }
  facts.message = line.slice(0, maxTextLength);
  return genericEvent({ line, facts, rest: { haproxy: { ...rest.haproxy, client: parsed.client, status } } }, context);
}

/** What HAProxy writes for a request that it could make nothing of, and refused. */
const badRequest = '<BADREQ>';

function failureEvent(line: string, context: EventContext): MappedEvent | undefined {
  const parsed = parseHaproxyFailure(line, context.config.zone);
  const http = parsed === undefined ? undefined : httpOf(parsed.client);
  if (parsed === undefined || http === undefined) return undefined;
  const { prefix, bind, reason } = parsed;
  const facts = Object.assign(factsOf(parsed), { message: reason, eventReason: reason });
  const rest = { haproxy: { bind, ...(prefix === '' ? {} : { syslog: prefix }) } };
  const session = { activity: NetworkActivityActivityId.Fail, isSuccess: false };
  return networkActivity({ line, facts, rest, http, session }, context);
}

/** Without `httplog` and `tcplog`, HAProxy says at its beginning that there is a connection. */
const connect = /^Connect from (\S{3,64}):(\d{1,5}) to (\S{3,64}):(\d{1,5}) \((\S{1,128})\/(HTTP|TCP)\)$/;

function connectEvent(line: string, context: EventContext): MappedEvent | undefined {
  const [, client = '', port, server = '', serverPort, frontend, mode] = connect.exec(line) ?? [];
  const [clientIp, serverIp] = [ipOf(client), ipOf(server)];
  if (clientIp === undefined || serverIp === undefined) return undefined;
  const facts = Object.assign(noFacts(), { message: line, service: frontend });
  const http = Object.assign(noHttpFacts(), {
    clientIp,
    clientPort: portOf(port),
    serverIp,
    serverPort: portOf(serverPort),
  });
  const session = { activity: NetworkActivityActivityId.Open, isSuccess: true };
  return networkActivity({ line, facts, rest: { haproxy: { mode } }, http, session }, context);
}

function portOf(text: string | undefined): number | undefined {
  const port = Number(text);
  return isPort(port) ? port : undefined;
}

/** Who connected; without address where HAProxy knows none (a socket of the machine). Undefined where it is no client. */
function httpOf(text: string): HttpFacts | undefined {
  const { host, port } = clientOf(text);
  const ip = ipOf(host);
  if (ip !== undefined) return Object.assign(noHttpFacts(), { clientIp: ip, clientPort: port });
  return host === '-' || host === 'unix' ? noHttpFacts() : undefined;
}

/** `2001:db8::7:5555`: the port stands after the last colon, without brackets around the address. */
function clientOf(text: string): HostAndPort {
  const colon = text.lastIndexOf(':');
  const digits = text.slice(colon + 1);
  const port = /^\d{1,5}$/.test(digits) ? Number(digits) : Number.NaN;
  const host = text.slice(0, colon);
  return ipOf(host) !== undefined && isPort(port) ? { host, port } : splitHostPort(text);
}

function factsOf({ time, originalTime, frontend }: HaproxyLine | HaproxyFailure): Facts {
  const facts = noFacts();
  facts.originalTime = originalTime;
  if (!Number.isNaN(time)) facts.time = time;
  facts.service = frontend.endsWith('~') ? frontend.slice(0, -1) : frontend;
  return facts;
}

function addRequest(facts: Facts, http: HttpFacts, { request, frontend }: HaproxyLine): boolean {
  if (request === undefined || request.length > maxTextLength) return false;
  facts.message = request;
  const [method = '', target = '', version = ''] = request.split(' ', 3);
  takeVersion(http, version);
  if (frontend.endsWith('~')) http.scheme = 'https';
  return takeMethod(http, method) && takeTarget(http, target);
}

function detailsOf(parsed: HaproxyLine): Record<string, unknown> {
  const { backend, server, timers, termination, connections, queues, cookies, captured, others, prefix } = parsed;
  return {
    backend,
    server,
    timers: timers.join('/'),
    termination_state: termination,
    connections,
    queues,
    ...(cookies.some((cookie) => cookie !== '-') ? { cookies } : {}),
    ...(captured === undefined ? {} : { captured }),
    ...(others === undefined ? {} : { others }),
    ...(prefix === '' ? {} : { syslog: prefix }),
  };
}
