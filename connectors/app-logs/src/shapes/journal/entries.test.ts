import { expect, test } from 'vitest';
import { eventOf, type Event } from '../../streams/files/conformance.fixture.ts';
import { isJsonRecord } from '../json/gather.ts';
import { readJournalRecord } from './journal-record.ts';

const time = '1768478400123456';

function entry(fields: Readonly<Record<string, unknown>>): Event {
  return eventOf(JSON.stringify({ __REALTIME_TIMESTAMP: time, ...fields }));
}

test('an entry says when, how grave, who and what', () => {
  expect(
    entry({ MESSAGE: 'hello', PRIORITY: '3', SYSLOG_IDENTIFIER: 'shop', __CURSOR: 'c-1', _PID: '7' }),
  ).toMatchObject({
    class_uid: 0,
    message: 'hello',
    severity_id: 4,
    time: 1_768_478_400_123,
    metadata: { log_level: 'err', log_provider: 'shop', uid: 'c-1', original_time: time },
    unmapped: { _PID: '7', SYSLOG_IDENTIFIER: 'shop' },
  });
});

test.each([
  ['0', 'emerg', 6],
  ['1', 'alert', 5],
  ['2', 'crit', 5],
  ['3', 'err', 4],
  ['4', 'warning', 3],
  ['5', 'notice', 2],
  ['6', 'info', 1],
  ['7', 'debug', 1],
])('the priority %s is the level %s', (priority, level, severity) => {
  expect(entry({ MESSAGE: 'a', PRIORITY: priority })).toMatchObject({
    severity_id: severity,
    metadata: { log_level: level },
  });
});

test('a priority that is none says nothing', () => {
  for (const priority of ['8', '', 'x', '12', 3])
    expect(entry({ MESSAGE: 'a', PRIORITY: priority })['metadata']).not.toHaveProperty('log_level');
});

test.each([
  [[104, 105], 'hi', false],
  [[0, 255], '\u0000\ufffd', false],
  [[256], undefined, true],
  [[-1], undefined, true],
  [[0.5], undefined, true],
  [['a', 'b'], undefined, true],
  [[], undefined, true],
  [7, undefined, true],
])('a message %j is the text %j', (message, text, isLeft) => {
  const event = entry({ MESSAGE: message });
  expect(event['message']).toBe(text);
  expect((event['unmapped'] as Record<string, unknown> | undefined)?.['MESSAGE']).toEqual(isLeft ? message : undefined);
});

test('who writes is named by the identifier, or else by the program', () => {
  expect(entry({ MESSAGE: 'a', _COMM: 'shop' })).toMatchObject({ metadata: { log_provider: 'shop' } });
  expect(entry({ MESSAGE: 'a', SYSLOG_IDENTIFIER: '', _COMM: 'shop' })).toMatchObject({
    metadata: { log_provider: 'shop' },
  });
  const long = (length: number): Event => entry({ MESSAGE: 'a', SYSLOG_IDENTIFIER: 'x'.repeat(length) });
  expect(long(1024)['metadata']).toHaveProperty('log_provider');
  expect(long(1025)['metadata']).not.toHaveProperty('log_provider');
});

test('a record is an entry by its time, or by its boot and transport', () => {
  expect(eventOf('{"_BOOT_ID":"b","_TRANSPORT":"journal","MESSAGE":"a"}')['message']).toBe('a');
  expect(eventOf('{"_BOOT_ID":"b","MESSAGE":"a"}')['message']).not.toBe('a');
  expect(eventOf('{"_TRANSPORT":"journal","MESSAGE":"a"}')['message']).not.toBe('a');
});

