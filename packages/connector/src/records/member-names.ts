const quote = 0x22;
const colon = 0x3a;
const comma = 0x2c;

/** Reads the names of an object's members, byte by byte, to tell which of them are lists of records. */
export class MemberNames {
  readonly #wanted: ReadonlySet<string>;
  readonly #longest: number;
  #expects = true;
  #isReading = false;
  #name = '';

  constructor(wanted: readonly string[]) {
    this.#wanted = new Set(wanted);
    this.#longest = Math.max(0, ...wanted.map((name) => name.length));
  }

  /** Whether the value that begins now is that of a wanted name. */
  get isWanted(): boolean {
    return !this.#expects && !this.#isReading && this.#wanted.has(this.#name);
  }

  /** An object begins. */
  reset(): void {
    this.#expects = true;
    this.#isReading = false;
    this.#name = '';
  }

  /** A byte of the object itself, outside of strings and of what its members hold; a quote begins a string. */
  outside(byte: number): void {
    if (byte === comma) this.reset();
    else if (byte === quote && this.#expects) {
      this.#expects = false;
      this.#isReading = true;
    } else if (byte !== colon) this.#name = '';
  }

  /** A byte in a string of the object itself. */
  inside(byte: number): void {
    if (this.#isReading && this.#name.length <= this.#longest) this.#name += String.fromCharCode(byte);
  }

  /** That string has ended. */
  close(): void {
    this.#isReading = false;
  }
}
