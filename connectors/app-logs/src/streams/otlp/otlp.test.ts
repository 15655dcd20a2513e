import { SeverityNumber, type AnyValueMap } from '@opentelemetry/api-logs';
import { OTLPLogExporter as JsonExporter } from '@opentelemetry/exporter-logs-otlp-http';
import { OTLPLogExporter as ProtobufExporter } from '@opentelemetry/exporter-logs-otlp-proto';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { LoggerProvider, SimpleLogRecordProcessor, type LogRecordExporter } from '@opentelemetry/sdk-logs';
import { BinaryWriter, WireType } from '@bufbuild/protobuf/wire';
import { afterEach, describe, expect, test } from 'vitest';
import { receive, type Receiving } from '../../http/receiving.fixture.ts';
import { mapOtlp } from './map.ts';
import { otlp } from './stream.ts';

let open: Receiving | undefined;
afterEach(async () => {
  await open?.stop();
  open = undefined;
});

async function start(written: Record<string, unknown> = {}): Promise<Receiving> {
  open = await receive(otlp, written);
  return open;
}

/** What a program with the SDK of OpenTelemetry sends. */
async function send(exporter: LogRecordExporter, attributes: AnyValueMap): Promise<void> {
  const provider = new LoggerProvider({
    resource: resourceFromAttributes({ 'service.name': 'shop', 'service.version': '1.2' }),
    processors: [new SimpleLogRecordProcessor({ exporter })],
  });
  provider.getLogger('cart', '0.1').emit({
    timestamp: [1_768_478_400, 123_456_789],
    severityNumber: SeverityNumber.WARN,
    severityText: 'WARN',
    body: 'stock is low',
    attributes,
  });
  await provider.forceFlush();
  await provider.shutdown();
}

describe.each([
  ['JSON', JsonExporter],
  ['protobuf', ProtobufExporter],
])('the exporter for %s of OpenTelemetry', (_, Exporter) => {
  test.each(['none', 'gzip'])('sends records that arrive whole, compressed with %s', async (compression) => {
    const { url, records } = await start({ bearer_tokens: ['token-1'] });
    const headers = { authorization: 'Bearer token-1' };
    const options = { url: `${url}/v1/logs`, headers, compression: compression as never };
    await send(new Exporter(options), {
      'http.request.method': 'GET',
      count: 3,
      big: 2 ** 53,
      deep: { list: [1.5, 'a', true] },
    });
    expect(records.length).toBe(1);
    const { resource, scope, record } = JSON.parse(records[0] ?? '') as Record<string, Record<string, unknown>>;
    expect(resource?.['attributes']).toContainEqual({ key: 'service.name', value: { stringValue: 'shop' } });
    expect(scope).toMatchObject({ name: 'cart', version: '0.1' });
    expect(record).toMatchObject({ timeUnixNano: '1768478400123456789', severityNumber: 13, severityText: 'WARN' });
    const event = mapOtlp({ resource, scope, record }, await context());
    expect(event).toMatchObject({
      class_uid: 0,
      time: 1_768_478_400_123,
      severity_id: 3,
      message: 'stock is low',
      metadata: { log_provider: 'shop', log_level: 'WARN', original_time: '1768478400123456789' },
      unmapped: { 'service.version': '1.2', logger: 'cart', count: 3, deep: { list: [1.5, 'a', true] } },
    });
  });
});

async function context(): Promise<Parameters<typeof mapOtlp>[1]> {
  const config = await otlp.config['~standard'].validate({});
  if (config.issues !== undefined) throw new Error('bad configuration');
  return { config: config.value, receivedAt: 0, origin: { transport: 'http' } };
}

const post = (url: string, body: string | Uint8Array<ArrayBuffer>, type: string): Promise<Response> =>
  fetch(`${url}/v1/logs`, { method: 'POST', body, headers: { 'content-type': type } });

test('an empty request of either form is answered in the same', async () => {
  const { url } = await start();
  const inJson = await post(url, '{"resourceLogs":[]}', 'application/json');
  expect([inJson.status, await inJson.text()]).toEqual([200, '{}']);
  const inProtobuf = await post(url, new Uint8Array(), 'application/x-protobuf');
  expect([inProtobuf.status, await inProtobuf.text()]).toEqual([200, '']);
});

