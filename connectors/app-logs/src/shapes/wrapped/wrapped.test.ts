import { expect, test } from 'vitest';
import { eventOf, type Event } from '../../streams/files/conformance.fixture.ts';

const time = '2026-01-15T12:00:00.123456789Z';
const at = Date.UTC(2026, 0, 15, 12, 0, 0, 123);

function containerOf(event: Event): unknown {
  return (event['unmapped'] as Record<string, unknown> | undefined)?.['container'];
}

test('a line of Kubernetes is what is inside, and its stream, tags and a missing end are kept', () => {
  expect(containerOf(eventOf(`${time} stdout F stock is low`))).toEqual({ stream: 'stdout' });
  expect(containerOf(eventOf(`${time} stderr P stock is`))).toEqual({ stream: 'stderr', partial: true });
  expect(containerOf(eventOf(`${time} stderr P:x stock is`))).toEqual({ stream: 'stderr', partial: true, tags: 'P:x' });
  expect(eventOf(`${time} stdout F stock is low`)).toMatchObject({ message: 'stock is low', time: at });
});

test.each([
  ['another tag', `${time} stdout X stock is low`],
  ['a tag that goes on', `${time} stdout Full stock is low`],
  ['another stream', `${time} stdlog F stock is low`],
  ['no tag', `${time} stdout`],
  ['a time that is none', '2026-13-15T12:00:00.123456789Z stdout F stock is low'],
])('a line with %s is none of Kubernetes', (_, line) => {
  const event = eventOf(line);
  expect(containerOf(event)).toBeUndefined();
  expect(event['message']).toBe(line);
});

test('a line of Docker is what is inside, and its stream, attributes and a missing end are kept', () => {
  const piece = { log: 'stock is', stream: 'stderr', time, attrs: { tag: 'shop' } };
  expect(eventOf(JSON.stringify(piece))).toMatchObject({ message: 'stock is', time: at, timezone_offset: 0 });
  expect(containerOf(eventOf(JSON.stringify(piece)))).toEqual({
    stream: 'stderr',
    partial: true,
    attrs: { tag: 'shop' },
  });
  const whole = { log: 'stock is low\r\n', stream: 'stdout', time };
  expect(eventOf(JSON.stringify(whole))['message']).toBe('stock is low');
  expect(containerOf(eventOf(JSON.stringify(whole)))).toEqual({ stream: 'stdout' });
});

test.each([
  ['without a text', { log: 1, stream: 'stdout', time }],
  ['without a time', { log: 'a', stream: 'stdout', time: 1 }],
  ['of another stream', { log: 'a', stream: 'stdlog', time }],
  ['with a field of its own', { log: 'a', stream: 'stdout', time, level: 'info' }],
  ['with a time that is none', { log: 'a', stream: 'stdout', time: '2026-13-15T12:00:00Z' }],
])('a record %s is none of Docker', (_, record) => {
  expect(containerOf(eventOf(JSON.stringify(record)))).toBeUndefined();
});

test('the original line is kept with what stood around it, and an event has no more unmapped than it says', () => {
  const line = `${time} stdout F stock is low`;
  expect(eventOf(line)['raw_data']).toBe(line);
  expect(eventOf(line, { raw_data: 'never' })['raw_data']).toBeUndefined();
  const long = `${time} stdout F ${'x'.repeat(65_530)}`;
  expect(eventOf(long)['raw_data']).toBeUndefined();
  const request = '{"method":"GET","path":"/","status":200,"time":"2026-01-15T12:00:00Z"}';
  expect(Object.keys(eventOf(request))).not.toContain('unmapped');
});

test('the time of a line stands before that of what passed it on, which stays beside it', () => {
  const own = eventOf(`${time} stdout F {"time":"2026-01-15T11:00:00Z","msg":"a"}`);
  expect(own).toMatchObject({ time: Date.UTC(2026, 0, 15, 11), metadata: { original_time: '2026-01-15T11:00:00Z' } });
  const unreadable = eventOf(`${time} stdout F {"time":"yesterday","msg":"a"}`);
  expect(unreadable).toMatchObject({ time: at, timezone_offset: 0, metadata: { original_time: time } });
  expect(unreadable['unmapped']).toMatchObject({ time: 'yesterday', original_time: 'yesterday' });
});

