import { isRejection, isSkip, type MappedEvent } from '@sluice/connector';
import { fdrConfigOf } from './config.fixture.ts';
import { mapRecord } from './map.ts';

/** The event of a record of one kind, on a host of which nothing but its id is known. */
export function eventOf(name: string, fields: Readonly<Record<string, unknown>>): MappedEvent {
  const record = { event_simpleName: name, aid: 'a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1', id: 'event-1', ...fields };
  const origin = { transport: 's3', path: 's3://cs-prod-example/data/part-0.gz' };
  const result = mapRecord(record, { config: fdrConfigOf(), receivedAt: 0, origin });
  if (Array.isArray(result) || isRejection(result) || isSkip(result)) throw new Error(`${name} is no event`);
  return result as MappedEvent;
}
