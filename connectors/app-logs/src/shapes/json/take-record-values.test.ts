import { expect, test } from 'vitest';
import { noFacts, type Facts } from '../../events/facts.ts';
import { utc } from '../../time/zone.ts';
import { fieldTree, type TakeField } from './field-tree.ts';
import { gather, isDeeperThan } from './gather.ts';
import { recordFields } from './record-fields.ts';

const tree = fieldTree(recordFields);
const longest = 'x'.repeat(65_535);

interface Read {
  readonly facts: Facts;
  readonly rest: unknown;
}

function read(record: Readonly<Record<string, unknown>>): Read {
  const facts = noFacts();
  return { facts, rest: gather(record, tree, facts, utc) };
}

test.each<[record: Record<string, unknown>, facts: Partial<Facts>]>([
  [{ message: 'hello' }, { message: 'hello' }],
  [{ message: longest }, { message: longest }],
  [{ message: '', msg: 'hello' }, { message: 'hello' }],
  [{ level: 'warn' }, { level: 'warn', severityId: 3 }],
  [{ level: 'loud' }, { level: 'loud', severityId: 99 }],
  [{ level: 50 }, { level: '50', severityId: 4 }],
  [{ level: 5 }, { level: '5', severityId: 99 }],
  [{ logger: 'db' }, { logger: 'db' }],
  [{ service: 'shop' }, { service: 'shop' }],
  [{ trace_id: 't-1' }, { correlationUid: 't-1' }],
  [{ 'event.id': 7 }, { eventUid: '7' }],
  [{ 'event.outcome': 'success' }, { isSuccess: true }],
  [{ outcome: 'failure' }, { isSuccess: false }],
  [{ outcome: 'failed' }, { isSuccess: false }],
  [{ outcome: 'succeeded' }, { isSuccess: true }],
  [{ success: false }, { isSuccess: false }],
  [{ aws_account_id: '111122223333' }, { cloudAccount: '111122223333' }],
  [{ accountId: 111_122_223_333 }, { cloudAccount: '111122223333' }],
  [{ 'cloud.provider': 'aws' }, { cloudProvider: 'AWS' }],
  [{ 'cloud.provider': 'gcp' }, { cloudProvider: 'gcp' }],
  [{ aws_region: 'eu-central-1' }, { cloudRegion: 'eu-central-1' }],
  [{ time: 1_768_478_400_000 }, { time: 1_768_478_400_000, originalTime: undefined }],
  [{ time: 1_768_478_400 }, { time: 1_768_478_400_000, originalTime: '1768478400' }],
  [{ time: '1768478400.5' }, { time: 1_768_478_400_500, originalTime: '1768478400.5' }],
  [
    { time: '2026-01-15T13:00:00+01:00' },
    { time: 1_768_478_400_000, originalTime: '2026-01-15T13:00:00+01:00', timezoneOffset: 60 },
  ],
  [
    { time: '2026-01-15 13:00:00 CET' },
    { time: 1_768_478_400_000, originalTime: '2026-01-15 13:00:00 CET', timezoneOffset: 60 },
  ],
  [
    { time_local: '15/Jan/2026:13:00:00 +0100' },
    { time: 1_768_478_400_000, originalTime: '15/Jan/2026:13:00:00 +0100', timezoneOffset: 60 },
  ],
  [
    { instant: { epochSecond: 1_768_478_400, nanoOfSecond: 7_000_000 } },
    { time: 1_768_478_400_007, originalTime: '1768478400.007000000' },
  ],
])('%j is taken', (record, facts) => {
  const { facts: found, rest } = read(record);
  expect(found).toMatchObject(facts);
  expect(rest).toBeUndefined();
});

test.each<Record<string, unknown>>([
  { message: 7 },
  { level: true },
  { level: '-' },
  { logger: 7 },
  { service: 7 },
  { service: '12ms' },
  { trace_id: 7 },
  { 'event.id': 0.5 },
  { outcome: 'odd' },
  { success: 'yes' },
  { aws_account_id: '11112222333' },
  { 'cloud.provider': 7 },
  { aws_region: '' },
  { time: 7 },
  { time: true },
  { time: 'yesterday' },
  { time: `2026-01-15T13:00:00Z${' '.repeat(60)}` },
  { instant: 7 },
  { instant: { epochSecond: 1_768_478_400 } },
  { instant: { epochSecond: 1_768_478_400, nanoOfSecond: 0.5 } },
  { instant: { epochSecond: 0.5, nanoOfSecond: 0 } },
  { instant: { epochSecond: 7, nanoOfSecond: 0 } },
  { instant: { epochSecond: 1_768_478_400, nanoOfSecond: 0, zone: 'Z' } },
])('%j is not taken, and stays', (record) => {
  const { facts, rest } = read(record);
  expect(rest).toEqual(record);
  expect({ ...facts, originalTime: undefined }).toEqual(noFacts());
});

test.each([
  ['message', 'msg', 'hello'],
  ['level', 'severity', 'warn'],
  ['logger', 'name', 'db'],
  ['app', 'appName', 'shop'],
  ['trace_id', 'correlation_id', 't-1'],
  ['event.id', 'event.id', '7'],
  ['outcome', 'success', true],
  ['cloud.provider', 'cloud.provider', 'aws'],
  ['aws_region', 'cloud.region', 'eu-central-1'],
  ['aws_account_id', 'accountId', '111122223333'],
  ['time', 'ts', 1_768_478_400_000],
])('%s is taken once: what %s says then stays', (one, other, value) => {
  const facts = noFacts();
  const take = (name: string): TakeField => tree.get(name) as TakeField;
  expect(take(one)(facts, one === 'outcome' ? 'failure' : value, utc)).toBe(true);
  const before = { ...facts };
  expect(take(other)(facts, value, utc)).toBe(false);
  expect(facts).toEqual(before);
});

