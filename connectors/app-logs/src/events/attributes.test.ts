import { expect, test } from 'vitest';
import { contextOf, eventOf, type Event } from '../streams/files/conformance.fixture.ts';
import { mapLine } from '../records/map-line.ts';
import { logName } from './endpoints.ts';

const request = { method: 'GET', path: '/a', status: 200 };

function logged(record: object, written: Record<string, unknown> = {}): Event {
  return eventOf(JSON.stringify(record), written);
}

test.each([
  ['CONNECT', 1],
  ['DELETE', 2],
  ['GET', 3],
  ['HEAD', 4],
  ['OPTIONS', 5],
  ['POST', 6],
  ['PUT', 7],
  ['TRACE', 8],
])('a request by %s is activity %i', (method, activity) => {
  expect(logged({ ...request, method })).toMatchObject({
    class_uid: 4002,
    activity_id: activity,
    http_request: { http_method: method },
  });
});

test('a method that OCSF does not know is kept by its name', () => {
  const event = logged({ ...request, method: 'PATCH' });
  expect(event).toMatchObject({ activity_id: 99, activity_name: 'PATCH', unmapped: { http_method: 'PATCH' } });
  expect(event['http_request']).not.toHaveProperty('http_method');
});

test.each([
  [399, 1],
  [400, 2],
  [999, 2],
  [100, 1],
])('an answer %i has the status %i, unless the record says another', (status, id) => {
  expect(logged({ ...request, status })).toMatchObject({ status_id: id, status_code: String(status) });
  expect(logged({ ...request, status, success: id === 2 })).toMatchObject({ status_id: id === 2 ? 1 : 2 });
});

test.each<[record: object, event: object]>([
  [{ request_id: 'r-1' }, { http_request: { uid: 'r-1' } }],
  [{ user_agent: 'curl/8' }, { http_request: { user_agent: 'curl/8' } }],
  [{ referer: '/b' }, { http_request: { referrer: '/b' } }],
  [{ http_version: '1.1' }, { http_request: { version: '1.1' } }],
  [{ request_length: 7 }, { http_request: { length: 7 } }],
  [{ x_forwarded_for: '192.0.2.7' }, { http_request: { x_forwarded_for: ['192.0.2.7'] } }],
  [{ query_string: 'b=c' }, { http_request: { url: { path: '/a', query_string: 'b=c' } } }],
  [
    { path: '/a?d=e', query_string: 'b=c' },
    { http_request: { url: { query_string: 'd=e' } }, unmapped: { query_string: 'b=c' } },
  ],
  [{ scheme: 'https' }, { http_request: { url: { scheme: 'https' } } }],
  [
    { vhost: 'www.example.com:8443' },
    {
      http_request: { url: { hostname: 'www.example.com', port: 8443 } },
      dst_endpoint: { hostname: 'www.example.com', port: 8443 },
    },
  ],
  [
    { path: 'https://shop.example.com:444/', vhost: 'www.example.com:8443' },
    { http_request: { url: { hostname: 'shop.example.com', port: 444 } } },
  ],
  [{ server_addr: '198.51.100.2' }, { dst_endpoint: { ip: '198.51.100.2' } }],
  [{ path: 'http://198.51.100.2:81/' }, { dst_endpoint: { ip: '198.51.100.2', port: 81 } }],
  [{ hostname: 'web 1' }, { dst_endpoint: { name: 'web 1' } }],
  [{ server_port: 8080 }, { dst_endpoint: { port: 8080, svc_name: 'app' } }],
  [{ remote_addr: '192.0.2.7', remote_port: 4711 }, { src_endpoint: { ip: '192.0.2.7', port: 4711 } }],
  [{ remote_addr: 'pc1.example.com' }, { src_endpoint: { hostname: 'pc1.example.com' } }],
  [{ size: 512 }, { http_response: { code: 200, length: 512 } }],
  [{ responseTime: 12 }, { duration: 12, http_response: { latency: 12 } }],
  [{ sent_http_content_type: 'text/html' }, { http_response: { content_type: 'text/html' } }],
  [
    { remote_user: 'alice', user_id: 7 },
    { actor: { user: { name: 'alice', uid: '7' } }, metadata: { profiles: ['host'] } },
  ],
  [{ service: 'shop' }, { dst_endpoint: { svc_name: 'shop' }, metadata: { log_provider: 'shop' } }],
  [{ logger: 'http' }, { metadata: { log_provider: 'http' } }],
  [
    { service: 'shop', logger: 'http' },
    { metadata: { log_provider: 'shop' }, unmapped: { logger: 'http' } },
  ],
  [{ level: 'warn' }, { severity_id: 3, metadata: { log_level: 'warn' } }],
  [{ level: 'loud' }, { severity_id: 99, severity: 'loud' }],
  [{ msg: 'hello' }, { message: 'hello' }],
  [{ 'event.id': 'e-1', trace_id: 't-1' }, { metadata: { uid: 'e-1', correlation_uid: 't-1' } }],
  [
    { time: '2026-01-15T13:00:00+01:00' },
    { time: Date.UTC(2026, 0, 15, 12), timezone_offset: 60, metadata: { original_time: '2026-01-15T13:00:00+01:00' } },
  ],
  [
    { aws_account_id: '111122223333', aws_region: 'eu-central-1' },
    { cloud: { account: { uid: '111122223333' }, region: 'eu-central-1' }, metadata: { profiles: ['cloud'] } },
  ],
  [{ aws_region: 'eu-central-1' }, { unmapped: { cloud_region: 'eu-central-1' } }],
])('a request with %j says so', (fields, expected) => {
  const event = logged({ ...request, ...fields });
  expect(event).toMatchObject({ class_uid: 4002, ...expected });
  const plain = logged(request);
  expect(() => expect(plain).toMatchObject(expected)).toThrow();
});

