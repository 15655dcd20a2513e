import { expect, test } from 'vitest';
import { fieldsOf } from './parse.fixture.ts';
import { scanStructuredData } from './structured-data.ts';

const head = { facility: 4, severity: 2 };
const timed = { ...head, timestamp: '2026-03-01T18:46:11Z', time: '2026-03-01T18:46:11.000Z' };

/** RFC 5424, 6: what stands behind the priority, and what it is. */
test.each<[string, Record<string, unknown>]>([
  [
    '1 2026-03-01T18:46:11Z mars su 12 ID47 - hello',
    { ...timed, hostname: 'mars', appName: 'su', procId: '12', msgId: 'ID47', content: 'hello' },
  ],
  ['1 - - - - - - hello', { ...head, content: 'hello' }],
  ['1 - m s p i - x', { ...head, hostname: 'm', appName: 's', procId: 'p', msgId: 'i', content: 'x' }],
  ['1 - mars  - - - x', { ...head, hostname: 'mars', content: 'x' }],
  ['1 -  su - - - x', { ...head, appName: 'su', content: 'x' }],
  ['1 - mars su  ID47 - x', { ...head, hostname: 'mars', appName: 'su', msgId: 'ID47', content: 'x' }],
  ['1 - mars su 12  - x', { ...head, hostname: 'mars', appName: 'su', procId: '12', content: 'x' }],
  ['1 - - - - - [a ="1"] hello', { ...head, content: '[a ="1"] hello' }],
  ['1 - - - - - [a\u{7f}] hello', { ...head, content: '[a\u{7f}] hello' }],
  ['1 - - - - - [a b= "1"] hello', { ...head, content: '[a b= "1"] hello' }],
  ['1 - - - - - -', { ...head, content: '' }],
  ['1 - mars - - - - hello', { ...head, hostname: 'mars', content: 'hello' }],
  ['1 - - su - - - hello', { ...head, appName: 'su', content: 'hello' }],
  ['1 - - - 12 - - hello', { ...head, procId: '12', content: 'hello' }],
  ['1 - - - - ID47 - hello', { ...head, msgId: 'ID47', content: 'hello' }],
  ['1 - - - - - -hello', { ...head, content: '-hello' }],
  ['1 - - su[12] - - - hello', { ...head, appName: 'su', procId: '12', content: 'hello' }],
  ['1 - - su[12] 9 - - hello', { ...head, appName: 'su[12]', procId: '9', content: 'hello' }],
  ['1 - - su[12 - - - hello', { ...head, appName: 'su[12', content: 'hello' }],
  ['1 - - su[x] - - - hello', { ...head, appName: 'su[x]', content: 'hello' }],
  ['1 - - [12] - - - hello', { ...head, appName: '[12]', content: 'hello' }],
  ['1 - - s[12] - - - hello', { ...head, appName: 's', procId: '12', content: 'hello' }],
  ['1 - - - - - [a] hello', { ...head, sd: { a: {} }, content: 'hello' }],
  ['1 - - - - - [a]', { ...head, sd: { a: {} }, content: '' }],
  ['1 - - - - - [a][b c="d"] hello', { ...head, sd: { a: {}, b: { c: 'd' } }, content: 'hello' }],
  ['1 - - - - - [a b="1" b="2"] hello', { ...head, sd: { a: { b: '1,2' } }, content: 'hello' }],
  ['1 - - - - - [a b="1"][a c="2"] hello', { ...head, sd: { a: { b: '1', c: '2' } }, content: 'hello' }],
  ['1 - - - - - [a  b="1" ] hello', { ...head, sd: { a: { b: '1' } }, content: 'hello' }],
  ['1 - - - - - [a b="\\\\"] hello', { ...head, sd: { a: { b: '\\' } }, content: 'hello' }],
  ['1 - - - - - [a b="\\\\\\"c"] hello', { ...head, sd: { a: { b: '\\"c' } }, content: 'hello' }],
  ['1 - - - - - [a b="\\"\\]\\n"] hello', { ...head, sd: { a: { b: '"]\\n' } }, content: 'hello' }],
  ['1 - - - - - [a b="\\""] hello', { ...head, sd: { a: { b: '"' } }, content: 'hello' }],
  ['1 - - - - - [a b="]"] hello', { ...head, sd: { a: { b: ']' } }, content: 'hello' }],
  ['1 - - - - - [a b="1"]hello', { ...head, content: '[a b="1"]hello' }],
  ['1 - - - - - []] hello', { ...head, content: '[]] hello' }],
  ['1 - - - - - [a b "1"] hello', { ...head, content: '[a b "1"] hello' }],
  ['1 - - - - - [a b=x"] hello', { ...head, content: '[a b=x"] hello' }],
  ['1 - - - - - [] hello', { ...head, content: '[] hello' }],
  ['1 - - - - - [a =1] hello', { ...head, content: '[a =1] hello' }],
  ['1 - - - - - [a b] hello', { ...head, content: '[a b] hello' }],
  ['1 - - - - - [a b=1] hello', { ...head, content: '[a b=1] hello' }],
  ['1 - - - - - [a b="1] hello', { ...head, content: '[a b="1] hello' }],
  ['1 - - - - - [a b="1" hello', { ...head, content: '[a b="1" hello' }],
  ['1 - - - - - \u{feff}hello', { ...head, content: 'hello' }],
  ['1 - - - - - - \u{feff}hello', { ...head, content: 'hello' }],
  ['1 - - - - - [a] \u{feff}hello', { ...head, sd: { a: {} }, content: 'hello' }],
  ['1 2026-03-01T18:46:11Z mars su', { ...timed, hostname: 'mars', content: 'su' }],
  ['1 2026-03-01T18:46:11Z mars su - -', { ...timed, hostname: 'mars', appName: 'su', content: '' }],
  [
    '1 2026-03-01T18:46:11Zx mars su - - - hello',
    { ...head, timestamp: '2026-03-01T18:46:11Zx', hostname: 'mars', appName: 'su', content: 'hello' },
  ],
  ['1 20260301 mars su - - - hello', { ...head, content: '1 20260301 mars su - - - hello' }],
  ['1 x mars su - - - hello', { ...head, content: '1 x mars su - - - hello' }],
  ['1 -x mars su - - - hello', { ...head, content: '1 -x mars su - - - hello' }],
  ['2 - mars su - - - hello', { ...head, content: '2 - mars su - - - hello' }],
  ['1- mars su - - - hello', { ...head, content: '1- mars su - - - hello' }],
])('reads %s', (text, expected) => {
  expect(fieldsOf(`<34>${text}`)).toEqual(expected);
});

test('a byte order mark before a message is none of it', () => {
  expect(fieldsOf('\u{feff}<34>1 - mars - - - - hello')).toEqual({ ...head, hostname: 'mars', content: 'hello' });
  expect(fieldsOf('\u{feff}<34>su[12]: hello')).toEqual({ ...head, appName: 'su', procId: '12', content: 'hello' });
});

test('a value that is not closed breaks the grammar, whatever stands before', () => {
  const text = 'b="x"][a b="1';
  expect(scanStructuredData(text, text.indexOf('['))).toBeUndefined();
});
