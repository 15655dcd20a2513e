import { BinaryWriter, WireType } from '@bufbuild/protobuf/wire';
import { expect, test } from 'vitest';
import type { AnyValue, LogRecord } from './otlp-json.ts';
import { decodeLogs } from './protobuf.ts';

/** A message of protobuf, by the numbers of `opentelemetry/proto/logs/v1/logs.proto` and `common.proto`. */
type Message = (writer: BinaryWriter) => BinaryWriter;

const all =
  (...fields: readonly Message[]): Message =>
  (writer) =>
    fields.reduce((written, field) => field(written), writer);
const bytesOf = (message: Message): Uint8Array => message(new BinaryWriter()).finish();
const inner =
  (number: number, message: Message): Message =>
  (writer) =>
    writer.tag(number, WireType.LengthDelimited).bytes(bytesOf(message));
const text =
  (number: number, value: string): Message =>
  (writer) =>
    writer.tag(number, WireType.LengthDelimited).string(value);
const bytes =
  (number: number, value: string): Message =>
  (writer) =>
    writer.tag(number, WireType.LengthDelimited).bytes(Buffer.from(value, 'hex'));
const varint =
  (number: number, value: number): Message =>
  (writer) =>
    writer.tag(number, WireType.Varint).uint32(value);
const fixed64 =
  (number: number, value: bigint): Message =>
  (writer) =>
    writer.tag(number, WireType.Bit64).fixed64(value);
const fixed32 =
  (number: number, value: number): Message =>
  (writer) =>
    writer.tag(number, WireType.Bit32).fixed32(value);
const double =
  (number: number, value: number): Message =>
  (writer) =>
    writer.tag(number, WireType.Bit64).double(value);
const pair = (key: string, value: Message): Message => all(text(1, key), inner(2, value));

const request = (...records: readonly Message[]): Uint8Array =>
  bytesOf(inner(1, inner(2, all(...records.map((record) => inner(2, record))))));

function recordOf(record: Message): LogRecord | undefined {
  return decodeLogs(request(record)).resourceLogs[0]?.scopeLogs?.[0]?.logRecords?.[0];
}

test('a record has its fields, ids in hexadecimal, 64-bit numbers as text', () => {
  const record = all(
    fixed64(1, 1_768_478_400_123_456_789n),
    varint(2, 13),
    text(3, 'WARN'),
    inner(5, text(1, 'stock is low')),
    inner(6, pair('a', text(1, 'b'))),
    inner(6, pair('c', varint(3, 5))),
    varint(7, 2),
    fixed32(8, 1),
    bytes(9, '0af7651916cd43dd8448eb211c80319c'),
    bytes(10, 'b7ad6b7169203331'),
    fixed64(11, 1_768_478_401_000_000_000n),
    text(12, 'stock.low'),
    text(99, 'of a later version'),
  );
  expect(recordOf(record)).toEqual({
    timeUnixNano: '1768478400123456789',
    severityNumber: 13,
    severityText: 'WARN',
    body: { stringValue: 'stock is low' },
    attributes: [
      { key: 'a', value: { stringValue: 'b' } },
      { key: 'c', value: { intValue: '5' } },
    ],
    droppedAttributesCount: 2,
    flags: 1,
    traceId: '0af7651916cd43dd8448eb211c80319c',
    spanId: 'b7ad6b7169203331',
    observedTimeUnixNano: '1768478401000000000',
    eventName: 'stock.low',
  });
});

test('records stand under their resource and scope, each with what it says', () => {
  const attribute = pair('service.name', text(1, 'shop'));
  const scope = all(text(1, 'cart'), text(2, '0.1'), inner(3, attribute));
  const scopeLogs = all(inner(1, scope), inner(2, text(3, 'INFO')), text(3, 'https://example.com/scope'));
  const resourceLogs = all(inner(1, inner(1, attribute)), inner(2, scopeLogs), text(3, 'https://example.com/resource'));
  const attributes = [{ key: 'service.name', value: { stringValue: 'shop' } }];
  expect(decodeLogs(bytesOf(all(inner(1, resourceLogs), inner(1, all()))))).toEqual({
    resourceLogs: [
      {
        resource: { attributes },
        scopeLogs: [
          {
            scope: { name: 'cart', version: '0.1', attributes },
            logRecords: [{ severityText: 'INFO', attributes: [] }],
            schemaUrl: 'https://example.com/scope',
          },
        ],
        schemaUrl: 'https://example.com/resource',
      },
      { scopeLogs: [] },
    ],
  });
});

