import { firstCapacity, type Codes } from './column-block.ts';
import { noShorts } from './nothing.ts';
import type { LeafStage } from './stage.ts';

/** Dictionary codes since the last seal. */
export class CodeLine {
  count = 0;
  /** The code of all values so far, which are then not written down; -1 where they differ. */
  #constant = 0;
  #codes = noShorts;

  get memoryBytes(): number {
    return this.#codes.byteLength;
  }

  add(code: number): void {
    if (this.#continues(code)) {
      this.count++;
      return;
    }
    if (this.count === this.#codes.length) this.#grow(1);
    this.#codes[this.count++] = code;
  }

  /** One code `times` over. */
  addTimes(code: number, times: number): void {
    if (this.#continues(code)) {
      this.count += times;
      return;
    }
    this.#grow(times);
    this.#codes.fill(code, this.count, this.count + times);
    this.count += times;
  }

  /**
   * Adds what `known` says of the codes from `start` on, up to `end` or the first that it does not know (-1). Gives
   * where it stopped.
   */
  addKnown(codes: Uint8Array | Uint16Array, known: Int32Array, start: number, end: number): number {
    let at = start;
    for (; at < end && this.#constant >= 0; at++) {
      const code = known[codes[at] ?? 0] ?? -1;
      if (code < 0) return at;
      this.add(code);
    }
    if (at === end) return at;
    this.#grow(end - at);
    const own = this.#codes;
    let to = this.count;
    for (; at < end; at++) {
      const code = known[codes[at] ?? 0] ?? -1;
      if (code < 0) break;
      own[to++] = code;
    }
    this.count = to;
    return at;
  }

  /** The codes of the entries with a value; one below zero is that of entry `-2 - code`, which stands before. */
  addDefined(codes: Int32Array, { definitions, leaf }: LeafStage, start: number, end: number): void {
    const defined = leaf.maxDefinition;
    let at = start;
    for (; at < end && this.#constant >= 0; at++) {
      if (definitions[at] === defined) this.add(foundAt(codes, at));
    }
    if (at === end) return;
    this.#grow(end - at);
    const own = this.#codes;
    let to = this.count;
    for (; at < end; at++) {
      if (definitions[at] === defined) own[to++] = foundAt(codes, at);
    }
    this.count = to;
  }

  /** The codes since the last seal, all below `size`, in as few bytes as they need. */
  seal(size: number): Codes {
    const sealed = this.#constant >= 0 ? this.#constant : compactCodes(this.#codes.subarray(0, this.count), size);
    this.count = 0;
    this.#constant = 0;
    return sealed;
  }

  /** The codes since the last seal. */
  view(): Codes {
    return this.#constant >= 0 ? this.#constant : this.#codes.subarray(0, this.count);
  }

  /** Lets go of its memory. */
  close(): void {
    this.#codes = noShorts;
    this.count = 0;
    this.#constant = 0;
  }

  /** Whether this code is the one that all have so far. Otherwise all are written down from then on. */
  #continues(code: number): boolean {
    const constant = this.#constant;
    if (constant < 0) return false;
    if (code === constant) return true;
    if (this.count === 0) {
      this.#constant = code;
      return true;
    }
    this.#grow(1);
    this.#codes.fill(constant, 0, this.count);
    this.#constant = -1;
    return false;
  }

  #grow(more: number): void {
    const needed = this.count + more;
    if (needed <= this.#codes.length) return;
    const larger = new Uint16Array(Math.max(needed, this.#codes.length * 2, firstCapacity));
    larger.set(this.#codes);
    this.#codes = larger;
  }
}

/** The code of an entry; one below zero is that of entry `-2 - code`, and is put in its place. */
function foundAt(codes: Int32Array, at: number): number {
  const code = codes[at] ?? 0;
  return code >= 0 ? code : (codes[at] = codes[-2 - code] ?? 0);
}

function compactCodes(codes: Uint16Array, size: number): Codes {
  const isWide = size > 256 && codes.some((code) => code > 255);
  return isWide ? codes.slice() : new Uint8Array(codes);
}
