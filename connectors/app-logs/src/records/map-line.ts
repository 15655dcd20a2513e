import { reject, skip, type MapContext, type MapResult } from '@sluice/connector';
import { accessLogEvent } from '../shapes/access-log/access-log.ts';
import { isJsonRecord } from '../shapes/json/gather.ts';
import { textEvent } from '../shapes/text/text-event.ts';
import { anyEvent, objectEvent, jsonValue } from './any-line.ts';
import type { RecordConfig } from './config.ts';

/** One line of a log to its event. */
export function mapLine(line: string, context: MapContext<RecordConfig>): MapResult {
  const { format, maxLineBytes } = context.config;
  // A text has at most three times as many bytes as it has characters.
  if (line.length * 3 > maxLineBytes && Buffer.byteLength(line) > maxLineBytes) {
    return reject('line_too_long', `longer than maxLineBytes (${maxLineBytes}); what is kept is its beginning`);
  }
  if (line.trim() === '') return skip('blank_line');
  switch (format) {
    case 'json':
      return fromJson(line, context);
    case 'combined':
    case 'common':
      return accessLogEvent(line, context) ?? reject('malformed_access_log', `not in the ${format} log format`);
    case 'text':
      return textEvent(line, context);
    default:
      return anyEvent(line, context);
  }
}

function fromJson(line: string, context: MapContext<RecordConfig>): MapResult {
  const value = jsonValue(line);
  if (value === undefined) return reject('malformed_json', 'the line is not JSON');
  return isJsonRecord(value)
    ? objectEvent(value, line, context)
    : reject('not_an_object', 'the line is JSON, but no object');
}