test('what nothing names is named by its log', () => {
  const names = ['/var/log/nginx/access.log.1', '/var/log/.hidden.log', 'app', '/var/log/', '/a/b.'].map((path) =>
    logName(contextOf({}, path)),
  );
  expect(names).toEqual(['access', '.hidden', 'app', 'log', 'b']);
  const { origin: _, ...context } = contextOf();
  expect(logName({ ...context, origin: { transport: 'stdin' } })).toBe('log');
});

test('the configured service and product stand above what a record says', () => {
  const written = { service: 'till', product: { name: 'Till', vendor_name: 'Example' } };
  expect(logged({ ...request, service: 'shop' }, written)).toMatchObject({
    dst_endpoint: { svc_name: 'till' },
    metadata: { log_provider: 'till', product: { name: 'Till', vendor_name: 'Example' } },
    unmapped: { service: 'shop' },
  });
  expect(logged({ ...request, service: 'till' }, written)).not.toHaveProperty('unmapped');
});

test.each([
  ['login', undefined, 1, undefined],
  ['user_signed_in', undefined, 1, undefined],
  ['logout', undefined, 2, undefined],
  ['sign-out', 'start', 2, undefined],
  ['mfa', 'start', 1, undefined],
  ['mfa', 'end', 2, undefined],
  ['mfa', 'info', 99, 'mfa'],
  [undefined, 'info', 0, undefined],
])('authentication by %s at its %s is activity %i', (action, type, activity, name) => {
  const event = logged({
    'event.category': 'authentication',
    user: 'alice',
    ...(action === undefined ? {} : { 'event.action': action }),
    'event.type': type,
  });
  expect(event).toMatchObject({ class_uid: 3002, activity_id: activity, user: { name: 'alice' } });
  expect(event['activity_name']).toBe(name);
});

test('a login says how it came out, why, from where and to what', () => {
  const login = { 'event.action': 'login', user: 'alice' };
  expect(logged({ ...login, result: 'denied', 'event.reason': 'wrong password' })).toMatchObject({
    status_id: 2,
    status_detail: 'wrong password',
  });
  expect(logged({ ...login, outcome: 'success', result: 'denied' })).toMatchObject({ status_id: 1 });
  expect(
    logged({ ...login, duration_ms: 12, remote_addr: '192.0.2.7', vhost: 'sso.example.com', user_agent: 'curl/8' }),
  ).toMatchObject({
    duration: 12,
    src_endpoint: { ip: '192.0.2.7' },
    dst_endpoint: { hostname: 'sso.example.com' },
    http_request: { user_agent: 'curl/8' },
  });
  expect(logged(login)).toMatchObject({ service: { name: 'app' } });
  for (const name of ['duration', 'src_endpoint', 'dst_endpoint', 'http_request', 'status_id', 'status_detail'])
    expect(logged(login)).not.toHaveProperty(name);
});

