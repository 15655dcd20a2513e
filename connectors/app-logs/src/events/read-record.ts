import type { MappedEvent } from '@sluice/connector';
import { SeverityId, type BaseEvent, type Cloud, type Metadata } from '@sluice/ocsf/1.3.0';
import type { Facts } from './facts.ts';
import { cloudOf } from './cloud.ts';
import { keepBeside, type Rest } from './left-over.ts';
import { maxTextLength, metadataOf, providerOf, type EventContext } from './metadata.ts';

/** A record taken apart: what it says, and what of it stands nowhere yet. */
export interface ReadRecord {
  /** The line as it arrived. */
  readonly line: string;
  readonly facts: Facts;
  /** Fields that no fact holds; the event that is made of the record has them as its own `unmapped`. */
  readonly rest: Rest;
}

/** An event to which `finishEvent` adds what stands in every class. */
export type Unfinished<Event> = Omit<Event, 'metadata'> & { metadata?: Metadata };

/** What `finishEvent` adds, whatever the class. */
type CommonAttributes = Unfinished<
  Pick<
    BaseEvent,
    'metadata' | 'severity_id' | 'severity' | 'time' | 'timezone_offset' | 'message' | 'unmapped' | 'raw_data'
  >
> & { readonly class_uid: number; cloud?: Cloud };

/**
 * Adds what stands in every class: metadata, severity, time, message, cloud, `unmapped` and `raw_data`. `profiles` are
 * those that the event has beside `cloud`, which it has when the record says which cloud.
 */
export function finishEvent(
  event: CommonAttributes,
  record: ReadRecord,
  context: EventContext,
  profiles: string[] = [],
): MappedEvent {
  const { facts, line } = record;
  const cloud = cloudOf(facts);
  if (cloud !== undefined) {
    event.cloud = cloud;
    profiles.unshift('cloud');
  }
  event.metadata = metadataOf(facts, profiles, context);
  if (facts.severityId !== undefined) event.severity_id = facts.severityId;
  if (facts.severityId === SeverityId.Other) event.severity = facts.level;
  if (facts.time !== undefined) event.time = facts.time;
  if (facts.timezoneOffset !== undefined) event.timezone_offset = facts.timezoneOffset;
  if (facts.message !== undefined) event.message = facts.message;
  const unmapped = withLeftOver(record, cloud !== undefined, context);
  if (unmapped !== undefined) event.unmapped = unmapped;
  if (isRawDataWanted(event, line, context)) event.raw_data = line;
  return event;
}

/** What found no attribute because a stronger one stands there is kept beside the rest. */
function withLeftOver(record: ReadRecord, hasCloud: boolean, context: EventContext): Rest {
  const { service, logger, cloudRegion } = record.facts;
  const provider = providerOf(record.facts, context);
  let { rest } = record;
  if (service !== undefined && service !== provider) rest = keepBeside(rest, 'service', service);
  if (logger !== undefined && logger !== provider) rest = keepBeside(rest, 'logger', logger);
  if (cloudRegion !== undefined && !hasCloud) rest = keepBeside(rest, 'cloud_region', cloudRegion);
  return rest;
}

/** OCSF takes no text that is longer; the fields of such a line are in `unmapped`. */
function isRawDataWanted(event: CommonAttributes, line: string, { config }: EventContext): boolean {
  const isWanted = config.rawData === 'always' || (config.rawData === 'generic' && event.class_uid === 0);
  return isWanted && line.length <= maxTextLength;
}
