import type { MappedEvent } from '@sluice/connector';
import { applicationLifecycle, LifecycleActivityId as Activity } from '../events/application-lifecycle.ts';
import { Outcome } from '../events/frame.ts';
import type { Received } from '../received.ts';

interface UnitEvent {
  readonly activityId: Activity;
  readonly activityName?: string;
  readonly unit: string;
  readonly outcome?: Outcome;
  readonly detail?: string | undefined;
}

const product = { vendor_name: 'systemd', name: 'systemd' };

/**
 * Services that systemd started, stopped or saw fail. Who made a unit's program is not told. Units that are no service
 * (targets, slices, mounts, devices) are not mapped: nothing is started in them.
 */
export function mapSystemd(received: Received): MappedEvent | undefined {
  const found = readVerb(received.text) ?? readState(received.text);
  if (found === undefined || found.unit === '' || noService.test(found.unit)) return undefined;
  return applicationLifecycle(received, {
    product,
    activityId: found.activityId,
    activityName: found.activityName,
    application: { name: found.unit, vendor_name: 'unknown' },
    outcome: found.outcome,
    statusDetail: found.detail,
  });
}

const noService = /^(?:target|slice|swap|mount|device) |\.(?:mount|target|slice|swap|device)$/;

const success = { outcome: Outcome.Success };

const verbs: readonly (readonly [string, Omit<UnitEvent, 'unit'>])[] = [
  ['Started ', { activityId: Activity.Start, ...success }],
  ['Finished ', { activityId: Activity.Stop, ...success }],
  ['Stopped ', { activityId: Activity.Stop, ...success }],
  ['Reloaded ', { activityId: Activity.Update, ...success }],
  ['Starting ', { activityId: Activity.Other, activityName: 'Starting' }],
  ['Stopping ', { activityId: Activity.Other, activityName: 'Stopping' }],
  ['Reloading ', { activityId: Activity.Other, activityName: 'Reloading' }],
  ['Failed to start ', { activityId: Activity.Start, outcome: Outcome.Failure }],
];

/** `Started Session 12 of user alice.`, `Started ssh.service - OpenBSD Secure Shell server.` */
function readVerb(text: string): UnitEvent | undefined {
  for (const [start, event] of verbs) {
    if (text.startsWith(start)) return { ...event, ...unitOf(text.slice(start.length).replace(/\.{1,3}$/, '')) };
  }
  return undefined;
}

/** `ssh.service - OpenBSD Secure Shell server`: in newer releases the name stands before the description. */
function unitOf(text: string): Pick<UnitEvent, 'unit' | 'detail'> {
  const [, unit, detail] = /^([^ ]{1,255}\.[a-z]{5,9}) - (.{1,512})$/.exec(text) ?? [];
  return unit === undefined ? { unit: text } : { unit, detail };
}

/** `ssh.service: Failed with result 'exit-code'.` */
function readState(text: string): UnitEvent | undefined {
  const [, unit, said = ''] = /^([^ ]{1,255}\.(?:service|socket|timer|scope)): (.{1,512})$/.exec(text) ?? [];
  if (unit === undefined) return undefined;
  if (/^(?:Succeeded|Deactivated successfully|Consumed )/.test(said))
    return { activityId: Activity.Stop, unit, ...success };
  const isFailure =
    /^(?:Failed|Unit entered failed state|Main process exited|Control process exited|A process of this unit has been killed)/.test(
      said,
    );
  if (isFailure) return { activityId: Activity.Stop, unit, outcome: Outcome.Failure, detail: said };
  return said.startsWith('Scheduled restart job') ? { activityId: Activity.Restart, unit, detail: said } : undefined;
}
