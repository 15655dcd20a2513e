import { expect, test } from 'vitest';
import { csvValues, layoutOf, valueBag } from './csv-values.ts';
import { fieldBag } from './field-bag.ts';
import { before, behind, phrase } from './phrase.ts';

/** RFC 4180, 2: quotes around a value, two of them for one within. */
test.each<[string, readonly string[]]>([
  ['', ['']],
  ['a', ['a']],
  ['a,b', ['a', 'b']],
  ['a,', ['a', '']],
  [',a', ['', 'a']],
  [',,', ['', '', '']],
  ['"a,b",c', ['a,b', 'c']],
  ['"a,",b', ['a,', 'b']],
  ['"a""b"', ['a"b']],
  ['"a""",b', ['a"', 'b']],
  ['""', ['']],
  ['"",a', ['', 'a']],
  ['a"b,c', ['a"b', 'c']],
  ['"a"b,c', ['ab', 'c']],
  ['"a"b', ['ab']],
  ['"a', ['a']],
  ['"a,b', ['a,b']],
  ['"a""', ['a"']],
  ['"a",', ['a', '']],
])('the values of %s are %j', (line, expected) => {
  expect(csvValues(line)).toEqual(expected);
});

test('values go by the names of their places, and what is left over is told', () => {
  const bag = valueBag(layoutOf(['a', 'b', 'c', 'd']), ['1', '', 'N/A', '4', '5', '', '6']);
  expect([bag.peek('a'), bag.take('a'), bag.take('b'), bag.take('c'), bag.take('e')]).toEqual([
    '1',
    '1',
    ...nothing(3),
  ]);
  expect(bag.rest()).toEqual({ c: 'N/A', d: '4', more: ['5', '6'] });
  expect([bag.takeFirst('b', 'd', 'a'), bag.takeFirst('b', 'e')]).toEqual(['4', undefined]);
  expect(bag.rest()).toEqual({ c: 'N/A', more: ['5', '6'] });
  expect(valueBag(layoutOf(['a']), ['1', '']).rest()).toEqual({ a: '1' });
  expect(valueBag(layoutOf(['a']), ['1', '2']).rest()).toEqual({ a: '1', more: ['2'] });
});

test('fields are left over until they are taken', () => {
  const bag = fieldBag({ a: '1', b: '', c: '-', d: '4', e: ['5'] });
  expect([bag.peek('a'), bag.take('a'), bag.take('b'), bag.take('c'), bag.take('e')]).toEqual([
    '1',
    '1',
    ...nothing(3),
  ]);
  expect(bag.take('toString')).toBeUndefined();
  expect(bag.rest()).toEqual({ c: '-', d: '4', e: ['5'] });
  expect([bag.takeFirst('b', 'd', 'a'), bag.takeFirst('x')]).toEqual(['4', undefined]);
  expect(bag.rest()).toEqual({ c: '-', e: ['5'] });
});

test.each<[string, string, object | undefined]>([
  ['from {a} to {b}', 'from x to y', { a: 'x', b: 'y' }],
  ['from {a} to {b}', 'From x to y', undefined],
  ['from {a} to {b}', 'from x', undefined],
  ['from {a} to {b}', 'from x to y to z', { a: 'x', b: 'y to z' }],
  ['from {a*} to {b}', 'from x to y to z', { a: 'x to y', b: 'z' }],
  ['from {a*} to {b} by', 'from x to y by z', { a: 'x', b: 'y' }],
  ['from {a} to', 'from x to y', { a: 'x' }],
  ['from {a} to', 'from  x  to', { a: 'x' }],
  ['{a*}: {b}, {c}', 'x: y, z', { a: 'x', b: 'y', c: 'z' }],
  ['{a}: {b*}: {c}', 'x:', undefined],
  ['x {a*} y {b} x ', 'x  y x ', undefined],
  ['only words', 'only words', {}],
  ['only words', 'only', undefined],
])('the phrase %s reads %s', (template, text, expected) => {
  expect(phrase(template)(text)).toEqual(expected);
});

test('what stands before a mark, and behind one up to the next of its ends', () => {
  expect([before('a b c', ' '), before('abc', ' '), before(' a', ' ')]).toEqual(['a', 'abc', '']);
  expect(behind('a=1, b=2; c', 'b=')).toBe('2; c');
  expect(behind('a=1, b=2; c', 'b=', ';', ' ')).toBe('2');
  expect(behind('a=1, b=2; c', 'a=', ';', ',')).toBe('1');
  expect(behind('a=1', 'a=', ';')).toBe('1');
  expect(behind('a= 1 ;', 'a=', ';')).toBe('1');
  expect(behind('a=1', 'b=')).toBeUndefined();
  expect(behind('a=', 'a=')).toBe('');
});

function nothing(times: number): readonly undefined[] {
  return Array.from({ length: times }, () => undefined);
}
