import { expect, test } from 'vitest';
import { eventOf } from '../../streams/files/conformance.fixture.ts';

const envoy = (rest: string): string => `[2026-01-15T12:00:00.123Z] "GET /a HTTP/1.1" 503 ${rest}`;
const balancer = (type: string, timers: string): string =>
  `${type} 2026-01-15T12:00:00.123456Z app/lb/1 203.0.113.7:5555 10.0.0.5:80 ${timers} 503 - 3 57 "GET https://www.example.com:443/a HTTP/2.0" "-" - - - "-"`;

test('Envoy says what was asked, by whom, and what of it is of the upstream stays', () => {
  const short = eventOf(envoy('UF 3 95 12 - "-" "curl/8" "id-7" "www.example.com" "10.0.0.5:8080"'));
  expect(short).toMatchObject({
    class_uid: 4002,
    status_id: 2,
    duration: 12,
    http_request: { uid: 'id-7', user_agent: 'curl/8', length: 3 },
    http_response: { code: 503, length: 95, latency: 12 },
    dst_endpoint: { hostname: 'www.example.com' },
    unmapped: { envoy: { details: 'UF', upstream_service_time: '-', others: '"10.0.0.5:8080"' } },
  });
  expect(short['src_endpoint']).toBeUndefined();
  const long = eventOf(
    envoy(
      'UF,URX reset{a} - "TLS error" 3 95 12 7 "198.51.100.3" "-" "-" "-" "10.0.0.5:8080" outbound|80||a 10.0.0.1:1 10.0.0.9:2 [2001:db8::7]:5555 - default',
    ),
  );
  expect(long).toMatchObject({
    src_endpoint: { ip: '2001:db8::7', port: 5555 },
    http_request: { x_forwarded_for: ['198.51.100.3'] },
    unmapped: { envoy: { details: 'UF,URX reset{a} - "TLS error"', upstream_service_time: '7' } },
  });
  expect(JSON.stringify(long['http_request'])).not.toContain('"-"');
});

test.each([
  [
    'Envoy',
    envoy('DPE codec_error - "-" 0 11 46 - "-" "-" "-" "-" "-" - - 10.0.0.5:80 203.0.113.7:5555 - -').replace(
      'GET /a',
      '- -',
    ),
  ],
  [
    'a load balancer',
    balancer('http', '-1 -1 -1').replace('GET https://www.example.com:443/a HTTP/2.0', '- http://a:80- -'),
  ],
])('a request that %s made nothing of was answered all the same', (_, line) => {
  const event = eventOf(line);
  expect(event).toMatchObject({
    class_uid: 4002,
    activity_id: 0,
    status_code: '503',
    src_endpoint: { ip: '203.0.113.7' },
  });
  expect(event['http_request']).not.toHaveProperty('url');
});

test('what was forwarded for no address stays as it is written', () => {
  const event = eventOf(envoy('- 3 95 12 7 "unknown" "-" "-" "-" "10.0.0.5:8080"'));
  expect(event).toMatchObject({ class_uid: 4002, unmapped: { x_forwarded_for: 'unknown' } });
});

test('a load balancer says how long it took in all, where every step was reached', () => {
  expect(eventOf(balancer('https', '0.1 0.02 0.003'))).toMatchObject({
    class_uid: 4002,
    duration: 123,
    http_request: { length: 3, url: { hostname: 'www.example.com', port: 443, path: '/a' } },
    http_response: { code: 503, length: 57 },
    src_endpoint: { ip: '203.0.113.7', port: 5555 },
    unmapped: { load_balancer: { type: 'https', elb: 'app/lb/1', target: '10.0.0.5:80', target_status: '-' } },
  });
  expect(eventOf(balancer('h2', '0.1 -1 -1'))['duration']).toBeUndefined();
});

test('a classic load balancer says that it answered a client who asked for nothing', () => {
  const line = '2026-01-15T12:00:00.123456Z shop 203.0.113.7:2817 - -1 -1 -1 503 0 0 0 "- - - " "-" - -';
  expect(eventOf(line)).toMatchObject({
    class_uid: 4002,
    activity_id: 0,
    status_id: 2,
    http_response: { code: 503, length: 0 },
    src_endpoint: { ip: '203.0.113.7', port: 2817 },
    unmapped: { load_balancer: { elb: 'shop', target: '-', timers: '-1 -1 -1', target_status: '0', others: '- -' } },
  });
});

