import { expect, test } from 'vitest';
import { eventOf, type Event } from '../../streams/files/conformance.fixture.ts';

const said = (record: object): Event => eventOf(JSON.stringify(record));

test.each<[record: object, severity: number]>([
  [{ '@t': '2026-01-15T12:00:00Z', '@m': 'hello' }, 1],
  [{ '@t': '2026-01-15T12:00:00Z', '@mt': 'hello' }, 1],
  [{ '@t': '2026-01-15T12:00:00Z', '@mt': 'hello', '@l': 'Error' }, 4],
  [{ '@t': '2026-01-15T12:00:00Z', msg: 'hello' }, 0],
  [{ '@m': 'hello' }, 0],
])("Serilog's compact form leaves out the level that most records have: %j", (record, severity) => {
  expect(said(record)).toMatchObject({ severity_id: severity, message: 'hello' });
});

test.each<[record: object, severity: number]>([
  [{ version: '1.1', short_message: 'hello', level: 3 }, 4],
  [{ version: '1.1', short_message: 'hello', level: 6 }, 1],
  [{ version: '1.1', short_message: 'hello', level: 9 }, 99],
  [{ version: '1.1', msg: 'hello', level: 3 }, 99],
  [{ version: '1.1', msg: 'hello', short_message: 5, level: 3 }, 99],
  [{ short_message: 'hello', level: 3 }, 99],
  [{ version: '1.1', short_message: 'hello' }, 0],
])('the levels of GELF are those of syslog: %j', (record, severity) => {
  expect(said(record)).toMatchObject({ severity_id: severity, message: 'hello' });
});

const began = 1_768_478_400_000;
const own = '2026-01-15T08:00:00Z';

test.each<[record: object, time: number | undefined]>([
  [{ latencies: {}, started_at: began }, began],
  [{ latencies: {}, started_at: began, time: own }, Date.parse(own)],
  [{ latencies: {}, started_at: 'soon' }, undefined],
  [{ latencies: {}, started_at: -1 }, undefined],
  [{ started_at: began }, undefined],
])('Kong says when a request began: %j', (record, time) => {
  expect(said(record)['time']).toBe(time);
});

const mongo = {
  t: { $date: '2026-01-15T12:00:00.123+01:00' },
  s: 'W',
  c: 'NETWORK',
  id: 1,
  ctx: 'conn1',
  msg: 'hello',
};

test.each([
  ['F', 'fatal', 6],
  ['E', 'error', 4],
  ['W', 'warning', 3],
  ['I', 'info', 1],
  ['D2', 'debug', 1],
])('MongoDB calls a level %s', (s, level, severity) => {
  expect(said({ ...mongo, s })).toMatchObject({
    time: Date.UTC(2026, 0, 15, 11, 0, 0, 123),
    timezone_offset: 60,
    severity_id: severity,
    metadata: { log_level: level, log_provider: 'mongod', original_time: '2026-01-15T12:00:00.123+01:00' },
  });
});

test.each<[record: object]>([[{ t: '2026' }], [{ t: {} }], [{ t: { $date: 5 } }], [{ s: 5 }], [{ c: 5 }]])(
  'a record with %j is none of MongoDB',
  (fields) => {
    expect(said({ ...mongo, ...fields })['metadata']).not.toHaveProperty('log_provider');
  },
);

test('a time of MongoDB that is none is kept where it is', () => {
  const event = said({ ...mongo, t: { $date: 'soon' } });
  expect(event).toMatchObject({
    severity_id: 3,
    metadata: { log_provider: 'mongod' },
    unmapped: { t: { $date: 'soon' } },
  });
  expect(event).not.toHaveProperty('time');
  expect(event['metadata']).not.toHaveProperty('original_time');
});

const login = {
  ...mongo,
  c: 'ACCESS',
  msg: 'Authentication failed',
  attr: { principalName: 'ada', remote: '203.0.113.7:5555' },
};

test.each<[record: object, expected: object]>([
  [{}, { class_uid: 3002, activity_id: 1, status_id: 2, user: { name: 'ada' }, src_endpoint: { ip: '203.0.113.7' } }],
  [{ msg: 'Authentication succeeded' }, { class_uid: 3002, status_id: 1 }],
  [{ msg: 'Successfully authenticated' }, { class_uid: 3002, status_id: 1 }],
  [{ attr: { user: 'ada', client: '203.0.113.8:1' } }, { user: { name: 'ada' }, src_endpoint: { ip: '203.0.113.8' } }],
  [{ msg: 'Checking authorization' }, { class_uid: 0 }],
  [{ attr: { remote: '203.0.113.7:5555' } }, { class_uid: 0 }],
  [{ attr: 'ada' }, { class_uid: 0 }],
  [{ c: 'NETWORK' }, { class_uid: 0 }],
])('MongoDB says a login: %j', (fields, expected) => {
  expect(said({ ...login, ...fields })).toMatchObject(expected);
});

