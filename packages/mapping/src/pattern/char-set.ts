/** Code points as sorted, disjoint ranges, both ends inclusive. */
export type CharSet = readonly (readonly [number, number])[];

const lastCodePoint = 0x10ffff;

export const digits: CharSet = [[48, 57]];
export const wordCharacters: CharSet = [
  [48, 57],
  [65, 90],
  [95, 95],
  [97, 122],
];
/** ASCII blanks only, as in RE2. */
export const blanks: CharSet = [
  [9, 10],
  [12, 13],
  [32, 32],
];
export const everything: CharSet = [[0, lastCodePoint]];

export function union(...sets: readonly CharSet[]): CharSet {
  const sorted = sets.flat().toSorted(([one], [other]) => one - other);
  const result: [number, number][] = [];
  for (const [low, high] of sorted) {
    const last = result.at(-1);
    if (last !== undefined && low <= last[1] + 1) last[1] = Math.max(last[1], high);
    else result.push([low, high]);
  }
  return result;
}

export function complement(set: CharSet): CharSet {
  const result: [number, number][] = [];
  let next = 0;
  for (const [low, high] of set) {
    if (low > next) result.push([next, low - 1]);
    next = high + 1;
  }
  if (next <= lastCodePoint) result.push([next, lastCodePoint]);
  return result;
}

export function overlaps(one: CharSet, other: CharSet): boolean {
  return one.some(([low, high]) => other.some(([from, to]) => low <= to && from <= high));
}

export function isWithin(set: CharSet, whole: CharSet): boolean {
  return set.every(([low, high]) => whole.some(([from, to]) => from <= low && high <= to));
}

/** With the other case of each ASCII letter. */
export function ignoringCase(set: CharSet): CharSet {
  const added: [number, number][] = [];
  for (const [low, high] of set) {
    for (let code = Math.max(low, 65); code <= Math.min(high, 90); code++) added.push([code + 32, code + 32]);
    for (let code = Math.max(low, 97); code <= Math.min(high, 122); code++) added.push([code - 32, code - 32]);
  }
  return union(set, added);
}

/** As a character class that JavaScript (without flags) and RE2 read alike. */
export function printSet(set: CharSet, escape: (code: number) => string): string {
  const [first] = set;
  if (set.length === 1 && first !== undefined && first[0] === first[1]) return escape(first[0]);
  const isNegated = first?.[0] === 0 && set.at(-1)?.[1] === lastCodePoint;
  const ranges = (isNegated ? complement(set) : set).map(([low, high]) =>
    low === high ? escape(low) : `${escape(low)}-${escape(high)}`,
  );
  if (isNegated && ranges.length === 0) return `[${escape(0)}-${escape(lastCodePoint)}]`;
  return `[${isNegated ? '^' : ''}${ranges.join('')}]`;
}

/** Whether the set treats all characters beyond 16 bits (and the halves of them) alike, so that units will do. */
export function isAboutUnits(set: CharSet): boolean {
  const last = set.at(-1);
  if (last === undefined || last[1] < 0xd800) return true;
  return last[0] <= 0xd800 && last[1] === lastCodePoint;
}

/** Whether the set takes characters of two units, or halves of them. */
export function hasSurrogates(set: CharSet): boolean {
  return set.some(([low, high]) => high >= 0xd800 && (low <= 0xdfff || high > 0xffff));
}
