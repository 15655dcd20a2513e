import type { MappedEvent } from '@sluice/connector';
import { lifecycleOf } from '../shapes/lifecycle/known-messages.ts';
import { applicationLifecycle } from './application-lifecycle.ts';
import { genericEvent } from './generic-event.ts';
import type { EventContext } from './metadata.ts';
import type { ReadRecord } from './read-record.ts';

/** A record that is about no request and no user: a step of an application where it says so, `base_event` otherwise. */
export function recordEvent(record: ReadRecord, context: EventContext): MappedEvent {
  const step = lifecycleOf(record.facts);
  return step === undefined ? genericEvent(record, context) : applicationLifecycle(record, step, context);
}
