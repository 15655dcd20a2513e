import { expect, test } from 'vitest';
import { noHttpFacts, type HttpFacts } from '../../events/facts.ts';
import * as exchange from './http-exchange.ts';
import * as parties from './http-parties.ts';
import type { TakeHttp } from './take-http.ts';

const longest = 'x'.repeat(65_535);
const notTexts: readonly unknown[] = [undefined, null, '', '-', 7, true, {}, [], `${longest}x`];
const notCounts: readonly unknown[] = [
  undefined,
  null,
  '',
  '-',
  -1,
  0.5,
  '-1',
  '1.5',
  '1e3',
  2 ** 53,
  '1'.repeat(16),
  {},
];
const notPorts: readonly unknown[] = [...notCounts, 65_536, '65536'];

/** What a fact takes, as what; and what it leaves in its field. */
type Case = readonly [
  fact: keyof HttpFacts,
  take: TakeHttp,
  taken: readonly (readonly [value: unknown, fact: unknown])[],
  left: readonly unknown[],
];

const cases: readonly Case[] = [
  [
    'method',
    exchange.takeMethod,
    [
      ['GET', 'GET'],
      ['patch', 'PATCH'],
      ['m-search', 'M-SEARCH'],
    ],
    [...notTexts, 'FETCH', `GET${' '.repeat(14)}`],
  ],
  [
    'target',
    exchange.takeTarget,
    [
      ['/a?b', '/a?b'],
      ['*', '*'],
      ['https://example.com/', 'https://example.com/'],
      ['s3+x.y-1://a', 's3+x.y-1://a'],
    ],
    [...notTexts, 'a/b', '**', '://a', '1a://b', `${'a'.repeat(33)}://b`],
  ],
  [
    'query',
    exchange.takeQuery,
    [
      ['?a=b', 'a=b'],
      ['a=b', 'a=b'],
      ['a?b', 'a?b'],
    ],
    notTexts,
  ],
  [
    'scheme',
    exchange.takeScheme,
    [
      ['http', 'http'],
      ['https', 'https'],
    ],
    [...notTexts, 'ftp', 'HTTP'],
  ],
  [
    'version',
    exchange.takeVersion,
    [
      ['HTTP/1.1', '1.1'],
      ['2', '2'],
      ['2.0', '2.0'],
    ],
    [...notTexts, 'HTTP/', '11', '1.', 'tls1.2'],
  ],
  [
    'status',
    exchange.takeStatus,
    [
      [100, 100],
      [999, 999],
      ['200', 200],
    ],
    [...notCounts, 99, 1000],
  ],
  [
    'userAgent',
    exchange.takeUserAgent,
    [
      ['curl/8', 'curl/8'],
      [['curl/8'], 'curl/8'],
      [longest, longest],
    ],
    [...notTexts, ['a', 'b'], [7]],
  ],
  [
    'referrer',
    exchange.takeReferrer,
    [
      ['https://example.com/', 'https://example.com/'],
      [['/a'], '/a'],
    ],
    [...notTexts, ['a', 'b'], [7]],
  ],
  [
    'requestUid',
    exchange.takeRequestUid,
    [
      ['r-1', 'r-1'],
      [7, '7'],
    ],
    [undefined, null, '', '-', 0.5, true, {}, []],
  ],
  [
    'requestBytes',
    exchange.takeRequestBytes,
    [
      [0, 0],
      ['512', 512],
    ],
    notCounts,
  ],
  [
    'responseBytes',
    exchange.takeResponseBytes,
    [
      [0, 0],
      ['512', 512],
    ],
    notCounts,
  ],
  ['contentType', exchange.takeContentType, [['text/html', 'text/html']], notTexts],
  [
    'clientIp',
    parties.takeClient,
    [
      ['192.0.2.7', '192.0.2.7'],
      ['2001:db8::7', '2001:db8::7'],
      ['192.0.2.7:80', '192.0.2.7'],
      ['[2001:db8::7]:80', '2001:db8::7'],
    ],
    [...notTexts, 'a b', '192.0.2.7:x'],
  ],
  [
    'clientHostname',
    parties.takeClient,
    [
      ['pc1.example.com', 'pc1.example.com'],
      ['pc1:80', 'pc1'],
    ],
    ['a b'],
  ],
  [
    'clientPort',
    parties.takeClientPort,
    [
      [0, 0],
      [65_535, 65_535],
      ['443', 443],
    ],
    notPorts,
  ],
  [
    'serverPort',
    parties.takeServerPort,
    [
      [0, 0],
      [65_535, 65_535],
      ['443', 443],
    ],
    notPorts,
  ],
  [
    'forwardedFor',
    parties.takeForwardedFor,
    [['192.0.2.7, 2001:db8::7', ['192.0.2.7', '2001:db8::7']]],
    [...notTexts, '192.0.2.7, unknown'],
  ],
  [
    'serverIp',
    parties.takeServer,
    [
      ['192.0.2.7', '192.0.2.7'],
      ['192.0.2.7:443', '192.0.2.7'],
    ],
    [...notTexts, 'a b'],
  ],
  [
    'serverHostname',
    parties.takeServer,
    [
      ['www.example.com', 'www.example.com'],
      ['www.example.com:443', 'www.example.com'],
    ],
    ['a b'],
  ],
  [
    'serverName',
    parties.takeServerName,
    [
      ['web1', 'web1'],
      ['web 1', 'web 1'],
    ],
    notTexts,
  ],
  ['user', parties.takeUser, [['alice', 'alice']], notTexts],
  [
    'userUid',
    parties.takeUserUid,
    [
      ['u-1', 'u-1'],
      [1001, '1001'],
    ],
    [undefined, null, '', '-', 0.5, true, {}, []],
  ],
];

