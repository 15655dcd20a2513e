import type { MappedEvent } from '@sluice/connector';
import { NetworkActivityActivityId as Activity, type NetworkActivity } from '@sluice/ocsf/1.3.0';
import type { Received } from '../received.ts';
import { connectionAttributes, destinationOr, ruleOf, type ConnectionFacts, type RuleFacts } from './connection.ts';
import { frameOf, Outcome, type FrameFacts } from './frame.ts';
import { urlOf, type UrlFacts } from './url.ts';
import { isDenied, unsaid, verdictAttributes, type Verdict } from './verdict.ts';

export { Activity };

export interface NetworkFacts extends FrameFacts, ConnectionFacts {
  readonly activityId: Activity;
  /** What the firewall did to it. Unsaid by default: a connection that is merely told of. */
  readonly verdict?: Verdict | undefined;
  readonly rule?: RuleFacts | undefined;
  readonly application?: string | undefined;
  readonly url?: UrlFacts | undefined;
}

/**
 * A Network Activity event with the profiles host and security_control. What is denied has failed, whatever else is
 * said. Undefined where there is no destination and no device to stand for it.
 */
export function networkActivity(received: Received, facts: NetworkFacts): MappedEvent | undefined {
  const verdict = facts.verdict ?? unsaid;
  const outcome = isDenied(verdict) ? Outcome.Failure : facts.outcome;
  const connection = connectionAttributes(facts);
  const destination = destinationOr(connection, received);
  if (destination === undefined) return undefined;
  const event: NetworkActivity<'host' | 'security_control'> = {
    ...frameOf(received, { ...facts, outcome }),
    class_uid: 4001,
    activity_id: facts.activityId,
    ...verdictAttributes(verdict),
    ...connection,
    dst_endpoint: destination,
  };
  const rule = facts.rule && ruleOf(facts.rule);
  if (rule !== undefined) event.firewall_rule = rule;
  if (facts.application !== undefined) event.app_name = facts.application;
  const url = facts.url && urlOf(facts.url);
  if (url !== undefined) event.url = url;
  return event;
}
