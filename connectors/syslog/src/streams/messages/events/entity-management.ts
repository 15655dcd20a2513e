import type { MappedEvent } from '@sluice/connector';
import { EntityManagementActivityId as Activity, type EntityManagement, type ManagedEntity } from '@sluice/ocsf/1.3.0';
import type { Received } from '../received.ts';
import { endpointOf, type EndpointFacts } from './endpoint.ts';
import { frameOf, type FrameFacts } from './frame.ts';

export { Activity as EntityActivityId };

export interface EntityFacts extends FrameFacts {
  readonly activityId: Activity;
  /** What was changed or read: the path of a setting, a command, the name of a policy. */
  readonly entity: string;
  readonly entityType: string;
  readonly entityUid?: string | undefined;
  readonly source?: EndpointFacts | undefined;
  /** What was done to it, in the device's words. */
  readonly comment?: string | undefined;
}

/** An Entity Management event with the profile host: configuration of a device, changed or read by someone. */
export function entityManagement(received: Received, facts: EntityFacts): MappedEvent {
  const entity: ManagedEntity = { name: facts.entity, type: facts.entityType };
  if (facts.entityUid !== undefined) entity.uid = facts.entityUid;
  const event: EntityManagement<'host'> = {
    ...frameOf(received, facts),
    class_uid: 3004,
    activity_id: facts.activityId,
    entity,
  };
  const source = endpointOf(facts.source);
  if (source !== undefined) event.src_endpoint = source;
  if (facts.comment !== undefined) event.comment = facts.comment;
  return event;
}
