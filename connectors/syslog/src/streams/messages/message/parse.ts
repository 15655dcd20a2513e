import type { Clock } from './calendar.ts';
import type { SyslogMessage } from './message.ts';
import { readPriority } from './priority.ts';
import { relayedIn } from './relayed.ts';
import { parseRfc3164 } from './rfc3164.ts';
import { parseRfc5424 } from './rfc5424.ts';

/**
 * Takes a message apart, whatever its form; one that a relay passed on with a header of its own is the message within.
 * Never throws, and takes time in proportion to the length of the text.
 */
export function parseMessage(raw: string, clock: Clock): SyslogMessage {
  const message = parseHeader(raw, clock);
  return message.content.length < raw.length ? (relayedIn(message, clock, parseHeader) ?? message) : message;
}

function parseHeader(raw: string, clock: Clock): SyslogMessage {
  const text = raw.charCodeAt(0) === 0xfeff ? raw.slice(1) : raw;
  const priority = readPriority(text);
  const at = priority?.end ?? 0;
  const body = (priority === undefined ? undefined : parseRfc5424(text, at, clock)) ?? parseRfc3164(text, at, clock);
  return {
    ...body,
    raw,
    facility: priority === undefined ? undefined : priority.value >> 3,
    severity: priority === undefined ? undefined : priority.value & 7,
  };
}
