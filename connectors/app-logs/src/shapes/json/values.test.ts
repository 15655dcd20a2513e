import { expect, test } from 'vitest';
import { mapLine } from '../../records/map-line.ts';
import { contextOf, eventOf } from '../../streams/files/conformance.fixture.ts';
import { amountOf, countOf, idOf, textOf } from './values.ts';

const most = Number.MAX_SAFE_INTEGER;

test.each([
  [0, 0],
  ['0', 0],
  [0.5, 0.5],
  ['0.5', 0.5],
  ['123456789012.123456789012', 123_456_789_012.123_46],
  [most - 1, most - 1],
  [most, undefined],
  [Number.POSITIVE_INFINITY, undefined],
  [Number.NaN, undefined],
  [-1, undefined],
  ['-1', undefined],
  ['1e3', undefined],
  ['1.', undefined],
  ['', undefined],
  [true, undefined],
  [null, undefined],
  [[5], undefined],
])('the amount of %j is %s', (value, amount) => {
  expect(amountOf(value)).toBe(amount);
});

test.each([
  [0, 0],
  ['0', 0],
  ['007', 7],
  [most, most],
  ['999999999999999', 999_999_999_999_999],
  ['1000000000000000', undefined],
  [most + 1, undefined],
  [0.5, undefined],
  [-1, undefined],
  ['', undefined],
  [true, undefined],
  [[5], undefined],
])('the count of %j is %s', (value, count) => {
  expect(countOf(value)).toBe(count);
});

test('a text says something, and is no longer than OCSF takes', () => {
  expect(['a', '', '-', ' ', 5, null].map(textOf)).toEqual(['a', undefined, undefined, ' ', undefined, undefined]);
  expect([textOf('x'.repeat(65_535)), textOf('x'.repeat(65_536))]).toEqual(['x'.repeat(65_535), undefined]);
  expect([5, 'a', 0.5, true].map(idOf)).toEqual(['5', 'a', undefined, undefined]);
});

const own = '2026-01-15T08:00:00Z';
const instant = { epochSecond: 1_768_478_400, nanoOfSecond: 123_456_789 };

test.each<[record: object, time: number | undefined, unmapped: object | undefined]>([
  [{ instant }, 1_768_478_400_123, undefined],
  [{ time: own, instant }, Date.parse(own), { instant }],
  [{ instant: { ...instant, zone: 'Z' } }, undefined, { instant: { ...instant, zone: 'Z' } }],
  [{ instant: 5 }, undefined, { instant: 5 }],
  [{ instant: null }, undefined, { instant: null }],
  [{ instant: { epochSecond: 0.5, nanoOfSecond: 0 } }, undefined, { instant: { epochSecond: 0.5, nanoOfSecond: 0 } }],
  [{ time: `2026-01-15T08:00:00.${'0'.repeat(43)}Z` }, Date.parse(own), undefined],
  [{ time: `2026-01-15T08:00:00.${'0'.repeat(44)}Z` }, undefined, { time: `2026-01-15T08:00:00.${'0'.repeat(44)}Z` }],
  [{ requestTime: '15/Jan/2026:08:00:00 +0000' }, Date.parse(own), undefined],
  [{ requestTime: 12 }, undefined, { requestTime: 12 }],
  [{ requestTime: '0.012' }, undefined, { requestTime: '0.012' }],
])('%j says when', (record, time, unmapped) => {
  const event = eventOf(JSON.stringify({ msg: 'hello', ...record }));
  expect(event['time']).toBe(time);
  expect(event['unmapped']).toEqual(unmapped);
});

test.each<[field: object]>([[{ duration_ms: 'soon' }], [{ duration_ms: -1 }], [{ action: 5 }], [{ result: 'maybe' }]])(
  '%j stays as it is',
  (field) => {
    expect(eventOf(JSON.stringify({ method: 'GET', path: '/', status: 200, ...field }))['unmapped']).toEqual(field);
  },
);

test('of two durations the first counts, and the other stays', () => {
  const event = eventOf('{"method":"GET","path":"/","status":200,"responseTime":5,"duration_ms":6}');
  expect(event).toMatchObject({ duration: 5, unmapped: { duration_ms: 6 } });
});

test.each<[record: object, source: object | undefined]>([
  [{ client: '203.0.113.7' }, { ip: '203.0.113.7' }],
  [{ peer: '203.0.113.7:5555' }, { ip: '203.0.113.7', port: 5555 }],
  [{ remote: '[2001:db8::7]:5555' }, { ip: '2001:db8::7', port: 5555 }],
  [{ client: 'someone' }, undefined],
  [{ remote: 'origin' }, undefined],
  [{ peer: 5 }, undefined],
])('under a name that may stand for something else, only an address is who asked: %j', (record, source) => {
  const event = eventOf(JSON.stringify({ method: 'GET', path: '/', status: 200, ...record }));
  expect(event['src_endpoint']).toEqual(source);
  expect(event['unmapped']).toEqual(source === undefined ? record : undefined);
});

test('objects may lie in each other 32 deep', () => {
  const nested = (depth: number): string => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
  expect(mapLine(nested(32), contextOf())).toMatchObject({ class_uid: 0 });
  expect(mapLine(nested(33), contextOf())).toMatchObject({ reject: 'nested_too_deep' });
});
