import { globSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { type Candidate, candidatesIn, sourcesOf } from './candidates.ts';
import { entryFor, explains, explanationsOf, staleExplanations } from './explained.ts';
import { repository } from './workplace.ts';

const source = 'const limit = 10;\nif (size > limit) stop();\n';
const mutant: Candidate = {
  kind: '> to >=',
  file: 'src/a.ts',
  source,
  functionId: undefined,
  start: source.indexOf('>'),
  end: source.indexOf('>') + 1,
  replacement: '>=',
};
const explanation = { file: 'src/a.ts', line: 'if (size > limit) stop();', reason: 'Sizes are never equal to it.' };

test('an explanation holds for the changes of its line, or for one of them', () => {
  expect(explains(explanation, mutant)).toBe(true);
  expect(explains({ ...explanation, change: '> → >=' }, mutant)).toBe(true);
  expect(explains({ ...explanation, change: '> → <' }, mutant)).toBe(false);
  expect(explains({ ...explanation, line: 'if (size > most) stop();' }, mutant)).toBe(false);
  expect(explains({ ...explanation, file: 'src/b.ts' }, mutant)).toBe(false);
});

test('a survivor is shown as the entry that would explain it', () => {
  expect(entryFor(mutant)).toBe(
    '- file: src/a.ts\n  line: if (size > limit) stop();\n  change: "> → >="\n  reason: ""\n',
  );
});

test('every explanation in the repository speaks of code that is there', () => {
  for (const path of globSync('{connectors,examples,packages}/*/mutants.yaml', { cwd: repository })) {
    const workspace = dirname(path);
    const mutants = sourcesOf(workspace).flatMap((file) => candidatesIn(workspace, file));
    expect(staleExplanations(explanationsOf(workspace), mutants), join(workspace, 'mutants.yaml')).toEqual([]);
  }
});
