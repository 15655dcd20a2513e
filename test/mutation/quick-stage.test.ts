import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Candidate } from './candidates.ts';
import { mutantsOf } from './mutants.ts';
import { openQuickStage } from './quick-stage.ts';
import { functionAround, functionsOf } from './reached.ts';

const source = `const seen = new Map<string, number>();
export function count(name: string): number {
  let index = 0;
  while (index < 3) index += 1;
  seen.set(name, (seen.get(name) ?? 0) + 1);
  return seen.get(name) ?? 0;
}
export const unused = (): string => 'never';
`;

/** A program: a test may start it, none imports it, and what awaits at its top is no function. */
const program = `await Promise.resolve();\nconsole.log('begun');\n`;

const tests = `import { appendFileSync, statSync } from 'node:fs';
import { test, expect } from 'vitest';
import { count } from './count.ts';
test('a name is counted', () => { expect(count('a')).toBe(1); });
test('a name is counted again', () => { expect(count('b') + count('b')).toBe(3); });
test('wears out', () => {
  appendFileSync(import.meta.filename + '.runs', 'x');
  if (count('c') > 1 || statSync(import.meta.filename + '.runs').size > 2) throw new Error('worn out');
});
test('fails as it is', () => { throw new Error('broken'); });
`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sluice-quick-'));
  writeFileSync(join(folder, 'count.ts'), source);
  writeFileSync(join(folder, 'count.test.ts'), tests);
});
afterEach(() => rmSync(folder, { recursive: true }));

function candidatesOf(text: string, file: string): readonly Candidate[] {
  const functions = functionsOf(text, file);
  return mutantsOf(text, file).map((mutant) => ({
    ...mutant,
    file,
    source: text,
    functionId: functionAround(functions, mutant.start, mutant.end),
  }));
}

test('mutants are noticed, also those that do not end, and by tests alone that pass without them', async () => {
  const stage = await openQuickStage(folder, { 'count.ts': source, 'program.ts': program }, 1);
  try {
    expect(stage.first.tests.map(({ name }) => name)).toEqual([
      'a name is counted',
      'a name is counted again',
      'wears out',
    ]);
    expect(stage.first.failures).toEqual([expect.stringContaining('fails as it is: Error: broken')]);
    const fates: Record<string, string> = {};
    for await (const { mutant, fate } of stage.sift([
      ...candidatesOf(source, 'count.ts'),
      ...candidatesOf(program, 'program.ts'),
    ]))
      fates[`${mutant.kind}: ${mutant.source.slice(mutant.start, mutant.end)}`] = fate;
    expect(fates).toMatchObject({
      'condition negated: index < 3': 'survives',
      '< to <=: <': 'survives',
      'statement left out: index += 1;': 'late',
      'statement left out: seen.set(name, (seen.get(name) ?? 0) + 1);': 'noticed',
      '+ to -: +': 'noticed',
      "text emptied: 'never'": 'is reached by no test',
      "text emptied: 'begun'": 'survives',
    });
  } finally {
    await stage.close();
  }
});