test.each([
  ['39f53479d3a045ac8e11786248231fbf', { activity_id: 3, status_id: 1 }],
  ['be02cf6855d2428ba40df7e9d022f03d', { activity_id: 3, status_id: 2 }],
  ['9d1aaa27d60140bd96365438aad20286', { activity_id: 4, status_id: 1 }],
  ['5eb03494b6584870a536b337290809b3', { activity_id: 5 }],
  ['d9b373ed55a64feb8242e02dbe79a49c', { activity_id: 99, activity_name: 'Fail', status_id: 2 }],
])('the message %s of systemd is a step of a service', (id, expected) => {
  const said = { SYSLOG_IDENTIFIER: 'systemd', MESSAGE_ID: id, MESSAGE: 'a' };
  for (const unit of ['UNIT', 'USER_UNIT'])
    expect(entry({ ...said, [unit]: 'ssh.service' }), unit).toMatchObject({
      class_uid: 6002,
      ...expected,
      app: { name: 'ssh.service' },
    });
  expect(entry({ ...said, UNIT: 'home.mount' })['class_uid']).toBe(0);
  expect(entry({ ...said, SYSLOG_IDENTIFIER: 'shop', UNIT: 'ssh.service' })['class_uid']).toBe(0);
});

const accepted = 'Accepted publickey for alice from 192.0.2.7 port 4711 ssh2: ED25519 SHA256:AAAA';

test.each([
  ['sshd', accepted, { status_id: 1, src_endpoint: { ip: '192.0.2.7', port: 4711 }, status_detail: 'publickey' }],
  ['sshd-session', accepted, { status_id: 1 }],
  [
    'sshd',
    'Failed password for invalid user eve from pc1.example.com port 4711 ssh2',
    { status_id: 2, user: { name: 'eve' }, src_endpoint: { hostname: 'pc1.example.com' } },
  ],
])('a login at %s: %s', (identifier, message, expected) => {
  const said = { SYSLOG_IDENTIFIER: identifier, MESSAGE: message, _HOSTNAME: 'web1' };
  expect(entry(said)).toMatchObject({
    class_uid: 3002,
    activity_id: 1,
    dst_endpoint: { hostname: 'web1' },
    ...expected,
  });
  expect(entry({ ...said, _UID: '0' })).toMatchObject({ class_uid: 3002 });
});

test('who only says to be sshd, and what sshd says of anything else, is no login', () => {
  const said = { SYSLOG_IDENTIFIER: 'sshd', MESSAGE: accepted };
  expect(entry({ ...said, _UID: '1000' })['class_uid']).toBe(0);
  expect(entry({ ...said, SYSLOG_IDENTIFIER: 'shop' })['class_uid']).toBe(0);
  expect(entry({ ...said, MESSAGE: 'Server listening on 0.0.0.0 port 22.' })['class_uid']).toBe(0);
  expect(entry({ ...said, MESSAGE: accepted.replace('4711', '99999') })['src_endpoint']).toEqual({ ip: '192.0.2.7' });
});

test('a service that writes requests to the journal is read by what it writes', () => {
  const MESSAGE = '{"method":"GET","path":"/a","status":200}';
  expect(entry({ MESSAGE, _PID: '7' })).toMatchObject({
    class_uid: 4002,
    time: 1_768_478_400_123,
    unmapped: { journal: { _PID: '7' } },
  });
  expect(entry({ MESSAGE: '{"a":' })['message']).toBe('{"a":');
  expect(entry({ MESSAGE: '192.0.2.7 - - [15/Jan/2026:12:00:00 +0000] "GET / HTTP/1.1" 200 5' })['class_uid']).toBe(
    4002,
  );
});

test('what a service prints is read by what it says of itself, and the journal says the rest', () => {
  const printed = { _TRANSPORT: 'stdout', PRIORITY: '6', SYSLOG_IDENTIFIER: 'shop', __CURSOR: 'c-1' };
  expect(entry({ ...printed, MESSAGE: '[main] stock is low' })).toMatchObject({ severity_id: 1 });
  expect(entry({ ...printed, MESSAGE: '2026-01-15 12:00:00 ERROR no stock' })).toMatchObject({
    severity_id: 4,
    metadata: { uid: 'c-1', log_provider: 'shop', log_level: 'ERROR' },
    unmapped: { journal: { PRIORITY: '6', SYSLOG_IDENTIFIER: 'shop', _TRANSPORT: 'stdout' } },
  });
  expect(entry({ ...printed, MESSAGE: 'Login failed for user alice from 192.0.2.7' })['class_uid']).toBe(3002);
  const logged = entry({ ...printed, _TRANSPORT: 'journal', MESSAGE: '2026-01-15 12:00:00 ERROR no stock' });
  expect(logged).toMatchObject({ severity_id: 1, metadata: { log_level: 'info' } });
});