test.each<[record: object, class_uid: number]>([
  [{ response_flags: 'DPE', response_code: 400 }, 4002],
  [{ response_flags: 'DPE', status: 400 }, 0],
  [{ response_code: 400 }, 0],
  [{ remote_addr: '203.0.113.7', status: 400, request: '' }, 4002],
  [{ remote_addr: '203.0.113.7', status: 400, request_method: '-' }, 4002],
  [{ remote_addr: '203.0.113.7', status: 400 }, 0],
  [{ status: 400, request: '' }, 0],
  [{ remote_addr: '203.0.113.7', request: '' }, 0],
  [{ method: 'GET', path: '/a' }, 0],
  [{ method: 'GET', status: 200 }, 0],
  [{ path: '/a', status: 200 }, 0],
  [{ method: 'GET', path: '/a', status: 200 }, 4002],
])('%j is a request that was answered where it says so: class %i', (record, class_uid) => {
  expect(said(record)).toMatchObject({ class_uid });
});

test.each<[record: object, severity: number]>([
  [{ level: 200, level_name: 'INFO', channel: 'shop' }, 1],
  [{ level: 550, level_name: 'ALERT', channel: 'shop' }, 5],
  [{ level: 200, level_name: 'LOUD', channel: 'shop' }, 99],
  [{ level: 'info', level_name: 'ERROR', channel: 'shop' }, 1],
  [{ level: 200, channel: 'shop' }, 99],
  [{ reqId: 'a', remoteAddr: '192.0.2.7', app: 'files', level: 2 }, 3],
  [{ reqId: 'a', remoteAddr: '192.0.2.7', app: 'files', level: 0 }, 1],
  [{ reqId: 'a', remoteAddr: '192.0.2.7', app: 'files', level: 1 }, 1],
  [{ reqId: 'a', remoteAddr: '192.0.2.7', app: 'files', level: 3 }, 4],
  [{ reqId: 'a', remoteAddr: '192.0.2.7', app: 'files', level: 4 }, 6],
  [{ reqId: 'a', remoteAddr: '192.0.2.7', app: 'files', level: 7 }, 99],
  [{ remoteAddr: '192.0.2.7', app: 'files', level: 2 }, 99],
  [{ reqId: 'a', app: 'files', level: 2 }, 99],
  [{ reqId: 'a', remoteAddr: '192.0.2.7', level: 2 }, 99],
  [{ reqId: 'a', remoteAddr: '192.0.2.7', app: 'files', level: 'error' }, 4],
])('Monolog and Nextcloud count levels on scales of their own: %j', (record, severity) => {
  expect(said(record)['severity_id']).toBe(severity);
});

test.each<[record: object, time: number | undefined, offset: number | undefined]>([
  [{ date: '2026-01-15 12:00:00.500000', timezone_type: 3, timezone: 'UTC' }, Date.UTC(2026, 0, 15, 12, 0, 0, 500), 0],
  [{ date: '2026-01-15 12:00:00.000000', timezone_type: 1, timezone: '+01:00' }, Date.UTC(2026, 0, 15, 11), 60],
  [{ date: '2026-01-15 12:00:00.000000', timezone_type: 3, timezone: 'Europe/Berlin' }, undefined, undefined],
  [{ date: '2026-01-15 12:00:00.000000' }, undefined, undefined],
  [{ timezone: 'UTC' }, undefined, undefined],
  [{ date: ['2026-01-15 12:00:00.000000'], timezone: 'UTC' }, undefined, undefined],
  [{ date: '2026-01-15 12:00:00.000000', timezone: ['+01:00'] }, undefined, undefined],
])('PHP writes the time of a record of Monolog as an object: %j', (datetime, time, offset) => {
  const event = said({ message: 'hello', level_name: 'INFO', datetime });
  expect(event['time']).toBe(time);
  expect(event['timezone_offset']).toBe(offset);
  expect((event['metadata'] as Event)['original_time']).toBe(
    time === undefined ? undefined : (datetime as { readonly date: string }).date,
  );
  expect(event['unmapped']).toMatchObject({ datetime });
});

test("a time of Monolog's in a field of its own stands before that of the object", () => {
  const datetime = { date: '2026-01-15 12:00:00.000000', timezone: 'UTC' };
  expect(said({ time: own, level_name: 'INFO', datetime })['time']).toBe(Date.parse(own));
});

test('a short name of a time is one where it is written as such', () => {
  expect(said({ t: '2026-01-15T12:00:00+0100', msg: 'hello' })['time']).toBe(Date.UTC(2026, 0, 15, 11));
  expect(said({ t: began, msg: 'hello' })).toMatchObject({ unmapped: { t: began } });
});

test('what a login says of its request has no attribute there, and is kept', () => {
  const who = { 'event.category': 'authentication', username: 'ada', ip: '192.0.2.7' };
  expect(said(who)).toMatchObject({ class_uid: 3002, user: { name: 'ada' }, src_endpoint: { ip: '192.0.2.7' } });
  expect(said(who)['unmapped']).not.toHaveProperty('username');
  expect(said({ ...who, status: 401, method: 'POST' })).toMatchObject({
    class_uid: 3002,
    unmapped: { status: 401, method: 'POST' },
  });
});
