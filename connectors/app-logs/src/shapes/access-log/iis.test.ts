import { expect, test } from 'vitest';
import { eventOf } from '../../streams/files/conformance.fixture.ts';

const line = (before: string, words: string, numbers: string): string =>
  `2026-01-15 12:00:00 ${before}GET /a - 80 - 203.0.113.7 ${words} 200 0 0${numbers}`;

test.each([
  ['', 'curl/8', '', { http_request: { user_agent: 'curl/8' }, dst_endpoint: { port: 80 } }],
  ['W3SVC1 ', 'curl/8 -', ' 15', { duration: 15, unmapped: { iis: { site: 'W3SVC1' } } }],
  ['W3SVC1 WEB1 10.0.0.5 ', 'curl/8 -', ' 15', { dst_endpoint: { name: 'WEB1', ip: '10.0.0.5' } }],
  ['', 'HTTP/2.0 curl/8', '', { http_request: { version: '2.0', user_agent: 'curl/8' } }],
  [
    '',
    'curl/8 id=1 https://a.example/',
    '',
    { http_request: { referrer: 'https://a.example/' }, unmapped: { iis: { cookie: 'id=1' } } },
  ],
  [
    '',
    'curl/8 https://a.example/ www.example.com',
    '',
    { http_request: { referrer: 'https://a.example/' }, dst_endpoint: { hostname: 'www.example.com' } },
  ],
  [
    '',
    'curl/8 id=1 - www.example.com',
    '',
    { dst_endpoint: { hostname: 'www.example.com' }, unmapped: { iis: { cookie: 'id=1' } } },
  ],
  ['', 'curl/8', ' 10 20 30', { http_request: { length: 20 }, http_response: { length: 10 }, duration: 30 }],
  ['', 'curl/8', ' 10 20', { unmapped: { iis: { numbers: '10 20' } } }],
  [
    '',
    'curl/8',
    ' 10 198.51.100.4,+198.51.100.5',
    { http_request: { x_forwarded_for: ['198.51.100.4', '198.51.100.5'] } },
  ],
  ['', 'curl/8', ' 10 more', { duration: 10, unmapped: { iis: { others: 'more' } } }],
  ['WEB1 WEB2 10.0.0.5 ', 'curl/8', '', { dst_endpoint: { name: 'WEB1' }, unmapped: { iis: { server: 'WEB2' } } }],
  ['a_b ', 'curl/8', '', { unmapped: { iis: { server: 'a_b' } } }],
  ['', 'HTTP/2.0', '', { http_request: { version: '2.0' } }],
  ['', 'curl/8 www.example.com', '', { http_request: { referrer: 'www.example.com' } }],
  ['', 'curl/8 id=1 -', '', { unmapped: { iis: { others: 'id=1' } } }],
  [
    '',
    'curl/8 id=1 elsewhere www.example.com',
    '',
    { dst_endpoint: { hostname: 'www.example.com' }, unmapped: { iis: { cookie: 'id=1', others: 'elsewhere' } } },
  ],
])('what IIS writes is told by where it stands: %s %s %s', (before, words, numbers, expected) => {
  expect(eventOf(line(before, words, numbers))).toMatchObject({
    class_uid: 4002,
    src_endpoint: { ip: '203.0.113.7' },
    status_code: '200',
    ...expected,
  });
});

test('nothing is made of what a line does not say', () => {
  const event = eventOf(line('', 'HTTP/2.0', ''));
  expect(event).not.toHaveProperty('duration');
  expect(event['unmapped']).toEqual({ iis: { substatus: '0', win32_status: '0' } });
  expect(event['http_request']).not.toHaveProperty('user_agent');
  expect(event['dst_endpoint']).not.toHaveProperty('hostname');
  const referred = eventOf(line('', 'curl/8 www.example.com', ''));
  expect(referred['dst_endpoint']).not.toHaveProperty('hostname');
});

test('no duration and no size are made of two numbers', () => {
  const event = eventOf(line('', 'curl/8', ' 10 20'));
  expect(event['duration']).toBeUndefined();
  expect(event['http_response']).toEqual({ code: 200 });
});

test.each(['203.0.113.7 ', 'a b c d '])('a line with %sbefore the method and no client behind it is none', (before) => {
  expect(eventOf(`2026-01-15 12:00:00 ${before}GET /a - 80 - someone curl/8 200 0 0`)).toMatchObject({ class_uid: 0 });
});
