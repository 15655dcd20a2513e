/** Numbers that look random and are not: the same seed gives the same numbers on every machine. */
export interface Random {
  /** At least 0, below 1. */
  fraction(): number;
  /** Whole number from `low` to `high`, both included. */
  integer(low: number, high: number): number;
  chance(probability: number): boolean;
  pick<Item>(items: readonly Item[]): Item;
  /** Mostly near `typical`, seldom many times as much: how long requests take, how large answers are. */
  longTail(typical: number): number;
  hex(digits: number): string;
}

export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  // Weyl sequence through a 32-bit mixer.
  const fraction = (): number => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 0x1_0000_0000;
  };
  const integer = (low: number, high: number): number => low + Math.floor(fraction() * (high - low + 1));
  return {
    fraction,
    integer,
    chance: (probability) => fraction() < probability,
    pick(items) {
      const item = items[integer(0, items.length - 1)];
      if (item === undefined) throw new RangeError('There is nothing to pick from.');
      return item;
    },
    longTail: (typical) => Math.round(typical * Math.exp(1.1 * (fraction() + fraction() + fraction() - 1.5))),
    hex(digits) {
      let text = '';
      while (text.length < digits) text += integer(0, 0xffff).toString(16).padStart(4, '0');
      return text.slice(0, digits);
    },
  };
}
