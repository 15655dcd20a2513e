import type { MappedEvent } from '@sluice/connector';
import {
  FileTypeId,
  ScheduledJobActivityActivityId as Activity,
  type Job,
  type ScheduledJobActivity,
} from '@sluice/ocsf/1.3.0';
import type { Received } from '../received.ts';
import { fileNameOf } from './file.ts';
import { frameOf, type FrameFacts } from './frame.ts';
import { knownUserOf, type UserFacts } from './user.ts';

export { Activity as JobActivityId };

export interface JobFacts extends FrameFacts {
  readonly activityId: Activity;
  readonly name: string;
  readonly command?: string | undefined;
  /** The file that holds or is the job. */
  readonly file: string;
  /** As whom the job runs. */
  readonly user?: UserFacts | undefined;
  readonly runStateId?: Job['run_state_id'];
}

/** A Scheduled Job Activity event with the profile host. Undefined where no host is named: OCSF requires the device. */
export function scheduledJobActivity(received: Received, facts: JobFacts): MappedEvent | undefined {
  const { device, ...frame } = frameOf(received, facts);
  if (device === undefined) return undefined;
  const job: Job = { name: facts.name, file: { name: fileNameOf(facts.file), type_id: FileTypeId.Unknown } };
  if (facts.command !== undefined) job.cmd_line = facts.command;
  if (facts.file.includes('/')) job.file.path = facts.file;
  const user = knownUserOf(facts.user);
  if (user !== undefined) job.user = user;
  if (facts.runStateId !== undefined) job.run_state_id = facts.runStateId;
  const event: ScheduledJobActivity<'host'> = {
    ...frame,
    class_uid: 1006,
    activity_id: facts.activityId,
    device,
    job,
  };
  return event;
}
