import type { HttpFacts } from '../../events/facts.ts';
import { isJsonRecord, type JsonRecord } from './gather.ts';
import { addForwarded } from './http-parties.ts';
import { amountOf, countOf } from './values.ts';

/**
 * Adds the numbers of a request that only the writer's own shape tells the meaning of. `duration` is seconds of Caddy's and
 * milliseconds of Envoy's and lograge's, `Duration` nanoseconds of Traefik's; `bytes_read` is what Caddy has read from the client, where HAProxy means what the client was sent.
 */
export function addNumbersByShape(http: HttpFacts, record: JsonRecord): void {
  const { logger } = record;
  const isCaddy = typeof logger === 'string' && /^http\.log\.(?:access|error)/.test(logger);
  if (isCaddy) addCaddy(http, record);
  if (record['DownstreamStatus'] !== undefined) addTraefik(http, record);
  const duration = amountOf(record['duration']);
  if (duration === undefined) return;
  if (isCaddy) http.durationMs ??= Math.round(duration * 1000);
  else if (record['response_flags'] !== undefined || isLograge(record)) http.durationMs ??= Math.round(duration);
}

/** Behind a proxy that it trusts, Caddy's `client_ip` is whom that proxy named. */
function addCaddy(http: HttpFacts, record: JsonRecord): void {
  http.requestBytes ??= countOf(record['bytes_read']);
  const { request } = record;
  if (isJsonRecord(request)) addForwarded(http, request['client_ip']);
}

/** Traefik's `Duration` is of nanoseconds. `ClientHost` is whom a proxy before it named, where there is one. */
function addTraefik(http: HttpFacts, { Duration, ClientHost }: JsonRecord): void {
  const duration = amountOf(Duration);
  if (duration !== undefined) http.durationMs ??= Math.round(duration / 1e6);
  addForwarded(http, ClientHost);
}

/** Rails with lograge, which gives milliseconds. */
function isLograge({ controller, action, format }: JsonRecord): boolean {
  return typeof controller === 'string' && typeof action === 'string' && typeof format === 'string';
}
