import { HttpActivityActivityId, type HttpMethod, type HttpRequest, type Url } from '@sluice/ocsf/1.3.0';
import type { HttpFacts } from './facts.ts';
import { urlOf } from './url.ts';

/** The methods that OCSF 1.3.0 knows, with the `activity_id` that HTTP Activity gives them. */
const methodActivities: Readonly<Record<HttpMethod, HttpActivityActivityId>> = {
  CONNECT: HttpActivityActivityId.Connect,
  DELETE: HttpActivityActivityId.Delete,
  GET: HttpActivityActivityId.Get,
  HEAD: HttpActivityActivityId.Head,
  OPTIONS: HttpActivityActivityId.Options,
  POST: HttpActivityActivityId.Post,
  PUT: HttpActivityActivityId.Put,
  TRACE: HttpActivityActivityId.Trace,
};

/** Whether OCSF 1.3.0 has this method. */
export function isKnownMethod(method: string): method is HttpMethod {
  return Object.hasOwn(methodActivities, method);
}

export function activityOf(method: string | undefined): HttpActivityActivityId {
  if (method === undefined) return HttpActivityActivityId.Unknown;
  return isKnownMethod(method) ? methodActivities[method] : HttpActivityActivityId.Other;
}

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
export function requestOf(http: HttpFacts, url: Url | undefined): HttpRequest {
  const request: HttpRequest = {};
  if (http.method !== undefined && isKnownMethod(http.method)) request.http_method = http.method;
  if (url !== undefined) request.url = url;
  if (http.version !== undefined) request.version = http.version;
  if (http.userAgent !== undefined) request.user_agent = http.userAgent;
  if (http.referrer !== undefined) request.referrer = http.referrer;
  if (http.requestUid !== undefined) request.uid = http.requestUid;
  if (http.requestBytes !== undefined) request.length = http.requestBytes;
  if (http.forwardedFor !== undefined) request.x_forwarded_for = http.forwardedFor;
  return request;
}
