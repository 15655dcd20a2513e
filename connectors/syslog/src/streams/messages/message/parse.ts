import type { Clock } from './calendar.ts';
import type { SyslogMessage } from './message.ts';
import { readPriority } from './priority.ts';
import { relayedIn } from './relayed.ts';
import { parseRfc3164, type Body } from './rfc3164.ts';
import { parseRfc5424 } from './rfc5424.ts';

/**
 * Takes a message apart, whatever its form; one that a relay passed on with a header of its own is the message within.
 * Never throws, and takes time in proportion to the length of the text.
 */
export function parseMessage(raw: string, clock: Clock): SyslogMessage {
  const message = parseHeader(raw, clock);
  return relayedIn(message, clock, parseHeader) ?? message;
}

function parseHeader(raw: string, clock: Clock): SyslogMessage {
  const text = raw.charCodeAt(0) === 0xfeff ? raw.slice(1) : raw;
  const priority = readPriority(text);
  const body = readBody(text, priority, clock);
  const value = priority?.value ?? body.level;
  // Field by field: a copy that leaves one out is slow, and this is done for every message.
  return {
    raw,
    facility: value === undefined ? undefined : value >> 3,
    severity: value === undefined ? undefined : value & 7,
    timestamp: body.timestamp,
    time: body.time,
    hostname: body.hostname,
    appName: body.appName,
    procId: body.procId,
    msgId: body.msgId,
    structuredData: body.structuredData,
    sequence: body.sequence,
    content: body.content,
  };
}

function readBody(text: string, priority: { readonly end: number } | undefined, clock: Clock): Body {
  const start = priority?.end ?? 0;
  const isStandard = priority !== undefined || withoutPriority.test(text);
  return (isStandard ? parseRfc5424(text, start, clock) : undefined) ?? parseRfc3164(text, start, clock);
}

/** A header of RFC 5424 whose priority was taken off when it was written to a file. */
const withoutPriority = /^1 \d{4}-\d\d-\d\dT/;
