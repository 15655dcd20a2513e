import { expect, test } from 'vitest';
import { keepBeside } from './left-over.ts';

test('a value is kept under its name, or beside one that has it', () => {
  expect(keepBeside(undefined, 'a', 1)).toEqual({ a: 1 });
  expect(keepBeside({ a: 1 }, 'a', 2)).toEqual({ a: 1, a_: 2 });
  expect(keepBeside({ a: 1, a_: 2 }, 'a', 3)).toEqual({ a: 1, a_: 2, a__: 3 });
  expect(keepBeside({}, 'toString', 1)).toEqual({ toString: 1 });
});
