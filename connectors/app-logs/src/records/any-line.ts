import { SeverityId } from '@sluice/ocsf/1.3.0';
import { isRejection, type MappedEvent, type Rejection } from '@sluice/connector';
import { parseJson } from '@sluice/connector/records';
import type { Facts } from '../events/facts.ts';
import type { EventContext } from '../events/metadata.ts';
import { accessLogEvent } from '../shapes/access-log/access-log.ts';
import { serverLineEvent } from '../shapes/access-log/server-lines.ts';
import { haproxyEvent } from '../shapes/haproxy/haproxy.ts';
import { isJournalRecord, readJournalRecord, type JournalRecord } from '../shapes/journal/journal-record.ts';
import { besideEntry, journalEvent } from '../shapes/journal/journal.ts';
import { isJsonRecord, type JsonRecord } from '../shapes/json/gather.ts';
import { jsonEvent } from '../shapes/json/json-record.ts';
import { parseLogfmt } from '../shapes/logfmt/parse.ts';
import { apacheErrorEvent, apacheErrorWithoutTime } from '../shapes/server-error/apache-error.ts';
import { nginxErrorEvent } from '../shapes/server-error/nginx-error.ts';
import { readCsvLog } from '../shapes/postgres/csv-log.ts';
import { readText } from '../shapes/text/text-facts.ts';
import { textEvent } from '../shapes/text/text-event.ts';
import { composeLine } from '../shapes/wrapped/compose.ts';
import { criLine } from '../shapes/wrapped/cri.ts';
import { dockerLine } from '../shapes/wrapped/docker.ts';
import { programLine, syslogLine, type SyslogLine } from '../shapes/wrapped/syslog.ts';
import { unwrapped, type Wrapping } from '../shapes/wrapped/wrapped.ts';

/** A line that something passed on may itself have been passed on: so often, and no more, it is looked into. */
const maxWrappings = 2;

/** The event of a line, told by the line itself; one that is nothing known is kept as text. */
export function anyEvent(line: string, context: EventContext, wrappings = 0): MappedEvent | Rejection {
  if (startsObject(line)) {
    const value = endsObject(line) ? jsonValue(line) : undefined;
    return isJsonRecord(value) ? objectEvent(value, line, context, wrappings) : textEvent(line, context);
  }
  const container = wrappings < maxWrappings ? (criLine(line) ?? composeLine(line)) : undefined;
  if (container !== undefined) return inner(container.content, container.wrapping, context, wrappings);
  const passedOn = wrappings < maxWrappings ? syslogEvent(line, context, wrappings) : undefined;
  return passedOn ?? lineEvent(line, context);
}

/** The event of a line that a syslog daemon wrote; HAProxy's own lines are told with what stands before them. */
function syslogEvent(line: string, context: EventContext, wrappings: number): MappedEvent | Rejection | undefined {
  const syslog = syslogLine(line, context);
  if (syslog === undefined) return undefined;
  const own = haproxyEvent(line, context) ?? apacheSyslogEvent(syslog, context);
  return own ?? inner(syslog.content, syslog.wrapping, context, wrappings);
}

const apache = /^(?:httpd|apache2?)(?:\/|$)/;

/** With `ErrorLog syslog` Apache leaves the time to syslog. */
function apacheSyslogEvent({ content, wrapping }: SyslogLine, context: EventContext): MappedEvent | undefined {
  if (!apache.test(wrapping.provider ?? '')) return undefined;
  const event = apacheErrorWithoutTime(content, context);
  return event === undefined ? undefined : unwrapped(event, wrapping);
}

/** The event of a JSON object, whoever wrote it. */
export function objectEvent(
  record: JsonRecord,
  line: string,
  context: EventContext,
  wrappings = 0,
): MappedEvent | Rejection {
  if (wrappings < maxWrappings) {
    const docker = dockerLine(record, line);
    if (docker !== undefined) return inner(docker.content, docker.wrapping, context, wrappings);
  }
  if (isJournalRecord(record)) return entryEvent(record, line, context, wrappings);
  const event = jsonEvent(record, line, context);
  return shippedEvent(record, event, line, context) ?? loginEvent(record, event, line, context) ?? event;
}

/** The event of a login that Keycloak gives to a logger of JSON as its message: `type="LOGIN", username="alice", …`. */
function loginEvent(
  record: JsonRecord,
  outer: MappedEvent | Rejection,
  line: string,
  context: EventContext,
): MappedEvent | undefined {
  if (typeof record['message'] !== 'string' || isRejection(outer) || outer.class_uid !== 0) return undefined;
  const login = parseLogfmt(record['message']);
  const event = login === undefined ? undefined : jsonEvent(login, line, context);
  if (event === undefined || isRejection(event) || event.class_uid !== 3002) return undefined;
  const { message: _, ...fields } = record;
  const { severity_id: severity } = outer;
  const said = severity === SeverityId.Unknown ? event : { ...event, severity_id: severity };
  return unwrapped(said, { line, ...timeOf(outer), name: 'record', fields });
}

