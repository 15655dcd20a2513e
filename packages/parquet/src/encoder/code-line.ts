import { firstCapacity, type Codes } from './column-block.ts';
import type { LeafStage } from './stage.ts';

/** Dictionary codes since the last seal. */
export class CodeLine {
  count = 0;
  #codes = new Uint16Array(firstCapacity);

  get memoryBytes(): number {
    return this.#codes.byteLength;
  }

  add(code: number): void {
    if (this.count === this.#codes.length) this.#grow(1);
    this.#codes[this.count++] = code;
  }

  /** One code `times` over. */
  addTimes(code: number, times: number): void {
    this.#grow(times);
    this.#codes.fill(code, this.count, this.count + times);
    this.count += times;
  }

  /**
   * Adds what `known` says of the codes from `start` on, up to `end` or the first that it does not know (-1). Gives
   * where it stopped.
   */
  addKnown(codes: Uint8Array | Uint16Array, known: Int32Array, start: number, end: number): number {
    this.#grow(end - start);
    const own = this.#codes;
    let to = this.count;
    let at = start;
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
    this.#grow(end - start);
    const own = this.#codes;
    const defined = leaf.maxDefinition;
    let to = this.count;
    for (let at = start; at < end; at++) {
      if (definitions[at] !== defined) continue;
      let code = codes[at] ?? 0;
      if (code < 0) {
        code = codes[-2 - code] ?? 0;
        codes[at] = code;
      }
      own[to++] = code;
    }
    this.count = to;
  }

  /** The codes since the last seal, in as few bytes as they need. */
  seal(): Codes {
    const sealed = compactCodes(this.#codes, this.count);
    this.count = 0;
    return sealed;
  }

  view(): Uint16Array {
    return this.#codes.subarray(0, this.count);
  }

  /** Lets go of its memory. */
  close(): void {
    this.#codes = new Uint16Array(0);
    this.count = 0;
  }

  #grow(more: number): void {
    const needed = this.count + more;
    if (needed <= this.#codes.length) return;
    const larger = new Uint16Array(Math.max(needed, this.#codes.length * 2));
    larger.set(this.#codes);
    this.#codes = larger;
  }
}

function compactCodes(codes: Uint16Array, count: number): Codes {
  if (count === 0) return 0;
  const first = codes[0] ?? 0;
  let max = first;
  let isConstant = true;
  for (let at = 1; at < count; at++) {
    const code = codes[at] ?? 0;
    if (code !== first) isConstant = false;
    if (code > max) max = code;
  }
  if (isConstant) return first;
  return max > 255 ? codes.slice(0, count) : new Uint8Array(codes.subarray(0, count));
}