test.each([
  ['<34>Jan 15 12:00:00 web1 shop[7]: hello', { priority: '34', host: 'web1', program: 'shop', pid: '7' }],
  ['Jan 15 12:00:00 web1 shop: hello', { host: 'web1', program: 'shop' }],
  ['2026-01-15T13:00:00+01:00 web1 shop: hello', { host: 'web1', program: 'shop' }],
  [
    '<34>1 2026-01-15T12:00:00Z web1 shop 7 ID9 - hello',
    { priority: '34', host: 'web1', program: 'shop', pid: '7', message_id: 'ID9' },
  ],
])('the heading of syslog is taken off: %s', (line, syslog) => {
  expect(eventOf(line)).toMatchObject({
    message: 'hello',
    time: Date.UTC(2026, 0, 15, 12),
    metadata: { log_provider: 'shop' },
    unmapped: { syslog },
    raw_data: line,
  });
});

test.each([
  'Jan 32 12:00:00 web1 shop: hello',
  'Jan 15 25:00:00 web1 shop: hello',
  'Foo 15 12:00:00 web1 shop: hello',
  'Jan 15 12:00:00 web1 shop hello',
  'May the force be with you: always',
])('what is no heading of syslog stays in the message: %s', (line) => {
  expect(eventOf(line)).toMatchObject({ message: line });
});

test('a tag is kept where something follows its letter, and needs a blank behind it', () => {
  expect(containerOf(eventOf(`${time} stdout F: stock is low`))).toEqual({ stream: 'stdout', tags: 'F:' });
  expect(eventOf(`${time} stdout P:x`)).not.toHaveProperty('unmapped');
});

test('the time of a wrapping is of forty characters at most', () => {
  const written = (digits: number): string => `2026-01-15T12:00:00.${'1'.repeat(digits)}Z`;
  const docker = (digits: number): Event =>
    eventOf(JSON.stringify({ log: 'hello\n', stream: 'stdout', time: written(digits) }));
  const cri = (digits: number): Event => eventOf(`${written(digits)} stdout F hello`);
  expect(written(19)).toHaveLength(40);
  for (const read of [docker, cri]) {
    expect(containerOf(read(19))).toEqual({ stream: 'stdout' });
    expect(containerOf(read(20))).toBeUndefined();
  }
});

test('a line as long as OCSF takes is kept whole, with all that stood around it', () => {
  const heading = `${time} stdout F `;
  const line = heading + 'x'.repeat(65_535 - heading.length);
  expect(eventOf(line)['raw_data']).toBe(line);
});

test('what a line says of its time without naming one is kept beside the time of its wrapping', () => {
  const event = eventOf(`${time} stdout F {"time":"soon","msg":"hello"}`);
  expect(event).toMatchObject({
    time: at,
    message: 'hello',
    metadata: { original_time: time },
    unmapped: { original_time: 'soon', time: 'soon', container: { stream: 'stdout' } },
  });
});

const syslog = (heading: string): Event => eventOf(`${heading}hello`);

