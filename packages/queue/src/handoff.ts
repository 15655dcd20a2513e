/** A bounded queue between tasks of one thread: who puts waits for room, who takes waits for something. */
export class Handoff<Item> {
  readonly #capacity: number;
  readonly #items: Item[] = [];
  readonly #waiting: (() => void)[] = [];
  #ended = false;
  #error: Error | undefined;

  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  get isEnded(): boolean {
    return this.#ended;
  }

  /** Resolves once the item is in. False when the handoff has ended: the item was not taken. */
  async put(item: Item): Promise<boolean> {
    while (!this.#ended && this.#items.length >= this.#capacity) await this.#change();
    if (this.#ended) return false;
    this.#items.push(item);
    this.#changed();
    return true;
  }

  /** The oldest item; undefined once the handoff has ended and is empty. Throws the error it was ended with, last. */
  async take(): Promise<Item | undefined> {
    while (this.#items.length === 0 && !this.#ended) await this.#change();
    const item = this.#items.shift();
    if (item === undefined && this.#error !== undefined) throw this.#error;
    this.#changed();
    return item;
  }

  /** Nothing more comes. Gives back what nobody has taken only to those who ask with `take`. */
  end(error?: Error): void {
    this.#error ??= error;
    this.#ended = true;
    this.#changed();
  }

  /** Takes out all that waits. */
  drain(): readonly Item[] {
    return this.#items.splice(0);
  }

  #change(): Promise<void> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  #changed(): void {
    for (const wake of this.#waiting.splice(0)) wake();
  }
}
