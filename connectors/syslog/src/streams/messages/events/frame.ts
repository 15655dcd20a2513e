import { SeverityId, type NetworkActivity } from '@sluice/ocsf/1.3.0';
import type { Received } from '../received.ts';
import { headAttributes, keepStructuredData, severityIdOf, type HeadFacts } from './base-event.ts';
import { deviceOf, type DeviceFacts } from './endpoint.ts';
import { knownUserOf, type UserFacts } from './user.ts';
import { intOf } from './values.ts';

/** Outcome of an activity: `status_id`, which has the same values in every class. */
export const Outcome = { Unknown: 0, Success: 1, Failure: 2 } as const;
export type Outcome = (typeof Outcome)[keyof typeof Outcome];

/** What is said of an event whatever its class. */
export interface FrameFacts extends HeadFacts {
  /** Where it is not that of the syslog message. */
  readonly severityId?: SeverityId | undefined;
  readonly outcome?: Outcome | undefined;
  readonly statusDetail?: string | undefined;
  readonly statusCode?: string | undefined;
  /** The device that saw it, where the message's headers do not say it well. */
  readonly device?: DeviceFacts | undefined;
  /** The activity in words, where it is Other. */
  readonly activityName?: string | undefined;
  /** Who did it. */
  readonly actor?: UserFacts | undefined;
  /** The process that did it. */
  readonly process?: ProcessFacts | undefined;
  readonly durationMs?: number | undefined;
  readonly startTime?: number | undefined;
  /** Fields that no attribute takes. */
  readonly unmapped?: Readonly<Record<string, unknown>> | undefined;
}

export interface ProcessFacts {
  readonly name?: string | undefined;
  readonly pid: number;
}

type Attributes = NetworkActivity<'host'>;

/** Attributes that the classes with the profile host share. */
export type Frame = Pick<
  Attributes,
  | 'message'
  | 'raw_data'
  | 'metadata'
  | 'time'
  | 'count'
  | 'severity_id'
  | 'activity_name'
  | 'status_detail'
  | 'status_code'
  | 'duration'
  | 'start_time'
  | 'device'
  | 'actor'
  | 'unmapped'
> & { status_id?: Outcome };

export function frameOf(received: Received, facts: FrameFacts): Frame {
  const frame: Frame = {
    ...headAttributes(received, facts),
    severity_id: facts.severityId ?? severityIdOf(received.message, SeverityId.Informational),
  };
  if (facts.activityName !== undefined) frame.activity_name = facts.activityName;
  if (facts.outcome !== undefined) frame.status_id = facts.outcome;
  if (facts.statusDetail !== undefined) frame.status_detail = facts.statusDetail;
  if (facts.statusCode !== undefined) frame.status_code = facts.statusCode;
  if (facts.durationMs !== undefined) frame.duration = facts.durationMs;
  if (facts.startTime !== undefined) frame.start_time = facts.startTime;
  const device = deviceOf(received, facts.device);
  if (device !== undefined) frame.device = device;
  setActor(frame, facts);
  const unmapped = unmappedOf(received, facts);
  if (Object.keys(unmapped).length > 0) frame.unmapped = unmapped;
  return frame;
}

function setActor(frame: Frame, facts: FrameFacts): void {
  const user = knownUserOf(facts.actor);
  if (user === undefined && facts.process === undefined) return;
  frame.actor = {};
  if (user !== undefined) frame.actor.user = user;
  if (facts.process !== undefined) frame.actor.process = processOf(facts.process);
}

export function processOf({ name, pid }: ProcessFacts): { name?: string; pid: number } {
  return name === undefined ? { pid } : { name, pid };
}

/** The process that wrote the message, where its id is a number that its column holds. */
export function writerOf({ message: { appName, procId } }: Received): ProcessFacts | undefined {
  const pid = intOf(procId);
  return pid === undefined ? undefined : { name: appName, pid };
}

function unmappedOf(received: Received, facts: FrameFacts): Record<string, unknown> {
  const unmapped: Record<string, unknown> = { ...facts.unmapped };
  const { procId } = received.message;
  if (procId !== undefined && String(facts.process?.pid) !== procId) unmapped['procid'] = procId;
  keepStructuredData(unmapped, received.message);
  return unmapped;
}
