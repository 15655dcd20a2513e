import { expect, test } from 'vitest';
import { eventOf, type Event } from '../../streams/files/conformance.fixture.ts';

const time = '2026-01-15 12:00:00.123';

type Heading = readonly [line: string, level: string, logger?: string | undefined, fields?: object];

/** What the usual layouts of loggers put before `hello`, and what becomes of it. */
const layouts: readonly Heading[] = [
  [
    `${time}  INFO 4711 --- [shop] [           main] c.e.Shop : hello`,
    'INFO',
    'c.e.Shop',
    { pid: '4711', thread: 'main' },
  ],
  [
    `${time} ERROR 4711 --- [shop] [main] [req-1] c.e.Shop                : hello`,
    'ERROR',
    'c.e.Shop',
    { pid: '4711', thread: 'main' },
  ],
  [`${time} [main] INFO  com.example.Cart - hello`, 'INFO', 'com.example.Cart', { thread: 'main' }],
  [`${time} [main] warn com.example.Cart [] - hello`, 'warn', 'com.example.Cart', { thread: 'main' }],
  [`${time} INFO  [org.example] (main) hello`, 'INFO', 'org.example', { thread: 'main' }],
  [`${time} INFO  [main] com.example.Cart - hello`, 'INFO', 'com.example.Cart', { thread: 'main' }],
  [`${time} INFO  [main] com.example.Cart: hello`, 'INFO', 'com.example.Cart', { thread: 'main' }],
  [
    '15-Jan-2026 12:00:00.123 SEVERE [main] org.apache.Catalina.start hello',
    'SEVERE',
    'org.apache.Catalina.start',
    { thread: 'main' },
  ],
  [`${time} - shop.cart - WARNING - hello`, 'WARNING', 'shop.cart'],
  ['[2026-01-15 12:00:00 +0000] [4711] [INFO] hello', 'INFO', undefined, { pid: '4711' }],
  [`${time} INFO com.example.Cart - hello`, 'INFO', 'com.example.Cart'],
  [`${time} INFO shop.cart: hello`, 'INFO', 'shop.cart'],
  ['WARNING:root:hello', 'WARNING', 'root'],
  ['ERROR:     hello', 'ERROR'],
  ['12:00:00.123 [main] INFO com.example.Cart - hello', 'INFO', 'com.example.Cart', { thread: 'main' }],
  ['12:00:00,123 [main] INFO com.example.Cart -- hello', 'INFO', 'com.example.Cart', { thread: 'main' }],
  ['FINEST: hello', 'FINEST'],
  ['SEVERE: hello', 'SEVERE'],
  ['I, [2026-01-15T12:00:00.123456 #4711]  INFO -- shop: hello', 'INFO', 'shop', { pid: '4711' }],
  ['E, [2026-01-15T12:00:00.123456 #4711] ERROR -- : hello', 'ERROR', undefined, { pid: '4711' }],
  [
    'W0115 12:00:00.123456    4711 server.go:155] hello',
    'WARNING',
    undefined,
    { pid: '4711', source: 'server.go:155' },
  ],
  [`${time}\tinfo\thello`, 'info'],
  [`${time}\tERROR\tshop.cart\tcart/cart.go:42\thello`, 'ERROR', 'shop.cart', { source: 'cart/cart.go:42' }],
  [
    `[${time}][12][warning][config] [source/x.cc:152] hello`,
    'warning',
    'config',
    { thread: '12', source: 'source/x.cc:152' },
  ],
  [`[${time}][12][info][main] hello`, 'info', 'main', { thread: '12' }],
  [`[${time}][shop::api::cart][ERROR] hello`, 'ERROR', 'shop::api::cart'],
  [`[${time}] [INFO] [shop.auth] hello`, 'INFO', 'shop.auth'],
  [`${time} I ACCESS   [conn7] hello`, 'I', 'ACCESS', { thread: 'conn7' }],
  [`${time} W -        [conn7] hello`, 'W', '-', { thread: 'conn7' }],
  [`${time} ...web/auth.go:212:SignIn() [E] hello`, 'E', undefined, { source: '...web/auth.go:212:SignIn()' }],
  [
    '2026-01-15 12:00:00 UTC:192.0.2.7(41022):alice@shop:[4711]:ERROR:  hello',
    'ERROR',
    undefined,
    { client: '192.0.2.7', session: 'alice@shop', pid: '4711' },
  ],
  ['2026-01-15 12:00:00 UTC::@:[4711]:LOG:  hello', 'LOG', undefined, { session: '@', pid: '4711' }],
  ['[I 2026-01-15 12:00:00.123 ServerApp] hello', 'info', 'ServerApp'],
  ['[W 2026-01-15 12:00:00.123 Hub auth:1162] hello', 'warning', 'Hub', { source: 'auth:1162' }],
  ['[C 260115 12:00:00 web:2246] hello', 'critical', undefined, { source: 'web:2246' }],
  ['F0115 12:00:00.123456 4711 a/b-c.go:1] hello', 'FATAL', undefined, { pid: '4711', source: 'a/b-c.go:1' }],
];

