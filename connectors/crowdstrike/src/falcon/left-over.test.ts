import { expect, test } from 'vitest';
import { Fields } from './fields.ts';
import { literalOf, oneByOne } from './left-over.ts';
import { RecordShapes } from './record-shapes.ts';

test('a literal holds what was left, in its order', () => {
  const make = literalOf([
    { name: 'b', place: 2 },
    { name: '7', place: 0 },
  ]);
  expect(make?.(['x', 'y', undefined])).toEqual({ b: undefined, 7: 'x' });
  const makeNothing = literalOf([]);
  expect(makeNothing).toBeTypeOf('function');
  expect(makeNothing?.(['x'])).toBeUndefined();
});

test('only plain names get into code, and not too many', () => {
  const field = (name: string): { name: string; place: number }[] => [{ name, place: 0 }];
  for (const name of ['', '__proto__', 'a"]', 'a\n', 'é', 'a b', '${a}', 'a'.repeat(101)]) {
    expect(literalOf(field(name)), name).toBeUndefined();
  }
  for (const name of ['constructor', 'toString', 'if', '0', 'a'.repeat(100)]) {
    expect(literalOf(field(name))?.(['x']), name).toEqual({ [name]: 'x' });
  }
  const many = Array.from({ length: 201 }, (_, place) => ({ name: `n${place}`, place }));
  expect(literalOf(many)).toBeUndefined();
  expect(Object.keys(literalOf(many.slice(1))?.([]) ?? {})).toHaveLength(200);
});

test('a field that would change what the object inherits stays a field', () => {
  const rest = oneByOne([{ name: '__proto__', place: 0 }], [{ polluted: true }]);
  expect(Object.getOwnPropertyDescriptor(rest, '__proto__')?.value).toEqual({ polluted: true });
});

test('what is left is the same the first time and the hundredth, whatever was taken', () => {
  const shapes = new RecordShapes();
  for (let time = 0; time < 100; time++) {
    for (const taken of [['a'], ['a', 'c'], [], ['a', 'b', 'c'], ['n64'], ['n31', 'n64']]) {
      const more = Object.fromEntries(Array.from({ length: 65 }, (_, index) => [`n${index}`, time]));
      const record = { a: `a${time}`, b: `b${time}`, c: time, ...(taken.some((name) => name.length > 1) ? more : {}) };
      const fields = Fields.of(record, shapes);
      for (const name of taken) fields?.take(name);
      const left = Object.entries(record).filter(([name]) => !taken.includes(name));
      expect(fields?.rest()).toEqual(left.length === 0 ? undefined : Object.fromEntries(left));
      expect(Object.keys(fields?.rest() ?? {})).toEqual(left.map(([name]) => name));
    }
  }
});
