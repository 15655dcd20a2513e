import { isRejection, isSkip, type MappedEvent, type MapResult, type Rejection, type Skip } from '@sluice/connector';
import type { Explanation } from '@sluice/mapping';
import { type CheckedEvent, decodeRecord, type EventCheck } from '@sluice/testing/coverage';
import type { ChosenSubject } from './choose-subject.ts';

/** What a record became. */
export interface MappedRecord {
  /** From 1. */
  readonly number: number;
  readonly events: readonly CheckedEvent[];
  /** Why there is no event. */
  readonly none?: Skip | Rejection;
  readonly explanation?: Explanation;
}

/** Maps a record as the runtime would, with everything that follows from it. */
export function mapRecord(
  subject: ChosenSubject,
  check: EventCheck,
  { raw, number, explains }: { readonly raw: Buffer; readonly number: number; readonly explains: boolean },
): MappedRecord {
  let record: unknown;
  try {
    record = decodeRecord(raw, subject.format);
  } catch (error) {
    return { number, events: [], none: { reject: 'malformed_json', detail: String(error) } };
  }
  const explanation = explains ? subject.explain?.(record, subject.context) : undefined;
  const result = explanation?.result ?? subject.map(record, subject.context);
  const explained = explanation === undefined ? {} : { explanation };
  if (isSkip(result) || isRejection(result)) return { number, events: [], none: result, ...explained };
  return { number, events: eventsOf(result).map((event) => check(event)), ...explained };
}

function eventsOf(result: MapResult): readonly MappedEvent[] {
  return Array.isArray(result) ? result : [result as MappedEvent];
}

export function hasErrors({ events }: MappedRecord): boolean {
  return events.some(({ findings }) => findings.some(({ severity }) => severity === 'error'));
}
