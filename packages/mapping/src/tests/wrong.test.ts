import { loadCatalogue } from '@sluice/ocsf';
import { describe, expect, test } from 'vitest';
import { formatProblem, loadMapping, type Problem, problemCodes } from '../index.ts';
import { functions } from './functions.ts';
import { imports } from './imports.ts';
import { readWrongCases, type WrongCase, writeWrongCases } from './wrong-cases.ts';

const catalogue = loadCatalogue('1.3.0');
const files = readWrongCases();

function listOf({ document }: WrongCase): readonly Problem[] {
  return loadMapping(document, { file: 'mapping.yaml', catalogue, functions, imports }).problems ?? [];
}

/** Each on a line, and below it what an editor is told beside. */
function problemsOf(one: WrongCase): string {
  return listOf(one)
    .flatMap((problem) => [formatProblem(problem), ...detailsOf(problem)])
    .join('\n');
}

function detailsOf({ found, expected, nearest }: Problem): string[] {
  const details = Object.entries({ found, expected, nearest }).filter(([, value]) => value !== undefined);
  return details.map(([name, value]) => `  ${name}: ${value}`);
}

for (const [file, cases] of files) {
  describe(file, () => {
    for (const one of cases) {
      test(`refuses ${one.name}`, () => {
        const found = problemsOf(one);
        expect(found).not.toBe('');
        if (process.env['UPDATE_GOLDENS'] !== '1') expect(found).toBe(one.problems);
      });
    }
  });
  if (process.env['UPDATE_GOLDENS'] === '1')
    writeWrongCases(
      file,
      cases.map((one) => ({ ...one, problems: problemsOf(one) })),
    );
}

test('there are at least 150 wrong mappings, each with a name of its own', () => {
  const names = [...files].flatMap(([file, cases]) => cases.map(({ name }) => `${file} ${name}`));
  expect(new Set(names).size).toBe(names.length);
  expect(names.length).toBeGreaterThanOrEqual(150);
});

test('every code of a problem is met in a wrong mapping, but the one for its size', () => {
  const met = [...files.values()]
    .flat()
    .flatMap(({ problems }) => problems.split('\n').filter((line) => !line.startsWith('  ')))
    .map((line) => line.split(' ')[1]);
  expect(problemCodes.filter((code) => !met.includes(code))).toEqual(['document_too_large']);
});

test('what was found stands in the document or in the message, and what is nearest in the message', () => {
  for (const one of [...files.values()].flat()) {
    for (const { code, found = '', nearest = '', message } of listOf(one)) {
      expect(message).toContain(nearest);
      // A rule may have no name of its own.
      if (code === 'unreachable_rule') continue;
      for (const part of found.split(', ')) expect(`${one.document}\n${message}`).toContain(part);
    }
  }
});

test('a document that is too large is refused unread', () => {
  const { problems } = loadMapping('#'.repeat(1_000_001), { file: 'mapping.yaml', catalogue });
  expect(problems?.map(formatProblem)).toEqual([
    'mapping.yaml:1:1 document_too_large The document has 1000001 characters; at most 1000000 are read. Split it.',
  ]);
});
