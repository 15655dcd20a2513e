import type { MappedEvent } from '@sluice/connector';
import { HttpActivityActivityId as Activity, type HttpActivity } from '@sluice/ocsf/1.3.0';
import type { Received } from '../received.ts';
import { connectionAttributes, destinationOr, ruleOf, type ConnectionFacts, type RuleFacts } from './connection.ts';
import { frameOf, Outcome, type FrameFacts } from './frame.ts';
import { urlOf, type UrlFacts } from './url.ts';
import { isDenied, unsaid, verdictAttributes, type Verdict } from './verdict.ts';

export interface HttpFacts extends FrameFacts, ConnectionFacts {
  readonly method: string;
  readonly url: UrlFacts;
  /** OCSF requires it: what states none is Network Activity. */
  readonly responseCode: number;
  readonly userAgent?: string | undefined;
  readonly referrer?: string | undefined;
  readonly verdict?: Verdict | undefined;
  readonly rule?: RuleFacts | undefined;
}

/** An HTTP Activity event with the profiles host and security_control. */
export function httpActivity(received: Received, facts: HttpFacts): MappedEvent | undefined {
  const verdict = facts.verdict ?? unsaid;
  const failed = isDenied(verdict) || facts.responseCode >= 400;
  const connection = connectionAttributes(facts);
  const destination = destinationOr(connection, received);
  if (destination === undefined) return undefined;
  const url = urlOf(facts.url);
  const event: HttpActivity<'host' | 'security_control'> = {
    ...frameOf(received, { ...facts, outcome: failed ? Outcome.Failure : Outcome.Success }),
    class_uid: 4002,
    activity_id: methods.get(facts.method.toUpperCase()) ?? Activity.Other,
    ...verdictAttributes(verdict),
    ...connection,
    dst_endpoint: destination,
    http_request: {},
    http_response: { code: facts.responseCode },
  };
  const request = event.http_request;
  const method = facts.method.toUpperCase();
  if (methods.has(method)) Object.assign(request, { http_method: method });
  else event.activity_name = facts.method;
  if (url !== undefined) request.url = url;
  if (facts.userAgent !== undefined) request.user_agent = facts.userAgent;
  if (facts.referrer !== undefined) request.referrer = facts.referrer;
  const rule = facts.rule && ruleOf(facts.rule);
  if (rule !== undefined) event.firewall_rule = rule;
  return event;
}

const methods: ReadonlyMap<string, Activity> = new Map([
  ['CONNECT', Activity.Connect],
  ['DELETE', Activity.Delete],
  ['GET', Activity.Get],
  ['HEAD', Activity.Head],
  ['OPTIONS', Activity.Options],
  ['POST', Activity.Post],
  ['PUT', Activity.Put],
  ['TRACE', Activity.Trace],
]);
