import type { Candidate } from './candidates.ts';

/** What became of a mutant; late is noticed by a test that did not end. */
export type Fate = 'noticed' | 'late' | 'survives' | 'is reached by no test';

export function isSurvivor(fate: Fate): boolean {
  return fate === 'survives' || fate === 'is reached by no test';
}

export interface Tried {
  readonly mutant: Candidate;
  readonly fate: Fate;
}
