import { expect, test } from 'vitest';
import { eventOf, type Event } from '../../streams/files/conformance.fixture.ts';

/** With the fields that make it a request, under names that few use. */
const request = { requestMethod: 'GET', requestUrl: '/else', responseStatus: 204 };

function nested(name: string, value: unknown): Record<string, unknown> {
  const [first = '', ...others] = name.split('.');
  return { [first]: others.length === 0 ? value : nested(others.join('.'), value) };
}

function without(name: keyof typeof request | undefined): Record<string, unknown> {
  return Object.fromEntries(Object.entries(request).filter(([key]) => key !== name));
}

type Row = readonly [name: string, value: unknown, expected: object, instead?: keyof typeof request];

/** The names of Cloudflare, API Gateway, Kong, Caddy, Traefik's kept headers and others; values as those write them. */
const rows: readonly Row[] = [
  ['ClientRequestMethod', 'PUT', { http_request: { http_method: 'PUT' } }, 'requestMethod'],
  ['ClientRequestURI', '/a', { http_request: { url: { path: '/a' } } }, 'requestUrl'],
  ['resourcePath', '/a', { http_request: { url: { path: '/a' } } }, 'requestUrl'],
  ['EdgeResponseStatus', 201, { status_code: '201' }, 'responseStatus'],
  ['ClientRequestUserAgent', 'curl/8', { http_request: { user_agent: 'curl/8' } }],
  ['request_User-Agent', 'curl/8', { http_request: { user_agent: 'curl/8' } }],
  ['req.headers.User-Agent', 'curl/8', { http_request: { user_agent: 'curl/8' } }],
  ['ClientRequestReferer', '/b', { http_request: { referrer: '/b' } }],
  ['request_Referer', '/b', { http_request: { referrer: '/b' } }],
  ['ClientRequestHost', 'www.example.com', { dst_endpoint: { hostname: 'www.example.com' } }],
  ['EdgeResponseBytes', 7, { http_response: { length: 7 } }],
  ['responseLength', '7', { http_response: { length: 7 } }],
  ['response.size', '7', { http_response: { length: 7 } }],
  ['latencies.request', 7, { duration: 7 }],
  ...['Properties.RequestMethod', 'Properties.Method'].map((name): Row => [
    name,
    'PUT',
    { http_request: { http_method: 'PUT' } },
    'requestMethod',
  ]),
  ...['Properties.RequestPath', 'Properties.Path', 'http.request.uri', 'URI'].map((name): Row => [
    name,
    '/a',
    { http_request: { url: { path: '/a' } } },
    'requestUrl',
  ]),
  ...['Properties.StatusCode', 'http.response.status', 'http_code', 'resp'].map((name): Row => [
    name,
    201,
    { status_code: '201' },
    'responseStatus',
  ]),
  ...['http.request.useragent', 'ua'].map((name): Row => [name, 'curl/8', { http_request: { user_agent: 'curl/8' } }]),
  ['http.request.host', 'www.example.com', { dst_endpoint: { hostname: 'www.example.com' } }],
  ...['http.request.remoteaddr', 'request.ip', 'srcIP', 'ip_addr', 'ClientIp', 'RemoteIp', 'Properties.ClientIp']
    .concat('context.ip', 'actor.ip')
    .map((name): Row => [name, '192.0.2.7', { src_endpoint: { ip: '192.0.2.7' } }]),
  ['State.Method', 'PUT', { http_request: { http_method: 'PUT' } }, 'requestMethod'],
  ['State.Path', '/a', { http_request: { url: { path: '/a' } } }, 'requestUrl'],
  ['State.StatusCode', 201, { status_code: '201' }, 'responseStatus'],
  ['State.Scheme', 'https', { http_request: { url: { scheme: 'https' } } }],
  ['State.ElapsedMilliseconds', 7, { duration: 7 }],
  ...['network.protocol.version', 'proto', 'State.Protocol'].map((name): Row => [
    name,
    '1.1',
    { http_request: { version: '1.1' } },
  ]),
  ...['State.Host', 'request.headers.host', 'request.headers.Host', 'meta.req.headers.host'].flatMap((name): Row[] => [
    [name, 'www.example.com', { dst_endpoint: { hostname: 'www.example.com' } }],
    [name, ['www.example.com'], { dst_endpoint: { hostname: 'www.example.com' } }],
  ]),
  ['httpRequest.serverIp', '192.0.2.7', { dst_endpoint: { ip: '192.0.2.7' } }],
  ...['addr.remote', 'request.remoteAddress', 'data.details.remoteAddress'].map((name): Row => [
    name,
    '192.0.2.7:5555',
    { src_endpoint: { ip: '192.0.2.7', port: 5555 } },
  ]),
  ...['request.headers.X-Forwarded-For', 'request.headers.x-forwarded-for'].map((name): Row => [
    name,
    ['192.0.2.7'],
    { http_request: { x_forwarded_for: ['192.0.2.7'] } },
  ]),
  ...['principal.name', 'user.username', 'consumer.username'].map((name): Row => [
    name,
    'alice',
    { actor: { user: { name: 'alice' } } },
  ]),
  ['RenderedMessage', 'hello', { message: 'hello' }],
  ['query', '?a=1', { http_request: { url: { query_string: 'a=1' } } }],
  ['downstream_Content-Type', 'text/html', { http_response: { content_type: 'text/html' } }],
  ...'ClientIP request.remote_addr ClientAddr req.remote_addr remoteHost clientAddress remote_address remote client peer'
    .split(' ')
    .map((name): Row => [name, '192.0.2.7', { src_endpoint: { ip: '192.0.2.7' } }]),
  ['origin.address', '192.0.2.7', { src_endpoint: { ip: '192.0.2.7' } }],
  ['fields.remote_addr', '192.0.2.7', { src_endpoint: { ip: '192.0.2.7' } }],
  ['request_X-Forwarded-For', '192.0.2.7', { http_request: { x_forwarded_for: ['192.0.2.7'] } }],
  ['fields.user', 'ada', { actor: { user: { name: 'ada' } } }],
  ['fields.username', 'ada', { actor: { user: { name: 'ada' } } }],
];