const rows = layouts.map(([line, level, logger, fields]) => ({ line, level, logger, fields }));

test.each(rows)('$line', ({ line, level, logger, fields }) => {
  const event = eventOf(line);
  expect(event).toMatchObject({ message: 'hello', metadata: { log_level: level } });
  expect((event['metadata'] as Event)['log_provider']).toBe(logger);
  expect(event['unmapped']).toEqual(fields);
});

test.each([
  ['2026-01-15 12:00:00 +0100 hello', Date.UTC(2026, 0, 15, 11), '2026-01-15 12:00:00 +0100', 60],
  ['2026-01-15 12:00:00 +01000 hello', Date.UTC(2026, 0, 15, 12), '2026-01-15 12:00:00', undefined],
  ['2026-01-15 12:00:00 +0100', Date.UTC(2026, 0, 15, 11), '2026-01-15 12:00:00 +0100', 60],
  ['2026-01-15 12:00:00 +0100x', Date.UTC(2026, 0, 15, 11), '2026-01-15 12:00:00 +0100', 60],
  ['E0115 12:00:00.123456 1 a.go:1] hello', Date.UTC(2026, 0, 15, 12, 0, 0, 123), 'E0115 12:00:00.123456', undefined],
])('%s begins with a time', (line, at, originalTime, offset) => {
  const event = eventOf(line);
  expect(event).toMatchObject({ time: at, metadata: { original_time: originalTime } });
  expect(event['timezone_offset']).toBe(offset);
});

test('a level stands among the first words behind the time, in capitals or brackets', () => {
  const levelOf = (rest: string): unknown => (eventOf(`${time} ${rest}`)['metadata'] as Event)['log_level'];
  expect(['a b c d e ERROR f', '[error] f', '(warn): f', '<Info> f', 'NOTICE: f'].map(levelOf)).toEqual([
    'ERROR',
    'error',
    'warn',
    'Info',
    'NOTICE',
  ]);
  expect(['a b c d e f ERROR', 'error f', '[error', 'LOUD f', '[no] f'].map(levelOf)).toEqual(Array(5).fill(undefined));
  expect(['  a b c d ERROR', '   a b c d ERROR'].map(levelOf)).toEqual(['ERROR', undefined]);
});

test.each([
  ['trace1', 1],
  ['trace8', 1],
  ['debug', 1],
  ['info', 1],
  ['notice', 2],
  ['warn', 3],
  ['error', 4],
  ['crit', 5],
  ['alert', 5],
  ['emerg', 6],
])('the level %s of Apache is severity %i', (level, severity) => {
  const line = `[Thu Jan 15 12:00:00.123456 2026] [core:${level}] [pid 1:tid 2] [client 192.0.2.1:5] hello`;
  expect(eventOf(line)).toMatchObject({
    severity_id: severity,
    message: 'hello',
    metadata: { log_level: level, log_provider: 'httpd' },
    unmapped: { apache: { pid: '1', tid: '2', client: '192.0.2.1:5' }, logger: 'core' },
  });
});