test('a refusal is told in the form of the request, with its reason', async () => {
  const { url } = await start();
  const broken = await post(url, '{', 'application/json; charset=utf-8');
  expect(broken.headers.get('content-type')).toBe('application/json');
  expect(await broken.json()).toEqual({ message: 'The request is not JSON.' });
  for (const body of ['null', '5', '{}'])
    expect(await (await post(url, body, 'application/json')).json()).toEqual({
      message: 'The request has no resourceLogs.',
    });
  const inProtobuf = await post(url, new Uint8Array([10, 200, 1, 1]), 'application/x-protobuf');
  expect(inProtobuf.headers.get('content-type')).toBe('application/x-protobuf');
  const status = field(2, Buffer.from('The request is no ExportLogsServiceRequest in protobuf.'));
  expect(new Uint8Array(await inProtobuf.arrayBuffer())).toEqual(status);
  const other = await post(url, 'x', `text/${'x'.repeat(100)}`);
  expect(await other.json()).toEqual({
    message: `The request has content-type "text/${'x'.repeat(55)}"; OTLP is application/x-protobuf or application/json.`,
  });
});

test('each record goes on with its resource and scope, and lists of something else hold none', async () => {
  const { url, records } = await start();
  const scopeLogs = [
    null,
    5,
    { scope: { name: 'cart' }, logRecords: [{ severityText: 'INFO' }, 'x'] },
    { logRecords: 5 },
  ];
  const body = { resourceLogs: [null, 'a', { resource: { attributes: [] }, scopeLogs }, { scopeLogs: 'x' }] };
  expect((await post(url, JSON.stringify(body), 'application/json')).status).toBe(200);
  expect(records.map((record) => JSON.parse(record) as unknown)).toEqual([
    { resource: { attributes: [] }, scope: { name: 'cart' }, record: { severityText: 'INFO' } },
    { resource: { attributes: [] }, scope: { name: 'cart' }, record: 'x' },
  ]);
});

test.each([
  ['broken JSON', '{"resourceLogs":[', 'application/json', 400],
  ['JSON of something else', '{"traces":[]}', 'application/json', 400],
  ['broken protobuf', new Uint8Array([10, 200, 1, 1]), 'application/x-protobuf', 400],
  ['another type', 'x', 'text/plain', 415],
])('%s is refused', async (_, body, type, status) => {
  const { url, records } = await start();
  expect((await post(url, body, type)).status).toBe(status);
  expect(records).toEqual([]);
});

test('a request that is cut off at any byte is refused, or is whole up to there', async () => {
  const record = field(1, field(2, field(2, field(5, field(1, Buffer.from('a body of some length'))))));
  const { url, records } = await start();
  const statuses = new Set<number>();
  for (let length = 1; length < record.length; length++)
    statuses.add((await post(url, record.slice(0, length), 'application/x-protobuf')).status);
  expect([...statuses]).toEqual([400]);
  expect(records).toEqual([]);
});

test('values that lie in each other without end are refused', async () => {
  let value = new Uint8Array([0x18, 1]);
  for (let depth = 0; depth < 70; depth++) value = field(5, field(1, value));
  const request = field(1, field(2, field(2, field(5, value))));
  const { url } = await start();
  expect((await post(url, request, 'application/x-protobuf')).status).toBe(400);
});

/** A field of protobuf that holds a message. */
function field(tag: number, message: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(new BinaryWriter().tag(tag, WireType.LengthDelimited).bytes(message).finish());
}

test('64-bit numbers keep their value', async () => {
  const { url, records } = await start();
  const negative = new BinaryWriter().tag(3, WireType.Varint).int64(-5).finish();
  const large = field(
    1,
    field(2, field(2, field(5, new Uint8Array([0x18, 255, 255, 255, 255, 255, 255, 255, 255, 127])))),
  );
  await post(url, large, 'application/x-protobuf');
  await post(url, field(1, field(2, field(2, field(5, negative)))), 'application/x-protobuf');
  const bodies = records.map((record) => (JSON.parse(record) as { record: { body: unknown } }).record.body);
  expect(bodies).toEqual([{ intValue: '9223372036854775807' }, { intValue: '-5' }]);
});
