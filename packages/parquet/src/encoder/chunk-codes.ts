import type { BlockSlice } from './block-slice.ts';
import type { ByteSink } from './byte-sink.ts';
import type { Codes } from './column-block.ts';
import { bitWidth, writeHybrid, writeRun } from './hybrid.ts';

/**
 * Renumbers the codes of a column for one chunk: what the chunk uses, in order of first use. So the dictionary of a
 * chunk holds nothing else, and does not depend on what came in other row groups.
 */
export class ChunkCodes {
  /** The column's code of each chunk code; below zero for an entry that the column's dictionary does not have. */
  readonly order: number[] = [];
  /** Codes of the column that the page under way uses. */
  usedInPage: number[] = [];
  /** Chunk code + 1 of each code of the column. */
  readonly #local: Uint32Array;
  /** Page that last used each code of the column. */
  readonly #lastPage: Uint32Array;
  #page = 0;
  #codes = new Uint32Array(4096);
  #count = 0;
  #widened = new Uint16Array(4096);

  constructor(sourceSize: number) {
    this.#local = new Uint32Array(sourceSize);
    this.#lastPage = new Uint32Array(sourceSize);
  }

  beginPage(): void {
    this.#page++;
    this.#count = 0;
    this.usedInPage = [];
  }

  add(codes: Codes, slice: BlockSlice): void {
    const count = slice.valueEnd - slice.valueStart;
    this.#room(count);
    if (typeof codes !== 'number') return this.#renumber(codes, slice.valueStart, slice.valueEnd);
    if (count === 0) return;
    this.#renumber(Uint16Array.of(codes), 0, 1);
    this.#codes.fill(this.#codes[this.#count - 1] ?? 0, this.#count, this.#count + count - 1);
    this.#count += count - 1;
  }

  /** An entry of its own, beside the column's dictionary; `reference` is below zero. */
  addForeign(reference: number): void {
    this.#room(1);
    this.#codes[this.#count++] = this.order.push(reference) - 1;
  }

  /** Bit width and codes of the page. */
  write(sink: ByteSink): void {
    const width = bitWidth(Math.max(0, this.order.length - 1));
    sink.byte(width);
    if (this.#count > 0 && this.usedInPage.length === 1) writeRun(sink, this.#codes[0] ?? 0, this.#count, width);
    else writeHybrid(sink, this.#codes, this.#count, width);
  }

  #renumber(narrow: Uint8Array | Uint16Array, start: number, end: number): void {
    const codes = this.#wide(narrow, start, end);
    const local = this.#local;
    const lastPage = this.#lastPage;
    const out = this.#codes;
    const page = this.#page;
    let count = this.#count;
    for (let at = 0; at < end - start; at++) {
      const code = codes[at] ?? 0;
      if (lastPage[code] !== page) {
        lastPage[code] = page;
        this.usedInPage.push(code);
        if (local[code] === 0) local[code] = this.order.push(code);
      }
      out[count++] = (local[code] ?? 1) - 1;
    }
    this.#count = count;
  }

  /** All of one kind of array, which the loop over them is compiled for. */
  #wide(codes: Uint8Array | Uint16Array, start: number, end: number): Uint16Array {
    if (end - start > this.#widened.length) this.#widened = new Uint16Array(end - start);
    this.#widened.set(codes.subarray(start, end));
    return this.#widened;
  }

  #room(count: number): void {
    if (this.#count + count <= this.#codes.length) return;
    const larger = new Uint32Array(Math.max(this.#count + count, this.#codes.length * 2));
    larger.set(this.#codes);
    this.#codes = larger;
  }
}
