import type { MappedEvent } from '@sluice/connector';
import { ApplicationLifecycleActivityId as Activity, type ApplicationLifecycle } from '@sluice/ocsf/1.3.0';
import type { Received } from '../received.ts';
import { frameOf, type FrameFacts } from './frame.ts';
import { beginning } from '../text/phrase.ts';

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

const steps: readonly (readonly [RegExp, Activity])[] = [
  [/\b(?:restart(?:ed|ing)?|reboot(?:ed|ing)?)\b/, Activity.Restart],
  [/\b(?:stop(?:ped)?|shut ?down|halted|terminated|exited)\b/, Activity.Stop],
  [/\b(?:start(?:ed)?|booted)\b/, Activity.Start],
  [/\b(?:upgraded?|updated?|downgraded?)\b/, Activity.Update],
];

/** What a device's words about itself or one of its services tell of its life; Other where they tell of something else. */
export function lifecycleStepOf(text: string): Activity {
  const lower = beginning(text, 256).toLowerCase().replaceAll(/[-_]/g, ' ');
  if (!/\b(?:system|device|fortigate|firewall|daemon|process|service|firmware|image|dataplane|appliance)\b/.test(lower))
    return Activity.Other;
  return steps.find(([pattern]) => pattern.test(lower))?.[1] ?? Activity.Other;
}
