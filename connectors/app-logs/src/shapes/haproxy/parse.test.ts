import { expect, test } from 'vitest';
import { utc } from '../../time/zone.ts';
import { parseHaproxy } from './parse.ts';

const time = '15/Jan/2026:12:00:00.123';
const head = `203.0.113.7:5555 [${time}]`;
const http = 'web static/srv1 10/0/30/69/+109 200 +2750 - - ---- 1/1/1/1/0 0/0';

test('a line of an HTTP proxy is taken apart', () => {
  expect(parseHaproxy(`<134>Jan 15 haproxy[9]: ${head} ${http} {a b} "GET / HTTP/1.1"`, utc)).toEqual({
    prefix: '<134>Jan 15 haproxy[9]:',
    client: '203.0.113.7:5555',
    time: Date.UTC(2026, 0, 15, 12, 0, 0, 123),
    originalTime: time,
    frontend: 'web',
    backend: 'static',
    server: 'srv1',
    timers: [10, 0, 30, 69, 109],
    status: 200,
    bytes: 2750,
    termination: '----',
    connections: '1/1/1/1/0',
    queues: '0/0',
    cookies: ['-', '-'],
    captured: '{a b}',
    request: 'GET / HTTP/1.1',
  });
});

test('a line of a TCP proxy has three timers, and neither status nor request', () => {
  expect(parseHaproxy(`${head} web static/srv1 10/-1/30 2750 -- 1/1/1/1/0 0/0`, utc)).toEqual({
    prefix: '',
    client: '203.0.113.7:5555',
    time: Date.UTC(2026, 0, 15, 12, 0, 0, 123),
    originalTime: time,
    frontend: 'web',
    backend: 'static',
    server: 'srv1',
    timers: [10, -1, 30],
    status: undefined,
    bytes: 2750,
    termination: '--',
    connections: '1/1/1/1/0',
    queues: '0/0',
    cookies: [],
    captured: undefined,
    request: undefined,
  });
});

test('a request that was cut off is what is left of it', () => {
  expect(parseHaproxy(`${head} ${http} "GET /a`, utc)).toMatchObject({ request: 'GET /a' });
  expect(parseHaproxy(`${head} ${http}`, utc)).toMatchObject({ request: undefined });
});

test.each([
  head,
  `${head} web static/srv1 10/0/30/69 200 2750 - - ---- 1/1/1/1/0 0/0`,
  `${head} web static/srv1 10/0/30/69/1/9 200 2750 - - ---- 1/1/1/1/0 0/0`,
  `${head} web static/srv1 10/0/x 2750 -- 1/1/1/1/0 0/0`,
  `${head} web static 10/0/30 2750 -- 1/1/1/1/0 0/0`,
  `${head} web /srv1 10/0/30 2750 -- 1/1/1/1/0 0/0`,
  `${head}  static/srv1 10/0/30 2750 -- 1/1/1/1/0 0/0`,
  `${head} web static/srv1 10/0/30 x -- 1/1/1/1/0 0/0`,
  `${head} web static/srv1 10/0/30 2750 - 1/1/1/1/0 0/0`,
  `${head} web static/srv1 10/0/30 2750 ---- 1/1/1/1/0 0/0`,
  `${head} web static/srv1 10/0/30 2750 -- 1/1/1/1 0/0`,
  `${head} web static/srv1 10/0/30 2750 -- 1/1/1/1/0/0 0/0`,
  `${head} web static/srv1 10/0/30/69/109 x 2750 - - ---- 1/1/1/1/0 0/0`,
  `${head} web static/srv1 10/0/30/69/109 200 2750 - - -- 1/1/1/1/0 0/0`,
  `203.0.113.7:5555 [15/Jan/2026:12:00:00 +0000] ${http}`,
  `203.0.113.7:5555 [15-Jan/2026:12:00:00.123] ${http}`,
  `203.0.113.7:5555 [15/Jan-2026:12:00:00.123] ${http}`,
  `203.0.113.7:5555 [${time}) ${http}`,
  `203.0.113.7:5555 [${time}]${http}`,
  `[${time}] ${http}`,
])('%s is no such line', (line) => {
  expect(parseHaproxy(line, utc)).toBeUndefined();
});

test('the time is looked for behind eight brackets and no further', () => {
  expect(parseHaproxy(`${'a [x '.repeat(7)}${head} ${http}`, utc)).toBeDefined();
  expect(parseHaproxy(`${'a [x '.repeat(8)}${head} ${http}`, utc)).toBeUndefined();
});

test('a client is what stands right before the time, and may be missing', () => {
  expect(parseHaproxy(`a  [${time}] ${http} "GET / HTTP/1.1"`, utc)).toMatchObject({ client: '', prefix: 'a' });
});

test('a backend has a name of one letter or more', () => {
  const timers = '10/0/30/69/109 200 2750 - - ---- 1/1/1/1/0 0/0';
  expect(parseHaproxy(`${head} web b/s ${timers} "GET /"`, utc)).toMatchObject({ backend: 'b', server: 's' });
  expect(parseHaproxy(`${head} web /s ${timers} "GET /"`, utc)).toBeUndefined();
});

test('what stands behind the request is kept to its first letter', () => {
  expect(parseHaproxy(`${head} ${http} "GET /"x y`, utc)).toMatchObject({ request: 'GET /', others: 'x y' });
});
