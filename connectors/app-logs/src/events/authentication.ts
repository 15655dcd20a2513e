import type { MappedEvent } from '@sluice/connector';
import { destinationOf, isNamed, logName, serviceOf, sourceOf } from './endpoints.ts';
import type { HttpFacts } from './facts.ts';
import { requestOf, requestUrl } from './http-request.ts';
import type { EventContext } from './metadata.ts';
import { finishEvent, type GrowingEvent, type ReadRecord } from './read-record.ts';
import { severity } from './severity.ts';

const activity = { unknown: 0, logon: 1, logoff: 2, other: 99 } as const;

/** A record that says of itself that it is about authentication, and whose user it names. */
export interface AuthenticationRecord extends ReadRecord {
  readonly http: HttpFacts;
  readonly user: Record<string, unknown>;
}

/** A logon, a logoff or another step of authentication, as Authentication. */
export function authentication(record: AuthenticationRecord, context: EventContext): MappedEvent {
  const { facts, http, user } = record;
  const activityId = activityOf(facts.eventAction, facts.eventPhase);
  const event: GrowingEvent = {
    class_uid: 3002,
    activity_id: activityId,
    severity_id: severity.informational,
    user,
    service: { name: serviceOf(facts, context) ?? logName(context) },
  };
  if (activityId === activity.other) event['activity_name'] = facts.eventAction;
  if (facts.isSuccess !== undefined) event['status_id'] = facts.isSuccess ? 1 : 2;
  if (facts.eventReason !== undefined) event['status_detail'] = facts.eventReason;
  if (http.durationMs !== undefined) event['duration'] = http.durationMs;
  const source = sourceOf(http);
  if (source !== undefined) event['src_endpoint'] = source;
  const url = requestUrl(http);
  const destination = destinationOf(http, url);
  if (isNamed(destination)) event['dst_endpoint'] = destination;
  const request = requestOf(http, url);
  if (Object.keys(request).length > 0) event['http_request'] = request;
  return finishEvent(event, record, context);
}

const logon = /log(?:ged)?[-_ ]?(?:on|in)\b|sign(?:ed)?[-_ ]?in\b/i;
const logoff = /log(?:ged)?[-_ ]?(?:off|out)\b|sign(?:ed)?[-_ ]?out\b/i;

function activityOf(action: string | undefined, phase: string | undefined): number {
  if (action !== undefined && logoff.test(action)) return activity.logoff;
  if (action !== undefined && logon.test(action)) return activity.logon;
  if (phase === 'end') return activity.logoff;
  if (phase === 'start') return activity.logon;
  return action === undefined ? activity.unknown : activity.other;
}
