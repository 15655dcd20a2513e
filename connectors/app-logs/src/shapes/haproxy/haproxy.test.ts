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
])('the port of a client stands behind the last colon: %s', (client, ip, port) => {
  const event = eventOf(`${client} [15/Jan/2026:12:00:00.123] web bck/srv1 0/0/5007 212 -- 0/0/0/0/3 0/0`);
  expect(event).toMatchObject({ class_uid: 4001, src_endpoint: { ip, port } });
});
