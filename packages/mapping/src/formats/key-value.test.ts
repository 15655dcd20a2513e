import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keyValueReader } from './key-value.ts';

const options = { separator: ' ', assign: '=' };

test('what a reader has read before changes nothing of what it reads', () => {
  const name = fc.constantFrom('a', 'ab', 'b', 'src', '__proto__', 'toString', 'constructor', '_rest', 'a'.repeat(70));
  const value = fc.constantFrom('1', '"two words"', '', '"open', '"a \\" quote"', 'x=y');
  const field = fc.tuple(name, value).map(([one, other]) => `${one}=${other}`);
  const text = fc.array(fc.oneof(field, fc.constantFrom('word', '=', '  '))).map((pieces) => pieces.join(' '));
  const used = keyValueReader(options);
  fc.assert(
    fc.property(fc.array(text), (records) => {
      for (const record of records) expect(used(record)).toEqual(keyValueReader(options)(record));
    }),
  );
});

test('a name that comes twice makes a list, also where the record begins as others did', () => {
  const read = keyValueReader(options);
  expect(read('a=1 b=2')).toEqual({ a: '1', b: '2' });
  expect(read('a=1 b=2 a=3 b=4 c=5')).toEqual({ a: ['1', '3'], b: ['2', '4'], c: '5' });
  expect(read('a=1 b=2 c=3')).toEqual({ a: '1', b: '2', c: '3' });
});

test('any number of shapes of records is read, none of which is remembered for ever', () => {
  const read = keyValueReader(options);
  for (let shape = 0; shape < 3000; shape++)
    expect(read(`a=1 n${shape}=2 b=3`)).toEqual({ a: '1', [`n${shape}`]: '2', b: '3' });
});
