import { isRejection, isSkip } from '@sluice/connector';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contextOf, eventOf, examiner, isEvent, undeclaredPaths } from './conformance.fixture.ts';
import { formats } from '../../records/config.ts';
import { mapLine } from '../../records/map-line.ts';

const examine = examiner();

const knownNames = fc.constantFrom(
  ...'time @timestamp ts level severity msg message name service logger method url path status statusCode host hostname'.split(
    ' ',
  ),
  ...'req res request response http user user_agent ip remote_addr duration responseTime bytes size accountId cloud'.split(
    ' ',
  ),
  ...'__proto__ constructor toString event log trace instant httpRequest headers client source server_port'.split(' '),
);
const plausible = fc.constantFrom<unknown>(
  'GET',
  '/a?b',
  'https://www.example.com:99999/',
  200,
  '404',
  99,
  1e300,
  -1,
  0.5,
  '192.0.2.1:80',
  '::1',
  '-',
  '',
  null,
  1768478400123,
  '2026-01-15T12:00:00Z',
  '2026-13-01T00:00:00Z',
  '111122223333',
  'x'.repeat(70_000),
  [],
  {},
  [[null]],
  true,
);
const { value: nested } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    plausible,
    fc.jsonValue(),
    fc.array(fc.tuple(knownNames, tie('value')), { maxLength: 8 }).map((entries) => Object.fromEntries(entries)),
  ),
}));
const records = fc
  .array(fc.tuple(fc.oneof(knownNames, fc.string()), nested), { maxLength: 12 })
  .map((entries) => JSON.stringify(Object.fromEntries(entries)));
const accessLogPart = fc.constantFrom(
  '192.0.2.1',
  ' ',
  ' - - ',
  '[10/Oct/2025:13:55:36 -0700]',
  '[99/Foo/2025:99:99:99 +9999]',
  '"GET / HTTP/1.1"',
  '"',
  '\\"',
  '\\x16',
  ' 200 ',
  ' 999999999 ',
  '-',
  '"-"',
  '\u0000',
  '€',
  '"GET  HTTP/1.1"',
  '" "',
  ' 404 5 "-" "-" "10.0.0.1"',
);
const lines = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  records,
  records.map((text) => text.slice(0, -2)),
  fc.array(accessLogPart, { maxLength: 14 }).map((parts) => parts.join('')),
);

test('whatever a line holds, it becomes a valid event within the columns, a skip or a rejection', () => {
  fc.assert(
    fc.property(lines, fc.constantFrom(...formats), (line, format) => {
      const result = mapLine(line, contextOf({ format }));
      if (!isEvent(result)) {
        expect(isSkip(result) || isRejection(result)).toBe(true);
        return;
      }
      expect(undeclaredPaths(result)).toEqual([]);
      expect(examine(result).filter((finding) => finding.severity === 'error')).toEqual([]);
    }),
    { numRuns: 3000 },
  );
}, 60_000);

test('the same line gives the same event', () => {
  fc.assert(
    fc.property(lines, (line) => {
      expect(JSON.stringify(mapLine(line, contextOf()))).toBe(JSON.stringify(mapLine(line, contextOf())));
    }),
    { numRuns: 300 },
  );
});

test('no name of a field reaches a prototype', () => {
  const event = eventOf(
    '{"__proto__":{"polluted":1},"req":{"__proto__":{"polluted":1}},"constructor":{"prototype":{"polluted":1}}}',
  );
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  expect(Object.getPrototypeOf(event['unmapped'])).toBe(Object.prototype);
  expect(JSON.stringify(event['unmapped'])).toContain('"__proto__":{"polluted":1}');
});

test('objects that lie in each other without end are rejected in a moment', () => {
  const depth = 200_000;
  const before = performance.now();
  const result = mapLine('{"a":'.repeat(depth) + '1' + '}'.repeat(depth), contextOf({ max_line: '4000000B' }));
  expect(result).toMatchObject({ reject: 'nested_too_deep' });
  expect(performance.now() - before).toBeLessThan(1000);
});

test.each([
  ['quotes and backslashes', `192.0.2.1 - - [10/Oct/2025:13:55:36 -0700] "${'\\\\'.repeat(400_000)}`],
  [
    'escapes',
    `192.0.2.1 - - [10/Oct/2025:13:55:36 -0700] "GET /${'\\xC3\\xBC'.repeat(100_000)} HTTP/1.1" 200 1 "-" "-"`,
  ],
  ['brackets', ' ['.repeat(400_000)],
  ['blanks', ' '.repeat(900_000)],
  [
    'addresses',
    `192.0.2.1 - - [10/Oct/2025:13:55:36 -0700] "GET / HTTP/1.1" 200 1 "-" "-" "${'10.0.0.1, '.repeat(90_000)}"`,
  ],
  ['colons', `{"method":"GET","url":"/","status":200,"ip":"${':'.repeat(900_000)}","host":"${'a.'.repeat(30_000)}"}`],
])('a line full of %s takes no longer than its length', (_, line) => {
  const before = performance.now();
  mapLine(line, contextOf({ max_line: '4000000B' }));
  expect(performance.now() - before).toBeLessThan(500);
});

test('a line longer than the limit is rejected by that reason', () => {
  const config = { max_line: '1024B' };
  expect(mapLine('x'.repeat(1025), contextOf(config))).toMatchObject({ reject: 'line_too_long' });
  expect(mapLine('€'.repeat(342), contextOf(config))).toMatchObject({ reject: 'line_too_long' });
  expect(isEvent(mapLine('x'.repeat(1024), contextOf(config)))).toBe(true);
});

test('a message longer than OCSF takes is cut and kept whole in unmapped', () => {
  const message = 'm'.repeat(100_000);
  const json = eventOf(JSON.stringify({ msg: message }));
  expect(String(json['message'])).toHaveLength(65_535);
  expect(json['unmapped']).toEqual({ msg: message });
  const text = eventOf(message);
  expect(String(text['message'])).toHaveLength(65_535);
  expect(text['unmapped']).toEqual({ line: message });
});
