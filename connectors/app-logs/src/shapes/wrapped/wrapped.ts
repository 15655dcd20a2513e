import type { MappedEvent } from '@sluice/connector';
import { maxTextLength } from '../../events/metadata.ts';
import type { Rest } from '../../events/left-over.ts';
import { keepBeside } from '../../events/left-over.ts';

/** What something that passes lines on says about one of them. */
export interface Wrapping {
  /** The line as it arrived, wrapping and all. */
  readonly line: string;
  readonly time?: number | undefined;
  readonly timezoneOffset?: number | undefined;
  readonly originalTime?: string | undefined;
  /** Name under which the fields are kept in `unmapped`. */
  readonly name: string;
  /** Who wrote the line, as the wrapping knows it. */
  readonly provider?: string | undefined;
  readonly fields: Readonly<Record<string, unknown>>;
}

/**
 * The event of a line that something passed on: what the line says stands first; the wrapping gives the time where the
 * line has none, and its own fields to `unmapped`.
 */
export function unwrapped(event: MappedEvent, wrapping: Wrapping): MappedEvent {
  const result: Record<string, unknown> & { class_uid: number } = { ...event };
  if (result['time'] === undefined && wrapping.time !== undefined) {
    result['time'] = wrapping.time;
    if (wrapping.timezoneOffset !== undefined) result['timezone_offset'] = wrapping.timezoneOffset;
    addOriginalTime(result, wrapping.originalTime);
  }
  addProvider(result, wrapping.provider);
  if (result['raw_data'] !== undefined) {
    if (wrapping.line.length <= maxTextLength) result['raw_data'] = wrapping.line;
    else delete result['raw_data'];
  }
  if (Object.keys(wrapping.fields).length > 0) {
    result['unmapped'] = keepBeside(result['unmapped'] as Rest, wrapping.name, wrapping.fields);
  }
  return result;
}

function addProvider(event: Record<string, unknown>, provider: string | undefined): void {
  const metadata = event['metadata'];
  if (provider === undefined || typeof metadata !== 'object' || metadata === null || 'log_provider' in metadata) return;
  event['metadata'] = { ...metadata, log_provider: provider };
}

function addOriginalTime(event: Record<string, unknown>, originalTime: string | undefined): void {
  const metadata = event['metadata'];
  if (originalTime === undefined || typeof metadata !== 'object' || metadata === null) return;
  const before: unknown = 'original_time' in metadata ? metadata.original_time : undefined;
  event['metadata'] = { ...metadata, original_time: originalTime };
  if (before !== undefined) event['unmapped'] = keepBeside(event['unmapped'] as Rest, 'original_time', before);
}
