import { expect, test } from 'vitest';
import { mapOtlp } from './map.ts';
import { plain, plainAttributes } from './otlp-json.ts';
import { otlp } from './stream.ts';

async function mapped(value: unknown): Promise<unknown> {
  const config = await otlp.config['~standard'].validate({});
  if (config.issues !== undefined) throw new Error('bad configuration');
  return mapOtlp(value, { config: config.value, receivedAt: 0, origin: { transport: 'http' } });
}

test.each([null, 'a', 5, [], {}, { record: null }, { record: 'a' }, { record: [] }])(
  '%j is no log record',
  async (value) => {
    expect(await mapped(value)).toEqual({
      reject: 'not_a_log_record',
      detail: 'expected a log record under its resource and scope',
    });
  },
);

test.each<[number | undefined, string | undefined, number]>([
  [1, 'trace', 1],
  [4, 'trace', 1],
  [5, 'debug', 1],
  [8, 'debug', 1],
  [9, 'info', 1],
  [12, 'info', 1],
  [13, 'warn', 3],
  [16, 'warn', 3],
  [17, 'error', 4],
  [20, 'error', 4],
  [21, 'fatal', 6],
  [24, 'fatal', 6],
  [25, undefined, 0],
  [0, undefined, 0],
  [undefined, undefined, 0],
])("OpenTelemetry's severity %s is %s", async (severityNumber, level, severity) => {
  const record = { severityNumber, severityText: '', body: { stringValue: 'hello' } };
  const event = (await mapped({ record })) as { metadata: Record<string, unknown> };
  expect(event).toMatchObject({ severity_id: severity });
  expect(event.metadata['log_level']).toBe(level);
});

test('the text of a severity stands above its number', async () => {
  const record = { severityNumber: 9, severityText: 'ERROR', body: { stringValue: 'hello' } };
  expect(await mapped({ record })).toMatchObject({ severity_id: 4, metadata: { log_level: 'ERROR' } });
});

test.each([
  [{ timeUnixNano: '1768478400123456789', observedTimeUnixNano: '1' }, 1_768_478_400_123],
  [{ timeUnixNano: '0', observedTimeUnixNano: '1768478400123456789' }, 1_768_478_400_123],
  [{ timeUnixNano: 0, observedTimeUnixNano: '1768478400123456789' }, 1_768_478_400_123],
  [{ observedTimeUnixNano: '1768478400123456789' }, 1_768_478_400_123],
  [{ timeUnixNano: '0' }, undefined],
  [{}, undefined],
])('%j is a time of the record', async (times, time) => {
  const event = (await mapped({ record: { ...times, body: { stringValue: 'hello' } } })) as Record<string, unknown>;
  expect(event['time']).toBe(time);
});

const attribute = (key: string, stringValue: string): object => ({ key, value: { stringValue } });

test('what a record says beside its body is what a line of JSON says under the same names', async () => {
  const value = {
    resource: { attributes: [attribute('service.name', 'shop'), attribute('zone', 'a')] },
    scope: { name: 'cart' },
    record: {
      body: { stringValue: 'stock is low' },
      attributes: [attribute('count', '3'), attribute('zone', 'b')],
      traceId: 't-1',
      spanId: 's-1',
      eventName: 'stock.low',
    },
  };
  expect(await mapped(value)).toMatchObject({
    class_uid: 0,
    message: 'stock is low',
    metadata: { log_provider: 'shop', correlation_uid: 't-1' },
    unmapped: { count: '3', zone: 'b', span_id: 's-1', event_name: 'stock.low', logger: 'cart' },
    raw_data: 'stock is low',
  });
});

test('empty ids and names say nothing', async () => {
  const record = { body: { stringValue: 'hello' }, traceId: '', spanId: '', eventName: '', severityText: '' };
  const event = await mapped({ scope: { name: '' }, record });
  expect(event).not.toHaveProperty('unmapped');
  expect(event).toMatchObject({ metadata: expect.not.objectContaining({ correlation_uid: '' }) });
});

