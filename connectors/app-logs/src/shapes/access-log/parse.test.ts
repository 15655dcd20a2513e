import { expect, test } from 'vitest';
import { parseAccessLog, type AccessLogLine } from './parse.ts';

const time = '15/Jan/2026:12:00:00 +0000';

function parsed(before: string, after: string): AccessLogLine | undefined {
  return parseAccessLog(`${before} [${time}] ${after}`);
}

/** With what the line does not say as undefined. */
function fieldsOf(before: string, after: string): object {
  return { virtualHost: undefined, referrer: undefined, userAgent: undefined, ...parsed(before, after) };
}

const common = '"GET /a HTTP/1.1" 200 512';

test.each([
  ['192.0.2.7 - -', { virtualHost: undefined, client: '192.0.2.7', ident: '-', user: '-' }],
  ['192.0.2.7 id alice', { virtualHost: undefined, client: '192.0.2.7', ident: 'id', user: 'alice' }],
  ['192.0.2.7 - alice a', { virtualHost: undefined, client: '192.0.2.7', ident: '-', user: 'alice a' }],
  ['192.0.2.7 - - a', { virtualHost: undefined, client: '192.0.2.7', ident: '-', user: '- a' }],
  ['www:80 192.0.2.7 - alice', { virtualHost: 'www:80', client: '192.0.2.7', ident: '-', user: 'alice' }],
  ['www:80 192.0.2.7 - alice a', { virtualHost: 'www:80', client: '192.0.2.7', ident: '-', user: 'alice a' }],
  ['192.0.2.7 - -a b', { virtualHost: undefined, client: '192.0.2.7', ident: '-', user: '-a b' }],
  ['a - - [b', { virtualHost: undefined, client: 'a', ident: '-', user: '- [b' }],
])('%s is who asked', (before, expected) => {
  expect(fieldsOf(before, common)).toMatchObject({
    ...expected,
    timeAt: before.length + 2,
    status: '200',
    bytes: '512',
  });
});

test.each(['', 'a', 'a b', ' a b'])('"%s" is nobody', (before) => {
  expect(parsed(before, common)).toBeUndefined();
});

test.each([
  ['"GET / HTTP/1.1" 200 512', { request: 'GET / HTTP/1.1', status: '200', bytes: '512', rest: '' }],
  ['"-" - -', { request: '-', status: '-', bytes: '-', rest: '' }],
  ['"GET /\\"a HTTP/1.1" 200 512', { request: 'GET /\\"a HTTP/1.1' }],
  ['"GET /a\\\\" 200 512', { request: 'GET /a\\\\' }],
  ['"\\"" 200 512', { request: '\\"' }],
  ['"GET /" 200 999999999999999', { bytes: '999999999999999' }],
  ['"GET /" 200 512 more', { rest: 'more', referrer: undefined, userAgent: undefined }],
  ['"GET /" 200 512 "r" "a"', { referrer: 'r', userAgent: 'a', rest: '' }],
  ['"GET /" 200 512 "r\\"" "a" "x" 3', { referrer: 'r\\"', userAgent: 'a', rest: '"x" 3' }],
  ['"GET /" 200 512 "" ""', { referrer: '', userAgent: '', rest: '' }],
  ['"GET /" 200 512 "r" a', { referrer: undefined, rest: '"r" a' }],
  ['"GET /" 200 512 "r" "a', { referrer: undefined, rest: '"r" "a' }],
  ['"GET /" 200 512 "r', { referrer: undefined, rest: '"r' }],
  ['"GET /" 200 512 "r" a "b"', { referrer: undefined, rest: '"r" a "b"' }],
  ['"" 200 512 "r" "a"', { request: '', referrer: 'r', userAgent: 'a' }],
  ['"GET /\\\\\\"a" 200 512', { request: 'GET /\\\\\\"a' }],
  ['"GET /\\\\\\\\" 200 512', { request: 'GET /\\\\\\\\' }],
])('%s is what was asked and answered', (after, expected) => {
  expect(fieldsOf('a - -', after)).toMatchObject(expected);
});

test.each([
  'GET / HTTP/1.1 200 512',
  '"GET / HTTP/1.1 200 512',
  '"GET /\\" 200 512',
  '"GET /" 20 512',
  '"GET /" 2000 512',
  '"GET /" 2x0 512',
  '"GET /" 20: 512',
  '"GET /" 20/ 512',
  '"GET /" 200',
  '"GET /" 200 x',
  '"GET /" 200 1000000000000000',
])('%s is no line of such a log', (after) => {
  expect(parsed('a - -', after)).toBeUndefined();
});

test('the time is looked for behind eight brackets and no further', () => {
  expect(parsed(`a - -${' [x'.repeat(7)}`, common)).toBeDefined();
  expect(parsed(`a - -${' [x'.repeat(8)}`, common)).toBeUndefined();
  expect(parseAccessLog(`[${time}] ${common}`)).toBeUndefined();
  expect(parseAccessLog('a - - [x')).toBeUndefined();
});

test.each([
  ['without a time, that goes on as if one had been there', 'x"GET / HTTP/1.1" 200 512 - -'],
  ['with a request that has no end, that begins as if one had ended', `x200 512 - [${time}] "GET`],
])('a line %s, is none', (_, line) => {
  expect(parseAccessLog(line)).toBeUndefined();
});

test('a quote that stands before the time is none of a referrer', () => {
  expect(parseAccessLog(`x" - - [${time}] "GET /" 200 5 "r`)).toMatchObject({ client: 'x"', rest: '"r' });
});

test('a status and a size may be cut off by the end of the line, and are digits to their last', () => {
  expect(parsed('a - -', '"GET /" 200 5:')).toBeUndefined();
  expect(parsed('a - -', '"GET /" 200 5')).toMatchObject({ bytes: '5', rest: '' });
});

test.each(['shop.example.com', 'shop.example.com:8443', 'a_b.example'])('%s behind the time is the host', (host) => {
  expect(parsed('192.0.2.7 - -', `${host} ${common}`)).toMatchObject({ virtualHost: host, client: '192.0.2.7' });
});

test.each(['host', '10.0.0.9', 'TLSv1.3', 'a.example b.example', '"a.example"', ''])(
  '"%s" behind the time is none',
  (other) => {
    expect(parsed('192.0.2.7 - -', `${other} ${common}`)).toBeUndefined();
  },
);
