import type { MappedEvent } from '@sluice/connector';
import { authentication } from '../../events/authentication.ts';
import { maxTextLength, type EventContext } from '../../events/metadata.ts';
import { userOf } from '../../events/user.ts';
import { recordEvent } from '../../events/record-event.ts';
import { seeLoginMessage } from './login-message.ts';
import { readText, type ReadText } from './text-facts.ts';

/** A line of text: its message, and what its heading says. */
export function textEvent(line: string, context: EventContext, read: ReadText = readText(line, context)): MappedEvent {
  const { facts, messageAt, fields } = read;
  const message = messageAt < line.length ? line.slice(messageAt) : line;
  facts.message ??= message.length > maxTextLength ? message.slice(0, maxTextLength) : message;
  const rest = line.length > maxTextLength ? { line, ...fields } : fields === undefined ? undefined : { ...fields };
  seeLoginMessage(facts);
  const user = facts.isAuthentication === true && facts.http !== undefined ? userOf(facts.http) : undefined;
  if (user === undefined || facts.http === undefined) return recordEvent({ line, facts, rest }, context);
  return authentication({ line, facts, rest, http: facts.http, user }, context);
}
