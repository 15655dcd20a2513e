import { expect, test } from 'vitest';
import { eventOf } from '../streams/files/conformance.fixture.ts';

const time = '2026-01-15T12:00:00.123Z';
const request = '203.0.113.7 - - [15/Jan/2026:12:00:00 +0000] "GET /a HTTP/1.1" 200 5 "-" "curl/8"';

/** How something passes a line on. */
const wrappers: Readonly<Record<string, (line: string) => string>> = {
  'a container runtime': (line) => `${time} stdout F ${line}`,
  'a syslog daemon': (line) => `<14>Jan 15 12:00:00 web1 shop[4711]: ${line}`,
  Docker: (line) => JSON.stringify({ log: `${line}\n`, stream: 'stdout', time }),
};

test.each(Object.entries(wrappers))(
  'a line that %s passed on twice is looked into, one of three times is not',
  (...row) => {
    const [, wrap] = row;
    const line = '{"msg":"stock is low"}';
    expect(eventOf(wrap(line))['message']).toBe('stock is low');
    expect(eventOf(wrap(wrap(line)))['message']).toBe('stock is low');
    expect(JSON.stringify(eventOf(wrap(wrap(wrap(line)))))).toContain('{\\"msg');
    expect(eventOf(wrap(wrap(wrap(line))))['message']).not.toBe('stock is low');
  },
);

test('lines that are all to be JSON are looked into as often', () => {
  const docker = wrappers['Docker'] ?? String;
  const json = { format: 'json' };
  expect(eventOf(docker(docker('{"msg":"stock is low"}')), json)['message']).toBe('stock is low');
  expect(eventOf(docker(docker(docker('{"msg":"stock is low"}'))), json)['message']).not.toBe('stock is low');
});

test('an entry of the journal that was passed on once is read by what a service wrote into it, of twice it is text', () => {
  const entry = JSON.stringify({
    MESSAGE: '{"msg":"stock is low"}',
    __REALTIME_TIMESTAMP: '1768478400000000',
    _PID: '1',
  });
  const docker = wrappers['Docker'] ?? String;
  expect(eventOf(docker(entry))['message']).toBe('stock is low');
  expect(eventOf(docker(docker(entry)))['message']).toBe('{"msg":"stock is low"}');
});

test.each([' ', '\t', '\ufeff', '\ufeff ', ' \t '])('an object may stand behind %j', (before) => {
  expect(eventOf(`${before}{"msg":"stock is low"}`)).toMatchObject({ message: 'stock is low' });
});

test.each([' ', '\t', '\r', '\r\n'])('an object may stand before %j', (after) => {
  expect(eventOf(`{"msg":"stock is low"}${after}`)).toMatchObject({ message: 'stock is low' });
});

test('what begins with a blank and is no object may be any other line', () => {
  const proxied =
    ' 203.0.113.7:5555 [15/Jan/2026:12:00:00.123] web b/s 10/0/30/69/9 200 5 - - ---- 1/1/1/1/0 0/0 "GET / HTTP/1.1"';
  expect(eventOf(proxied)).toMatchObject({ class_uid: 4002 });
});

test.each([' stock is low', '\tstock is low', '\ufeffstock is low', '{"msg":"stock is', '[{"msg":"a"}]', '!{"a":1}'])(
  '%j is no object',
  (line) => {
    expect(eventOf(line)).toMatchObject({ class_uid: 0, message: line });
  },
);

test('an access log line that a shipper passes on is the event of that line, with the time of the shipper', () => {
  const shipped = { '@timestamp': '2026-01-15T12:00:05+01:00', message: 'GET /a 200 12 - 5.123 ms', host: 'web1' };
  const line = JSON.stringify(shipped);
  expect(eventOf(line, { raw_data: 'always' })).toMatchObject({
    class_uid: 4002,
    time: Date.UTC(2026, 0, 15, 11, 0, 5),
    timezone_offset: 60,
    raw_data: line,
    unmapped: { record: { '@timestamp': '2026-01-15T12:00:05+01:00', host: 'web1' } },
  });
  const alone = eventOf(JSON.stringify({ log: request }));
  expect(alone).toMatchObject({ class_uid: 4002, status_code: '200' });
  expect(alone).not.toHaveProperty('unmapped');
});

test('what a record says of a request itself stands above the line in it', () => {
  const own = { method: 'POST', path: '/b', status: 500, message: request };
  expect(eventOf(JSON.stringify(own))).toMatchObject({ class_uid: 4002, status_code: '500' });
});

test('a record whose line is of a request that got no answer stays a record', () => {
  const unanswered = request.replace('200 5', '- -');
  const event = eventOf(JSON.stringify({ message: unanswered, level: 'info' }));
  expect(event).toMatchObject({ class_uid: 0, message: unanswered, metadata: { log_level: 'info' } });
  expect(event).not.toHaveProperty('unmapped');
});

