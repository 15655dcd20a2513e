import { expect, test } from 'vitest';
import { eventOf, type Event } from '../../streams/files/conformance.fixture.ts';

const time = '2026-01-15 12:00:00.123';

test.each([
  ['2026-01-15 12:00:00: (mod_auth.c.828) hello', { source: 'mod_auth.c.828' }, undefined],
  ['2026-01-15 12:00:00.12 Logon       hello', undefined, 'Logon'],
  ['2026-01-15 12:00:00.12 spid7s      hello', undefined, 'spid7s'],
])('a heading may say no level: %s', (line, fields, logger) => {
  const event = eventOf(line);
  expect(event).toMatchObject({ message: 'hello', severity_id: 0 });
  expect(event['unmapped']).toEqual(fields);
  expect((event['metadata'] as Event)['log_provider']).toBe(logger);
});

test('a level that stands behind such a heading is one all the same', () => {
  expect(eventOf('2026-01-15T12:00:00Z: ERROR hello')).toMatchObject({ severity_id: 4, message: 'ERROR hello' });
});

test.each([
  ['2026-01-15 12:00:00.5 +01:00 [WRN] hello', Date.UTC(2026, 0, 15, 11, 0, 0, 500), 60, 3],
  ['2026-01-15 12:00:00 -0230 [FTL] hello', Date.UTC(2026, 0, 15, 14, 30), -150, 6],
  ['2026-01-15 12:00:00 +01:00', Date.UTC(2026, 0, 15, 11), 60, 0],
  ['2026-01-15 12:00:00 +01:000 hello', Date.UTC(2026, 0, 15, 12), undefined, 0],
])('the zone may stand apart from the time: %s', (line, at, offset, severity) => {
  const event = eventOf(line);
  expect(event).toMatchObject({ time: at, severity_id: severity });
  expect(event['timezone_offset']).toBe(offset);
});

test.each([
  ...['VRB', 'DBG', 'INF', 'trce', 'TRC'].map((level) => [level, 1] as const),
  ['WRN', 3],
  ['FTL', 6],
  ['fail', 4],
] as const)('the short level %s is one', (level, severity) => {
  expect(eventOf(JSON.stringify({ level, msg: 'hello' }))).toMatchObject({ severity_id: severity });
});

test.each([
  ['[W 2026-01-15 12:00:00.123 ServerApp] 403 GET /api/a (192.0.2.7) 1.20ms', 403, undefined, 'Failure'],
  ['[I 260115 12:00:00 web:1] 302 GET /api/a -> /b (alice@192.0.2.7) 12.00ms', 302, 'alice', 'Success'],
])('Tornado says of a request that it was answered: %s', (line, code, name, status) => {
  const event = eventOf(line);
  expect(event).toMatchObject({
    class_uid: 4002,
    activity_id: 3,
    status_id: status === 'Success' ? 1 : 2,
    http_request: { http_method: 'GET', url: { path: '/api/a' } },
    http_response: { code },
    src_endpoint: { ip: '192.0.2.7' },
    duration: code === 403 ? 1 : 12,
  });
  expect((event['actor'] as { user?: { name?: string } } | undefined)?.user?.name).toBe(name);
  expect((event['unmapped'] as Event)['duration']).toBe(code === 403 ? '1.20ms' : undefined);
  expect((event['unmapped'] as Event)['location']).toBe(code === 403 ? undefined : '/b');
});

test("what zap's console writes behind its message are fields", () => {
  const line = `${time}\twarn\tshop/cart.go:42\tno {stock}\t{"sku": 7, "user": "alice"}`;
  expect(eventOf(line)).toMatchObject({
    class_uid: 0,
    severity_id: 3,
    message: 'no {stock}',
    unmapped: { sku: 7, user: 'alice', heading: { source: 'shop/cart.go:42' } },
  });
  // The fields stand last, whatever the message holds.
  expect(eventOf(`${time}\twarn\tsaid\t{"user": "bob"}\t{"user": "alice"}`)).toMatchObject({
    message: 'said\t{"user": "bob"}',
    unmapped: { user: 'alice' },
  });
  expect(eventOf(`${time}\twarn\tsaid\t{not json}`)).toMatchObject({ message: 'said\t{not json}' });
});

