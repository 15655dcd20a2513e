import { expect, test } from 'vitest';
import { noHttpFacts } from '../../events/facts.ts';
import { eventOf } from '../../streams/files/conformance.fixture.ts';
import { addNumbersByShape } from './numbers-by-shape.ts';

const numbersOf = (record: Readonly<Record<string, unknown>>): unknown => {
  const http = noHttpFacts();
  addNumbersByShape(http, record);
  return [http.requestBytes, http.durationMs];
};

test('Caddy says what it has read from the client, and seconds', () => {
  expect(numbersOf({ logger: 'http.log.access.log0', bytes_read: 42, duration: 0.0126 })).toEqual([42, 13]);
  expect(numbersOf({ logger: 'http.log.access', bytes_read: 0 })).toEqual([0, undefined]);
});

test('Envoy says milliseconds', () => {
  expect(numbersOf({ response_flags: '-', duration: 12.6 })).toEqual([undefined, 13]);
});

test('Traefik says nanoseconds, lograge milliseconds; of others nothing tells what a duration is of', () => {
  expect(numbersOf({ DownstreamStatus: 200, Duration: 12_600_000 })).toEqual([undefined, 13]);
  expect(numbersOf({ Duration: 12_600_000 })).toEqual([undefined, undefined]);
  const rails = { controller: 'Orders', action: 'index', format: 'html' };
  expect(numbersOf({ ...rails, duration: '12.6' })).toEqual([undefined, 13]);
  for (const name of Object.keys(rails))
    expect(numbersOf({ ...rails, [name]: undefined, duration: 12.6 })).toEqual([undefined, undefined]);
});

test('of another writer, neither says what it means: HAProxy has read from the server what it sent to the client', () => {
  expect(numbersOf({ bytes_read: 4200, duration: 12 })).toEqual([undefined, undefined]);
  expect(numbersOf({ logger: 'http', bytes_read: 4200, duration: 12 })).toEqual([undefined, undefined]);
});

test('the numbers of a request that Caddy answered are those of its event', () => {
  const answered = { logger: 'http.log.access.log0', method: 'GET', path: '/a', status: 200, duration: 0.25 };
  expect(eventOf(JSON.stringify(answered))).toMatchObject({ class_uid: 4002, duration: 250 });
  const asked = { ...answered, duration: undefined, bytes_read: 42 };
  expect(eventOf(JSON.stringify(asked))).toMatchObject({ class_uid: 4002, http_request: { length: 42 } });
});