test.each([
  ['AH00163', 'Start'],
  ['AH00489', 'Start'],
  ['AH00292', 'Start'],
  ['AH00169', 'Stop'],
  ['AH00491', 'Stop'],
  ['AH00171', 'Restart'],
  ['AH00493', 'Restart'],
  ['AH00494', 'Restart'],
  ['AH00173', 'Restart'],
])('%s of Apache says that the server does %s', (code, activity) => {
  const line = `[Thu Jan 15 12:00:00.123456 2026] [mpm_event:notice] [pid 1:tid 2] ${code}: Apache/2.4.66 (Unix) configured`;
  expect(eventOf(line)).toMatchObject({
    class_uid: 6002,
    activity_id: { Start: 3, Stop: 4, Restart: 5 }[activity],
    app: {
      name: 'Apache HTTP Server',
      vendor_name: 'Apache Software Foundation',
      ...(activity === 'Start' ? { version: '2.4.66' } : {}),
    },
  });
});

test.each([
  ['AH01617: user alice: authentication failure for "/": x', 'authentication failure'],
  ['AH01618: user alice not found: /', 'not found'],
  ['AH01794: user alice: password mismatch: /', 'password mismatch'],
])('%s is a login that failed', (message, reason) => {
  const line = (client: string): string =>
    `[Thu Jan 15 12:00:00 2026] [auth_basic:error] [pid 1] [client ${client}] ${message}`;
  expect(eventOf(line('192.0.2.1:5'))).toMatchObject({
    class_uid: 3002,
    status_id: 2,
    status_detail: reason,
    user: { name: 'alice' },
    src_endpoint: { ip: '192.0.2.1', port: 5 },
  });
  expect(eventOf(line('2001:db8::7'))).toMatchObject({ src_endpoint: { ip: '2001:db8::7' } });
  expect(eventOf(line('pc1.example.com'))).toMatchObject({ src_endpoint: { hostname: 'pc1.example.com' } });
  expect(eventOf(`[Thu Jan 15 12:00:00 2026] [auth_basic:error] ${message}`)).not.toHaveProperty('src_endpoint');
});

test.each(['client', 'server', 'request', 'subrequest', 'upstream', 'host', 'referrer'])(
  'nginx says the %s of an error',
  (name) => {
    const details = name === 'client' ? 'client: a_b' : `client: 192.0.2.1, ${name}: "a_b"`;
    expect(eventOf(`2026/01/15 12:00:00 [error] 1#2: *45 failed, ${details}`)).toMatchObject({
      message: `failed, ${details}`,
      severity_id: 4,
      metadata: { log_provider: 'nginx' },
      unmapped: { nginx: { pid: '1', tid: '2', connection: '45', [name]: 'a_b' } },
    });
  },
);

test('a login that nginx refused says who, from where and at what', () => {
  const line =
    '2026/01/15 12:00:00 [error] 1#2: *45 user "alice": password mismatch, client: 192.0.2.1, server: _, request: "GET /a HTTP/1.1", host: "www.example.com:8080", referrer: "https://example.com/"';
  expect(eventOf(line)).toMatchObject({
    class_uid: 3002,
    status_id: 2,
    status_detail: 'password mismatch',
    user: { name: 'alice' },
    src_endpoint: { ip: '192.0.2.1' },
    dst_endpoint: { hostname: 'www.example.com', port: 8080 },
    http_request: { http_method: 'GET', referrer: 'https://example.com/', url: { path: '/a' } },
  });
  expect(eventOf(line.replace('192.0.2.1', 'pc1.example.com'))).toMatchObject({
    src_endpoint: { hostname: 'pc1.example.com' },
  });
});

