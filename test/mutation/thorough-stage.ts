import { join } from 'node:path';
import type { Candidate } from './candidates.ts';
import type { Fate, Tried } from './fates.ts';
import { orderOf } from './nearness.ts';
import { functionsOf, noting } from './reached.ts';
import { type FirstRun, type KnownTest, openTestSession } from './test-session.ts';
import { textsWith } from './together.ts';
import { durationOf, inWaves, wavesOf } from './waves.ts';
import type { Workplace } from './workplace.ts';

/** Tests of which one that failed for a mutant is likely to fail for the next. */
const mostKillers = 12;

/** Tries mutants by all tests that reach them, as vitest runs them. */
export interface ThoroughStage {
  readonly first: FirstRun;
  /** Of mutants that can stand side by side. */
  fatesOf(mutants: readonly Candidate[]): Promise<readonly Tried[]>;
  close(): Promise<void>;
}

/** The copy is as the workspace is, before and after each mutant. */
export async function openThoroughStage(
  place: Workplace,
  sources: Readonly<Record<string, string>>,
): Promise<ThoroughStage> {
  const session = await openTestSession(place.folder);
  for (const [file, source] of Object.entries(sources)) place.write(file, noting(source, functionsOf(source, file)));
  const first = await session.firstRun();
  for (const [file, source] of Object.entries(sources)) place.write(file, source);
  const wavesFor = wavesOf(first);
  const inOrder = orderOf(first.tests);
  /** Those that failed last come first. */
  let killers: readonly KnownTest[] = [];

  const write = (texts: ReadonlyMap<string, string>): void => {
    for (const [file, text] of texts) {
      place.write(file, text);
      session.changed(join(place.folder, file));
    }
  };
  const passes = async (mutants: readonly Candidate[]): Promise<boolean> => {
    const lists = mutants.map((mutant) => inOrder(mutant, wavesFor(mutant).flat()));
    const tests = takingTurns(lists);
    const known = killers.filter((test) => tests.has(test));
    write(textsWith(mutants));
    try {
      for (const wave of inWaves([...new Set([...known, ...tests])])) {
        const { passed, failed } = await session.run(wave, 10_000 + 4 * durationOf(wave));
        if (passed) continue;
        killers = [...new Set([...failed, ...killers])].slice(0, mostKillers);
        return false;
      }
      return true;
    } finally {
      write(new Map(mutants.map(({ file, source }) => [file, source])));
    }
  };
  return {
    first,
    close: () => session.close(),
    fatesOf: (mutants) =>
      fatesTogether(mutants, passes, (mutant) => (wavesFor(mutant).length > 0 ? 'survives' : 'is reached by no test')),
  };
}

/** The first of each list, the second of each, and so on; each once. */
function takingTurns<T>(lists: readonly (readonly T[])[]): ReadonlySet<T> {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  const turns = Array.from({ length: longest }, (_, index) => lists.flatMap((list) => list.slice(index, index + 1)));
  return new Set(turns.flat());
}

/** Many at once: where no test notices them all, none is noticed; else those of each half are tried. */
export async function fatesTogether(
  mutants: readonly Candidate[],
  passes: (mutants: readonly Candidate[]) => Promise<boolean>,
  survival: (mutant: Candidate) => Fate,
): Promise<readonly Tried[]> {
  if (await passes(mutants)) return mutants.map((mutant) => ({ mutant, fate: survival(mutant) }));
  if (mutants.length === 1) return mutants.map((mutant) => ({ mutant, fate: 'noticed' }));
  const middle = Math.ceil(mutants.length / 2);
  return [
    ...(await fatesTogether(mutants.slice(0, middle), passes, survival)),
    ...(await fatesTogether(mutants.slice(middle), passes, survival)),
  ];
}
