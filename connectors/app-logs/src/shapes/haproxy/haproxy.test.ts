import { expect, test } from 'vitest';
import { eventOf } from '../../streams/files/conformance.fixture.ts';

const line = (frontend: string, request: string): string =>
  `203.0.113.7:5555 [15/Jan/2026:12:00:00.123] ${frontend} static/srv1 10/0/30/69/109 200 2750 - - ---- 1/1/1/1/0 0/0 ${request}`;

test('the time of a line is that of the zone that is configured, to the millisecond', () => {
  expect(eventOf(line('web', '"GET / HTTP/1.1"'))).toMatchObject({ time: Date.UTC(2026, 0, 15, 12, 0, 0, 123) });
  const inZone = eventOf(line('web', '"GET / HTTP/1.1"'), { timezone: '+02:00' });
  expect(inZone).toMatchObject({ time: Date.UTC(2026, 0, 15, 10, 0, 0, 123) });
});

test('a frontend with a tilde is one of TLS, and its name is without it', () => {
  expect(eventOf(line('web~', '"GET /a HTTP/1.1"'))).toMatchObject({
    http_request: { url: { scheme: 'https' } },
    metadata: { log_provider: 'web' },
  });
  const plain = JSON.stringify(eventOf(line('web', '"GET /a HTTP/1.1"')));
  expect(plain).not.toContain('https');
});

test('a request is read with and without the quote at its end, which a log that cuts lines loses', () => {
  expect(eventOf(line('web', '"GET /cut'))).toMatchObject({
    message: 'GET /cut',
    http_request: { url: { path: '/cut' } },
  });
  expect(eventOf(line('web', '"GET /whole HTTP/1.1"'))).toMatchObject({
    message: 'GET /whole HTTP/1.1',
    http_request: { version: '1.1' },
  });
});

test.each([
  ['2001:db8::7:5555', '2001:db8::7', 5555],
  ['203.0.113.7:1', '203.0.113.7', 1],
  ['2001:db8::7:5', '2001:db8::7', 5],
  ['2001:db8::7:65535', '2001:db8::7', 65_535],
])('the port of a client stands behind the last colon: %s', (client, ip, port) => {
  const event = eventOf(`${client} [15/Jan/2026:12:00:00.123] web bck/srv1 0/0/5007 212 -- 0/0/0/0/3 0/0`);
  expect(event).toMatchObject({ class_uid: 4001, src_endpoint: { ip, port } });
});

test.each(['unix:1', '-:0'])('a connection of %s came from the machine itself', (client) => {
  const event = eventOf(`${client} [15/Jan/2026:12:00:00.123] web bck/srv1 0/0/5007 212 -- 0/0/0/0/3 0/0`);
  expect(event).toMatchObject({ class_uid: 4001, activity_id: 2 });
  expect(event).not.toHaveProperty('src_endpoint');
});

const answered = (status: number, total: number): string =>
  `203.0.113.7:5555 [15/Jan/2026:12:00:00.123] web static/srv1 10/0/30/69/${total} ${status} 2750 - - ---- 1/1/1/1/0 0/0 "GET / HTTP/1.1"`;

test.each([
  [100, 4002],
  [99, 0],
  [-1, 0],
])('the status %i is an answer or none', (status, class_uid) => {
  expect(eventOf(answered(status, 109))).toMatchObject({ class_uid });
});

test('no duration is made of a time that HAProxy did not take', () => {
  expect(eventOf(answered(200, -1))).not.toHaveProperty('duration');
  expect(eventOf(answered(200, 0))).toMatchObject({ duration: 0 });
});

test('captured cookies are kept, and none where none were', () => {
  const haproxyOf = (text: string): unknown => (eventOf(text)['unmapped'] as Record<string, unknown>)['haproxy'];
  expect(haproxyOf(answered(200, 1).replace('- - ----', 'a=1 b=2 ----'))).toMatchObject({ cookies: ['a=1', 'b=2'] });
  expect(haproxyOf(answered(200, 1).replace('- - ----', 'a=1 - ----'))).toMatchObject({ cookies: ['a=1', '-'] });
  expect(haproxyOf(answered(200, 1))).not.toHaveProperty('cookies');
});

test('a request that is missing, or longer than OCSF takes, is none', () => {
  const withRequest = (request: string): string => line('web', request);
  expect(eventOf(withRequest('').trimEnd())).toMatchObject({ class_uid: 0, unmapped: { haproxy: { status: 200 } } });
  const longest = `GET /${'a'.repeat(65_535 - 5)}`;
  expect(eventOf(withRequest(`"${longest}"`))).toMatchObject({ class_uid: 4002, message: longest });
  expect(eventOf(withRequest(`"${longest}a"`))).toMatchObject({ class_uid: 0 });
});

test('a connection that came to nothing is a failure, with what syslog said before it where it said something', () => {
  const failed = '203.0.113.7:5555 [15/Jan/2026:12:00:00.123] web/1: SSL handshake failure';
  const event = eventOf(failed);
  expect(event).toMatchObject({
    class_uid: 4001,
    activity_id: 4,
    status_id: 2,
    status_detail: 'SSL handshake failure',
    message: 'SSL handshake failure',
  });
  expect(event['unmapped']).toEqual({ haproxy: { bind: '1' } });
  expect(eventOf(`<134>haproxy: ${failed}`)['unmapped']).toEqual({ haproxy: { bind: '1', syslog: '<134>haproxy:' } });
  expect(eventOf(failed.replace('203.0.113.7:5555', 'someone'))).toMatchObject({ class_uid: 0 });
});

test('a connection is from one address to another', () => {
  const said = 'Connect from 203.0.113.7:5555 to 198.51.100.2:80 (web/HTTP)';
  expect(eventOf(said)).toMatchObject({
    class_uid: 4001,
    activity_id: 1,
    status_id: 1,
    message: said,
    src_endpoint: { ip: '203.0.113.7', port: 5555 },
    dst_endpoint: { ip: '198.51.100.2', port: 80, svc_name: 'web' },
    unmapped: { haproxy: { mode: 'HTTP' } },
  });
  expect(eventOf(said.replace('203.0.113.7', 'a_b'))).toMatchObject({ class_uid: 0 });
  expect(eventOf(said.replace('198.51.100.2', 'a_b'))).toMatchObject({ class_uid: 0 });
});

test.each(['2001:db8::7:x', '2001:db8::7:99999', '2001:db8::7::', 'www:80'])('%s is no client', (client) => {
  const event = eventOf(`${client} [15/Jan/2026:12:00:00.123] web bck/srv1 0/0/5007 212 -- 0/0/0/0/3 0/0`);
  expect(event).toMatchObject({ class_uid: 0 });
});