test.each([
  ['[Thu Jan 15 12:00:00 2026] [core:error] ', '[Thu Jan 15 12:00:00 2026] [core:error] '],
  ['2026/01/15 12:00:00 [error] 1#2: ', '2026/01/15 12:00:00 [error] 1#2: '],
  ['', ''],
])('a message behind "%s" that is too long is cut, and its line stays whole', (heading) => {
  const line = `${heading}${'x'.repeat(65_536)}`;
  expect(eventOf(line)).toMatchObject({ message: 'x'.repeat(65_535), unmapped: { line } });
  const fits = eventOf(`${heading}${'x'.repeat(65_535)}`);
  expect(fits['message']).toBe('x'.repeat(65_535));
  expect(fits['unmapped'] ?? {}).not.toHaveProperty('line');
});

test('a line that only looks like one that was passed on is text', () => {
  const line = '2026-01-15T12:00:00.123456789Z stdout P:x';
  expect(eventOf(line)['message']).toBe(line);
});

test('a word in capitals behind the time that is no level is part of the message', () => {
  const event = eventOf(`${time} LOUD shop.cart: hello`);
  expect(event).toMatchObject({ message: `${time} LOUD shop.cart: hello`, severity_id: 0 });
  expect(event['metadata']).not.toHaveProperty('log_level');
});

test('the bracket that closes a time is no word before a level', () => {
  expect(eventOf('[2026-01-15 12:00:00] a b c d e ERROR f')['metadata']).toMatchObject({ log_level: 'ERROR' });
  expect(eventOf('[2026-01-15 12:00:00] a b c d e f ERROR')['metadata']).not.toHaveProperty('log_level');
});

test.each(['0', '9', '12'])('MySQL names the thread %s before the level', (thread) => {
  const event = eventOf(`2026-01-15T12:00:00.123456Z ${thread} [Warning] [MY-010055] [Server] hello`);
  expect(event).toMatchObject({ message: 'hello', severity_id: 3, unmapped: { thread, code: 'MY-010055' } });
});

test('a heading without a message is the message, and what a long line says before it is kept', () => {
  expect(eventOf('WARNING:root:')['message']).toBe('WARNING:root:');
  const line = `2026-01-15 12:00:00.123 INFO  [main] com.example.Cart - ${'x'.repeat(65_536)}`;
  expect(eventOf(line)['unmapped']).toEqual({ line, thread: 'main' });
});

test.each([
  ['hello [15/Jan/2026:12:00:00 +0000] there', Date.UTC(2026, 0, 15, 12)],
  ['a [15/Jan/2026:12:00:00 +0000] there', Date.UTC(2026, 0, 15, 12)],
  [`${'a'.repeat(255)} [15/Jan/2026:12:00:00 +0000] there`, Date.UTC(2026, 0, 15, 12)],
  [`${'a'.repeat(256)} [15/Jan/2026:12:00:00 +0000] there`, undefined],
  ['a [15/Jan/2026:12:00:00 +0000)', undefined],
  ['a [2026-01-15T12:00:00Z] there', undefined],
  ['a [32/Jan/2026:12:00:00 +0000] there', undefined],
])('a time in brackets is found among the first 256 characters: %s', (line, at) => {
  const event = eventOf(line);
  expect(event).toMatchObject({ class_uid: 0, message: line });
  expect(event['time']).toBe(at);
});

test.each([
  ['[15/Jan/2026:12:00:00 +0000] [error] hello', 'error', 4],
  ['[15/Jan/2026:12:00:00 +0000] [core:warn] hello', 'warn', 3],
  ['[15/Jan/2026:12:00:00 +0000] [loud] hello', undefined, 0],
  ['[15/Jan/2026:12:00:00 +0000] hello [error] there', undefined, 0],
  ['x [15/Jan/2026:12:00:00 +0000] [error] hello', undefined, 0],
])('a level in brackets is read right behind a time that begins the line: %s', (line, level, severity) => {
  const event = eventOf(line);
  expect(event).toMatchObject({ severity_id: severity, time: Date.UTC(2026, 0, 15, 12) });
  expect((event['metadata'] as Event)['log_level']).toBe(level);
});

