/** A small seeded generator of numbers (xorshift), so that every run of a benchmark sees the same events. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed | 0 || 1;
  }

  /** 0 to 1, 1 exclusive. */
  next(): number {
    let state = this.#state;
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    this.#state = state;
    return (state >>> 0) / 4_294_967_296;
  }

  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  pick<T>(items: readonly [T, ...T[]]): T {
    return items[this.below(items.length)] ?? items[0];
  }

  /** Small numbers often, large ones seldom, as hosts and files are seen in logs. */
  logUniform(limit: number): number {
    return Math.floor(Math.exp(this.next() * Math.log(limit))) - 1;
  }

  uuid(): string {
    const hex = (digits: number): string =>
      this.below(16 ** digits)
        .toString(16)
        .padStart(digits, '0');
    return `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(8)}${hex(4)}`;
  }

  hex(bytes: number): string {
    let text = '';
    for (let at = 0; at < bytes; at += 4) text += this.below(4_294_967_296).toString(16).padStart(8, '0');
    return text;
  }
}
