/** Longer words are not compared: what a person mistypes is shorter, and the time stays bounded. */
const maxLength = 64;

/**
 * The known name that `wanted` was probably meant to be, for a "did you mean". Undefined where none is close: more
 * than a third of the letters differ.
 *
 * @example
 * nearestName('src_endpiont', ['src_endpoint', 'dst_endpoint']); // 'src_endpoint'
 */
export function nearestName(wanted: string, known: Iterable<string>): string | undefined {
  if (wanted.length > maxLength) return undefined;
  const word = wanted.toLowerCase();
  let nearest: string | undefined;
  let best = Math.floor(Math.max(word.length, 3) / 3) + 1;
  for (const name of known) {
    if (name.length > maxLength || Math.abs(name.length - word.length) >= best) continue;
    const distance = distanceBetween(word, name.toLowerCase(), best);
    if (distance < best) {
      best = distance;
      nearest = name;
    }
  }
  return nearest;
}

/** Insertions, deletions, replacements and swaps of neighbours from one word to the other; `limit` or more is `limit`. */
function distanceBetween(one: string, other: string, limit: number): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row++) {
    const current = [row];
    for (let column = 1; column <= other.length; column++) {
      const same = one[row - 1] === other[column - 1];
      let cost = Math.min(last[column]! + 1, current[column - 1]! + 1, last[column - 1]! + (same ? 0 : 1));
      const swapped = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      if (swapped) cost = Math.min(cost, beforeLast[column - 2]! + 1);
      current.push(cost);
    }
    if (Math.min(...current) >= limit) return limit;
    beforeLast = last;
    last = current;
  }
  return Math.min(last[other.length]!, limit);
}