/** When the record around an event says that it was. */
function timeOf(event: MappedEvent): { time?: number; timezoneOffset?: number } {
  const { time, timezone_offset: timezoneOffset } = event;
  const instant = typeof time === 'number' ? { time } : {};
  return typeof timezoneOffset === 'number' ? { ...instant, timezoneOffset } : instant;
}

/** What may be the line of an access log. */
const mayBeRequest = / HTTP\/\d| ms$| ms - |\dms$/;

/** The event of a line of an access log that a shipper (Filebeat, Fluent Bit) or a logger passes on in a record of its own. */
function shippedEvent(
  record: JsonRecord,
  event: MappedEvent | Rejection,
  line: string,
  context: EventContext,
): MappedEvent | undefined {
  if (isRejection(event) || event.class_uid !== 0) return undefined;
  const name = typeof record['message'] === 'string' ? 'message' : 'log';
  const text = record[name];
  if (typeof text !== 'string' || !mayBeRequest.test(text)) return undefined;
  const request = accessEvent(text.trimEnd(), context) ?? serverLineEvent(text.trimEnd(), context);
  if (request === undefined || request.class_uid === 0) return undefined;
  const { [name]: _, ...fields } = record;
  return unwrapped(request, { line, ...timeOf(event), name: 'record', fields });
}

/** The event of a line that is no JSON; a line of no known shape is kept as it is. */
function lineEvent(line: string, context: EventContext): MappedEvent | Rejection {
  const known = serverEvent(line, context);
  if (known !== undefined) return known;
  const fields = parseLogfmt(line) ?? readCsvLog(line);
  if (fields !== undefined) return jsonEvent(fields, line, context);
  const uncoloured = line.includes(escape) ? line.replaceAll(colour, '') : line;
  if (uncoloured === line) return headedEvent(line, context);
  const event = lineEvent(uncoloured, context);
  return isRejection(event) ? event : unwrapped(event, { line, name: 'colours', fields: {} });
}

const escape = '\u001b';
/** What colours the words of a terminal: loggers that write to a container write it too. */
// oxlint-disable-next-line no-control-regex
const colour = /\u001b\[[\d;]{0,32}m/g;

/** A line of text; where its message is an object or logfmt, the event of that, with what the heading says beside it. */
function headedEvent(line: string, context: EventContext): MappedEvent | Rejection {
  const read = readText(line, context);
  const { facts, messageAt = 0, fields } = read;
  const message = messageAt > 0 ? line.slice(messageAt) : '';
  const event = bodyEvent(message, line, context, facts);
  if (event === undefined) return textEvent(line, context, read);
  if (isRejection(event) || fields === undefined) return event;
  return unwrapped(event, { line, name: 'heading', fields });
}

/** The event of what a heading stands before; undefined where that is text. */
function bodyEvent(
  message: string,
  line: string,
  context: EventContext,
  facts: Facts,
): MappedEvent | Rejection | undefined {
  const record = startsObject(message) && endsObject(message) ? jsonValue(message) : parseLogfmt(message);
  if (isJsonRecord(record)) return jsonEvent(record, line, context, facts);
  const tailed = tailEvent(message, line, context, facts) ?? klogEvent(message, line, context, facts);
  if (tailed !== undefined) return tailed;
  // Frameworks give the lines of their access log to the logger of everything else.
  const event = mayBeRequest.test(message)
    ? (accessLogEvent(message, context) ?? serverLineEvent(message, context))
    : undefined;
  if (event === undefined) return undefined;
  const { time, timezoneOffset, originalTime, level, logger } = facts;
  const fields = Object.fromEntries(Object.entries({ level, logger }).filter(([, value]) => value !== undefined));
  return unwrapped(event, { line, time, timezoneOffset, originalTime, name: 'heading', fields });
}

/** The event of a message and the fields that zap's console writes behind it: `paid\t{"order": 7}`. */
function tailEvent(
  message: string,
  line: string,
  context: EventContext,
  facts: Facts,
): MappedEvent | Rejection | undefined {
  const tab = endsObject(message) ? message.lastIndexOf('\t{') : -1;
  const record = tab === -1 ? undefined : jsonValue(message.slice(tab + 1));
  if (!isJsonRecord(record)) return undefined;
  return jsonEvent(record, line, context, { ...facts, message: message.slice(0, tab) });
}

/** The event of a message in quotes and the fields that klog writes behind it: `"paid" order=7 sku="a b"`. */
function klogEvent(
  message: string,
  line: string,
  context: EventContext,
  facts: Facts,
): MappedEvent | Rejection | undefined {
  const [whole = '', text] = /^"([^"\\]{1,512})" (?=\w)/.exec(message) ?? [];
  const record = text === undefined ? undefined : parseLogfmt(message.slice(whole.length));
  return record === undefined ? undefined : jsonEvent(record, line, context, { ...facts, message: text });
}

