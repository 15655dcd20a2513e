import { allocate, grown, writeText } from './text-bytes.ts';

/** Codes fit 16 bits. */
export const maxDictionaryEntries = 65_536;
const maxDictionaryBytes = 4 * 1024 * 1024;
const maxProbes = 256;
const firstSlots = 64;
const maxFamiliar = 128;
const familiarPlaces = 256;
const maxFamiliarLength = 256;

/**
 * Distinct texts of a column and their codes, in order of first appearance.
 *
 * Field values are chosen by whoever sends the logs, so the table is seeded, and it refuses (gives -1) rather than
 * grow past 65,536 entries or 4 MiB, or probe past 256 slots. A column that is refused goes on without a dictionary.
 */
export class TextDictionary {
  size = 0;
  #bytes = allocate(512);
  #words = new Int32Array(this.#bytes.buffer);
  #end = 0;
  /** Start and length of each entry. */
  #spans = new Uint32Array(2 * 16);
  /** Hash, code + 1, first word and length of each slot: all that a comparison needs, in one place of memory. */
  #slots = new Int32Array(4 * firstSlots);
  #mask = firstSlots - 1;
  #lastText: string | undefined = undefined;
  #lastCode = 0;
  #familiar: (string | undefined)[] = [];
  #familiarCodes = new Uint16Array(0);
  readonly #seed: number;

  constructor(seed: number) {
    this.#seed = seed | 0;
  }

  get memoryBytes(): number {
    return this.#bytes.length + this.#spans.byteLength + this.#slots.byteLength;
  }

  /** The code of a text, which is added where it is new; -1 where it cannot be. */
  code(text: string): number {
    if (text === this.#lastText) return this.#lastCode;
    const code = this.size > maxFamiliar ? this.#codeOf(text) : this.#familiarCode(text);
    this.#lastText = code < 0 ? undefined : text;
    this.#lastCode = code;
    return code;
  }

  /** While there are few texts, most are told by one comparison of strings, without a byte being written. */
  #familiarCode(text: string): number {
    const { length } = text;
    const place =
      (length * 31 + text.charCodeAt(length - 1) * 7 + text.charCodeAt(length >>> 1)) & (familiarPlaces - 1);
    if (this.#familiar[place] === text) return this.#familiarCodes[place] ?? 0;
    const code = this.#codeOf(text);
    if (this.#familiar.length === 0 && this.size > 1) this.#makePlaces();
    if (
      this.#familiar.length > 0 &&
      code >= 0 &&
      this.#familiar[place] === undefined &&
      length > 0 &&
      length <= maxFamiliarLength
    ) {
      // A copy of our own: the text itself may be a slice that keeps a whole batch of logs alive.
      this.#familiar[place] = this.#bytes.toString('utf8', this.start(code), this.start(code) + this.length(code));
      this.#familiarCodes[place] = code;
    }
    return code;
  }

  #makePlaces(): void {
    this.#familiar = Array.from({ length: familiarPlaces }, () => undefined);
    this.#familiarCodes = new Uint16Array(familiarPlaces);
  }

  #codeOf(text: string): number {
    const room = text.length * 3 + 4;
    if (this.#end + room > this.#bytes.length && !this.#grow(room)) return -1;
    return this.#find(writeText(this.#bytes, text, this.#end));
  }

  /** The same for UTF-8 that is already written. */
  codeOfBytes(source: Uint8Array, start: number, end: number): number {
    const length = end - start;
    if (this.#end + length + 4 > this.#bytes.length && !this.#grow(length + 4)) return -1;
    this.#bytes.set(source.subarray(start, end), this.#end);
    return this.#find(length);
  }

  /** Lets go of what only further texts would need. */
  close(): void {
    this.#slots = new Int32Array(0);
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
  #find(length: number): number {
    const end = this.#end;
    const words = this.#words;
    for (let at = end + length; (at & 3) !== 0; at++) this.#bytes[at] = 0;
    const first = end >>> 2;
    const count = (length + 3) >>> 2;
    const hash = this.#hash(first, count, length);
    const slots = this.#slots;
    let slot = hash & this.#mask;
    for (let probes = 0; probes < maxProbes; probes++) {
      const entry = 4 * slot;
      const code = (slots[entry + 1] ?? 0) - 1;
      if (code < 0) return this.#add(slot, hash, length);
      if (slots[entry] === hash && slots[entry + 3] === length) {
        const at = slots[entry + 2] ?? 0;
        let same = 0;
        while (same < count && words[at + same] === words[first + same]) same++;
        if (same === count) return code;
      }
      slot = (slot + 1) & this.#mask;
    }
    return -1;
  }

  #hash(first: number, count: number, length: number): number {
    const words = this.#words;
    let hash = this.#seed ^ Math.imul(length, 0x9e3779b1);
    for (let at = first; at < first + count; at++) {
      hash = Math.imul(hash ^ (words[at] ?? 0), 0x85ebca6b);
      hash ^= hash >>> 15;
    }
    hash = Math.imul(hash ^ this.#seed, 0xc2b2ae35);
    return hash ^ (hash >>> 16);
  }

  #add(slot: number, hash: number, length: number): number {
    const code = this.size;
    if (code === maxDictionaryEntries || this.#end + length > maxDictionaryBytes) return -1;
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