test('IIS writes blanks of user agents as plus signs, and the time is UTC unless another zone is configured', () => {
  const line =
    '2026-01-15 12:00:00 10.0.0.5 POST /a q=1 8080 CORP\\ada 203.0.113.7 Mozilla/5.0+(X) https://example.com/ 401 2 5 15';
  expect(eventOf(line)).toMatchObject({
    time: Date.UTC(2026, 0, 15, 12),
    activity_id: 6,
    duration: 15,
    actor: { user: { name: 'CORP\\ada' } },
    src_endpoint: { ip: '203.0.113.7' },
    dst_endpoint: { ip: '10.0.0.5', port: 8080 },
    http_request: { user_agent: 'Mozilla/5.0 (X)', referrer: 'https://example.com/', url: { query_string: 'q=1' } },
    unmapped: { iis: { agent: 'Mozilla/5.0+(X)', substatus: '2', win32_status: '5' } },
  });
  expect(eventOf(line, { timezone: '+01:00' })['time']).toBe(Date.UTC(2026, 0, 15, 11));
});

test("uvicorn's and Django's lines say the level, the client and the size where they have one", () => {
  expect(eventOf('WARNING:  203.0.113.7:5555 - "PUT /a HTTP/1.1" 404 Not Found')).toMatchObject({
    severity_id: 3,
    activity_id: 7,
    src_endpoint: { ip: '203.0.113.7', port: 5555 },
    status_code: '404',
  });
  expect(eventOf('[15/Jan/2026 12:00:00] "GET /a HTTP/1.1" 200 12')).toMatchObject({
    time: Date.UTC(2026, 0, 15, 12),
    http_response: { length: 12 },
  });
  const unsized = eventOf('203.0.113.7 - - [15/Jan/2026 12:00:00] "GET /a HTTP/1.1" 200 -', { timezone: '+01:00' });
  expect(unsized).toMatchObject({ time: Date.UTC(2026, 0, 15, 11), src_endpoint: { ip: '203.0.113.7' } });
  expect(unsized['http_response']).toEqual({ code: 200 });
});

test.each([
  ['of a type that is none', balancer('ftp', '0.1 0.1 0.1').replace('ftp', 'ha')],
  ['with a status that is none', '[15/Jan/2026 12:00:00] "GET /a HTTP/1.1" 000 12'],
  ['with a request that is none', '[15/Jan/2026 12:00:00] "hello there" 200 12'],
  ['without an answer', envoy('- 3 95 12 7 "-" "-" "-" "-" "-"').replace('503', '0')],
  ['of another program', 'INFO:     203.0.113.7:5555 - "GET /a HTTP/1.1" [accepted]'],
])('a line %s is kept as text', (_, line) => {
  expect(eventOf(line)).toMatchObject({ class_uid: 0, raw_data: line });
});

const squid = (method: string, target: string, after = ''): string =>
  `1768478400.123    921 203.0.113.7 TCP_MISS/200 507 ${method} ${target} ada HIER_DIRECT/10.0.0.5 text/html${after}`;

test('Squid says who asked for what, and what stands behind', () => {
  const event = eventOf(squid('GET', 'http://www.example.com/'));
  expect(event).toMatchObject({
    class_uid: 4002,
    activity_id: 3,
    time: 1_768_478_400_123,
    duration: 921,
    message: 'GET http://www.example.com/',
    src_endpoint: { ip: '203.0.113.7' },
    actor: { user: { name: 'ada' } },
    http_response: { code: 200, length: 507, content_type: 'text/html' },
  });
  expect(event['unmapped']).toEqual({ squid: { result: 'TCP_MISS', hierarchy: 'HIER_DIRECT/10.0.0.5' } });
  expect(eventOf(squid('GET', 'http://www.example.com/', ' 5 six'))['unmapped']).toMatchObject({
    squid: { others: '5 six' },
  });
  const nobody = eventOf(squid('GET', 'http://www.example.com/').replace(' ada ', ' - ').replace('text/html', '-'));
  expect(nobody).not.toHaveProperty('actor');
  expect(nobody['http_response']).toEqual({ code: 200, length: 507, latency: 921 });
});