test.each(rows.map((row) => ({ name: row[0], row })))('$name says it of a request', ({ row }) => {
  const [name, value, expected, instead] = row;
  for (const fields of [{ [name]: value }, nested(name, value)])
    expect(eventOf(JSON.stringify({ ...without(instead), ...fields }))).toMatchObject(expected);
});

const time = Date.UTC(2026, 0, 15, 12);
const login = { 'event.category': 'authentication', username: 'ada' };

test.each<[name: string, value: unknown, beside: object, expected: object]>([
  ['EdgeStartTimestamp', '2026-01-15T12:00:00Z', {}, { time }],
  ['requestReceivedTimestamp', '2026-01-15T12:00:00Z', {}, { time }],
  ['requestTimeEpoch', time, {}, { time }],
  ['requestTime', '15/Jan/2026:12:00:00 +0000', {}, { time }],
  ['time', '[15/Jan/2026:12:00:00 +0000]', {}, { time }],
  ['instant', { epochSecond: time / 1000, nanoOfSecond: 0 }, {}, { time }],
  ['jsonPayload.message', 'hello', {}, { message: 'hello' }],
  ['textPayload', 'hello', {}, { message: 'hello' }],
  ['event.category', 'authentication', { username: 'ada' }, { class_uid: 3002 }],
  ['event.category', ['web', 'authentication'], { username: 'ada' }, { class_uid: 3002 }],
  ['event.type', 'end', login, { class_uid: 3002, activity_id: 2 }],
  ['event.type', ['info', 'start'], login, { class_uid: 3002, activity_id: 1 }],
  ['event.reason', 'too late', login, { class_uid: 3002, status_detail: 'too late' }],
  ['cloud.provider', 'gcp', {}, { cloud: { provider: 'gcp' } }],
  ...['cloud.region', 'aws_region', 'awsRegion'].map((name): [string, unknown, object, object] => [
    name,
    'eu-central-1',
    { aws_account_id: '111122223333' },
    { cloud: { region: 'eu-central-1' } },
  ]),
])('%s says it of a record: %j', (name, value, beside, expected) => {
  const events: Event[] = [{ [name]: value }, nested(name, value)].map((fields) =>
    eventOf(JSON.stringify({ ...beside, ...fields })),
  );
  for (const event of events) expect(event).toMatchObject(expected);
});

test.each(['denied', 'rejected'])('a login whose result is %s failed', (result) => {
  expect(eventOf(JSON.stringify({ action: 'login', username: 'ada', result }))).toMatchObject({ status_id: 2 });
});

test.each([
  ['GET /a HTTP/1.1', {}, { http_method: 'GET', version: '1.1' }],
  ['/a', { method: 'PUT' }, { http_method: 'PUT' }],
])('what was asked for may stand under "request", whole or alone: %s', (asked, fields, said) => {
  const event = eventOf(JSON.stringify({ request: asked, status: 200, ...fields }));
  expect(event).toMatchObject({ class_uid: 4002, http_request: { ...said, url: { path: '/a' } } });
});

test.each(['', '-', '--'])('"%s" says nothing, and is done with', (nothing) => {
  const event = eventOf(JSON.stringify({ ...request, user_agent: nothing, remote_user: nothing, referer: nothing }));
  expect(event).toMatchObject({ class_uid: 4002, status_code: '204' });
  for (const name of ['unmapped', 'actor']) expect(event).not.toHaveProperty(name);
  for (const name of ['user_agent', 'referrer']) expect(event['http_request']).not.toHaveProperty(name);
});
