import { CodeLine } from './code-line.ts';
import { firstCapacity, type Codes } from './column-block.ts';
import { FixedDictionary } from './fixed-dictionary.ts';
import { noWords } from './nothing.ts';
import type { LeafStage } from './stage.ts';
import { codeAt, type PlainValues, type SealedValues, type ValueBuffer } from './value-buffer.ts';

/** Numbers of four or eight bytes: as codes while that pays, as little-endian bytes from then on. */
export class FixedValues implements ValueBuffer {
  usesDictionary = true;
  readonly dictionary: FixedDictionary;
  readonly codes: CodeLine = new CodeLine();
  /** Halves of 32 bits of each number. */
  readonly halvesEach: 1 | 2;
  #plain = noWords;
  #plainCount = 0;

  constructor(width: 4 | 8, seed: number) {
    this.halvesEach = width === 4 ? 1 : 2;
    this.dictionary = new FixedDictionary(seed);
  }

  get count(): number {
    return this.usesDictionary ? this.codes.count : this.#plainCount;
  }

  get memoryBytes(): number {
    return this.dictionary.memoryBytes + this.codes.memoryBytes + this.#plain.byteLength;
  }

  absorb(stage: LeafStage, count: number, defined: number): void {
    if (!this.usesDictionary) return this.#absorbPlain(stage, count, defined);
    const { definitions, low, high } = stage;
    const run = this.#absorbRun(stage, count, defined);
    if (run === count) return;
    this.dictionary.fetch(stage, run, count);
    for (let at = run; at < count; at++) {
      if (definitions[at] === defined) this.add(low[at] ?? 0, high[at] ?? 0);
    }
  }

  #absorbPlain({ definitions, low, high }: LeafStage, count: number, defined: number): void {
    this.#growPlain(count);
    const plain = this.#plain;
    const each = this.halvesEach;
    const before = this.#plainCount * each;
    let to = before;
    for (let at = 0; at < count; at++) {
      if (definitions[at] !== defined) continue;
      plain[to] = low[at] ?? 0;
      if (each === 2) plain[to + 1] = high[at] ?? 0;
      to += each;
    }
    this.#plainCount += (to - before) / each;
  }

  /** Takes the first numbers, as far as they are the last one again. */
  #absorbRun({ definitions, low, high }: LeafStage, count: number, defined: number): number {
    const { lastLow, lastHigh, lastCode } = this.dictionary;
    if (lastCode < 0) return 0;
    let run = 0;
    while (run < count && definitions[run] === defined && low[run] === lastLow && high[run] === lastHigh) run++;
    if (run > 0) this.codes.addTimes(lastCode, run);
    return run;
  }

  /** A number. Gives its code, or -1 where it got none. */
  add(low: number, high: number): number {
    if (this.usesDictionary) {
      const code = this.dictionary.code(low, high);
      if (code >= 0) {
        this.codes.add(code);
        return code;
      }
      this.leaveDictionary();
    }
    const at = this.#plainCount * this.halvesEach;
    if (at + this.halvesEach > this.#plain.length) this.#growPlain(1);
    this.#plain[at] = low;
    if (this.halvesEach === 2) this.#plain[at + 1] = high;
    this.#plainCount++;
    return -1;
  }

  /** Numbers as their halves. Only once the dictionary was left. */
  addPlain(halves: Int32Array): void {
    const count = halves.length / this.halvesEach;
    this.#growPlain(count);
    this.#plain.set(halves, this.#plainCount * this.halvesEach);
    this.#plainCount += count;
  }

  seal(): SealedValues {
    if (this.usesDictionary) return { codes: this.codes.seal(this.dictionary.size) };
    const plain = new Uint8Array(this.#plain.slice(0, this.#plainCount * this.halvesEach).buffer);
    this.#plainCount = 0;
    return { plain };
  }

  leaveDictionary(): void {
    if (!this.usesDictionary) return;
    this.usesDictionary = false;
    this.#plainCount = this.codes.count;
    const plain = this.#halvesOf(this.codes.view(), this.codes.count);
    this.codes.close();
    this.#plain = new Int32Array(Math.max(firstCapacity * this.halvesEach, plain.length * 2));
    this.#plain.set(plain);
  }

  plainOf(codes: Codes, count: number): PlainValues {
    return { plain: new Uint8Array(this.#halvesOf(codes, count).buffer) };
  }

  close(): void {
    this.dictionary.close();
    this.codes.close();
    this.#plain = noWords;
  }

  #halvesOf(codes: Codes, count: number): Int32Array<ArrayBuffer> {
    const { halves } = this.dictionary;
    const each = this.halvesEach;
    const plain = new Int32Array(count * each);
    for (let at = 0; at < count; at++) {
      const code = codeAt(codes, at);
      plain[at * each] = halves[2 * code] ?? 0;
      if (each === 2) plain[at * each + 1] = halves[2 * code + 1] ?? 0;
    }
    return plain;
  }

  #growPlain(more: number): void {
    const needed = (this.#plainCount + more) * this.halvesEach;
    if (needed <= this.#plain.length) return;
    const larger = new Int32Array(Math.max(firstCapacity * this.halvesEach, needed, this.#plain.length * 2));
    larger.set(this.#plain);
    this.#plain = larger;
  }
}