test('only who wants to be connected asks for a host', () => {
  expect(eventOf(squid('CONNECT', 'www.example.com:443'))).toMatchObject({
    class_uid: 4002,
    activity_id: 1,
    http_request: { url: { hostname: 'www.example.com', port: 443 } },
  });
  expect(eventOf(squid('GET', 'www.example.com:443'))).toMatchObject({ class_uid: 0 });
});

test.each([
  ['[GIN] 2026/01/15 - 12:00:00 | 200 |', '1.5s', 1500, undefined],
  ['2026/01/15 12:00:00 [GIN] 200 |', '12ms', 12, undefined],
  ['[GIN] 2026/01/15 - 12:00:00 | 200 |', '1m2s', undefined, { latency: '1m2s' }],
])('Gin says when, and how long it took: %s %s', (head, latency, duration, unmapped) => {
  const event = eventOf(`${head}    ${latency} |    203.0.113.7 | GET      "/a"`);
  expect(event).toMatchObject({
    class_uid: 4002,
    time: Date.UTC(2026, 0, 15, 12),
    src_endpoint: { ip: '203.0.113.7' },
  });
  expect(event['duration']).toBe(duration);
  expect(event['unmapped']).toEqual(unmapped);
});

test.each([
  ['GET /a 200 12 - 5.123 ms', 12, 5, undefined],
  ['GET /a 200 - - 5.123 ms', undefined, 5, undefined],
  ['GET /a 200 5.623 ms - 12', 12, 6, undefined],
  ['GET /a 200 5.623 ms - -', undefined, 6, undefined],
  ['203.0.113.7 ada GET /a HTTP/1.1 200 12 - 5.123 ms', 12, 5, 'ada'],
  ['203.0.113.7 - GET /a HTTP/1.1 200 12 - 5.123 ms', 12, 5, undefined],
])('morgan says how much was sent, and how long it took: %s', (line, length, duration, user) => {
  const event = eventOf(line);
  expect(event).toMatchObject({ class_uid: 4002, activity_id: 3, duration, message: 'GET /a' });
  expect((event['http_response'] as { length?: number }).length).toBe(length);
  expect((event['actor'] as { user?: { name?: string } } | undefined)?.user?.name).toBe(user);
  expect((event['src_endpoint'] as { ip?: string } | undefined)?.ip).toBe(
    line.startsWith('203') ? '203.0.113.7' : undefined,
  );
});

test.each([
  ['INFO', 1],
  ['WARNING', 3],
  ['ERROR', 4],
])('OpenStack says a level with a request: %s', (level, severity) => {
  const line = `2026-01-15 12:00:00.123 4711 ${level} nova.wsgi [req-1 - - -] 203.0.113.7 "GET /a HTTP/1.1" status: 200 len: 5 time: 0.25`;
  expect(eventOf(line)).toMatchObject({
    class_uid: 4002,
    severity_id: severity,
    duration: 250,
    metadata: { log_level: level, log_provider: 'nova.wsgi' },
    http_response: { length: 5 },
  });
});

test('a step of a load balancer may take no time', () => {
  expect(eventOf(balancer('http', '0.000 0.001 0.000'))['duration']).toBe(1);
  expect(eventOf(balancer('http', '0.000 0.000 0.000'))['duration']).toBe(0);
});

test('nothing is kept of what Envoy quotes and leaves empty', () => {
  const event = eventOf(envoy('- 3 95 12 7 "" "" "" "" ""'));
  expect(event).toMatchObject({ class_uid: 4002 });
  expect(event['unmapped']).not.toHaveProperty('x_forwarded_for');
  expect(event['http_request']).not.toHaveProperty('user_agent');
});

test('a request for nothing that can be asked for is none', () => {
  expect(eventOf('INFO:     203.0.113.7:5555 - "GET nothing HTTP/1.1" 200 OK')).toMatchObject({ class_uid: 0 });
  expect(eventOf('INFO:     203.0.113.7:5555 - "LOOK /a HTTP/1.1" 200 OK')).toMatchObject({ class_uid: 0 });
});