test('what klog writes behind a message in quotes are fields', () => {
  const heading = 'I0115 12:00:00.123456    4711 httplog.go:132] ';
  expect(eventOf(`${heading}"HTTP" verb="GET" URI="/a" resp=404 srcIP="192.0.2.7:41022"`)).toMatchObject({
    class_uid: 4002,
    message: 'HTTP',
    status_code: '404',
    http_request: { http_method: 'GET', url: { path: '/a' } },
    src_endpoint: { ip: '192.0.2.7', port: 41_022 },
  });
  expect(eventOf(`${heading}"Pod started" pod="shop" node="a"`)).toMatchObject({
    class_uid: 0,
    message: 'Pod started',
    unmapped: { pod: 'shop', node: 'a' },
  });
  expect(eventOf(`${heading}"Pod started" and more`)).toMatchObject({ message: '"Pod started" and more' });
});

test('PostgreSQL on RDS says from where somebody failed to log in', () => {
  const line =
    '2026-01-15 12:00:00 UTC:192.0.2.7(41022):ada@shop:[4711]:FATAL:  password authentication failed for user "ada"';
  expect(eventOf(line)).toMatchObject({ class_uid: 3002, user: { name: 'ada' }, src_endpoint: { ip: '192.0.2.7' } });
});

test.each([
  ['WARN', 3],
  [undefined, 1],
])("a login of Keycloak's is one in the record of another logger, at level %s", (level, severity) => {
  const message = 'type="LOGIN_ERROR", realmId="shop", userId="null", ipAddress="192.0.2.7", username="alice"';
  const event = eventOf(JSON.stringify({ timestamp: '2026-01-15T12:00:00Z', level, message }));
  expect(event).toMatchObject({
    class_uid: 3002,
    status_id: 2,
    severity_id: severity,
    time: Date.UTC(2026, 0, 15, 12),
    timezone_offset: 0,
    user: { name: 'alice' },
    src_endpoint: { ip: '192.0.2.7' },
    unmapped: { realmId: 'shop', userId: 'null', record: { timestamp: '2026-01-15T12:00:00Z' } },
  });
  expect((event['user'] as Event)['uid']).toBeUndefined();
  const other = 'type="CODE_TO_TOKEN", realmId="shop", userId="7f3a"';
  expect(eventOf(JSON.stringify({ message: other }))).toMatchObject({ class_uid: 0, message: other });
});

test.each([
  ['T', 1],
  ['D', 1],
  ['I', 1],
  ['W', 3],
  ['E', 4],
  ['F', 6],
])('the letter %s is a level of Gitea', (letter, severity) => {
  expect(eventOf(`${time} ...web/auth.go:212:SignIn() [${letter}] hello`)).toMatchObject({
    message: 'hello',
    severity_id: severity,
    metadata: { log_level: letter },
  });
});

test.each([
  ['D', 'debug', 1],
  ['I', 'info', 1],
  ['W', 'warning', 3],
  ['E', 'error', 4],
  ['C', 'critical', 5],
])('the letter %s is a level of Tornado', (letter, level, severity) => {
  expect(eventOf(`[${letter} ${time} ServerApp] hello`)).toMatchObject({
    message: 'hello',
    time: Date.UTC(2026, 0, 15, 12, 0, 0, 123),
    severity_id: severity,
    metadata: { log_level: level, original_time: time },
  });
});

test.each(['Logon', 'Server', 'Backup', 'spid51', 'spid51s'])('SQL Server says what of it speaks: %s', (part) => {
  expect(eventOf(`2026-01-15 12:00:00.12 ${part.padEnd(12)} hello`)).toMatchObject({
    message: 'hello',
    metadata: { log_provider: part },
  });
});

test('what log4j escapes for XML stands as it was said', () => {
  const said = 'if a &lt; b &gt; &quot;c&quot; or &apos;d&apos; &amp;lt; e';
  expect(eventOf(`<Event level="WARN" loggerName="shop &amp; cart"><Message>${said}</Message></Event>`)).toMatchObject({
    message: `if a < b > "c" or 'd' &lt; e`,
    metadata: { log_provider: 'shop & cart' },
  });
});

