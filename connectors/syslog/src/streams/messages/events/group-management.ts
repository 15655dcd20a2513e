import type { MappedEvent } from '@sluice/connector';
import { GroupManagementActivityId as Activity, type Group, type GroupManagement } from '@sluice/ocsf/1.3.0';
import type { Received } from '../received.ts';
import { frameOf, type FrameFacts } from './frame.ts';
import { userOf, type UserFacts } from './user.ts';

export { Activity as GroupActivityId };

export interface GroupFacts extends FrameFacts {
  readonly activityId: Activity;
  readonly group: { readonly name?: string | undefined; readonly uid?: string | undefined };
  /** Who joins or leaves it. */
  readonly user?: UserFacts | undefined;
}

/** A Group Management event with the profile host. One that is about no member states an empty list of privileges. */
export function groupManagement(received: Received, facts: GroupFacts): MappedEvent {
  const group: Group = {};
  if (facts.group.name !== undefined) group.name = facts.group.name;
  if (facts.group.uid !== undefined) group.uid = facts.group.uid;
  const event: GroupManagement<'host'> = {
    ...frameOf(received, facts),
    class_uid: 3006,
    activity_id: facts.activityId,
    group,
  };
  if (facts.user === undefined) event.privileges = [];
  else event.user = userOf(facts.user);
  return event;
}
