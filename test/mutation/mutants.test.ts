import { expect, test } from 'vitest';
import { type Mutant, mutantsOf } from './mutants.ts';
import { shuffled } from './shuffled.ts';
import { yamlMutantsOf } from './yaml-mutants.ts';

function applied(source: string, mutants: readonly Mutant[]): readonly string[] {
  return mutants.map(({ start, end, replacement }) => source.slice(0, start) + replacement + source.slice(end));
}

test('code is changed where it runs: conditions, operators, constants, statements, properties', () => {
  const source = `import { a } from 'x';\ntype T = 'y';\nif (a === 1) b({ c: 'd' as T });`;
  const changed = applied(source, mutantsOf(source, 'x.ts')).map((text) => text.split('\n')[2]);
  expect(new Set(changed)).toEqual(
    new Set([
      `if (!(a === 1)) b({ c: 'd' as T });`,
      `if (a !== 1) b({ c: 'd' as T });`,
      `if (a === 2) b({ c: 'd' as T });`,
      `if (a === 1) ;`,
      `if (a === 1) b({  });`,
      `if (a === 1) b({ c: '' as T });`,
    ]),
  );
});

test('returns, booleans and elements are changed too', () => {
  const source = 'function f() { return [true, g && h]; }';
  expect(applied(source, mutantsOf(source, 'x.ts'))).toEqual([
    'function f() { return undefined; }',
    'function f() { return [ g && h]; }',
    'function f() { return [true, ]; }',
    'function f() { return [false, g && h]; }',
    'function f() { return [true, g || h]; }',
  ]);
});

test('of a mapping each clause is left out', () => {
  const source = `version: 1\nrules:\n  - class: base_event\n    map: { count: 1, message: $.a }\n`;
  expect(applied(source, yamlMutantsOf(source)).map((text) => text.trim().split('\n').at(-1)?.trim())).toEqual(
    expect.arrayContaining(['map: {  message: $.a }', 'map: { count: 1,  }', 'map: { count: 2, message: $.a }']),
  );
});

test('a sample follows from its seed', () => {
  const items = Array.from({ length: 50 }, (_, index) => index);
  expect(shuffled(items, 7)).toEqual(shuffled(items, 7));
  expect(shuffled(items, 7)).not.toEqual(shuffled(items, 8));
  expect(shuffled(items, 7).toSorted((one, other) => one - other)).toEqual(items);
});

test('what a predicate answers is flipped once', () => {
  const source = 'function f() { return true; }';
  expect(applied(source, mutantsOf(source, 'x.ts'))).toEqual(['function f() { return false; }']);
});