test.each<[name: string, message: Message, value: AnyValue]>([
  ['text', text(1, 'a'), { stringValue: 'a' }],
  ['true', varint(2, 1), { boolValue: true }],
  ['false', varint(2, 0), { boolValue: false }],
  ['a whole number', varint(3, 7), { intValue: '7' }],
  ['a number', double(4, 0.5), { doubleValue: 0.5 }],
  ['no number', double(4, Number.NaN), { doubleValue: 'NaN' }],
  ['infinity', double(4, Number.NEGATIVE_INFINITY), { doubleValue: '-Infinity' }],
  [
    'a list',
    inner(5, all(inner(1, text(1, 'a')), inner(1, varint(2, 1)))),
    { arrayValue: { values: [{ stringValue: 'a' }, { boolValue: true }] } },
  ],
  [
    'a map',
    inner(6, all(inner(1, pair('k', text(1, 'v'))), inner(1, text(1, 'empty')))),
    { kvlistValue: { values: [{ key: 'k', value: { stringValue: 'v' } }, { key: 'empty' }] } },
  ],
  ['bytes', bytes(7, 'ff00'), { bytesValue: '/wA=' }],
  ['nothing', all(), {}],
])('a body may be %s', (_, message, value) => {
  expect(recordOf(inner(5, message))?.body).toEqual(value);
});

const listsOf = (depth: number): Message => (depth === 0 ? text(1, 'a') : inner(5, inner(1, listsOf(depth - 1))));
const mapsOf = (depth: number): Message =>
  depth === 0 ? text(1, 'a') : inner(6, inner(1, pair('k', mapsOf(depth - 1))));

test.each([
  ['lists', listsOf],
  ['maps', mapsOf],
])('%s may lie in each other 64 deep, in a body and in attributes', (_, nested) => {
  expect(recordOf(inner(5, nested(64)))).toBeDefined();
  expect(() => recordOf(inner(5, nested(65)))).toThrow('more than 64 deep');
  expect(recordOf(inner(6, pair('a', nested(64))))).toBeDefined();
  expect(() => recordOf(inner(6, pair('a', nested(65))))).toThrow('more than 64 deep');
  const scoped = (depth: number): Uint8Array =>
    bytesOf(inner(1, inner(2, inner(1, inner(3, pair('a', nested(depth)))))));
  expect(decodeLogs(scoped(64)).resourceLogs).toHaveLength(1);
  expect(() => decodeLogs(scoped(65))).toThrow('more than 64 deep');
  const ofResource = (depth: number): Uint8Array => bytesOf(inner(1, inner(1, inner(1, pair('a', nested(depth))))));
  expect(decodeLogs(ofResource(64)).resourceLogs).toHaveLength(1);
  expect(() => decodeLogs(ofResource(65))).toThrow('more than 64 deep');
});

test.each([
  ['beyond the request', Uint8Array.of(10, 5, 0), /goes beyond the request/],
  ['beyond its message', Uint8Array.of(10, 2, 18, 2, 18, 0), /goes beyond its message/],
])('what goes %s is no request, and it is said why', (_, written, reason) => {
  const failed = (): unknown => decodeLogs(written);
  expect(failed).toThrow('is no ExportLogsServiceRequest in protobuf');
  try {
    failed();
  } catch (error) {
    expect(String((error as Error).cause)).toMatch(reason);
  }
});

test('a pair without a key has an empty one', () => {
  expect(recordOf(inner(6, inner(2, text(1, 'v'))))?.attributes).toEqual([{ key: '', value: { stringValue: 'v' } }]);
});