test.each([
  ['Jan 15 11:00:00 web1 shop[4711]: ', Date.UTC(2026, 0, 15, 11), { host: 'web1', program: 'shop', pid: '4711' }],
  ['Jan  5 11:00:00 web1 shop: ', Date.UTC(2026, 0, 5, 11), { host: 'web1', program: 'shop' }],
  ['Apr 15 11:00:00 web1 shop: ', Date.UTC(2025, 3, 15, 11), { host: 'web1', program: 'shop' }],
  ['<13>Sep 15 11:00:00 web1 shop: ', Date.UTC(2025, 8, 15, 11), { priority: '13', host: 'web1', program: 'shop' }],
  [
    '2026-01-15T11:00:00.5+01:00 web1 shop[4711]: ',
    Date.UTC(2026, 0, 15, 10, 0, 0, 500),
    { host: 'web1', program: 'shop', pid: '4711' },
  ],
  [
    '<13>1 2026-01-15T11:00:00Z web1 shop - - - ',
    Date.UTC(2026, 0, 15, 11),
    { priority: '13', host: 'web1', program: 'shop' },
  ],
])('a syslog daemon says when, where and who: %s', (heading, when, fields) => {
  const event = syslog(heading);
  expect(event).toMatchObject({ time: when, message: 'hello', metadata: { log_provider: 'shop' } });
  expect(event['unmapped']).toEqual({ syslog: fields });
});

test('who wrote a line is who it says itself, and whoever passed it on otherwise', () => {
  const said = (line: string): unknown => eventOf(`Jan 15 11:00:00 web1 shop: ${line}`)['metadata'];
  expect(said('{"service":"cart","msg":"hello"}')).toMatchObject({ log_provider: 'cart' });
  expect(said('{"msg":"hello","level":"info"}')).toMatchObject({ log_provider: 'shop', log_level: 'info' });
});

test('a time that no calendar has is kept beside that of the wrapping', () => {
  const line = `${time} stdout F a - - [31/Feb/2026:12:00:00 +0000] "GET / HTTP/1.1" 200 5`;
  expect(eventOf(line)).toMatchObject({
    time: at,
    metadata: { original_time: time },
    unmapped: { original_time: '31/Feb/2026:12:00:00 +0000', container: { stream: 'stdout' } },
  });
});

test("Docker's time stands for a line that says none, as it is written", () => {
  const line = JSON.stringify({ log: 'stock is low\n', stream: 'stdout', time: '2026-01-15T12:00:00.123456789Z' });
  expect(eventOf(line)).toMatchObject({
    message: 'stock is low',
    time: Date.UTC(2026, 0, 15, 12, 0, 0, 123),
    metadata: { original_time: '2026-01-15T12:00:00.123456789Z' },
  });
});

test('a heading of syslog without its host names the program', () => {
  expect(eventOf('Jan 14 23:59:59 shop[4711]: hello')).toMatchObject({
    time: Date.UTC(2026, 0, 14, 23, 59, 59),
    message: 'hello',
    unmapped: { syslog: { program: 'shop', pid: '4711' } },
  });
  // Without its number it may as well be a host.
  expect(eventOf('Jan 14 23:59:59 shop: hello')).toMatchObject({
    time: Date.UTC(2026, 0, 14, 23, 59, 59),
    message: 'Jan 14 23:59:59 shop: hello',
  });
});

test.each(['web-1  | ', 'shop_web_12 | ', 'proxy | '])(
  'docker compose puts the container before a line: %s',
  (heading) => {
    const name = heading.replace(/ .*/, '');
    expect(eventOf(`${heading}203.0.113.7 - alice [15/Jan/2026:12:00:00 +0000] "GET / HTTP/1.1" 200 12`)).toMatchObject(
      {
        class_uid: 4002,
        src_endpoint: { ip: '203.0.113.7' },
        actor: { user: { name: 'alice' } },
        unmapped: { container: { name } },
      },
    );
    expect(eventOf(`${heading}{"msg":"hello"}`)).toMatchObject({ message: 'hello', unmapped: { container: { name } } });
  },
);

test('a bar behind a word is no heading of docker compose where text follows it', () => {
  expect(eventOf('web-1 | hello')).toMatchObject({ message: 'hello', metadata: { log_provider: 'web-1' } });
  expect(eventOf('size | hello')).toMatchObject({ message: 'size | hello' });
  expect(eventOf('-1 | hello')).toMatchObject({ message: '-1 | hello' });
  expect(eventOf('web-1 |hello')).toMatchObject({ message: 'web-1 |hello' });
});
