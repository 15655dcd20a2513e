import { expect, test } from 'vitest';
import { fieldsOf } from './parse.fixture.ts';

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
  ['1 - - - - - [a b="\\"\\]\\n"] hello', { ...head, sd: { a: { b: '"]\\n' } }, content: 'hello' }],
  ['1 - - - - - [a b="]"] hello', { ...head, sd: { a: { b: ']' } }, content: 'hello' }],
  ['1 - - - - - [a b="1"]hello', { ...head, content: '[a b="1"]hello' }],
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
  ['2 - mars su - - - hello', { ...head, content: '2 - mars su - - - hello' }],
  ['1- mars su - - - hello', { ...head, content: '1- mars su - - - hello' }],
])('reads %s', (text, expected) => {
  expect(fieldsOf(`<34>${text}`)).toEqual(expected);
});

test('a byte order mark before a message is none of it', () => {
  expect(fieldsOf('\u{feff}<34>1 - mars - - - - hello')).toEqual({ ...head, hostname: 'mars', content: 'hello' });
  expect(fieldsOf('\u{feff}<34>su[12]: hello')).toEqual({ ...head, appName: 'su', procId: '12', content: 'hello' });
});

const relay = '<13>Mar  1 18:46:12 relay ';
const fromRelay = { facility: 1, severity: 5, timestamp: 'Mar  1 18:46:12', time: '2026-03-01T18:46:12.000Z' };
const inner = { timestamp: 'Mar  1 18:46:11', time: '2026-03-01T18:46:11.000Z' };

/** What a relay may put behind a header of its own, and what is left of both. */
test.each<[string, Record<string, unknown>]>([
  [
    '<34>Mar  1 18:46:11 mars su[12]: hello',
    { ...head, ...inner, hostname: 'mars', appName: 'su', procId: '12', content: 'hello' },
  ],
  ['<34>Mar  1 18:46:11 mars su: hello', { ...head, ...inner, hostname: 'mars', appName: 'su', content: 'hello' }],
  [
    'Mar  1 18:46:11 mars su[12]: hello',
    { ...fromRelay, ...inner, hostname: 'mars', appName: 'su', procId: '12', content: 'hello' },
  ],
  [
    'Mar  1 18:46:11 mars %ASA-6-302013: hello',
    { ...fromRelay, ...inner, hostname: 'mars', appName: '%ASA-6-302013', content: 'hello' },
  ],
  [
    'Mar  1 18:46:11 mars CEF:0|a|b|c|d|e|f|',
    { ...fromRelay, ...inner, hostname: 'mars', content: 'CEF:0|a|b|c|d|e|f|' },
  ],
  ['Mar  1 18:46:11 mars hello', { ...fromRelay, hostname: 'relay', content: 'Mar  1 18:46:11 mars hello' }],
  ['<34>su[12]: hello', { ...fromRelay, ...head, hostname: 'relay', appName: 'su', procId: '12', content: 'hello' }],
  ['<34>hello there', { ...fromRelay, hostname: 'relay', content: '<34>hello there' }],
  ['<x>su[12]: hello', { ...fromRelay, hostname: 'relay', content: '<x>su[12]: hello' }],
  [
    '2026-03-01T18:46:11Z mars su[12]: hello',
    {
      ...fromRelay,
      timestamp: '2026-03-01T18:46:11Z',
      time: inner.time,
      hostname: 'mars',
      appName: 'su',
      procId: '12',
      content: 'hello',
    },
  ],
  [
    '<34>1 2026-03-01T18:46:11Z - su - - [a b="c"] hello',
    {
      ...head,
      timestamp: '2026-03-01T18:46:11Z',
      time: inner.time,
      hostname: 'relay',
      appName: 'su',
      sd: { a: { b: 'c' } },
      content: 'hello',
    },
  ],
])('reads %s behind the header of a relay', (text, expected) => {
  expect(fieldsOf(`${relay}${text}`)).toEqual(expected);
});
