import type { MappedEvent } from '@sluice/connector';
import {
  HttpActivityActivityId,
  SeverityId,
  type Actor,
  type HttpActivity,
  type HttpResponse,
  type Url,
} from '@sluice/ocsf/1.3.0';
import { destinationOf, isNamed, logName, serviceOf, sourceOf } from './endpoints.ts';
import type { HttpFacts } from './facts.ts';
import { activityOf, isKnownMethod, requestOf, requestUrl } from './http-request.ts';
import { keepBeside, type Rest } from './left-over.ts';
import type { EventContext } from './metadata.ts';
import { finishEvent, type ReadRecord, type Unfinished } from './read-record.ts';
import { userOf } from './user.ts';

/** An answered HTTP request. */
export interface HttpRecord extends ReadRecord {
  readonly http: HttpFacts;
  readonly status: number;
}

/** An HTTP request that a server answered (or a client got answered), as HTTP Activity. */
export function httpActivity(record: HttpRecord, context: EventContext): MappedEvent {
  const { facts, http, status } = record;
  const url = requestUrl(http);
  const destination = destinationOf(http, url);
  // OCSF demands something that names the destination. Where the record does not, the name of its log does.
  const service = serviceOf(facts, context) ?? (isNamed(destination) ? undefined : logName(context));
  if (service !== undefined) destination.svc_name = service;
  const event: Unfinished<HttpActivity> & { actor?: Actor } = {
    class_uid: 4002,
    activity_id: activityOf(http.method),
    severity_id: SeverityId.Informational,
    http_request: requestOf(http, url),
    http_response: responseOf(http, status),
    dst_endpoint: destination,
    status_code: String(status),
  };
  const isSuccess = facts.isSuccess ?? isSuccessful(status);
  if (isSuccess !== undefined) event.status_id = isSuccess ? 1 : 2;
  const source = sourceOf(http);
  if (source !== undefined) event.src_endpoint = source;
  if (http.durationMs !== undefined) event.duration = http.durationMs;
  const user = userOf(http);
  if (user !== undefined) event.actor = { user };
  if (event.activity_id === HttpActivityActivityId.Other) event.activity_name = http.method;
  const rest = withLeftOver(record, url);
  return finishEvent(event, { line: record.line, facts, rest }, context, user === undefined ? [] : ['host']);
}

/** Success below 400, failure from there; nothing for 000, which servers write when they gave no answer. */
function isSuccessful(status: number): boolean | undefined {
  return status < 100 ? undefined : status < 400;
}

/** What has no attribute of its own: a method that OCSF 1.3.0 does not list, a query beside that of the target. */
function withLeftOver({ http, rest }: HttpRecord, url: Url | undefined): Rest {
  let kept = rest;
  if (http.method !== undefined && !isKnownMethod(http.method)) {
    kept = keepBeside(kept, 'http_method', http.method);
  }
  const hasOtherQuery = http.query !== undefined && http.query !== url?.query_string;
  return hasOtherQuery ? keepBeside(kept, 'query_string', http.query) : kept;
}

function responseOf(http: HttpFacts, status: number): HttpResponse {
  const response: HttpResponse = { code: status };
  if (http.responseBytes !== undefined) response.length = http.responseBytes;
  if (http.durationMs !== undefined) response.latency = http.durationMs;
  if (http.contentType !== undefined) response.content_type = http.contentType;
  return response;
}
