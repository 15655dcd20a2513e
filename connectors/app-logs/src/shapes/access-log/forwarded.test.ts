import { expect, test } from 'vitest';
import { eventOf } from '../../streams/files/conformance.fixture.ts';

const line = (rest: string): string =>
  `203.0.113.7 - - [15/Jan/2026:12:00:00 +0000] "GET / HTTP/1.1" 200 612 "-" "curl/8" ${rest}`;

test.each([
  ['"192.0.2.7, 2001:db8::7"', ['192.0.2.7', '2001:db8::7'], undefined],
  ['"192.0.2.7" host=web1', ['192.0.2.7'], { access_log_rest: 'host=web1' }],
  ['"192.0.2.7"x', ['192.0.2.7'], { access_log_rest: 'x' }],
  ['"-"', undefined, undefined],
  ['""', undefined, { access_log_rest: '""' }],
  ['"192.0.2.7', undefined, { access_log_rest: '"192.0.2.7' }],
  ['x192.0.2.7"', undefined, { access_log_rest: 'x192.0.2.7"' }],
  ['"unknown, 192.0.2.7"', undefined, { access_log_rest: '"unknown, 192.0.2.7"' }],
])('whom a request was passed on for is read at the end, and nothing else there is lost: %s', (rest, ips, unmapped) => {
  const event = eventOf(line(rest));
  expect(event['http_request']).toMatchObject({ http_method: 'GET' });
  expect((event['http_request'] as Record<string, unknown>)['x_forwarded_for']).toEqual(ips);
  expect(event['unmapped']).toEqual(unmapped);
});

test('64 addresses are read, and a longer list stays as it is', () => {
  const listed = (count: number): string => `"${Array(count).fill('192.0.2.7').join(', ')}"`;
  expect(eventOf(line(listed(64)))['unmapped']).toBeUndefined();
  expect(eventOf(line(listed(65)))['unmapped']).toEqual({ access_log_rest: listed(65) });
});
