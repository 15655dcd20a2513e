import { expect, test } from 'vitest';
import type { Candidate } from './candidates.ts';
import { type Fate, thoroughFates, type Tried } from './fates.ts';
import { mutantsOf } from './mutants.ts';
import { fatesTogether } from './thorough-stage.ts';
import { inGroups, textsWith } from './together.ts';

const source = 'if (a === 1) b(2);';
const mutants: readonly Candidate[] = mutantsOf(source, 'x.ts').map((mutant) => ({
  ...mutant,
  file: 'x.ts',
  source,
  functionId: undefined,
}));

function named(name: string): Candidate {
  return { file: `${name}.ts`, source: '', functionId: undefined, kind: '', start: 0, end: 0, replacement: '' };
}

test('mutants stand side by side where none is within another', () => {
  const groups = inGroups(mutants, 8);
  expect(groups.flat()).toHaveLength(mutants.length);
  expect(groups.map((group) => textsWith(group).get('x.ts'))).toEqual(['if (!(a === 1)) ;', 'if (a !== 2) b(3);']);
  expect(inGroups([named('a'), named('b'), named('c')], 2).map((group) => group.length)).toEqual([2, 1]);
});

test('of mutants that are tried together those that are noticed are found', async () => {
  const [one, two, three, four] = ['one', 'two', 'three', 'four'].map(named) as [Candidate, ...Candidate[]];
  const passes = (tried: readonly Candidate[]): Promise<boolean> => Promise.resolve(!tried.includes(three!));
  const fates = await fatesTogether([one, two!, three!, four!], passes, () => 'survives');
  expect(fates.map(({ fate }) => fate)).toEqual(['survives', 'survives', 'noticed', 'survives']);
});

test('what survives the quick tests is tried again, and all is told in order', async () => {
  async function* sifted(): AsyncGenerator<Tried> {
    for (const [name, fate] of [
      ['a', 'noticed'],
      ['b', 'survives'],
      ['c', 'late'],
      ['d', 'is reached by no test'],
    ] as [string, Fate][])
      yield { mutant: named(name), fate };
  }
  const again: string[] = [];
  const told: string[] = [];
  const tried = thoroughFates(sifted(), (group) => {
    again.push(...group.map(({ file }) => file));
    return Promise.resolve(group.map((mutant) => ({ mutant, fate: mutant.file === 'b.ts' ? 'noticed' : 'survives' })));
  });
  for await (const { mutant, fate } of tried) told.push(`${mutant.file} ${fate}`);
  expect(again).toEqual(['b.ts', 'd.ts']);
  expect(told).toEqual(['a.ts noticed', 'b.ts noticed', 'c.ts late', 'd.ts survives']);
});
