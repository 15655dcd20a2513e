import { noShorts, noWords } from './nothing.ts';
import { hashText, padded, type TextBatch } from './text-batch.ts';
import { allocate, grown, writeText } from './text-bytes.ts';

/** Codes fit 16 bits. */
export const maxDictionaryEntries = 65_536;
const maxDictionaryBytes = 4 * 1024 * 1024;
const maxProbes = 256;
const firstSlots = 8;
const maxFamiliar = 128;
/** Most columns of most sources have very few texts, and hundreds of objects may be open. */
const fewTexts = 8;
const placesOfFew = 16;
const placesOfMany = 256;
const maxFamiliarLength = 256;

/**
 * Distinct texts of a column and their codes, in order of first appearance.
 *
 * Field values are chosen by whoever sends the logs, so the table is seeded, and it refuses (gives -1) rather than
 * grow past 65,536 entries or 4 MiB, or probe past 256 slots. A column that is refused goes on without a dictionary.
 */
export class TextDictionary {
  size = 0;
  #bytes = allocate(64);
  #words = new Int32Array(this.#bytes.buffer);
  #end = 0;
  /** Start and length of each entry. */
  #spans = new Uint32Array(2 * 4);
  /** Hash, code + 1, first word and length of each slot: all that a comparison needs, in one place of memory. */
  #slots = new Int32Array(4 * firstSlots);
  #mask = firstSlots - 1;
  /** The text that was looked up last, where it has a code. */
  lastText: string | undefined = undefined;
  lastCode = 0;
  #familiar: (string | undefined)[] = [];
  #familiarCodes = noShorts;
  readonly seed: number;

  constructor(seed: number) {
    this.seed = seed | 0;
  }

  /** Whether texts are better looked up in batches: the few of a short dictionary are told by comparing strings. */
  get prefersBatches(): boolean {
    return this.size > maxFamiliar;
  }

  get memoryBytes(): number {
    return this.#bytes.length + this.#spans.byteLength + this.#slots.byteLength;
  }

  /**
   * Finds the codes of a batch's texts, and puts them where their entries are in `codes`. Gives the first entry whose
   * text cannot have one, or -1. What the look-ups need is fetched for all at once, so that one wait for memory covers
   * many.
   */
  findAll(batch: TextBatch, codes: Int32Array): number {
    this.#fetch(batch);
    const { count, entries, firsts, lengths, hashes } = batch;
    for (let at = 0; at < count; at++) {
      const entry = entries[at] ?? 0;
      const code = this.#find(batch.words, firsts[at] ?? 0, lengths[at] ?? 0, hashes[at] ?? 0);
      if (code < 0) return entry;
      codes[entry] = code;
    }
    return -1;
  }

