import { expect, test } from 'vitest';
import { eventOf, type Event } from '../../streams/files/conformance.fixture.ts';

const time = '15/Jan/2026:12:00:00 +0000';

function logged(before: string, after: string, written: Record<string, unknown> = {}): Event {
  return eventOf(`${before} [${time}] ${after}`, written);
}

test('a request that was not answered is kept with its parts', () => {
  expect(logged('192.0.2.7 - alice', '"GET /a HTTP/1.1" - - "r" "a"')).toMatchObject({
    class_uid: 0,
    message: expect.stringContaining('GET /a'),
    time: Date.UTC(2026, 0, 15, 12),
    unmapped: {
      access_log: {
        client: '192.0.2.7',
        user: 'alice',
        request: 'GET /a HTTP/1.1',
        status: '-',
        referrer: 'r',
        userAgent: 'a',
      },
    },
  });
  expect(logged('a - -', '"GET /a HTTP/1.1" 000 0')).not.toHaveProperty('status_id');
});

test.each([
  ['G /a HTTP/1.1', { http_request: { url: { path: '/a' }, version: '1.1' }, activity_name: 'G' }],
  ['get /a', { http_request: { http_method: 'GET', url: { path: '/a' } }, activity_id: 3 }],
  ['GET /a b HTTP/1.0', { http_request: { url: { path: '/a b' }, version: '1.0' } }],
  ['GET HTTP/1.0', { http_request: { http_method: 'GET', url: { url_string: 'HTTP/1.0' } } }],
  ['GET /a SPDY/3', { http_request: { url: { path: '/a SPDY/3' } } }],
])('the request %s', (request, expected) => {
  expect(logged('a - -', `"${request}" 200 5`)).toMatchObject({ class_uid: 4002, message: request, ...expected });
});

test.each(['\\x16\\x03\\x01', ' /a HTTP/1.1', '7GET /a HTTP/1.1', 'GET'])(
  '%s is no request, and kept as it is',
  (request) => {
    const event = logged('a - -', `"${request}" 400 5`);
    expect(event).toMatchObject({ class_uid: 4002, activity_id: 0, message: request });
    expect(event['http_request']).not.toHaveProperty('url');
  },
);

test.each([
  ['192.0.2.7 - -', { src_endpoint: { ip: '192.0.2.7' } }],
  ['pc1.example.com - -', { src_endpoint: { hostname: 'pc1.example.com' } }],
  ['a_b - -', { unmapped: { client: 'a_b' } }],
  ['a id -', { unmapped: { ident: 'id' } }],
  ['a - alice', { actor: { user: { name: 'alice' } } }],
  ['www.example.com:8080 192.0.2.7 - -', { dst_endpoint: { hostname: 'www.example.com', port: 8080 } }],
  ['a_b:80 192.0.2.7 - -', { unmapped: { virtual_host: 'a_b:80' } }],
])('%s is who asks whom', (before, expected) => {
  expect(logged(before, '"GET / HTTP/1.1" 200 5')).toMatchObject(expected);
});

test.each(['- - -', '- - ""'])('%s is nobody', (before) => {
  const event = logged(before, '"GET / HTTP/1.1" 200 -');
  for (const name of ['src_endpoint', 'actor', 'unmapped']) expect(event).not.toHaveProperty(name);
  expect(event['http_response']).toEqual({ code: 200 });
});

test.each([
  ['"r" "a"', { http_request: { referrer: 'r', user_agent: 'a' } }],
  ['"-" "a"', { http_request: { user_agent: 'a' } }],
  ['"" "a"', { http_request: { user_agent: 'a' } }],
  [`"${'r'.repeat(65_536)}" "a"`, { unmapped: { referrer: 'r'.repeat(65_536) } }],
  [`"r" "${'a'.repeat(65_536)}"`, { unmapped: { user_agent: 'a'.repeat(65_536) } }],
  [
    `"${'r'.repeat(65_535)}" "${'a'.repeat(65_535)}"`,
    { http_request: { referrer: 'r'.repeat(65_535), user_agent: 'a'.repeat(65_535) } },
  ],
  ['"r" "a" "192.0.2.7, 2001:db8::7"', { http_request: { x_forwarded_for: ['192.0.2.7', '2001:db8::7'] } }],
  [
    '"r" "a" "192.0.2.7" more',
    { http_request: { x_forwarded_for: ['192.0.2.7'] }, unmapped: { access_log_rest: 'more' } },
  ],
  ['"r" "a" "unknown"', { unmapped: { access_log_rest: '"unknown"' } }],
  ['"r" "a" 345 0.002 [web] x', { duration: 2, unmapped: { access_log_rest: '345 0.002 [web] x' } }],
  ['"r" "a" 5 "web@docker" "http://10.0.0.5:80" 3ms', { duration: 3 }],
  ['"r" "a" rt=0.012 uct=0.001', { duration: 12 }],
  ['"r" "a" request_time="0.012"', { duration: 12 }],
])('what stands behind a request: %s', (after, expected) => {
  expect(logged('a - -', `"GET / HTTP/1.1" 200 5 ${after}`)).toMatchObject(expected);
});

test('a request longer than OCSF takes is kept beside', () => {
  const request = `GET /${'a'.repeat(65_535)}`;
  const event = logged('a - -', `"${request}" 414 5`);
  expect(event).toMatchObject({ class_uid: 4002, activity_id: 0, unmapped: { request } });
  expect(event).not.toHaveProperty('message');
  expect(logged('a - -', `"GET /${'a'.repeat(65_530)}" 200 5`)).toMatchObject({ activity_id: 3 });
});

test('a line is kept raw where that is wanted', () => {
  const raw = (rawData: string): unknown =>
    logged('a - -', '"GET / HTTP/1.1" 200 5', { raw_data: rawData })['raw_data'];
  expect(raw('always')).toBe(`a - - [${time}] "GET / HTTP/1.1" 200 5`);
  expect(raw('generic')).toBeUndefined();
});

test('a time that no calendar has is kept as it is written', () => {
  const event = eventOf('a - - [31/Feb/2026:12:00:00 +0000] "GET / HTTP/1.1" 200 5');
  expect(event).toMatchObject({ metadata: { original_time: '31/Feb/2026:12:00:00 +0000' } });
  expect(event).not.toHaveProperty('time');
});