test.each([
  ['26/01/15 12:00:00 INFO SparkContext: hello', 0, 'INFO', 'SparkContext', undefined],
  ['260115 120000 143 WARN dfs.DataNode$DataXceiver: hello', 0, 'WARN', 'dfs.DataNode$DataXceiver', { thread: '143' }],
  ['1234:M 15 Jan 2026 12:00:00.123 * hello', 123, 'notice', undefined, { pid: '1234', role: 'M' }],
  ['1234:X 15 Jan 2026 12:00:00.123 # hello', 123, 'warning', undefined, { pid: '1234', role: 'X' }],
])('%s says when, how grave and who', (line, ms, level, logger, unmapped) => {
  const event = eventOf(line);
  expect(event).toMatchObject({
    message: 'hello',
    time: Date.UTC(2026, 0, 15, 12, 0, 0, ms),
    metadata: { log_level: level },
  });
  expect((event['metadata'] as Event)['log_provider']).toBe(logger);
  expect(event['unmapped']).toEqual(unmapped);
});

test.each([
  ['INFO  2026-01-15 12:00:00,123 [main] hello', 123, 'INFO', undefined],
  ['[ERROR] 2026-01-15T12:00:00Z hello', 0, 'ERROR', undefined],
  ['INFO  [main] 2026-01-15 12:00:00,123 Cart.java:5 - hello', 123, 'INFO', { thread: 'main' }],
])('%s has its level before its time, and is the message', (line, ms, level, unmapped) => {
  const event = eventOf(line);
  expect(event).toMatchObject({
    message: line,
    time: Date.UTC(2026, 0, 15, 12, 0, 0, ms),
    metadata: { log_level: level },
  });
  expect(event['unmapped']).toEqual(unmapped);
});

const nginx = (message: string): unknown =>
  (eventOf(`2026/01/15 12:00:00 [error] 1#2: ${message}`)['unmapped'] as Record<string, unknown>)['nginx'];

test('what stands behind a message of nginx is read from the client on, in the order in which nginx writes it', () => {
  expect(nginx('failed, server: b')).toEqual({ pid: '1', tid: '2' });
  expect(nginx(', client: 192.0.2.1')).toMatchObject({ client: '192.0.2.1' });
  expect(nginx('failed, client: 192.0.2.1, host: "", referrer: "r"')).toMatchObject({ host: '', referrer: 'r' });
  expect(nginx('failed, client: 192.0.2.1, request: "GET /?a=, host: b HTTP/1.1", host: "www"')).toMatchObject({
    request: 'GET /?a=, host: b HTTP/1.1',
    host: 'www',
  });
  expect(nginx('failed, client: 192.0.2.1, server: a, upstream: "b')).toMatchObject({ server: 'a', upstream: 'b' });
});

test.each([
  [
    '<log4j:event logger="a.B" timestamp="1768478400123" level="INFO" thread="main"><log4j:message>hello</log4j:message></log4j:event>',
    123,
    undefined,
  ],
  [
    '<Event level="INFO" loggerName="a.B" thread="main"><Instant epochSecond="1768478400" nanoOfSecond="123000000"/><Message>hello</Message></Event>',
    123,
    '1768478400.123000000',
  ],
  [
    '<Event level="INFO" loggerName="a.B" thread="main"><Instant epochSecond="1768478400" nanoOfSecond="5"/><Message>hello</Message></Event>',
    0,
    '1768478400.000000005',
  ],
])('an event of log4j as XML says when, how grave, who and what: %s', (line, ms, originalTime) => {
  const event = eventOf(line);
  expect(event).toMatchObject({
    message: 'hello',
    time: 1_768_478_400_000 + ms,
    severity_id: 1,
    metadata: { log_level: 'INFO', log_provider: 'a.B' },
    unmapped: { thread: 'main' },
  });
  expect((event['metadata'] as Event)['original_time']).toBe(originalTime);
});

test('XML that is no event of log4j is text', () => {
  for (const line of ['<a level="INFO">hello</a>', '<Event level="LOUD">hello</Event>', '<Event>hello</Event>'])
    expect(eventOf(line)).toMatchObject({ message: line, severity_id: 0 });
});
