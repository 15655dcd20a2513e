import { clauses } from '@sluice/testing/standard';
import { expect, test } from 'vitest';
import { textOf } from './files.ts';

test('docs/connector-standard.md has the clauses that are checked, in their words', () => {
  const [, table = ''] =
    /<!-- clauses -->([^]*)<!-- end of clauses -->/.exec(textOf('docs/connector-standard.md')) ?? [];
  const rows = table.split('\n').filter((line) => /^\| \d/.test(line));
  expect(rows).toEqual(clauses.map(({ number, says, proof }) => `| ${number} | ${says} | ${proof} |`));
});
