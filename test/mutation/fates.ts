import type { Candidate } from './candidates.ts';
import { inGroups } from './together.ts';

/** What became of a mutant; late is noticed by a test that did not end. */
export type Fate = 'noticed' | 'late' | 'survives' | 'is reached by no test';

export function isSurvivor(fate: Fate): boolean {
  return fate === 'survives' || fate === 'is reached by no test';
}

export interface Tried {
  readonly mutant: Candidate;
  readonly fate: Fate;
}

/** Tries mutants of which none is within another. */
export type TryTogether = (mutants: readonly Candidate[]) => Promise<readonly Tried[]>;

/** Survivors of the quick tests that are tried thoroughly at a time, in groups. */
const mostDoubtful = 24;
const groupSize = 8;

/** Has those that survive the quick tests tried thoroughly. The order stays. */
export async function* thoroughFates(
  sifted: AsyncIterable<Tried>,
  tryTogether: TryTogether,
): AsyncGenerator<Tried, void> {
  let held: Tried[] = [];
  for await (const each of sifted) {
    held.push(each);
    const isDue = held.filter(({ fate }) => isSurvivor(fate)).length >= mostDoubtful;
    // What no doubtful one stands before need not wait.
    if (!isDue && isSurvivor(held[0]!.fate)) continue;
    yield* await settled(held, tryTogether);
    held = [];
  }
  yield* await settled(held, tryTogether);
}

async function settled(tried: readonly Tried[], tryTogether: TryTogether): Promise<readonly Tried[]> {
  const doubtful = tried.filter(({ fate }) => isSurvivor(fate)).map(({ mutant }) => mutant);
  const fates = new Map<Candidate, Tried>();
  for (const group of inGroups(doubtful, groupSize))
    for (const each of await tryTogether(group)) fates.set(each.mutant, each);
  return tried.map((each) => fates.get(each.mutant) ?? each);
}