test('a message that is too long is cut, and stays whole in its field', () => {
  const { facts, rest } = read({ message: `${longest}x` });
  expect(facts.message).toBe(longest);
  expect(rest).toEqual({ message: `${longest}x` });
});

test('a time that nothing reads is noted as it was written, until another is read', () => {
  expect(read({ time: 'yesterday', ts: 'noon' }).facts.originalTime).toBe('yesterday');
  expect(read({ time: 'yesterday', ts: 1_768_478_400 }).facts).toMatchObject({
    time: 1_768_478_400_000,
    originalTime: '1768478400',
  });
});

test.each<[record: Record<string, unknown>, facts: Partial<Facts>]>([
  [{ 'event.category': 'authentication' }, { isAuthentication: true }],
  [{ 'event.category': ['web', 'authentication'] }, { isAuthentication: true }],
  [{ 'event.category': ['web'] }, { isAuthentication: undefined }],
  [{ 'event.type': 'start' }, { eventPhase: 'start' }],
  [{ 'event.type': ['info', 'end'] }, { eventPhase: 'end' }],
  [{ 'event.type': 'info' }, { eventPhase: undefined }],
  [{ 'event.action': 'user.login' }, { eventAction: 'user.login', isAuthentication: true, eventPhase: 'start' }],
  [{ 'event.action': 'restock' }, { eventAction: 'restock', isAuthentication: undefined }],
  [{ event_type: 'logout' }, { eventAction: 'logout', isAuthentication: true, eventPhase: 'end' }],
  [{ event_type: 'restock' }, { eventAction: undefined, isAuthentication: undefined }],
  [{ event_type: 7 }, { eventAction: undefined }],
  [{ type: 'LOGIN_ERROR' }, { eventAction: 'LOGIN_ERROR', isAuthentication: true, isSuccess: false }],
  [{ type: 'login' }, { eventAction: undefined, isAuthentication: undefined }],
  [{ event: 'login_failed' }, { eventAction: 'login_failed', isAuthentication: true, isSuccess: false }],
  [{ email: 'alice@example.com' }, { loginName: 'alice@example.com' }],
  [{ email: 'alice@example.com', login: 'alice' }, { loginName: 'alice@example.com' }],
  [{ 'event.reason': 'wrong password' }, { eventReason: 'wrong password' }],
  [{ result: 'Granted' }, { loginResult: true }],
  [{ result: 'denied' }, { loginResult: false }],
  [{ result: 'odd' }, { loginResult: undefined }],
  [{ result: 7 }, { loginResult: undefined }],
])('%j is seen, and stays', (record, facts) => {
  const { facts: found, rest } = read(record);
  expect(found).toMatchObject(facts);
  expect(rest).toEqual(record);
});

test('an event without a login in its name is a message', () => {
  expect(read({ event: 'stock is low' })).toMatchObject({ facts: { message: 'stock is low' }, rest: undefined });
});

test('fields are known by dotted names and by nested ones, beside one that has the first part as its name', () => {
  expect(read({ service: { name: 'shop', node: 'n1' } })).toMatchObject({
    facts: { service: 'shop' },
    rest: { service: { node: 'n1' } },
  });
  expect(read({ service: 'shop' })).toMatchObject({ facts: { service: 'shop' }, rest: undefined });
  expect(read({ 'service.name': 'shop' })).toMatchObject({ facts: { service: 'shop' }, rest: undefined });
  expect(read({ service: ['a'] }).rest).toEqual({ service: ['a'] });
  expect(read({ cloud: 7 }).rest).toEqual({ cloud: 7 });
});

test('a field with the name of a prototype stays a field', () => {
  const { rest } = read(JSON.parse('{"__proto__":{"a":1},"b":2}') as Record<string, unknown>);
  expect(JSON.stringify(rest)).toBe('{"__proto__":{"a":1},"b":2}');
  expect(Object.getPrototypeOf(rest)).toBe(Object.prototype);
});

test('depth counts objects and lists in each other', () => {
  const nested = (depth: number): unknown =>
    depth === 0 ? 'x' : depth % 2 === 0 ? [nested(depth - 1)] : { a: nested(depth - 1) };
  expect(isDeeperThan('x', 0)).toBe(false);
  expect(isDeeperThan(null, 0)).toBe(false);
  for (const depth of [1, 2, 5, 6]) {
    expect(isDeeperThan(nested(depth), depth)).toBe(false);
    expect(isDeeperThan(nested(depth), depth - 1)).toBe(true);
  }
  expect(isDeeperThan({ a: null, b: [1, { c: 2 }] }, 3)).toBe(false);
  expect(isDeeperThan({ a: null, b: [1, { c: 2 }] }, 2)).toBe(true);
});

test('a list is as deep as what lies in it', () => {
  expect([isDeeperThan(['x'], 1), isDeeperThan([], 0), isDeeperThan([['x']], 1), isDeeperThan({}, 0)]).toEqual([
    false,
    true,
    true,
    true,
  ]);
});

test.each([
  { time: '2026-01-15 12:00:00 IST' },
  ...['None', 'Metadata', 'Request', 'RequestResponse'].map((level) => ({ level })),
])('%j says neither when nor how grave, and stays', (record) => {
  const { facts, rest } = read(record);
  expect([facts.time, facts.level, facts.severityId]).toEqual([undefined, undefined, undefined]);
  expect(rest).toEqual(record);
});