test.each([
  ['--', '10/0/30', 1, 2, 30],
  ['cD', '10/-1/-1', 2, 4, undefined],
  ['--', '10/0/0', 1, 2, 0],
])('a TCP session that ended with %s after %s', (termination, timers, status, activity, duration) => {
  const line = `203.0.113.7:5555 [15/Jan/2026:12:00:00.123] mail pool/srv1 ${timers} 2750 ${termination} 1/1/1/1/0 0/0`;
  const event = eventOf(line);
  expect(event).toMatchObject({
    class_uid: 4001,
    activity_id: activity,
    status_id: status,
    status_code: termination,
    traffic: { bytes_in: 2750 },
    src_endpoint: { ip: '203.0.113.7', port: 5555 },
    connection_info: { protocol_name: 'tcp', protocol_num: 6, direction_id: 1 },
  });
  expect(event['duration']).toBe(duration);
});

test.each([
  ['never', '{"msg":"a"}', false],
  ['generic', '{"msg":"a"}', true],
  ['always', '{"msg":"a"}', true],
  ['generic', JSON.stringify(request), false],
  ['always', JSON.stringify(request), true],
])('with raw_data: %s the line %s is kept: %s', (rawData, line, isKept) => {
  expect(eventOf(line, { raw_data: rawData })['raw_data']).toBe(isKept ? line : undefined);
});

test('a line is kept raw as long as OCSF takes a text', () => {
  const line = (length: number): string => 'x'.repeat(length);
  expect(eventOf(line(65_535), { raw_data: 'always' })['raw_data']).toHaveLength(65_535);
  expect(eventOf(line(65_536), { raw_data: 'always' })).not.toHaveProperty('raw_data');
});

test.each([
  ['json', '7', { reject: 'not_an_object', detail: 'the line is JSON, but no object' }],
  ['json', '{', { reject: 'malformed_json', detail: 'the line is not JSON' }],
  ['combined', 'x', { reject: 'malformed_access_log', detail: 'not in the combined log format' }],
  ['common', 'x', { reject: 'malformed_access_log', detail: 'not in the common log format' }],
  ['auto', ' \t ', { skip: 'blank_line' }],
  ['auto', '', { skip: 'blank_line' }],
])('in the format %s the line %j has no event', (format, line, result) => {
  expect(mapLine(line, contextOf({ format }))).toEqual(result);
});

test('a line is as long as is configured, in bytes', () => {
  const config = { max_line: '1KiB' };
  expect(mapLine('x'.repeat(1024), contextOf(config))).toMatchObject({ class_uid: 0 });
  expect(mapLine('x'.repeat(1025), contextOf(config))).toMatchObject({ reject: 'line_too_long' });
  expect(mapLine('é'.repeat(513), contextOf(config))).toMatchObject({ reject: 'line_too_long' });
  expect(mapLine('é'.repeat(512), contextOf(config))).toMatchObject({ class_uid: 0 });
});

test('a format that is named is the only one tried', () => {
  const line = JSON.stringify(request);
  expect(eventOf(line, { format: 'text' })).toMatchObject({ class_uid: 0, message: line });
  expect(eventOf(line, { format: 'json' })).toMatchObject({ class_uid: 4002 });
});

test.each<[record: object, url: object]>([
  [
    { path: 'https://www.example.com/', scheme: 'http' },
    { scheme: 'https', hostname: 'www.example.com' },
  ],
  [
    { path: 'http://a_b:81/', vhost: 'www.example.com:8443' },
    { hostname: 'www.example.com', port: 81 },
  ],
])('what a target says of itself stands above what %j says beside', (record, url) => {
  expect(logged({ ...request, ...record })).toMatchObject({ http_request: { url } });
});

test('the name of a log is the beginning of that of its file', () => {
  const named = (path: string): string => logName({ ...contextOf(), origin: { transport: 'file', path } });
  expect(named(`/v/${'a'.repeat(2000)}`)).toBe('a'.repeat(1023));
  expect(['/v/access.log.1', '/v/.hidden.log', '/v/access', 'access.log', '/v/'].map(named)).toEqual([
    'access',
    '.hidden',
    'access',
    'access',
    'log',
  ]);
  const { path: _, ...origin } = contextOf().origin;
  expect(logName({ ...contextOf(), origin })).toBe('log');
});

test('a path as long as OCSF takes is the name of the log', () => {
  const metadataOf = (length: number): unknown => {
    const context = contextOf();
    const result = mapLine('hello', { ...context, origin: { ...context.origin, path: `/${'a'.repeat(length - 1)}` } });
    return (result as Event)['metadata'];
  };
  expect(metadataOf(65_535)).toHaveProperty('log_name');
  expect(metadataOf(65_536)).not.toHaveProperty('log_name');
});

test.each([
  [{ success: true }, 1],
  [{ success: false }, 2],
])('what %j came to is its status', (record, status) => {
  expect(logged({ msg: 'hello', ...record })).toMatchObject({ class_uid: 0, status_id: status });
});
