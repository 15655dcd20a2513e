import { expect, test } from 'vitest';
import { parseLogfmt } from './parse.ts';

test.each([
  ['a=1 b=2', { a: '1', b: '2' }],
  ['a=1\tb=2 ', { a: '1', b: '2' }],
  ['a=1  b=', { a: '1', b: '' }],
  ['a="x y" b=2', { a: 'x y', b: '2' }],
  ['a="" b="z"', { a: '', b: 'z' }],
  ['a="x\\"y\\\\z" b=2', { a: 'x"y\\z', b: '2' }],
  ['a="1\\n2\\r3\\t4\\x" b=2', { a: '1\n2\r3\t4\\x', b: '2' }],
  ['a="x", b=2', { a: 'x', b: '2' }],
  ['a=x, b=2', { a: 'x', b: '2' }],
  ['a=x, b="y", c=2', { a: 'x', b: 'y', c: '2' }],
  ['a=x, b=2,', { a: 'x,', b: '2,' }],
  ['a=x, b=2 c=3', { a: 'x,', b: '2', c: '3' }],
  ['A_z.9-@/=1 b=2', { 'A_z.9-@/': '1', b: '2' }],
  ['a=b=c d=2', { a: 'b=c', d: '2' }],
  [`${'k'.repeat(128)}=1 b=2`, { ['k'.repeat(128)]: '1', b: '2' }],
])('%s are fields', (line, fields) => {
  expect(parseLogfmt(line)).toEqual(fields);
});

test.each([
  '',
  'a=1',
  'a',
  '=1 b=2',
  ' a=1 b=2',
  'prose with a=1 b=2',
  'a=1 b',
  'a=1 b c=2',
  'a=1 a=2',
  'a="x b=2',
  'a="x"y b=2',
  'a="x",b=2',
  'a="x\\',
  'a+b=1 c=2',
  'a;b=1 c=2',
  'a[b=1 c=2',
  'a`b=1 c=2',
  'a{b=1 c=2',
  'a^b=1 c=2',
  'a,b=1 c=2',
  `${'k'.repeat(129)}=1 b=2`,
])('%s is no logfmt', (line) => {
  expect(parseLogfmt(line)).toBeUndefined();
});

test('as many as 512 fields are read', () => {
  const line = (count: number): string => Array.from({ length: count }, (_, at) => `k${at}=v`).join(' ');
  expect(Object.keys(parseLogfmt(line(512)) ?? {})).toHaveLength(512);
  expect(parseLogfmt(line(513))).toBeUndefined();
});

test('keys are of letters, digits and a few signs, to the last of them', () => {
  expect(parseLogfmt('aZ09_.-@/=1 Zz=2')).toEqual({ 'aZ09_.-@/': '1', Zz: '2' });
  for (const sign of [':', '[', '^', '`', '{', '?', ',']) expect(parseLogfmt(`a${sign}b=1 c=2`)).toBeUndefined();
});
