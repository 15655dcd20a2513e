import type { MappedEvent } from '@sluice/connector';
import type { Facts } from './facts.ts';
import {
  addLeftOver,
  addOccurrence,
  addRawData,
  cloudOf,
  maxTextLength,
  metadataOf,
  type EventContext,
} from './metadata.ts';
import { severity } from './severity.ts';

/** What a record becomes that fits no specific class: `base_event`, with everything that it says kept. */
export function genericEvent(
  facts: Facts,
  unmapped: Record<string, unknown> | undefined,
  line: string,
  context: EventContext,
): MappedEvent {
  const cloud = cloudOf(facts);
  const event: Record<string, unknown> & { class_uid: number } = {
    class_uid: 0,
    activity_id: 0,
    severity_id: facts.severityId ?? severity.unknown,
    metadata: metadataOf(facts, cloud === undefined ? [] : ['cloud'], context),
  };
  if (facts.severityId === severity.other) event['severity'] = facts.level;
  addOccurrence(event, facts);
  if (facts.isSuccess !== undefined) event['status_id'] = facts.isSuccess ? 1 : 2;
  if (cloud !== undefined) event['cloud'] = cloud;
  const rest = unmapped ?? {};
  addLeftOver(rest, facts, context);
  for (const _ in rest) {
    event['unmapped'] = rest;
    break;
  }
  addRawData(event, line, context);
  return event;
}

/** A line of text as it is: its message, and what could be told from it. */
export function textEvent(facts: Facts, line: string, context: EventContext): MappedEvent {
  if (line.length <= maxTextLength) return genericEvent({ ...facts, message: line }, undefined, line, context);
  return genericEvent({ ...facts, message: line.slice(0, maxTextLength) }, { line }, line, context);
}
