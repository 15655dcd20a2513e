import { reject, skip, type MapContext, type MapResult } from '@sluice/connector';
import { textEvent } from '../events/generic-event.ts';
import { accessLogEvent } from '../shapes/access-log/access-log.ts';
import { isJsonRecord } from '../shapes/json/gather.ts';
import { jsonEvent } from '../shapes/json/json-record.ts';
import { textFacts } from '../shapes/text/text-facts.ts';
import type { RecordConfig } from './config.ts';

/** One line of a log to its event. */
export function mapLine(line: string, context: MapContext<RecordConfig>): MapResult {
  const { format, maxLineBytes } = context.config;
  // A text has at most three times as many bytes as it has characters.
  if (line.length * 3 > maxLineBytes && Buffer.byteLength(line) > maxLineBytes) {
    return reject('line_too_long', `longer than maxLineBytes (${maxLineBytes}); what is kept is its beginning`);
  }
  if (line.charCodeAt(0) <= 32 && line.trim() === '') return skip('blank_line');
  switch (format) {
    case 'json':
      return fromJson(line, context);
    case 'combined':
    case 'common':
      return accessLogEvent(line, context) ?? reject('malformed_access_log', `not in the ${format} log format`);
    case 'text':
      return fromText(line, context);
    default:
      return fromAny(line, context);
  }
}

function fromJson(line: string, context: MapContext<RecordConfig>): MapResult {
  const value = parseJson(line);
  if (value === undefined) return reject('malformed_json', 'the line is not JSON');
  return isJsonRecord(value)
    ? jsonEvent(value, line, context)
    : reject('not_an_object', 'the line is JSON, but no object');
}

/** Tells by the line itself what it is; a line that is nothing known is kept as text. */
function fromAny(line: string, context: MapContext<RecordConfig>): MapResult {
  if (startsObject(line)) {
    const value = parseJson(line);
    return isJsonRecord(value) ? jsonEvent(value, line, context) : fromText(line, context);
  }
  return accessLogEvent(line, context) ?? fromText(line, context);
}

function fromText(line: string, context: MapContext<RecordConfig>): MapResult {
  return textEvent(textFacts(line, context.config.zone), line, context);
}

/** Whether the first character that is no blank is `{`. */
function startsObject(line: string): boolean {
  const first = line.charCodeAt(0);
  return first === 123 || ((first === 32 || first === 9 || first === 0xfeff) && line.trimStart().charCodeAt(0) === 123);
}

/** The value of a JSON text (after a byte order mark, if there is one); undefined where it is none. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
  } catch {
    return undefined;
  }
}
