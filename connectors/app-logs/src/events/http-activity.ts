import type { MappedEvent } from '@sluice/connector';
import { isHostname, ipOf } from './address.ts';
import type { Facts, HttpFacts } from './facts.ts';
import { addLeftOver, addOccurrence, addRawData, cloudOf, metadataOf, type EventContext } from './metadata.ts';
import { severity } from './severity.ts';
import { urlOf, type Url } from './url.ts';

export const httpActivityUid = 4002;

/** OCSF 1.3.0: HTTP Activity knows these methods; every other one is Other, by its own name. */
const activities: ReadonlyMap<string, number> = new Map([
  ['CONNECT', 1],
  ['DELETE', 2],
  ['GET', 3],
  ['HEAD', 4],
  ['OPTIONS', 5],
  ['POST', 6],
  ['PUT', 7],
  ['TRACE', 8],
]);
const otherActivity = 99;
const unknownActivity = 0;

/** An HTTP request that a server answered (or a client got answered), as HTTP Activity. `status` must be known. */
export function httpActivity(
  facts: Facts,
  http: HttpFacts,
  unmapped: Record<string, unknown> | undefined,
  line: string,
  context: EventContext,
): MappedEvent {
  const cloud = cloudOf(facts);
  const actor = actorOf(http);
  const profiles: string[] = [];
  if (cloud !== undefined) profiles.push('cloud');
  if (actor !== undefined) profiles.push('host');
  const rest = unmapped ?? {};
  const url = http.target === undefined ? undefined : urlOf(http.target);
  const event: Record<string, unknown> & { class_uid: number } = {
    class_uid: httpActivityUid,
    activity_id: unknownActivity,
    severity_id: facts.severityId ?? severity.informational,
    metadata: metadataOf(facts, profiles, context),
    http_request: requestOf(http, url),
    http_response: responseOf(http),
    dst_endpoint: destinationOf(facts, http, url, context),
  };
  addActivity(event, rest, http.method);
  addStatus(event, http.status);
  addOccurrence(event, facts);
  addSource(event, http);
  if (http.durationMs !== undefined) event['duration'] = http.durationMs;
  if (facts.severityId === severity.other) event['severity'] = facts.level;
  if (actor !== undefined) event['actor'] = actor;
  if (cloud !== undefined) event['cloud'] = cloud;
  addLeftOver(rest, facts, context);
  for (const _ in rest) {
    event['unmapped'] = rest;
    break;
  }
  addRawData(event, line, context);
  return event;
}

function addActivity(event: Record<string, unknown>, rest: Record<string, unknown>, method: string | undefined): void {
  if (method === undefined) return;
  const activity = activities.get(method);
  event['activity_id'] = activity ?? otherActivity;
  if (activity !== undefined) return;
  event['activity_name'] = method;
  rest['http_method'] = method;
}

function addStatus(event: Record<string, unknown>, status = 0): void {
  event['status_code'] = String(status);
  if (status >= 100) event['status_id'] = status < 400 ? 1 : 2;
}

function requestOf(http: HttpFacts, url: Url | undefined): Record<string, unknown> {
  const request: Record<string, unknown> = {};
  if (http.method !== undefined && activities.has(http.method)) request['http_method'] = http.method;
  if (url !== undefined) request['url'] = completedUrl(url, http);
  if (http.version !== undefined) request['version'] = http.version;
  if (http.userAgent !== undefined) request['user_agent'] = http.userAgent;
  if (http.referrer !== undefined) request['referrer'] = http.referrer;
  if (http.requestUid !== undefined) request['uid'] = http.requestUid;
  if (http.requestBytes !== undefined) request['length'] = http.requestBytes;
  if (http.forwardedFor !== undefined) request['x_forwarded_for'] = http.forwardedFor;
  return request;
}

/** What the record says of the URL beside the target itself. */
function completedUrl(url: Url, http: HttpFacts): Url {
  if (url.query_string === undefined && http.query !== undefined) url.query_string = http.query;
  if (url.scheme === undefined && http.scheme !== undefined) url.scheme = http.scheme;
  if (url.hostname === undefined && http.serverHostname !== undefined) {
    url.hostname = http.serverHostname;
    if (url.port === undefined && http.serverPort !== undefined) url.port = http.serverPort;
  }
  return url;
}

function responseOf(http: HttpFacts): Record<string, unknown> {
  const response: Record<string, unknown> = { code: http.status ?? 0 };
  if (http.responseBytes !== undefined) response['length'] = http.responseBytes;
  if (http.durationMs !== undefined) response['latency'] = http.durationMs;
  if (http.contentType !== undefined) response['content_type'] = http.contentType;
  return response;
}

function addSource(event: Record<string, unknown>, http: HttpFacts): void {
  const { clientIp, clientHostname, clientPort } = http;
  if (clientIp === undefined && clientHostname === undefined) return;
  const source: Record<string, unknown> = {};
  if (clientIp !== undefined) source['ip'] = clientIp;
  if (clientHostname !== undefined) source['hostname'] = clientHostname;
  if (clientPort !== undefined) source['port'] = clientPort;
  event['src_endpoint'] = source;
}

/** The server: OCSF demands something that names it. Where the record does not, the name of its log does. */
function destinationOf(
  facts: Facts,
  http: HttpFacts,
  url: Url | undefined,
  context: EventContext,
): Record<string, unknown> {
  const destination: Record<string, unknown> = {};
  const hostname = http.serverHostname ?? url?.hostname;
  if (hostname !== undefined && isHostname(hostname)) destination['hostname'] = hostname;
  const ip = http.serverIp ?? (hostname === undefined ? undefined : ipOf(hostname));
  if (ip !== undefined) destination['ip'] = ip;
  const port = http.serverPort ?? url?.port;
  if (port !== undefined) destination['port'] = port;
  if (facts.host !== undefined) destination['name'] = facts.host;
  const service = context.config.service ?? facts.service ?? (isNamed(destination) ? undefined : logName(context));
  if (service !== undefined) destination['svc_name'] = service;
  return destination;
}

function isNamed(endpoint: Record<string, unknown>): boolean {
  return endpoint['hostname'] !== undefined || endpoint['ip'] !== undefined || endpoint['name'] !== undefined;
}

/** `access` of `/var/log/nginx/access.log.1`. */
function logName(context: EventContext): string {
  const path = context.origin.path ?? 'log';
  const name = path.slice(path.lastIndexOf('/') + 1);
  const point = name.indexOf('.', 1);
  return (point === -1 ? name : name.slice(0, point)) || 'log';
}

function actorOf(http: HttpFacts): Record<string, unknown> | undefined {
  if (http.user === undefined && http.userUid === undefined) return undefined;
  const user: Record<string, unknown> = {};
  if (http.user !== undefined) user['name'] = http.user;
  if (http.userUid !== undefined) user['uid'] = http.userUid;
  return { user };
}