/** The event of a line of an access log, perhaps with the name of the program before it. */
function accessEvent(line: string, context: EventContext): MappedEvent | undefined {
  const { content, wrapping } = programLine(line) ?? {};
  if (content === undefined || wrapping === undefined) return accessLogEvent(line, context);
  const event = accessLogEvent(content, writtenBy(wrapping.provider, context));
  return event === undefined ? undefined : unwrapped(event, wrapping);
}

/** The event of a line that a web server or a proxy wrote; undefined for every other. */
export function serverEvent(line: string, context: EventContext): MappedEvent | undefined {
  return (
    accessEvent(line, context) ??
    nginxErrorEvent(line, context) ??
    apacheErrorEvent(line, context) ??
    haproxyEvent(line, context) ??
    serverLineEvent(line, context)
  );
}

/** A service that writes JSON, logfmt or access logs to the journal is read by what it writes; other text with what the journal knows. */
function entryEvent(record: JsonRecord, line: string, context: EventContext, wrappings: number): MappedEvent {
  const entry = readJournalRecord(record);
  const { message, rest } = entry;
  if (wrappings >= maxWrappings) return journalEvent(entry, line, context);
  if (message === undefined) return takenApartEvent(entry, line, context) ?? journalEvent(entry, line, context);
  const within = writtenBy(entry.identifier, context);
  const event = structuredEvent(message, within) ?? printedEvent(message, rest['_TRANSPORT'], within);
  if (event === undefined || isRejection(event)) return journalEvent(entry, line, context);
  return besideEntry(event, entry, line);
}

function structuredEvent(message: string, context: EventContext): MappedEvent | Rejection | undefined {
  if (startsObject(message)) {
    const value = endsObject(message) ? jsonValue(message) : undefined;
    return isJsonRecord(value) ? jsonEvent(value, message, context) : undefined;
  }
  const fields = parseLogfmt(message);
  if ((fields?.['msg'] ?? fields?.['message']) !== undefined) return lineEvent(message, context);
  return serverEvent(message, context);
}

const nameOfJournal = /^[A-Z0-9_]+$/;

/** The event of an entry whose message a shipper has taken apart: its fields stand beside those of the journal. */
function takenApartEvent(entry: JournalRecord, line: string, context: EventContext): MappedEvent | undefined {
  const fields = Object.entries(entry.rest);
  const record = Object.fromEntries(fields.filter(([name]) => !nameOfJournal.test(name)));
  if ((record['msg'] ?? record['message']) === undefined) return undefined;
  const event = jsonEvent(record, line, context);
  if (isRejection(event)) return undefined;
  const rest = Object.fromEntries(fields.filter(([name]) => nameOfJournal.test(name)));
  return besideEntry(event, { ...entry, rest }, line);
}

/** The journal calls all that a service prints informational: what it says of itself is nearer. */
function printedEvent(message: string, transport: unknown, context: EventContext): MappedEvent | undefined {
  const event = transport === 'stdout' ? lineEvent(message, context) : undefined;
  if (event === undefined || isRejection(event)) return undefined;
  return event.class_uid === 0 && event.severity_id === SeverityId.Unknown ? undefined : event;
}

function inner(content: string, wrapping: Wrapping, context: EventContext, wrappings: number): MappedEvent | Rejection {
  const event = anyEvent(content, writtenBy(wrapping.provider, context), wrappings + 1);
  return isRejection(event) ? event : unwrapped(event, wrapping);
}

function writtenBy(program: string | undefined, context: EventContext): EventContext {
  return program === undefined ? context : { ...context, program };
}

/** Whether the first character that is no blank is `{`. */
function startsObject(line: string): boolean {
  const first = line.charCodeAt(0);
  return first === 123 || ((first === 32 || first === 9 || first === 0xfeff) && line.trimStart().charCodeAt(0) === 123);
}

/** Whether the last character that is no blank is `}`: a line that was cut off is not parsed in vain, which is slow. */
function endsObject(line: string): boolean {
  const last = line.charCodeAt(line.length - 1);
  return last === 125 || (last <= 32 && line.trimEnd().endsWith('}'));
}

/** The value of a JSON text (after a byte order mark, if there is one); undefined where it is none. */
export function jsonValue(text: string): unknown {
  try {
    return parseJson(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
  } catch {
    return undefined;
  }
}
