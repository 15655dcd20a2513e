import type { LifecycleStep } from '../../events/application-lifecycle.ts';
import type { JournalRecord } from './journal-record.ts';

type Step = Omit<LifecycleStep, 'name'>;

/** Message ids of systemd's catalogue (`sd-messages.h`) for what becomes of a unit. */
const steps: ReadonlyMap<string, Step> = new Map<string, Step>([
  ['39f53479d3a045ac8e11786248231fbf', { activity: 'Start', isSuccess: true }],
  ['be02cf6855d2428ba40df7e9d022f03d', { activity: 'Start', isSuccess: false }],
  ['9d1aaa27d60140bd96365438aad20286', { activity: 'Stop', isSuccess: true }],
  ['5eb03494b6584870a536b337290809b3', { activity: 'Restart' }],
  ['d9b373ed55a64feb8242e02dbe79a49c', { activity: 'Other', activityName: 'Fail', isSuccess: false }],
]);

/** What an entry of systemd says that a service did; undefined for other units (mounts, slices) and other entries. */
export function unitStep({ messageId, unit, identifier }: JournalRecord): LifecycleStep | undefined {
  const step = identifier === 'systemd' && messageId !== undefined ? steps.get(messageId) : undefined;
  return step !== undefined && unit?.endsWith('.service') === true ? { ...step, name: unit } : undefined;
}
