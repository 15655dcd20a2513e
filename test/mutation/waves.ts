import type { FirstRun, KnownTest } from './test-session.ts';

/** Where a mutant stands. */
interface Place {
  readonly file: string;
  /** The function that it is in; nothing for what runs when the module is loaded, and for what is read as a file. */
  readonly functionId: string | undefined;
}

/** How long the tests of all waves up to the first, the second and the third took in the first run. */
const waveEndsMs = [300, 3000, 15_000];

/**
 * The tests that can notice a mutant, in waves: those that come nearest and are quickest first. Nothing where no test
 * reaches it. What runs in processes of their own is not seen: tests that reach nothing come last, and of a file in which
 * nothing was reached all tests may run.
 */
export type Waves = (place: Place) => readonly (readonly KnownTest[])[];

export function wavesOf({ tests, loaded }: FirstRun): Waves {
  const reaching = new Map<string, Set<KnownTest>>();
  for (const test of tests)
    for (const id of test.reached)
      for (const place of [id, id.slice(0, id.lastIndexOf(':'))])
        reaching.set(place, (reaching.get(place) ?? new Set()).add(test));
  const elsewhere = inWaves(quickestFirst(tests.filter(({ reached }) => reached.size === 0)));
  return ({ file, functionId }) => {
    const near = reaching.get(file) ?? new Set();
    const inside = functionId === undefined ? undefined : reaching.get(functionId);
    if (functionId !== undefined && !loaded.has(functionId) && near.size > 0)
      return [...inWaves(quickestFirst([...(inside ?? [])])), ...elsewhere];
    return [[...near], tests.filter((known) => !near.has(known))].flatMap((each) => inWaves(quickestFirst(each)));
  };
}

/** Tests in their order, few at first. */
export function inWaves(tests: readonly KnownTest[]): readonly (readonly KnownTest[])[] {
  let total = 0;
  const waves = Map.groupBy(tests, ({ ms }) => {
    total += ms;
    return waveEndsMs.findIndex((end) => total <= end);
  });
  return [...waves.values()];
}

function quickestFirst(tests: readonly KnownTest[]): readonly KnownTest[] {
  return tests.toSorted((one, other) => one.ms - other.ms);
}

export function durationOf(tests: readonly KnownTest[]): number {
  return tests.reduce((sum, { ms }) => sum + ms, 0);
}
