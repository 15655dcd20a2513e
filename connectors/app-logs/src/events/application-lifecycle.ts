import type { MappedEvent } from '@sluice/connector';
import { ApplicationLifecycleActivityId, SeverityId, type ApplicationLifecycle } from '@sluice/ocsf/1.3.0';
import type { EventContext } from './metadata.ts';
import { finishEvent, type ReadRecord, type Unfinished } from './read-record.ts';

/** What happened to which application. */
export interface LifecycleStep {
  readonly activity: 'Start' | 'Stop' | 'Restart' | 'Other';
  /** What OCSF has no name for: `Crash`. */
  readonly activityName?: string;
  readonly name: string;
  readonly vendor?: string;
  readonly version?: string;
  readonly isSuccess?: boolean;
}

/** A start, a stop or another step of an application, as Application Lifecycle. */
export function applicationLifecycle(record: ReadRecord, step: LifecycleStep, context: EventContext): MappedEvent {
  const { activity, activityName, name, version, isSuccess } = step;
  // OCSF demands who made it. What nobody says is said to be unknown.
  const vendor = step.vendor ?? context.config.product?.vendor_name ?? 'Unknown';
  const event: Unfinished<ApplicationLifecycle> = {
    class_uid: 6002,
    activity_id: ApplicationLifecycleActivityId[activity],
    severity_id: SeverityId.Informational,
    app: { name, vendor_name: vendor, ...(version === undefined ? {} : { version }) },
  };
  if (activityName !== undefined) event.activity_name = activityName;
  const outcome = isSuccess ?? record.facts.isSuccess;
  if (outcome !== undefined) event.status_id = outcome ? 1 : 2;
  return finishEvent(event, record, context);
}
