import type { MappedEvent } from '@sluice/connector';
import type { SshActivity } from '@sluice/ocsf/1.3.0';
import type { Received } from '../received.ts';
import { connectionAttributes, destinationOr, type ConnectionFacts } from './connection.ts';
import { frameOf, type FrameFacts } from './frame.ts';
import type { Activity } from './network-activity.ts';

export interface SshFacts extends FrameFacts, ConnectionFacts {
  readonly activityId: Activity;
}

/** An SSH Activity event with the profile host. Undefined where no host is named at all. */
export function sshActivity(received: Received, facts: SshFacts): MappedEvent | undefined {
  const connection = connectionAttributes(facts);
  const destination = destinationOr(connection, received);
  if (destination === undefined) return undefined;
  const event: SshActivity<'host'> = {
    ...frameOf(received, facts),
    class_uid: 4007,
    activity_id: facts.activityId,
    ...connection,
    dst_endpoint: destination,
  };
  return event;
}
