import { expect, test } from 'vitest';
import { fieldsOf } from './parse.fixture.ts';

const relay = '<13>Mar  1 18:46:12 relay ';
const outer = { facility: 1, severity: 5, timestamp: 'Mar  1 18:46:12', time: '2026-03-01T18:46:12.000Z' };
const fromRelay = { ...outer, hostname: 'relay' };
const head = { facility: 4, severity: 2 };
const inner = { timestamp: 'Mar  1 18:46:11', time: '2026-03-01T18:46:11.000Z', hostname: 'mars' };
const isoInner = { ...inner, timestamp: '2026-03-01T18:46:11Z' };
const su = { appName: 'su', procId: '12', content: 'hello' };
const restart = { facility: 1, severity: 5, appName: '%SYS-5-RESTART', content: 'hello' };

/** What a relay may put behind a header of its own, and what is left of both. */
test.each<[string, Record<string, unknown>]>([
  ['<34>Mar  1 18:46:11 mars su[12]: hello', { ...head, ...inner, ...su }],
  ['<34>Mar  1 18:46:11 mars su: hello', { ...head, ...inner, appName: 'su', content: 'hello' }],
  ['<5>Mar  1 18:46:11 mars su[12]: hello', { ...inner, ...su, facility: 0, severity: 5 }],
  ['Mar  1 18:46:11 mars su[12]: hello', { ...outer, ...inner, ...su }],
  ['Mar  1 18:46:11 mars %ASA-6-302013: hello', { ...outer, ...inner, appName: '%ASA-6-302013', content: 'hello' }],
  ['Mar  1 18:46:11 mars CEF:0|a|b|c|d|e|f|', { ...outer, ...inner, content: 'CEF:0|a|b|c|d|e|f|' }],
  ['<34>su[12]: hello', { ...fromRelay, ...head, ...su }],
  ['2026-03-01T18:46:11Z mars su[12]: hello', { ...outer, ...isoInner, ...su }],
  [
    '<34>1 2026-03-01T18:46:11Z - su - - [a b="c"] hello',
    { ...head, ...isoInner, hostname: 'relay', appName: 'su', sd: { a: { b: 'c' } }, content: 'hello' },
  ],
  [
    '45: *Mar  1 18:46:11.123: %SYS-5-RESTART: hello',
    { ...restart, sequence: 45, timestamp: '*Mar  1 18:46:11.123', hostname: 'relay' },
  ],
  ['45: 2w3d: %SYS-5-RESTART: hello', { ...restart, sequence: 45, timestamp: '2w3d', hostname: 'relay' }],
  ['mars: 45: Mar  1 18:46:11: %SYS-5-RESTART: hello', { ...restart, ...inner, sequence: 45 }],
])('reads %s behind the header of a relay', (text, expected) => {
  expect(fieldsOf(`${relay}${text}`)).toEqual(expected);
});

/** What looks like a message of its own and lacks what tells one. */
test.each([
  'Mar  1 18:46:11 mars su: hello',
  'Mar  1 18:46:11 mars hello',
  '2026-03-01 18:46:11 mars su[12]: hello',
  '<34>hello there',
  '<x>su[12]: hello',
])('%s is text behind the header of a relay', (text) => {
  expect(fieldsOf(`${relay}${text}`)).toEqual({ ...fromRelay, content: text });
});

test('what follows the name of a program is its text', () => {
  const text = 'Mar  1 18:46:11 mars su[12]: hello';
  expect(fieldsOf(`${relay}app: ${text}`)).toEqual({ ...fromRelay, appName: 'app', content: text });
  const withPriority = { ...fromRelay, appName: 'app', procId: '9', content: `<34>${text}` };
  expect(fieldsOf(`${relay}app[9]: <34>${text}`)).toEqual(withPriority);
});

test('structured data of a relay stays, unless the message within has its own', () => {
  const sdOf = (sd: string, text: string): unknown =>
    fieldsOf(`<14>1 2026-03-01T18:46:12Z relay - - - ${sd} ${text}`)['sd'];
  expect(sdOf('[r s="t"]', '<34>Mar  1 18:46:11 mars su[12]: hello')).toEqual({ r: { s: 't' } });
  expect(sdOf('[r s="t"]', '<34>1 2026-03-01T18:46:11Z mars su 12 - [a b="c"] x')).toEqual({ a: { b: 'c' } });
});
