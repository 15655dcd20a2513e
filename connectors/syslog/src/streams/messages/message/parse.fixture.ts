import type { SyslogMessage } from './message.ts';
import { parseMessage } from './parse.ts';
import { utc } from './zone.ts';

const receivedAt = Date.UTC(2026, 2, 10, 12);

export function parse(text: string): SyslogMessage {
  return parseMessage(text, { receivedAt, zone: utc });
}

/** The fields that were found, with the time as ISO text. */
export function fieldsOf(text: string): Record<string, unknown> {
  const { raw: _, time, structuredData, ...fields } = parse(text);
  const found: Record<string, unknown> = { ...fields, time: time && new Date(time).toISOString(), sd: structuredData };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}
