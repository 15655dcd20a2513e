import type { MappedEvent } from '@sluice/connector';
import { ProcessActivityActivityId as Activity, type Process, type ProcessActivity } from '@sluice/ocsf/1.3.0';
import type { Received } from '../received.ts';
import { fileOf } from './detection-finding.ts';
import { frameOf, processOf, type FrameFacts, type ProcessFacts } from './frame.ts';
import { knownUserOf, type UserFacts } from './user.ts';

export { Activity as ProcessActivityId };

export interface ProcessEventFacts extends FrameFacts {
  readonly activityId: Activity;
  readonly target: ProcessFacts;
  readonly path?: string | undefined;
  readonly user?: UserFacts | undefined;
}

/** A Process Activity event with the profile host. Undefined where no actor or no host is named. */
export function processActivity(received: Received, facts: ProcessEventFacts): MappedEvent | undefined {
  const { device, actor, ...frame } = frameOf(received, facts);
  if (device === undefined || actor === undefined) return undefined;
  const process: Process = processOf(facts.target);
  const file = fileOf({ path: facts.path });
  if (file !== undefined) process.file = file;
  const user = knownUserOf(facts.user);
  if (user !== undefined) process.user = user;
  const event: ProcessActivity<'host'> = {
    ...frame,
    class_uid: 1007,
    activity_id: facts.activityId,
    device,
    actor,
    process,
  };
  return event;
}