test('what stands behind a heading is read, and the heading is kept', () => {
  const heading = '2026-01-15 12:00:00.123 +0100 INFO shop.cart: ';
  const headed = `${heading}203.0.113.7:5555 - "GET /a HTTP/1.1" 200 OK`;
  expect(eventOf(headed, { raw_data: 'always' })).toMatchObject({
    class_uid: 4002,
    time: Date.UTC(2026, 0, 15, 11, 0, 0, 123),
    timezone_offset: 60,
    raw_data: headed,
    metadata: { original_time: '2026-01-15 12:00:00.123 +0100' },
    unmapped: { heading: { level: 'INFO', logger: 'shop.cart' } },
  });
  expect(eventOf(`${heading}GET /a 200 12 - 5.123 ms`)).toMatchObject({ class_uid: 4002, duration: 5 });
  expect(eventOf(`${heading}stock=low b={x}`)).toMatchObject({ class_uid: 0, unmapped: { stock: 'low', b: '{x}' } });
  expect(eventOf(`${heading}{"stock":"low"`)).toMatchObject({ class_uid: 0, message: '{"stock":"low"' });
});

test('a time that a record names stands above that of the heading, and its level too', () => {
  const heading = '2026-01-15 12:00:00.123 +0100 INFO shop.cart: ';
  expect(eventOf(`${heading}{"time":"2026-01-15T08:00:00Z","level":"error","msg":"a"}`)).toMatchObject({
    time: Date.UTC(2026, 0, 15, 8),
    timezone_offset: 0,
    severity_id: 4,
    metadata: { log_level: 'error', original_time: '2026-01-15T08:00:00Z' },
  });
  expect(eventOf(`${heading}{"msg":"a"}`)).toMatchObject({
    time: Date.UTC(2026, 0, 15, 11, 0, 0, 123),
    timezone_offset: 60,
    severity_id: 1,
    metadata: { log_level: 'INFO', original_time: '2026-01-15 12:00:00.123 +0100' },
  });
});

const balanced =
  'http 2026-01-15T12:00:00.123456Z app/shop 203.0.113.7:5555 10.0.0.5:80 0.000 0.001 0.000 200 200 34 366 "GET http://www.example.com:80/ HTTP/1.1" "curl/8" - -';

test.each([
  ['an access log', request],
  ['an access log, of a request without an answer', request.replace('200 5', '- -')],
  ['a load balancer', balanced],
  ['HAProxy', '203.0.113.7:5555 [15/Jan/2026:12:00:00.123] web b/s 10/0/30/69/9 200 5 - - ---- 1/1/1/1/0 0/0 "GET /"'],
  ['HAProxy, of TCP', '203.0.113.7:5555 [15/Jan/2026:12:00:00.123] web b/s 0/0/5007 212 -- 0/0/0/0/3 0/0'],
  ['HAProxy, of a failure', '203.0.113.7:5555 [15/Jan/2026:12:00:00.123] web/1: SSL handshake failure'],
  ['HAProxy, of a beginning', 'Connect from 203.0.113.7:5555 to 198.51.100.2:80 (web/HTTP)'],
  ['nginx, of an error', '2026/01/15 12:00:00 [error] 4711#4712: *45 open() failed, client: 203.0.113.7'],
  ['Apache, of an error', '[Thu Jan 15 12:00:00.123456 2026] [core:error] [pid 1:tid 2] AH00037: no'],
  ['a login in JSON', '{"event":{"category":"authentication","outcome":"success"},"user":{"name":"alice"}}'],
  ['a login in text', "Login failed for user 'alice' from 192.0.2.1"],
  ['text', 'stock is low'],
  ['a container runtime', `${time} stdout F stock is low`],
])('the whole line of %s is kept where that is wanted', (_, line) => {
  expect(eventOf(line, { raw_data: 'always' })['raw_data']).toBe(line);
  expect(eventOf(line, { raw_data: 'never' })).not.toHaveProperty('raw_data');
});

test("a login of Keycloak's keeps the whole line where that is wanted; a request that says one stays a request", () => {
  const message = 'type="LOGIN", realmId="shop", username="alice"';
  const line = JSON.stringify({ message });
  expect(eventOf(line, { raw_data: 'always' })).toMatchObject({ class_uid: 3002, raw_data: line });
  const asked = { method: 'GET', path: '/a', status: 200, message };
  expect(eventOf(JSON.stringify(asked))).toMatchObject({ class_uid: 4002, message });
});

test('what colours the words of a terminal is no part of them, and stays in the raw line', () => {
  const line = '\u001b[32minfo\u001b[39m: \u001b[38;5;3mlistening\u001b[0m';
  expect(eventOf(line)).toMatchObject({ message: 'listening', severity_id: 1, raw_data: line });
  expect(eventOf('\u001b[2Kdone')).toMatchObject({ message: '\u001b[2Kdone' });
  expect(eventOf('\u001b[36mlevel\u001b[0m=warn \u001b[36mmsg\u001b[0m=low')).toMatchObject({
    message: 'low',
    severity_id: 3,
  });
});

test('colours that a client sends are kept as it sent them', () => {
  const agent = 'curl\u001b[31m';
  const line = `192.0.2.7 - - [15/Jan/2026:12:00:00 +0000] "GET / HTTP/1.1" 200 5 "-" "${agent}"`;
  expect(eventOf(line)).toMatchObject({ http_request: { user_agent: agent } });
});
