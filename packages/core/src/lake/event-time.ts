import { isEventTime } from './partition.ts';

export interface EventTimeRule {
  /** An event later than its receipt by more than this is not believed. */
  readonly maxFutureMs: number;
}

export const defaultEventTimeRule: EventTimeRule = { maxFutureMs: 24 * 60 * 60_000 };

/** Key in `unmapped` that marks an event whose `time` is not its own. */
const timeSourceKey = 'sluice.time_source';

/**
 * Gives an event without a usable time the time of its receipt, marks it in `unmapped`, and says so. Unusable is: none
 * at all, or later than receipt by more than the rule allows (its day would be a partition that a sender chose). What
 * the event said is kept in `metadata.original_time` unless the mapper put the original text there.
 */
export function ensureEventTime(event: Record<string, unknown>, receivedAt: number, rule: EventTimeRule): boolean {
  const { time } = event;
  const missing = time === undefined || time === null || Number.isNaN(time);
  const tooLate = isEventTime(time) && time > receivedAt + rule.maxFutureMs;
  if (!missing && !tooLate) return false;
  event['time'] = receivedAt;
  if (isRecord((event['unmapped'] ??= {}))) event['unmapped'][timeSourceKey] = 'received';
  if (tooLate && isRecord((event['metadata'] ??= {})))
    event['metadata']['original_time'] ??= new Date(time).toISOString();
  return true;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
