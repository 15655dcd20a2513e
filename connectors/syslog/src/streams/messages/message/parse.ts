import type { Clock } from './calendar.ts';
import type { SyslogMessage } from './message.ts';
import { readPriority } from './priority.ts';
import { parseRfc3164 } from './rfc3164.ts';
import { parseRfc5424 } from './rfc5424.ts';

/** Takes a message apart, whatever its form. Never throws, and takes time in proportion to the length of the text. */
export function parseMessage(raw: string, clock: Clock): SyslogMessage {
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
