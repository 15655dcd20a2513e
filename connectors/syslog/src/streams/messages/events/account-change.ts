import type { MappedEvent } from '@sluice/connector';
import { AccountChangeActivityId as Activity, type AccountChange } from '@sluice/ocsf/1.3.0';
import type { Received } from '../received.ts';
import { endpointOf, type EndpointFacts } from './endpoint.ts';
import { frameOf, type FrameFacts } from './frame.ts';
import { userOf, type UserFacts } from './user.ts';

export { Activity as AccountActivityId };

export interface AccountFacts extends FrameFacts {
  readonly activityId: Activity;
  /** Whose account it is. */
  readonly user: UserFacts;
  /** What the account is afterwards, where its name or id changed. */
  readonly result?: UserFacts | undefined;
  readonly source?: EndpointFacts | undefined;
}

/** An Account Change event with the profile host. */
export function accountChange(received: Received, facts: AccountFacts): MappedEvent {
  const event: AccountChange<'host'> = {
    ...frameOf(received, facts),
    class_uid: 3001,
    activity_id: facts.activityId,
    user: userOf(facts.user),
  };
  if (facts.result !== undefined) event.user_result = userOf(facts.result);
  const source = endpointOf(facts.source);
  if (source !== undefined) event.src_endpoint = source;
  return event;
}