test.each<[line: string, severity: number, logger?: string | undefined, fields?: object]>([
  [`${time} info: hello`, 1],
  [`${time} [warn]: hello`, 3],
  ['error: hello', 4],
  [`[${time}] [ERROR] shop.cart - hello`, 4, 'shop.cart'],
  [`[${time}]  WARN: shop/4711 on web1: hello`, 3, 'shop', { pid: '4711', host: 'web1' }],
  ['[12:00:00.123] INFO (4711): hello', 1, undefined, { pid: '4711' }],
  ['[12:00:00] ERROR (shop/4711 on web1): hello', 4, 'shop', { pid: '4711', host: 'web1' }],
  ['[Nest] 4711  - 01/15/2026, 12:00:00 PM     LOG [Cart] hello', 1, 'Cart', { pid: '4711' }],
  ['[Nest] 4711  - 01/15/2026, 12:00:00 AM   ERROR hello', 4, undefined, { pid: '4711' }],
  [`[${time}] WARN hello`, 3],
  [`${time} INFO [main] Cart:12 - hello`, 1, 'Cart', { thread: 'main', line: '12' }],
])('loggers of JavaScript and Kafka begin so: %s', (line, severity, logger, fields) => {
  const event = eventOf(line);
  expect(event).toMatchObject({ class_uid: 0, message: 'hello', severity_id: severity });
  expect((event['metadata'] as Event)['log_provider']).toBe(logger);
  expect(event['unmapped']).toEqual(fields);
});

test.each([`${time} shop: hello`, `${time} [shop]: hello`, 'shop: hello', `[${time}] [SHOP] a - hello`])(
  'what stands there and is no level begins the message: %s',
  (line) => {
    expect(eventOf(line)).toMatchObject({ message: line, severity_id: 0 });
  },
);

test.each([
  ['01/15/2026, 12:00:00 AM', Date.UTC(2026, 0, 15)],
  ['01/15/2026, 12:30:00 PM', Date.UTC(2026, 0, 15, 12, 30)],
  ['01/15/2026, 1:00:00\u202fPM', Date.UTC(2026, 0, 15, 13)],
  ['01/15/2026, 13:00:00 PM', undefined],
  ['01/15/2026, 0:00:00 AM', undefined],
  ['15/01/2026, 1:00:00 PM', undefined],
])('a clock of twelve hours shows %s', (written, at) => {
  expect(eventOf(`[Nest] 1  - ${written}     LOG hello`)['time']).toBe(at);
});

test.each([
  ['CET', 60, 11],
  ['EDT', -240, 16],
  ['GMT', 0, 12],
  ['UTC', 0, 12],
])('the zone %s may stand behind the time by its name', (zone, offset, hour) => {
  expect(eventOf(`2026-01-15 12:00:00 ${zone} [7] ada@shop LOG:  hello`)).toMatchObject({
    message: 'hello',
    time: Date.UTC(2026, 0, 15, hour),
    timezone_offset: offset,
    metadata: { original_time: `2026-01-15 12:00:00 ${zone}` },
  });
});

test('a name of several zones is read by the configuration, and is no time without it', () => {
  const line = '2026-01-15 12:00:00 IST [7] ada@shop LOG:  hello';
  expect(eventOf(line)).toMatchObject({ message: 'hello', metadata: { original_time: '2026-01-15 12:00:00 IST' } });
  expect(eventOf(line)['time']).toBeUndefined();
  expect(eventOf(line, { timezone: 'Asia/Kolkata' })['time']).toBe(Date.UTC(2026, 0, 15, 6, 30));
});

test('hours alone are a zone where PostgreSQL writes them', () => {
  expect(eventOf('2026-01-15 12:00:00 +03 [7] LOG:  hello')).toMatchObject({
    time: Date.UTC(2026, 0, 15, 9),
    timezone_offset: 180,
    message: 'hello',
  });
  expect(eventOf('2026-01-15 12:00:00 +03 degrees')).toMatchObject({ time: Date.UTC(2026, 0, 15, 12) });
});

test.each<[line: string, severity: number, at: number | undefined]>([
  ['[15-Jan-2026 12:00:00 UTC] PHP Fatal error:  hello', 4, Date.UTC(2026, 0, 15, 12)],
  ['[15-Jan-2026 12:00:00 UTC] PHP Deprecated:  hello', 2, Date.UTC(2026, 0, 15, 12)],
  ['[15-Jan-2026 12:00:00] WARNING: hello', 3, Date.UTC(2026, 0, 15, 12)],
  ['[15-Jan-2026 12:00:00.123456] NOTICE: hello', 2, Date.UTC(2026, 0, 15, 12, 0, 0, 123)],
  ['[15-Jan-2026 12:00:00 Europe/Berlin] PHP Notice:  hello', 2, undefined],
])('PHP begins so: %s', (line, severity, at) => {
  const event = eventOf(line);
  expect(event).toMatchObject({ message: 'hello', severity_id: severity });
  expect(event['time']).toBe(at);
});

