import { firstCapacity, type Codes } from './column-block.ts';
import { FixedDictionary } from './fixed-dictionary.ts';
import type { LeafStage } from './stage.ts';
import { codeAt, compactCodes, grownCodes, type SealedValues, type ValueBuffer } from './value-buffer.ts';

/** Numbers of four or eight bytes: as codes while that pays, as little-endian bytes from then on. */
export class FixedValues implements ValueBuffer {
  count = 0;
  usesDictionary = true;
  readonly dictionary: FixedDictionary;
  readonly #halvesEach: 1 | 2;
  #codes = new Uint16Array(firstCapacity);
  #plain = new Int32Array(0);

  constructor(width: 4 | 8, seed: number) {
    this.#halvesEach = width === 4 ? 1 : 2;
    this.dictionary = new FixedDictionary(seed);
  }

  get memoryBytes(): number {
    return this.dictionary.memoryBytes + this.#codes.byteLength + this.#plain.byteLength;
  }

  absorb(stage: LeafStage, count: number, defined: number): void {
    const { definitions, low, high } = stage;
    for (let at = 0; at < count; at++) {
      if (definitions[at] === defined) this.add(low[at] ?? 0, high[at] ?? 0);
    }
  }

  add(low: number, high: number): void {
    if (this.usesDictionary) {
      const code = this.dictionary.code(low, high);
      if (code >= 0) return this.addCode(code);
      this.leaveDictionary();
    }
    const at = this.count * this.#halvesEach;
    if (at + this.#halvesEach > this.#plain.length) this.#growPlain();
    this.#plain[at] = low;
    if (this.#halvesEach === 2) this.#plain[at + 1] = high;
    this.count++;
  }

  addCode(code: number): void {
    if (this.count === this.#codes.length) this.#codes = grownCodes(this.#codes);
    this.#codes[this.count++] = code;
  }

  seal(): SealedValues {
    const sealed = this.usesDictionary
      ? { codes: compactCodes(this.#codes, this.count) }
      : { plain: new Uint8Array(this.#plain.slice(0, this.count * this.#halvesEach).buffer) };
    this.count = 0;
    return sealed;
  }

  leaveDictionary(): void {
    if (!this.usesDictionary) return;
    this.usesDictionary = false;
    const plain = this.#halvesOf(this.#codes, this.count);
    this.#plain = new Int32Array(Math.max(firstCapacity * this.#halvesEach, plain.length * 2));
    this.#plain.set(plain);
    this.#codes = new Uint16Array(0);
  }

  plainOf(codes: Codes, count: number): Uint8Array {
    return new Uint8Array(this.#halvesOf(codes, count).buffer);
  }

  #halvesOf(codes: Codes, count: number): Int32Array<ArrayBuffer> {
    const { halves } = this.dictionary;
    const each = this.#halvesEach;
    const plain = new Int32Array(count * each);
    for (let at = 0; at < count; at++) {
      const code = codeAt(codes, at);
      plain[at * each] = halves[2 * code] ?? 0;
      if (each === 2) plain[at * each + 1] = halves[2 * code + 1] ?? 0;
    }
    return plain;
  }

  #growPlain(): void {
    const larger = new Int32Array(Math.max(firstCapacity * this.#halvesEach, this.#plain.length * 2));
    larger.set(this.#plain);
    this.#plain = larger;
  }
}
