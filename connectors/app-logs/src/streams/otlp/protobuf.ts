import { BinaryReader, type WireType } from '@bufbuild/protobuf/wire';
import { Refusal } from '../../http/body.ts';
import type { AnyValue, KeyValue, LogRecord, LogsData, Resource, ResourceLogs, Scope, ScopeLogs } from './otlp-json.ts';

/** How deep values may lie in each other: a request that is deeper is no log. */
const maxDepth = 64;

/** An ExportLogsServiceRequest in its JSON form: ids in hexadecimal, 64-bit numbers as text. Throws a `Refusal`. */
export function decodeLogs(bytes: Uint8Array): LogsData {
  const resourceLogs: ResourceLogs[] = [];
  try {
    const reader = new BinaryReader(bytes);
    readFields(reader, reader.len, { 1: (field) => resourceLogs.push(readResourceLogs(field)) });
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(400, 'is no ExportLogsServiceRequest in protobuf', { cause: error });
  }
  return { resourceLogs };
}

/** What to do with the fields of a message, by number. Fields of other numbers are passed over. */
type FieldReaders = Readonly<Record<number, (reader: BinaryReader, type: WireType) => unknown>>;

function readFields(reader: BinaryReader, end: number, fields: FieldReaders): void {
  while (reader.pos < end) {
    const [number, type] = reader.tag();
    const read = fields[number];
    if (read === undefined) reader.skip(type, number);
    else read(reader, type);
  }
  if (reader.pos !== end) throw new RangeError('a field goes beyond its message');
}

function readMessage(reader: BinaryReader, fields: FieldReaders): void {
  const length = reader.uint32();
  const end = reader.pos + length;
  if (end > reader.len) throw new RangeError('a message goes beyond the request');
  readFields(reader, end, fields);
}

type Growing<Shape> = { -readonly [Key in keyof Shape]: Shape[Key] };

function readResourceLogs(reader: BinaryReader): ResourceLogs {
  const scopeLogs: ScopeLogs[] = [];
  const logs: Growing<ResourceLogs> = { scopeLogs };
  readMessage(reader, {
    1: (field) => (logs.resource = readResource(field)),
    2: (field) => scopeLogs.push(readScopeLogs(field)),
    3: (field) => (logs.schemaUrl = field.string()),
  });
  return logs;
}

function readResource(reader: BinaryReader): Resource {
  const attributes: KeyValue[] = [];
  readMessage(reader, { 1: (field) => attributes.push(readKeyValue(field, 0)) });
  return { attributes };
}

function readScopeLogs(reader: BinaryReader): ScopeLogs {
  const logRecords: LogRecord[] = [];
  const logs: Growing<ScopeLogs> = { logRecords };
  readMessage(reader, {
    1: (field) => (logs.scope = readScope(field)),
    2: (field) => logRecords.push(readRecord(field)),
    3: (field) => (logs.schemaUrl = field.string()),
  });
  return logs;
}

function readScope(reader: BinaryReader): Scope {
  const attributes: KeyValue[] = [];
  const scope: Growing<Scope> = { attributes };
  readMessage(reader, {
    1: (field) => (scope.name = field.string()),
    2: (field) => (scope.version = field.string()),
    3: (field) => attributes.push(readKeyValue(field, 0)),
  });
  return scope;
}

function readRecord(reader: BinaryReader): LogRecord {
  const attributes: KeyValue[] = [];
  const record: Growing<LogRecord> = { attributes };
  readMessage(reader, {
    1: (field) => (record.timeUnixNano = String(field.fixed64())),
    2: (field) => (record.severityNumber = field.int32()),
    3: (field) => (record.severityText = field.string()),
    5: (field) => (record.body = readAnyValue(field, 0)),
    6: (field) => attributes.push(readKeyValue(field, 0)),
    7: (field) => (record.droppedAttributesCount = field.uint32()),
    8: (field) => (record.flags = field.fixed32()),
    9: (field) => (record.traceId = Buffer.from(field.bytes()).toString('hex')),
    10: (field) => (record.spanId = Buffer.from(field.bytes()).toString('hex')),
    11: (field) => (record.observedTimeUnixNano = String(field.fixed64())),
    12: (field) => (record.eventName = field.string()),
  });
  return record;
}

function readKeyValue(reader: BinaryReader, depth: number): KeyValue {
  const pair: Growing<KeyValue> = { key: '' };
  readMessage(reader, {
    1: (field) => (pair.key = field.string()),
    2: (field) => (pair.value = readAnyValue(field, depth)),
  });
  return pair;
}

function readAnyValue(reader: BinaryReader, depth: number): AnyValue {
  if (depth > maxDepth) throw new Refusal(400, `holds values that lie in each other more than ${maxDepth} deep`);
  const value: Growing<AnyValue> = {};
  readMessage(reader, {
    1: (field) => (value.stringValue = field.string()),
    2: (field) => (value.boolValue = field.bool()),
    3: (field) => (value.intValue = String(field.int64())),
    4: (field) => (value.doubleValue = jsonNumber(field.double())),
    5: (field) => (value.arrayValue = { values: readList(field, (item) => readAnyValue(item, depth + 1)) }),
    6: (field) => (value.kvlistValue = { values: readList(field, (item) => readKeyValue(item, depth + 1)) }),
    7: (field) => (value.bytesValue = Buffer.from(field.bytes()).toString('base64')),
  });
  return value;
}

function readList<Item>(reader: BinaryReader, readItem: (reader: BinaryReader) => Item): readonly Item[] {
  const items: Item[] = [];
  readMessage(reader, { 1: (field) => items.push(readItem(field)) });
  return items;
}

/** JSON has no numbers for these; protobuf's JSON form writes them as text. */
function jsonNumber(value: number): number | string {
  return Number.isFinite(value) ? value : String(value);
}
