import type { MappedEvent } from '@sluice/connector';
import { SeverityId, type BaseEvent } from '@sluice/ocsf/1.3.0';
import type { EventContext } from './metadata.ts';
import { finishEvent, type ReadRecord, type Unfinished } from './read-record.ts';

/** What a record becomes that fits no specific class: `base_event`, with everything that it says kept. */
export function genericEvent(record: ReadRecord, context: EventContext): MappedEvent {
  const event: Unfinished<BaseEvent> = { class_uid: 0, activity_id: 0, severity_id: SeverityId.Unknown };
  const { isSuccess } = record.facts;
  if (isSuccess !== undefined) event.status_id = isSuccess ? 1 : 2;
  return finishEvent(event, record, context);
}
