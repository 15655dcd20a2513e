import type { MappedEvent } from '@sluice/connector';
import { authentication } from '../../events/authentication.ts';
import { maxTextLength, type EventContext } from '../../events/metadata.ts';
import { userOf } from '../../events/user.ts';
import { recordEvent } from '../../events/record-event.ts';
import { takeClient } from '../json/http-parties.ts';
import { seeLoginMessage } from './login-message.ts';
import { readText, type ReadText } from './text-facts.ts';

/** A line of text: its message, and what its heading says. */
export function textEvent(line: string, context: EventContext, read: ReadText = readText(line, context)): MappedEvent {
  const { facts, messageAt = 0, fields } = read;
  const message = messageAt < line.length ? line.slice(messageAt) : line;
  facts.message ??= message.slice(0, maxTextLength);
  const rest = line.length > maxTextLength ? { line, ...fields } : fields === undefined ? undefined : { ...fields };
  seeLoginMessage(facts);
  const { http } = facts;
  // Only a login names somebody here.
  if (http !== undefined) {
    takeClient(http, fields?.['client']);
    const user = userOf(http);
    if (user !== undefined) return authentication({ line, facts, rest, http, user }, context);
  }
  return recordEvent({ line, facts, rest }, context);
}
