import { reject, type MapContext, type MapResult } from '@sluice/connector';
import { Fields } from '../../falcon/fields.ts';
import { shapesFor } from '../../falcon/record-shapes.ts';
import type { EventStreamsConfig } from './config.ts';
import { eventOf, profiles, timeOf, type StreamEvent } from './events.ts';

/** One event of the stream. */
export function mapStreamEvent(value: unknown, { config }: MapContext<EventStreamsConfig>): MapResult {
  const whole = Fields.of(value, shapesFor(config));
  const metadata = whole?.within(whole.raw('metadata'));
  if (whole === undefined || metadata === undefined) return reject('no_metadata', 'the event has no metadata');
  const type = metadata.text('eventType') ?? 'unknown';
  const event = whole.within(whole.raw('event'));
  const made = event === undefined ? undefined : eventOf(event, type, placeOf(metadata));
  if (made !== undefined && event !== undefined) return finish(made, type, metadata, event);
  return finish({ class_uid: 0, activity_id: 0, severity_id: 0 }, type, metadata, whole.within(whole.raw('event')));
}

/** Where in which tenant's stream an event stands: the id of one that has none. */
function placeOf(metadata: Fields): string | undefined {
  const offset = metadata.peek('offset');
  const tenant = metadata.peek('customerIDString');
  return offset === undefined || tenant === undefined ? undefined : `${tenant}:${offset}`;
}

function finish(made: StreamEvent, type: string, metadata: Fields, fields: Fields | undefined): MapResult {
  const event: Record<string, unknown> & { class_uid: number } = { ...made };
  const created = metadata.time('eventCreationTime');
  const happened = fields === undefined ? undefined : timeOf(fields, type);
  const time = happened ?? created;
  if (time !== undefined) event['time'] = time;
  event['message'] ??= type;
  const tenant = metadata.text('customerIDString');
  const offset = metadata.integer('offset');
  const own = profiles[made.class_uid] ?? [];
  event['metadata'] = {
    profiles: made['cloud'] === undefined ? own : [...own, 'cloud'],
    log_name: type,
    ...(tenant === undefined ? {} : { tenant_uid: tenant }),
    ...(offset === undefined ? {} : { sequence: offset }),
    ...(happened === undefined || created === undefined ? {} : { logged_time: created }),
  };
  const rest = fields?.rest();
  const beside = metadata.rest();
  const unmapped = beside === undefined ? rest : { ...rest, metadata: beside };
  if (unmapped !== undefined) event['unmapped'] = unmapped;
  return event;
}
