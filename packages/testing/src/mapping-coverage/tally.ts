/** Counts by name, of at most so many names; what goes beyond is counted together. */
export class Tally {
  readonly #counts = new Map<string, number>();
  readonly #maxNames: number;

  constructor(maxNames = 2_000) {
    this.#maxNames = maxNames;
  }

  add(name: string, count = 1): void {
    const known = this.#counts.get(name);
    if (known !== undefined) this.#counts.set(name, known + count);
    else if (this.#counts.size < this.#maxNames) this.#counts.set(name, count);
    else this.#counts.set(others, (this.#counts.get(others) ?? 0) + count);
  }

  /** The most frequent first, names of one frequency in their order. */
  counts(): Readonly<Record<string, number>> {
    const sorted = [...this.#counts].toSorted(([one, a], [other, b]) => b - a || (one < other ? -1 : 1));
    return Object.fromEntries(sorted);
  }
}

const others = '(others)';
