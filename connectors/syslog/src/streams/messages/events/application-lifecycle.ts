import type { MappedEvent } from '@sluice/connector';
import { ApplicationLifecycleActivityId as Activity, type ApplicationLifecycle } from '@sluice/ocsf/1.3.0';
import type { Received } from '../received.ts';
import { frameOf, type FrameFacts } from './frame.ts';

export { Activity as LifecycleActivityId };

export interface LifecycleFacts extends FrameFacts {
  readonly activityId: Activity;
  readonly application: {
    readonly name: string;
    readonly vendor_name: string;
    readonly version?: string;
    readonly uid?: string;
  };
}

/** An Application Lifecycle event with the profile host. */
export function applicationLifecycle(received: Received, facts: LifecycleFacts): MappedEvent {
  const event: ApplicationLifecycle<'host'> = {
    ...frameOf(received, facts),
    class_uid: 6002,
    activity_id: facts.activityId,
    app: facts.application,
  };
  return event;
}
