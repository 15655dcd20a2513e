import type { Part } from '../check/model.ts';
import type { CompiledPattern } from '../pattern/compile-pattern.ts';

/** Tries the patterns of a part in order; gives the groups in the order of the part. */
export function matcherOf(part: Part): CompiledPattern['match'] {
  const [first, ...others] = part.patterns;
  if (others.length === 0 && first !== undefined) return first.match;
  const orders = part.patterns.map(({ groups }) =>
    part.groups.map((name) => groups.findIndex((group) => group.name === name) + 1),
  );
  return (text) => {
    for (const [index, pattern] of part.patterns.entries()) {
      const match = pattern.match(text);
      if (match !== undefined) return [match[0], ...orders[index]!.map((at) => (at === 0 ? undefined : match[at]))];
    }
    return undefined;
  };
}
