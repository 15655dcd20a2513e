import type { Candidate } from './candidates.ts';

/** The sources of mutants with all of them in place. */
export function textsWith(mutants: readonly Candidate[]): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  // From the last to the first, so that each stands where it did.
  for (const { file, source, start, end, replacement } of mutants.toSorted((one, other) => other.start - one.start)) {
    const text = texts.get(file) ?? source;
    texts.set(file, text.slice(0, start) + replacement + text.slice(end));
  }
  return texts;
}

/** Mutants in groups of at most so many that can stand side by side: none is within another. */
export function inGroups(mutants: readonly Candidate[], most: number): readonly (readonly Candidate[])[] {
  const groups: Candidate[][] = [];
  for (const mutant of mutants) {
    const group = groups.find((each) => each.length < most && !each.some((other) => overlap(mutant, other)));
    if (group === undefined) groups.push([mutant]);
    else group.push(mutant);
  }
  return groups;
}

function overlap(one: Candidate, other: Candidate): boolean {
  return one.file === other.file && one.start <= other.end && other.start <= one.end;
}
