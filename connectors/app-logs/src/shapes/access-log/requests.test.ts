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

test('the message of a request that was not answered is the whole line', () => {
  const line = `a - - [${time}] "GET /a HTTP/1.1" - -`;
  expect(eventOf(line)['message']).toBe(line);
});

test('a request as long as OCSF takes is the message', () => {
  const request = `GET /${'a'.repeat(65_530)}`;
  const event = logged('a - -', `"${request}" 414 5`);
  expect(event).toMatchObject({ message: request, http_request: { http_method: 'GET' } });
  expect(event).not.toHaveProperty('unmapped');
});

test('the port of a client is one that systems give to clients', () => {
  const sourceOf = (client: string): unknown => logged(`${client} - -`, '"GET / HTTP/1.1" 200 5')['src_endpoint'];
  expect(sourceOf('192.0.2.7:1024')).toEqual({ ip: '192.0.2.7', port: 1024 });
  expect(sourceOf('192.0.2.7:1023')).toBeUndefined();
});

test('nobody that a request was passed on for is none that is kept', () => {
  expect(logged('www "-" 10.0.0.9 - -', '"GET / HTTP/1.1" 200 5')).not.toHaveProperty('unmapped');
  expect(logged('www "unknown" 10.0.0.9 - -', '"GET / HTTP/1.1" 200 5')).toMatchObject({
    unmapped: { x_forwarded_for: 'unknown' },
  });
});

test('what names an address as its server has that address and no name', () => {
  const { dst_endpoint } = logged('a - -', '"GET http://198.51.100.2:81/ HTTP/1.1" 200 5');
  expect(dst_endpoint).toMatchObject({ ip: '198.51.100.2', port: 81 });
  expect(dst_endpoint).not.toHaveProperty('hostname');
});

test('lines that quote whom a request was passed on for behind the agent are read without a referrer', () => {
  const list = `${Array(64).fill('192.168.100.100').join(',')} `;
  expect(list).toHaveLength(1024);
  const read = logged('a - -', `"GET / HTTP/1.1" 200 5 "curl/8" "${list}"`);
  expect(read).toMatchObject({ http_request: { user_agent: 'curl/8' } });
  expect((read['http_request'] as Record<string, unknown>)['x_forwarded_for']).toHaveLength(64);
  const longer = logged('a - -', `"GET / HTTP/1.1" 200 5 "curl/8" "${list} "`);
  expect(longer).toMatchObject({ http_request: { referrer: 'curl/8' } });
});

test.each(['"-" "-"', '"" ""', '"-" ""', '"https://a.example/" "-"', '"https://a.example/" ""'])(
  'words of a format of its own before %s are kept',
  (quoted) => {
    const event = logged('a - -', `"GET / HTTP/1.1" 200 5 0.012 ${quoted}`);
    expect(event['unmapped']).toEqual({ access_log_rest: '0.012' });
    expect((event['http_request'] as Record<string, unknown>)['referrer']).toBe(
      quoted.includes('a.example') ? 'https://a.example/' : undefined,
    );
  },
);

test('what is no request, and as long as OCSF takes, is the message alone', () => {
  const event = logged('a - -', `"${'x'.repeat(65_535)}" 400 5`);
  expect(event['message']).toBe('x'.repeat(65_535));
  expect(event).not.toHaveProperty('unmapped');
});
