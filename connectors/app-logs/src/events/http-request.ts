import type { HttpFacts } from './facts.ts';
import { urlOf, type Url } from './url.ts';

/** OCSF 1.3.0: the methods that it knows, with the `activity_id` that HTTP Activity gives them. */
export const methodActivities: ReadonlyMap<string, number> = new Map([
  ['CONNECT', 1],
  ['DELETE', 2],
  ['GET', 3],
  ['HEAD', 4],
  ['OPTIONS', 5],
  ['POST', 6],
  ['PUT', 7],
  ['TRACE', 8],
]);

/** What was asked for, with what the record says of it beside the target itself. */
export function requestUrl(http: HttpFacts): Url | undefined {
  if (http.target === undefined) return undefined;
  const url = urlOf(http.target);
  if (url.query_string === undefined && http.query !== undefined) url.query_string = http.query;
  if (url.scheme === undefined && http.scheme !== undefined) url.scheme = http.scheme;
  if (url.hostname === undefined && http.serverHostname !== undefined) {
    url.hostname = http.serverHostname;
    if (url.port === undefined && http.serverPort !== undefined) url.port = http.serverPort;
  }
  return url;
}

/** OCSF's `http_request`; a method that it does not know is left out. */
export function requestOf(http: HttpFacts, url: Url | undefined): Record<string, unknown> {
  const request: Record<string, unknown> = {};
  if (http.method !== undefined && methodActivities.has(http.method)) request['http_method'] = http.method;
  if (url !== undefined) request['url'] = url;
  if (http.version !== undefined) request['version'] = http.version;
  if (http.userAgent !== undefined) request['user_agent'] = http.userAgent;
  if (http.referrer !== undefined) request['referrer'] = http.referrer;
  if (http.requestUid !== undefined) request['uid'] = http.requestUid;
  if (http.requestBytes !== undefined) request['length'] = http.requestBytes;
  if (http.forwardedFor !== undefined) request['x_forwarded_for'] = http.forwardedFor;
  return request;
}