const request = { method: 'GET', path: '/a', status: 200 };
const accessLog = '203.0.113.7 - - [15/Jan/2026:12:00:00 +0000] "GET /a HTTP/1.1" 200 5 "-" "curl/8"';

test.each<[name: string, body: object | undefined, expected: object]>([
  ['JSON', { stringValue: JSON.stringify(request) }, { class_uid: 4002, unmapped: { count: '3' } }],
  ['JSON behind a blank', { stringValue: ` ${JSON.stringify(request)}` }, { class_uid: 4002 }],
  ['logfmt', { stringValue: 'method=GET path=/a status=200' }, { class_uid: 4002, unmapped: { count: '3' } }],
  ['an access log', { stringValue: accessLog }, { class_uid: 4002, unmapped: { otlp: { count: '3' } } }],
  ['a map', { kvlistValue: { values: [attribute('msg', 'hello')] } }, { message: 'hello', unmapped: { count: '3' } }],
  ['a number', { intValue: '5' }, { class_uid: 0, unmapped: { body: 5, count: '3' } }],
  ['broken JSON', { stringValue: '{"a":' }, { message: '{"a":', unmapped: { count: '3' } }],
  ['nothing', undefined, { class_uid: 0, unmapped: { count: '3' } }],
])('a body that is %s is read as such', async (_, body, expected) => {
  expect(await mapped({ record: { body, attributes: [attribute('count', '3')] } })).toMatchObject(expected);
});

test('what is no text is kept raw as the whole record', async () => {
  const value = { record: { body: { intValue: '5' } } };
  expect(await mapped(value)).toMatchObject({ raw_data: JSON.stringify(value), unmapped: { body: 5 } });
});

test('what a line of a server leaves over stands beside what the record says', async () => {
  const record = { body: { stringValue: `${accessLog} more` }, attributes: [attribute('count', '3')] };
  expect(await mapped({ record })).toMatchObject({ unmapped: { access_log_rest: 'more', otlp: { count: '3' } } });
});

test.each<[value: unknown, meaning: unknown]>([
  [{ stringValue: '' }, ''],
  [{ intValue: '5' }, 5],
  [{ intValue: 5 }, 5],
  [{ intValue: '9223372036854775807' }, '9223372036854775807'],
  [{ boolValue: false }, false],
  [{ doubleValue: 0.5 }, 0.5],
  [{ doubleValue: 'NaN' }, 'NaN'],
  [{ bytesValue: '/wA=' }, '/wA='],
  [{ arrayValue: { values: [{ intValue: 1 }, { stringValue: 'a' }] } }, [1, 'a']],
  [{ arrayValue: {} }, []],
  [{ kvlistValue: { values: [attribute('a', 'b')] } }, { a: 'b' }],
  [{}, undefined],
  [null, undefined],
  ['a', undefined],
])('%j means %j', (value, meaning) => {
  expect(plain(value)).toEqual(meaning);
});

test('values may lie in each other 64 deep', () => {
  const lists = (depth: number): unknown =>
    depth === 0 ? { intValue: 1 } : { arrayValue: { values: [lists(depth - 1)] } };
  const maps = (depth: number): unknown =>
    depth === 0 ? { intValue: 1 } : { kvlistValue: { values: [{ key: 'k', value: maps(depth - 1) }] } };
  for (const nested of [lists, maps]) {
    expect(JSON.stringify(plain(nested(64)))).toContain('1');
    expect(JSON.stringify(plain(nested(65)))).not.toContain('1');
    expect(JSON.stringify(plainAttributes([{ key: 'a', value: nested(64) }]))).toContain('1');
  }
});

test('of two attributes with a name the first counts, and what is no attribute is passed over', () => {
  const attributes = [attribute('a', 'b'), attribute('a', 'c'), null, 'x', { key: 5 }, { value: {} }, { key: 'd' }];
  expect(Object.entries(plainAttributes(attributes))).toEqual([
    ['a', 'b'],
    ['d', undefined],
  ]);
  expect(plainAttributes('x')).toEqual({});
});
