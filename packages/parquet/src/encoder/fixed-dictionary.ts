import { noWords } from './nothing.ts';
import type { LeafStage } from './stage.ts';
import { maxDictionaryEntries } from './text-dictionary.ts';

const maxProbes = 256;
const firstSlots = 16;
/** So few numbers stay in cache. */
const inCache = 256;

/** Distinct numbers of a column, each as two halves of 32 bits, and their codes in order of first appearance. */
export class FixedDictionary {
  size = 0;
  /** Low and high half of each entry. */
  halves: Int32Array<ArrayBuffer> = new Int32Array(firstSlots);
  #slots = new Int32Array(firstSlots);
  #mask = firstSlots - 1;
  /** The number that was looked up last, and its code where it has one. */
  lastLow = 0;
  lastHigh = 0;
  lastCode = -1;
  readonly #seed: number;

  constructor(seed: number) {
    this.#seed = seed | 0;
  }

  get memoryBytes(): number {
    return this.halves.byteLength + this.#slots.byteLength;
  }

  /** The code of a number, which is added where it is new; -1 where it cannot be. */
  code(low: number, high: number): number {
    if (low === this.lastLow && high === this.lastHigh && this.lastCode >= 0) return this.lastCode;
    this.lastLow = low;
    this.lastHigh = high;
    this.lastCode = this.#find(low, high);
    return this.lastCode;
  }

  /**
   * Fetches what looking up the numbers from `start` to `end` (exclusive) will need, all at once, so that one wait for
   * memory covers many.
   */
  fetch({ low, high, batch }: LeafStage, start: number, end: number): void {
    if (this.size < inCache) return;
    const slots = this.#slots;
    const halves = this.halves;
    const mask = this.#mask;
    const { places } = batch;
    const last = Math.min(end, start + places.length);
    for (let at = start; at < last; at++)
      places[at - start] = slots[this.#hash(low[at] ?? 0, high[at] ?? 0) & mask] ?? 0;
    for (let at = 0; at < last - start; at++) places[at] = halves[2 * (places[at] ?? 0)] ?? 0;
  }

  /** Lets go of what only further numbers would need. */
  close(): void {
    this.#slots = noWords;
  }

  #find(low: number, high: number): number {
    const slots = this.#slots;
    const halves = this.halves;
    let slot = this.#hash(low, high) & this.#mask;
    for (let probes = 0; probes < maxProbes; probes++) {
      const code = (slots[slot] ?? 0) - 1;
      if (code < 0) return this.#add(slot, low, high);
      if (halves[2 * code] === low && halves[2 * code + 1] === high) return code;
      slot = (slot + 1) & this.#mask;
    }
    return -1;
  }

  #hash(low: number, high: number): number {
    let hash = Math.imul(low ^ this.#seed, 0x85ebca6b);
    hash ^= hash >>> 15;
    hash = Math.imul(hash ^ high, 0xc2b2ae35);
    return hash ^ (hash >>> 16);
  }

  #add(slot: number, low: number, high: number): number {
    const code = this.size;
    if (code === maxDictionaryEntries) return -1;
    if (2 * code === this.halves.length) {
      const halves = new Int32Array(this.halves.length * 2);
      halves.set(this.halves);
      this.halves = halves;
    }
    this.halves[2 * code] = low;
    this.halves[2 * code + 1] = high;
    this.#slots[slot] = code + 1;
    this.size = code + 1;
    if (this.size * 2 > this.#mask) this.#rehash();
    return code;
  }

  #rehash(): void {
    this.#mask = this.#mask * 2 + 1;
    this.#slots = new Int32Array(this.#mask + 1);
    for (let code = 0; code < this.size; code++) {
      let slot = this.#hash(this.halves[2 * code] ?? 0, this.halves[2 * code + 1] ?? 0) & this.#mask;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & this.#mask;
      this.#slots[slot] = code + 1;
    }
  }
}
