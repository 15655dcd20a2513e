import type { MappedEvent } from '@sluice/connector';
import { AuthenticationActivityId, SeverityId, type Authentication, type User } from '@sluice/ocsf/1.3.0';
import { destinationOf, isNamed, logName, serviceOf, sourceOf } from './endpoints.ts';
import type { HttpFacts } from './facts.ts';
import { requestOf, requestUrl } from './http-request.ts';
import type { EventContext } from './metadata.ts';
import { finishEvent, type ReadRecord, type Unfinished } from './read-record.ts';

/** A record that says of itself that it is about authentication, and whose user it names. */
export interface AuthenticationRecord extends ReadRecord {
  readonly http: HttpFacts;
  readonly user: User;
}

/** A logon, a logoff or another step of authentication, as Authentication. */
export function authentication(record: AuthenticationRecord, context: EventContext): MappedEvent {
  const { facts, http, user } = record;
  const activityId = activityOf(facts.eventAction, facts.eventPhase);
  const event: Unfinished<Authentication> = {
    class_uid: 3002,
    activity_id: activityId,
    severity_id: SeverityId.Informational,
    user,
    service: { name: serviceOf(facts, context) ?? logName(context) },
  };
  if (activityId === AuthenticationActivityId.Other) event.activity_name = facts.eventAction;
  const isSuccess = facts.isSuccess ?? facts.loginResult;
  if (isSuccess !== undefined) event.status_id = isSuccess ? 1 : 2;
  if (facts.eventReason !== undefined) event.status_detail = facts.eventReason;
  if (http.durationMs !== undefined) event.duration = http.durationMs;
  const source = sourceOf(http);
  if (source !== undefined) event.src_endpoint = source;
  const url = requestUrl(http);
  const destination = destinationOf(http, url);
  if (isNamed(destination)) event.dst_endpoint = destination;
  const request = requestOf(http, url);
  if (Object.keys(request).length > 0) event.http_request = request;
  return finishEvent(event, record, context);
}

const logon = /log(?:ged)?[-_ ]?(?:on|in)\b|sign(?:ed)?[-_ ]?in\b/i;
const logoff = /log(?:ged)?[-_ ]?(?:off|out)\b|sign(?:ed)?[-_ ]?out\b/i;

function activityOf(action: string | undefined, phase: string | undefined): AuthenticationActivityId {
  if (action !== undefined && logoff.test(action)) return AuthenticationActivityId.Logoff;
  if (action !== undefined && logon.test(action)) return AuthenticationActivityId.Logon;
  if (phase === 'end') return AuthenticationActivityId.Logoff;
  if (phase === 'start') return AuthenticationActivityId.Logon;
  return action === undefined ? AuthenticationActivityId.Unknown : AuthenticationActivityId.Other;
}
