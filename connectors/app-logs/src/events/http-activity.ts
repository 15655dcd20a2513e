import type { MappedEvent } from '@sluice/connector';
import { destinationOf, isNamed, logName, serviceOf, sourceOf } from './endpoints.ts';
import type { HttpFacts } from './facts.ts';
import { methodActivities, requestOf, requestUrl } from './http-request.ts';
import type { EventContext } from './metadata.ts';
import { finishEvent, type GrowingEvent, type ReadRecord } from './read-record.ts';
import { severity } from './severity.ts';
import { userOf } from './user.ts';

const otherActivity = 99;
const unknownActivity = 0;

/** An answered HTTP request. */
export interface HttpRecord extends ReadRecord {
  readonly http: HttpFacts;
  readonly status: number;
}

/** An HTTP request that a server answered (or a client got answered), as HTTP Activity. */
export function httpActivity(record: HttpRecord, context: EventContext): MappedEvent {
  const { facts, http, status } = record;
  const url = requestUrl(http);
  const destination = destinationOf(facts, http, url);
  // OCSF demands something that names the destination. Where the record does not, the name of its log does.
  const service = serviceOf(facts, context) ?? (isNamed(destination) ? undefined : logName(context));
  if (service !== undefined) destination['svc_name'] = service;
  const event: GrowingEvent = {
    class_uid: 4002,
    activity_id: activityOf(http.method),
    severity_id: severity.informational,
    http_request: requestOf(http, url),
    http_response: responseOf(http, status),
    dst_endpoint: destination,
    status_code: String(status),
  };
  if (status >= 100) event['status_id'] = status < 400 ? 1 : 2;
  const source = sourceOf(http);
  if (source !== undefined) event['src_endpoint'] = source;
  if (http.durationMs !== undefined) event['duration'] = http.durationMs;
  const user = userOf(http);
  if (user !== undefined) event['actor'] = { user };
  const rest = addOtherMethod(event, record);
  return finishEvent(event, { line: record.line, facts, rest }, context, user === undefined ? [] : ['host']);
}

function activityOf(method: string | undefined): number {
  return method === undefined ? unknownActivity : (methodActivities.get(method) ?? otherActivity);
}

/** A method that OCSF 1.3.0 does not list names the activity, and is kept by its own name. */
function addOtherMethod(event: GrowingEvent, { http, rest }: HttpRecord): ReadRecord['rest'] {
  if (event['activity_id'] !== otherActivity) return rest;
  event['activity_name'] = http.method;
  const kept = rest ?? {};
  kept['http_method'] ??= http.method;
  return kept;
}

function responseOf(http: HttpFacts, status: number): Record<string, unknown> {
  const response: Record<string, unknown> = { code: status };
  if (http.responseBytes !== undefined) response['length'] = http.responseBytes;
  if (http.durationMs !== undefined) response['latency'] = http.durationMs;
  if (http.contentType !== undefined) response['content_type'] = http.contentType;
  return response;
}