test.each(cases)('%s is taken from what fits it, once; all else stays in its field', (fact, take, taken, left) => {
  for (const [value, expected] of taken) {
    const http = noHttpFacts();
    expect(take(http, value), String(value)).toBe(true);
    expect(http[fact]).toEqual(expected);
    expect(take(http, value), 'again').toBe(false);
    expect(http[fact]).toEqual(expected);
  }
  for (const value of left) {
    const http = noHttpFacts();
    expect(take(http, value), JSON.stringify(value)).toBe(false);
    expect(http[fact]).toBeUndefined();
  }
});

test.each([
  ['1ns', 0, false],
  ['2000000ns', 2, true],
  ['1500us', 2, false],
  ['2000us', 2, true],
  ['2000µs', 2, true],
  ['12.5ms', 13, false],
  ['12ms', 12, true],
  ['0.004s', 4, true],
])('a duration of %s is %i ms, exactly: %s', (value, ms, isExact) => {
  const http = noHttpFacts();
  expect(exchange.takeDurationWithUnit(http, value)).toBe(isExact);
  expect(http.durationMs).toBe(ms);
  expect(exchange.takeDurationWithUnit(http, '7ms')).toBe(false);
  expect(http.durationMs).toBe(ms);
});

test.each(['12', 12, '12 ms', '12m', '-1ms', `${'1'.repeat(13)}ms`, `1.${'1'.repeat(30)}ms`])(
  '%j is no duration',
  (value) => {
    const http = noHttpFacts();
    expect(exchange.takeDurationWithUnit(http, value)).toBe(false);
    expect(http.durationMs).toBeUndefined();
  },
);

test('a request line says method, target and version', () => {
  const http = noHttpFacts();
  expect(exchange.takeRequestLine(http, 'GET /a HTTP/1.1')).toBe(true);
  expect(http).toMatchObject({ method: 'GET', target: '/a', version: '1.1' });
  const known = { ...noHttpFacts(), method: 'POST' };
  expect(exchange.takeRequestLine(known, 'GET /a HTTP/1.1')).toBe(false);
  expect(known).toMatchObject({ method: 'POST', target: '/a', version: '1.1' });
  for (const line of ['GET /a', 'GET /a HTTP/1.1 x', 'GET /a SPDY/3', 7])
    expect(exchange.takeRequestLine(noHttpFacts(), line), String(line)).toBe(false);
  for (const line of ['FETCH /a HTTP/1.1', 'GET a HTTP/1.1', 'GET /a HTTP/x'])
    expect(exchange.takeRequestLine(noHttpFacts(), line), line).toBe(false);
});

test('a port beside a host is taken where none is known', () => {
  const http = noHttpFacts();
  parties.takeClient(http, '192.0.2.7:4711');
  parties.takeServer(http, 'www.example.com:443');
  parties.takeServer(http, '198.51.100.2:8443');
  expect(http).toMatchObject({
    clientPort: 4711,
    serverPort: 443,
    serverHostname: 'www.example.com',
    serverIp: '198.51.100.2',
  });
  expect(parties.takeClient(http, 'pc1.example.com')).toBe(false);
  const named = { ...noHttpFacts(), clientHostname: 'pc1' };
  expect(parties.takeClient(named, '192.0.2.7')).toBe(false);
  const both = { ...noHttpFacts(), clientPort: 1, serverPort: 2 };
  parties.takeClient(both, '192.0.2.7:4711');
  parties.takeServer(both, '192.0.2.7:443');
  expect(both).toMatchObject({ clientPort: 1, serverPort: 2 });
});

test('as many as 64 forwarders are a list', () => {
  const listOf = (count: number): string => Array.from({ length: count }, () => '192.0.2.7').join(',');
  expect(parties.takeForwardedFor(noHttpFacts(), listOf(64))).toBe(true);
  expect(parties.takeForwardedFor(noHttpFacts(), listOf(65))).toBe(false);
});
