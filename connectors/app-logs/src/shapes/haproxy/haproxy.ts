import type { MappedEvent } from '@sluice/connector';
import { ipOf, isPort, splitHostPort } from '../../events/address.ts';
import { noFacts, noHttpFacts, type Facts, type HttpFacts } from '../../events/facts.ts';
import { genericEvent } from '../../events/generic-event.ts';
import { httpActivity } from '../../events/http-activity.ts';
import { maxTextLength, type EventContext } from '../../events/metadata.ts';
import { networkActivity } from '../../events/network-activity.ts';
import { takeMethod, takeTarget, takeVersion } from '../json/http-exchange.ts';
import { parseHaproxy, type HaproxyLine } from './parse.ts';

/**
 * The event of a line of HAProxy: HTTP Activity for `httplog`, Network Activity for `tcplog`; `base_event` for a request
 * that got no answer. Undefined where the line is none.
 */
export function haproxyEvent(line: string, context: EventContext): MappedEvent | undefined {
  const parsed = parseHaproxy(line, context.config.zone);
  const client = parsed === undefined ? undefined : clientOf(parsed.client);
  const ip = client === undefined ? undefined : ipOf(client.host);
  if (parsed === undefined || ip === undefined) return undefined;
  const facts = factsOf(parsed);
  const http = { ...noHttpFacts(), clientIp: ip, clientPort: client?.port };
  const rest = { haproxy: detailsOf(parsed) };
  const { status, bytes, termination } = parsed;
  const durationMs = parsed.timers.at(-1);
  if (status === undefined) {
    const isConnected = (parsed.timers[1] ?? -1) >= 0;
    const session = { bytesIn: bytes, durationMs, isConnected, termination };
    return networkActivity({ line, facts, rest, http, session }, context);
  }
  if (durationMs !== undefined && durationMs >= 0) http.durationMs = durationMs;
  http.responseBytes = bytes;
  const isRequest = addRequest(facts, http, parsed);
  if (status >= 100 && isRequest) return httpActivity({ line, facts, rest, http, status }, context);
  facts.message = line.slice(0, maxTextLength);
  return genericEvent({ line, facts, rest: { haproxy: { ...rest.haproxy, client: parsed.client, status } } }, context);
}

/** `2001:db8::7:5555`: the port stands after the last colon, without brackets around the address. */
function clientOf(text: string): { readonly host: string; readonly port: number | undefined } {
  const colon = text.lastIndexOf(':');
  const port = /^\d{1,5}$/.test(text.slice(colon + 1)) ? Number(text.slice(colon + 1)) : undefined;
  const host = text.slice(0, colon);
  return colon > 0 && ipOf(host) !== undefined && port !== undefined && isPort(port)
    ? { host, port }
    : splitHostPort(text);
}

function factsOf({ time, originalTime, frontend }: HaproxyLine): Facts {
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
  const { backend, server, timers, termination, connections, queues, cookies, captured, prefix } = parsed;
  return {
    backend,
    server,
    timers: timers.join('/'),
    termination_state: termination,
    connections,
    queues,
    ...(cookies.some((cookie) => cookie !== '-') ? { cookies } : {}),
    ...(captured === undefined ? {} : { captured }),
    ...(prefix === '' ? {} : { syslog: prefix }),
  };
}
