import { reject, type MapContext, type MappedEvent, type MapResult } from '@sluice/connector';
import { parseJson } from '@sluice/connector/records';
import { serverEvent } from '../../records/any-line.ts';
import { isJsonRecord, type JsonRecord } from '../../shapes/json/gather.ts';
import { jsonEvent } from '../../shapes/json/json-record.ts';
import { parseLogfmt } from '../../shapes/logfmt/parse.ts';
import type { OtlpConfig } from './config.ts';
import { plain, plainAttributes, type OtlpRecord } from './otlp-json.ts';

/** Names of severity numbers, four to a name (OpenTelemetry's data model for logs). */
const levels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal'];

/**
 * A log record of OpenTelemetry becomes what a line of JSON with the same fields becomes: attributes have the names of the
 * semantic conventions. A body that is JSON or logfmt itself adds its fields; one that is a line of a web server or a proxy is read as such.
 */
export function mapOtlp(value: unknown, context: MapContext<OtlpConfig>): MapResult {
  if (!isOtlpRecord(value)) return reject('not_a_log_record', 'expected a log record under its resource and scope');
  const { record } = value;
  const body = plain(record.body);
  const line = typeof body === 'string' ? body : JSON.stringify(value);
  const fields = fieldsOf(value);
  const inner = typeof body === 'string' ? (jsonObject(body) ?? parseLogfmt(body)) : body;
  if (isJsonRecord(inner)) return jsonEvent({ ...inner, ...fields }, line, context);
  if (typeof body !== 'string') return jsonEvent({ ...fields, ...(body === undefined ? {} : { body }) }, line, context);
  const server = serverEvent(body, context);
  return server === undefined ? jsonEvent({ ...fields, message: body }, line, context) : withFields(server, fields);
}

function isOtlpRecord(value: unknown): value is OtlpRecord {
  return isJsonRecord(value) && isJsonRecord(value['record']);
}

/** What a record says beside its body, under the names by which lines of JSON say it. */
function fieldsOf({ resource, scope, record }: OtlpRecord): JsonRecord {
  const { timeUnixNano, observedTimeUnixNano, severityNumber, severityText, traceId, spanId, eventName } = record;
  const time = [timeUnixNano, observedTimeUnixNano].find((nanos) => nanos !== undefined && Number(nanos) > 0);
  const said: Record<string, unknown> = {
    ...plainAttributes(resource?.attributes),
    ...plainAttributes(record.attributes),
    '@timestamp': time === undefined ? undefined : String(time),
    level:
      severityText !== undefined && severityText !== ''
        ? severityText
        : levels[Math.ceil((severityNumber ?? 0) / 4) - 1],
    trace_id: traceId === '' ? undefined : traceId,
    span_id: spanId === '' ? undefined : spanId,
    event_name: eventName === '' ? undefined : eventName,
    logger: scope?.name === '' ? undefined : scope?.name,
  };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined && value !== null));
}

function jsonObject(text: string): unknown {
  if (!text.trimStart().startsWith('{')) return undefined;
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}

/** The line says all that has an attribute; what stands beside it is kept. */
function withFields(event: MappedEvent, fields: JsonRecord): MappedEvent {
  const unmapped = event['unmapped'];
  return { ...event, unmapped: { ...(isJsonRecord(unmapped) ? unmapped : {}), otlp: fields } };
}
