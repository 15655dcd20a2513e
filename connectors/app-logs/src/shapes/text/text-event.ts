import type { MappedEvent } from '@sluice/connector';
import { maxTextLength, type EventContext } from '../../events/metadata.ts';
import { recordEvent } from '../../events/record-event.ts';
import { readText } from './text-facts.ts';

/** A line of text: its message, and what its heading says. */
export function textEvent(line: string, context: EventContext): MappedEvent {
  const { facts, messageAt, fields } = readText(line, context.config.zone);
  const message = messageAt < line.length ? line.slice(messageAt) : line;
  facts.message = message.length > maxTextLength ? message.slice(0, maxTextLength) : message;
  const rest = line.length > maxTextLength ? { line, ...fields } : fields === undefined ? undefined : { ...fields };
  return recordEvent({ line, facts, rest }, context);
}
