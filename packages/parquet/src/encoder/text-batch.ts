import { allocate, grown, writeText } from './text-bytes.ts';

const maxTexts = 64;
const maxBatchedLength = 1024;

/** Some texts of a column that are looked up together: each in UTF-8 from a multiple of four on, with its hash. */
export class TextBatch {
  count = 0;
  words: Int32Array = new Int32Array(0);
  readonly lengths: Int32Array = new Int32Array(maxTexts);
  readonly hashes: Int32Array = new Int32Array(maxTexts);
  /** Where each begins, in words. */
  readonly firsts: Int32Array = new Int32Array(maxTexts);
  /** The entry of the stage that each stands for. */
  readonly entries: Int32Array = new Int32Array(maxTexts);
  /** For a table to keep what it finds out beforehand. */
  readonly places: Int32Array = new Int32Array(maxTexts);
  #bytes = allocate(0);
  #end = 0;

  get isFull(): boolean {
    return this.count === maxTexts;
  }

  /** Whether the text may be added, where there is room. */
  takes(text: string): boolean {
    return text.length <= maxBatchedLength;
  }

  add(text: string, seed: number, entry: number): void {
    const room = text.length * 3 + 4;
    if (this.#end + room > this.#bytes.length) this.#grow(room);
    const at = this.count++;
    const length = writeText(this.#bytes, text, this.#end);
    const first = this.#end >>> 2;
    this.entries[at] = entry;
    this.firsts[at] = first;
    this.lengths[at] = length;
    this.#end = padded(this.#bytes, this.#end, length);
    this.hashes[at] = hashText(this.words, first, length, seed);
  }

  clear(): void {
    this.count = 0;
    this.#end = 0;
  }

  #grow(room: number): void {
    this.#bytes = grown(this.#bytes, this.#end, Math.max(4096, this.#end + room));
    this.words = new Int32Array(this.#bytes.buffer);
  }
}

/** Fills the last word of a text with zeros, and gives where it ends. */
export function padded(bytes: Uint8Array, start: number, length: number): number {
  let at = start + length;
  while ((at & 3) !== 0) bytes[at++] = 0;
  return at;
}

/** Hash of a text that begins at word `first` and ends with zeros. Field values are chosen by attackers: hence the seed. */
export function hashText(words: Int32Array, first: number, length: number, seed: number): number {
  const end = first + ((length + 3) >>> 2);
  let hash = seed ^ Math.imul(length, 0x9e3779b1);
  for (let at = first; at < end; at++) {
    hash = Math.imul(hash ^ (words[at] ?? 0), 0x85ebca6b);
    hash ^= hash >>> 15;
  }
  hash = Math.imul(hash ^ seed, 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
