import { basename } from 'node:path';
import { type Candidate, lineOf } from './candidates.ts';
import type { KnownTest } from './test-session.ts';

/** A test that runs code of the file is worth as much as another one that takes a tenth of the time. */
const nearFactor = 10;

/** Tests in an order in which one that notices a mutant comes early: what is worth most for the time that it takes. */
export type Ordered = (mutant: Candidate, tests: Iterable<KnownTest>) => readonly KnownTest[];

/**
 * Tests in the file's own test file come first; then, and among them, those that take little time for how many rare words of
 * the mutant's path and line stand in their own path and name, and for whether they run code of the file.
 */
export function orderOf(tests: readonly KnownTest[]): Ordered {
  const having = new Map<string, Set<KnownTest>>();
  for (const test of tests)
    for (const word of wordsOf(`${basename(test.file)} ${test.name}`))
      having.set(word, (having.get(word) ?? new Set()).add(test));
  const reaching = new Map<string, ReadonlySet<KnownTest>>();
  const reachingOf = (file: string): ReadonlySet<KnownTest> => {
    const known = reaching.get(file);
    const found = known ?? new Set(tests.filter(({ reached }) => [...reached].some((id) => id.startsWith(`${file}:`))));
    reaching.set(file, found);
    return found;
  };
  return (mutant, chosen) => {
    const worth = new Map<KnownTest, number>();
    for (const word of wordsOf(`${mutant.file} ${lineOf(mutant)}`)) {
      const found = having.get(word) ?? new Set();
      for (const test of found) worth.set(test, (worth.get(test) ?? 0) + Math.log(tests.length / found.size));
    }
    const near = reachingOf(mutant.file);
    const costOf = (test: KnownTest): number =>
      (test.ms + 0.1) / (1 + (worth.get(test) ?? 0)) ** 2 / (near.has(test) ? nearFactor : 1);
    return [...chosen]
      .map((test) => ({ test, isFar: !isOwn(test, mutant), cost: costOf(test) }))
      .toSorted((one, other) => Number(one.isFar) - Number(other.isFar) || one.cost - other.cost)
      .map(({ test }) => test);
  };
}

function isOwn({ file }: KnownTest, mutant: Candidate): boolean {
  return file.endsWith(`/${mutant.file.replace(/\.ts$/, '.test.ts')}`);
}

/** In small letters; also those that stand together in one. */
function wordsOf(text: string): ReadonlySet<string> {
  const parts = text.replaceAll(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return new Set(parts.match(/[a-z]{3,}|\d{3,}/g));
}