  #fetch({ count, hashes, places }: TextBatch): void {
    const slots = this.#slots;
    const words = this.#words;
    const mask = this.#mask;
    for (let at = 0; at < count; at++) places[at] = slots[4 * ((hashes[at] ?? 0) & mask) + 2] ?? 0;
    for (let at = 0; at < count; at++) places[at] = words[places[at] ?? 0] ?? 0;
  }

  /** The code of a text, which is added where it is new; -1 where it cannot be. */
  code(text: string): number {
    if (text === this.lastText) return this.lastCode;
    const code = this.size > maxFamiliar ? this.#codeOf(text) : this.#familiarCode(text);
    this.lastText = code < 0 ? undefined : text;
    this.lastCode = code;
    return code;
  }

  /** While there are few texts, most are told by one comparison of strings, without a byte being written. */
  #familiarCode(text: string): number {
    const { length } = text;
    const sum = length * 31 + text.charCodeAt(length - 1) * 7 + text.charCodeAt(length >>> 1);
    const place = sum & (this.#familiar.length - 1);
    if (this.#familiar[place] === text) return this.#familiarCodes[place] ?? 0;
    const code = this.#codeOf(text);
    if (code >= 0 && this.size > 1 && length > 0 && length <= maxFamiliarLength) this.#remember(code, sum);
    return code;
  }

  #remember(code: number, sum: number): void {
    const places = this.size > fewTexts ? placesOfMany : placesOfFew;
    if (this.#familiar.length < places) {
      this.#familiar = Array.from({ length: places }, () => undefined);
      this.#familiarCodes = new Uint16Array(places);
    }
    const place = sum & (places - 1);
    if (this.#familiar[place] !== undefined) return;
    // A copy of our own: the text itself may be a slice that keeps a whole batch of logs alive.
    this.#familiar[place] = this.#bytes.toString('utf8', this.start(code), this.start(code) + this.length(code));
    this.#familiarCodes[place] = code;
  }

  #codeOf(text: string): number {
    const room = text.length * 3 + 4;
    if (this.#end + room > this.#bytes.length && !this.#grow(room)) return -1;
    return this.#findLast(writeText(this.#bytes, text, this.#end));
  }

  /** The same for UTF-8 that is already written. */
  codeOfBytes(source: Uint8Array, start: number, end: number): number {
    const length = end - start;
    if (this.#end + length + 4 > this.#bytes.length && !this.#grow(length + 4)) return -1;
    this.#bytes.set(source.subarray(start, end), this.#end);
    return this.#findLast(length);
  }

  /** Lets go of what only further texts would need. */
  close(): void {
    this.#slots = noWords;
    this.#familiar = [];
  }

  get bytes(): Buffer<ArrayBuffer> {
    return this.#bytes;
  }

  /** Where the last entry ends. */
  get end(): number {
    const last = this.size - 1;
    return last < 0 ? 0 : this.start(last) + this.length(last);
  }

  start(code: number): number {
    return this.#spans[2 * code] ?? 0;
  }

  length(code: number): number {
    return this.#spans[2 * code + 1] ?? 0;
  }

  /** Looks for the `length` bytes that stand at the end, and keeps them where they are new. */
  #findLast(length: number): number {
    padded(this.#bytes, this.#end, length);
    const first = this.#end >>> 2;
    return this.#find(this.#words, first, length, hashText(this.#words, first, length, this.seed));
  }

  /** Looks for the text that begins at `source[first]`, and keeps it where it is new. */
  #find(source: Int32Array, first: number, length: number, hash: number): number {
    const words = this.#words;
    const slots = this.#slots;
    const count = (length + 3) >>> 2;
    let slot = hash & this.#mask;
    for (let probes = 0; probes < maxProbes; probes++) {
      const entry = 4 * slot;
      const code = (slots[entry + 1] ?? 0) - 1;
      if (code < 0) return this.#keep(source, first, length) ? this.#add(slot, hash, length) : -1;
      if (slots[entry] === hash && slots[entry + 3] === length) {
        const at = slots[entry + 2] ?? 0;
        let same = 0;
        while (same < count && words[at + same] === source[first + same]) same++;
        if (same === count) return code;
      }
      slot = (slot + 1) & this.#mask;
    }
    return -1;
  }

  /** Puts a text at the end, where it does not stand there already. */
  #keep(source: Int32Array, first: number, length: number): boolean {
    if (this.size === maxDictionaryEntries || this.#end + length > maxDictionaryBytes) return false;
    if (source === this.#words) return true;
    if (this.#end + length + 4 > this.#bytes.length && !this.#grow(length + 4)) return false;
    const to = this.#end >>> 2;
    const count = (length + 3) >>> 2;
    for (let at = 0; at < count; at++) this.#words[to + at] = source[first + at] ?? 0;
    return true;
  }

  #add(slot: number, hash: number, length: number): number {
    const code = this.size;
    if (2 * code === this.#spans.length) {
      const spans = new Uint32Array(this.#spans.length * 2);
      spans.set(this.#spans);
      this.#spans = spans;
    }
    this.#spans[2 * code] = this.#end;
    this.#spans[2 * code + 1] = length;
    const entry = 4 * slot;
    this.#slots[entry] = hash;
    this.#slots[entry + 1] = code + 1;
    this.#slots[entry + 2] = this.#end >>> 2;
    this.#slots[entry + 3] = length;
    this.#end += (length + 3) & ~3;
    this.size = code + 1;
    if (this.size * 2 > this.#mask) this.#rehash();
    return code;
  }

  #rehash(): void {
    const old = this.#slots;
    const mask = this.#mask * 2 + 1;
    const slots = new Int32Array(4 * (mask + 1));
    for (let at = 0; at < old.length; at += 4) {
      if (old[at + 1] === 0) continue;
      let slot = (old[at] ?? 0) & mask;
      while (slots[4 * slot + 1] !== 0) slot = (slot + 1) & mask;
      for (let part = 0; part < 4; part++) slots[4 * slot + part] = old[at + part] ?? 0;
    }
    this.#slots = slots;
    this.#mask = mask;
  }

  #grow(room: number): boolean {
    if (room > 4 * maxDictionaryBytes) return false;
    this.#bytes = grown(this.#bytes, this.#end, this.#end + room);
    this.#words = new Int32Array(this.#bytes.buffer);
    return true;
  }
}
