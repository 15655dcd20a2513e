import { expect, test } from 'vitest';
import { eventOf } from '../../streams/files/conformance.fixture.ts';

const line = (rest: string): string =>
  `203.0.113.7 - - [15/Jan/2026:12:00:00 +0000] "GET / HTTP/1.1" 200 612 "-" "curl/8"${rest}`;

test.each([
  [' 345 0.002 [default-web-80] [] 10.0.0.5:8080 612 0.002 200 abc', 2],
  [' 5 "web@docker" "http://10.0.0.5:80" 3ms', 3],
  [' rt=0.012 uct="0.000"', 12],
  [' request_time="1.500"', 1500],
  [' 0.012', undefined],
  [' xrt=0.012', undefined],
  [' 5 "web@docker" "http://10.0.0.5:80" 3s', undefined],
])('how long a request took is read where the way of writing is known: %s', (rest, duration) => {
  const event = eventOf(line(rest));
  expect(event['duration']).toBe(duration);
  expect(event['unmapped']).toEqual({ access_log_rest: rest.trim() });
});
