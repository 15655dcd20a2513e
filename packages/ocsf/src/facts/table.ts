/** Distinct JSON values with their indices. */
export class Table<Item> {
  readonly #indices = new Map<string, number>();
  readonly #items: Item[] = [];

  get items(): readonly Item[] {
    return this.#items;
  }

  /** The index of an equal item, added if there is none yet. */
  add(item: Item): number {
    const text = JSON.stringify(item);
    const known = this.#indices.get(text);
    if (known !== undefined) return known;
    this.#indices.set(text, this.#items.length);
    return this.#items.push(item) - 1;
  }
}