test('logfmt in the journal is fields where it has a message, and text where it has none', () => {
  const MESSAGE = 'time="2026-01-15T12:00:01Z" level=error msg="no stock" item=7';
  expect(entry({ MESSAGE, PRIORITY: '6' })).toMatchObject({
    message: 'no stock',
    severity_id: 4,
    time: Date.UTC(2026, 0, 15, 12, 0, 1),
    unmapped: { item: '7', journal: { PRIORITY: '6' } },
  });
  expect(entry({ MESSAGE: 'level=warning message="low stock"' })).toMatchObject({
    message: 'low stock',
    severity_id: 3,
  });
  expect(entry({ MESSAGE: 'a=b level=error', PRIORITY: '6' })).toMatchObject({
    message: 'a=b level=error',
    severity_id: 1,
  });
});

test('an entry whose message a shipper has taken apart is read by its own fields', () => {
  expect(entry({ level: 'warning', msg: 'low stock', order: 7, PRIORITY: '6', _PID: '9' })).toMatchObject({
    message: 'low stock',
    severity_id: 3,
    unmapped: { order: 7, journal: { PRIORITY: '6', _PID: '9' } },
  });
  expect(entry({ message: 'hello' })).toMatchObject({ message: 'hello' });
  expect(entry({ level: 'warning', PRIORITY: '6' })).toMatchObject({ severity_id: 1, unmapped: { level: 'warning' } });
});

test('a name that a client sends cannot say where it comes from', () => {
  const said = { SYSLOG_IDENTIFIER: 'sshd', _UID: '0' };
  const name = 'root from 198.51.100.9 port 22 ssh2:';
  const event = entry({ ...said, MESSAGE: `Failed password for invalid user ${name} from 192.0.2.7 port 4711 ssh2` });
  expect(event).toMatchObject({ class_uid: 3002, user: { name }, src_endpoint: { ip: '192.0.2.7', port: 4711 } });
  const blank = entry({ ...said, MESSAGE: 'Failed password for invalid user ad min from 192.0.2.7 port 4711 ssh2' });
  expect(blank).toMatchObject({ user: { name: 'ad min' }, status_id: 2 });
});

test.each([
  ['3', 4],
  ['9', 0],
  [undefined, 0],
])('where what a service writes says no level, the priority %s does', (PRIORITY, severity) => {
  expect(entry({ MESSAGE: '{"msg":"a"}', PRIORITY })).toMatchObject({ message: 'a', severity_id: severity });
});

test('a message longer than OCSF takes is cut, and stays whole beside', () => {
  const MESSAGE = 'x'.repeat(65_536);
  expect(entry({ MESSAGE })).toMatchObject({ message: MESSAGE.slice(1), unmapped: { MESSAGE } });
});

test('a message as long as OCSF takes is not kept twice', () => {
  expect(entry({ MESSAGE: 'x'.repeat(65_535) })).not.toHaveProperty('unmapped');
  const long = 'x'.repeat(65_536);
  expect(entry({ MESSAGE: long })).toMatchObject({ message: long.slice(0, 65_535), unmapped: { MESSAGE: long } });
});

test('a field may have the name of the prototype of all objects, which stays as it is', () => {
  const record: unknown = JSON.parse('{"MESSAGE":"a","A":"b","__proto__":{"polluted":true}}');
  const { rest } = readJournalRecord(isJsonRecord(record) ? record : {});
  expect(Object.getPrototypeOf(rest)).toBe(Object.prototype);
  expect(rest).toEqual({ A: 'b' });
});