test('the place that PHP names is the configured one, and UTC is UTC wherever that is', () => {
  const timeIn = (zone: string): unknown =>
    eventOf(`[15-Jan-2026 12:00:00 ${zone}] PHP Notice:  hello`, { timezone: 'Europe/Berlin' })['time'];
  expect(timeIn('Europe/Berlin')).toBe(Date.UTC(2026, 0, 15, 11));
  expect([timeIn('UTC'), timeIn('GMT')]).toEqual([Date.UTC(2026, 0, 15, 12), Date.UTC(2026, 0, 15, 12)]);
});

test("Celery's level and process stand in the bracket of its time", () => {
  expect(eventOf('[2026-01-15 12:00:00,123: WARNING/ForkPoolWorker-1] hello')).toMatchObject({
    message: 'hello',
    severity_id: 3,
    unmapped: { process: 'ForkPoolWorker-1' },
  });
});

test.each([
  ['15 Jan 2026 12:00:00 +0100 hello', 11, 60],
  ['Jan 15, 2026 12:00:00 PM CET hello', 11, 60],
  ['15-Jan-2026 12:00:00 -0230 hello', 14.5, -150],
  ['[Jan 15 12:00:00] hello', 12, undefined],
  ['[15.01.2026 12:00:00] hello', 12, undefined],
  ['Thu, 15 Jan 2026 12:00:00 GMT hello', 12, 0],
])('a time in words is that of the zone behind it: %s', (line, hours, offset) => {
  const event = eventOf(line);
  expect(event).toMatchObject({ time: Date.UTC(2026, 0, 15) + hours * 3_600_000, message: line });
  expect(event['timezone_offset']).toBe(offset);
});

test('glog may write the year', () => {
  expect(eventOf('E20250115 12:00:00.123456    4711 server.cc:155] hello')).toMatchObject({
    time: Date.UTC(2025, 0, 15, 12, 0, 0, 123),
    message: 'hello',
    severity_id: 4,
    metadata: { original_time: 'E20250115 12:00:00.123456' },
  });
});

test("what PostgreSQL is asked for by pgBadger's manual stands before its messages", () => {
  const heading = '2026-01-15 12:00:00 UTC [4711]: [3-1] user=ada,db=shop,app=psql,client=192.0.2.7 ';
  expect(eventOf(`${heading}FATAL:  password authentication failed for user "ada"`)).toMatchObject({
    class_uid: 3002,
    status_id: 2,
    severity_id: 4,
    user: { name: 'ada' },
    src_endpoint: { ip: '192.0.2.7' },
  });
  expect(eventOf(`${heading}LOG:  hello`)).toMatchObject({
    message: 'hello',
    severity_id: 1,
    unmapped: { pid: '4711', user: 'ada', database: 'shop', application: 'psql', client: '192.0.2.7' },
  });
  expect(eventOf('2026-01-15 12:00:00 UTC [4711] user=,db= LOG:  hello')).toMatchObject({
    message: 'hello',
    unmapped: { pid: '4711' },
  });
});

test('the name of an application cannot forge the message behind it', () => {
  const app = 'a,client=192.0.2.66 FATAL:  password authentication failed for user "eve"';
  const line = `2026-01-15 12:00:00 UTC [4711]: [3-1] user=ada,db=shop,app=${app},client=192.0.2.7 LOG:  hello`;
  expect(eventOf(line)).toMatchObject({ class_uid: 0, message: line });
});

test('OpenStack says what request it was', () => {
  expect(
    eventOf('2026-01-15 12:00:00.123 4711 WARNING nova.compute.manager [req-3f2a 9c1e 77aa - - -] hello'),
  ).toMatchObject({
    message: 'hello',
    severity_id: 3,
    metadata: { log_provider: 'nova.compute.manager' },
    unmapped: { pid: '4711', request_context: 'req-3f2a 9c1e 77aa - - -' },
  });
});
