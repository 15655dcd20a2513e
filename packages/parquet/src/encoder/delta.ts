import type { ByteSink } from './byte-sink.ts';

const blockValues = 128;
const miniblocks = 4;
const miniblockValues = blockValues / miniblocks;

/** Integers that lie within less of each other have differences of 32 bits, in which nothing wraps. */
export const maxDeltaRange: number = 2 ** 31;
/** Integers from its negative up to below it can be written. */
export const maxDeltaInteger: number = 2 ** 52;

/**
 * Writes integers as Parquet's DELTA_BINARY_PACKED: blocks of 128 differences, each 32 of them in as few bits as they
 * need. They must lie within `maxDeltaRange` of each other, so that the lower 32 bits tell their differences.
 */
export class DeltaWriter {
  readonly #sink: ByteSink;
  readonly #deltas = new Int32Array(blockValues);
  #count = 0;
  #last: number;
  #isFirst = true;

  /** `total` is the number of all values that will be added, and `first` the first of them. */
  constructor(sink: ByteSink, total: number, first: number) {
    this.#sink = sink;
    this.#last = first | 0;
    sink.varint(blockValues);
    sink.varint(miniblocks);
    sink.varint(total);
    sink.zigzag(first);
  }

  /** The next values, at least one, each `wordsEach` words, of which the first counts. */
  add(words: Int32Array, wordsEach: 1 | 2): void {
    const deltas = this.#deltas;
    let last = this.#last;
    let at = 0;
    if (this.#isFirst) {
      this.#isFirst = false;
      at = wordsEach;
    }
    while (at < words.length) {
      let count = this.#count;
      for (; at < words.length && count < blockValues; at += wordsEach) {
        const value = words[at] ?? 0;
        deltas[count++] = value - last;
        last = value;
      }
      this.#count = count;
      if (count === blockValues) this.#writeBlock();
    }
    this.#last = last;
  }

  end(): void {
    if (this.#count > 0) this.#writeBlock();
  }

  #writeBlock(): void {
    const deltas = this.#deltas;
    const sink = this.#sink;
    const min = leastOf(deltas, this.#count);
    deltas.fill(min, this.#count);
    this.#count = 0;
    sink.zigzag(min);
    sink.reserve(miniblocks + 4 * blockValues);
    let widthAt = sink.length;
    sink.length += miniblocks;
    for (let first = 0; first < blockValues; first += miniblockValues) {
      const width = toUnsigned(deltas, first, min);
      sink.bytes[widthAt++] = width;
      if (width > 0) pack(sink, deltas, first, width);
    }
  }
}

function leastOf(deltas: Int32Array, count: number): number {
  let least = deltas[0] ?? 0;
  for (let at = 1; at < count; at++) {
    const delta = deltas[at] ?? 0;
    if (delta < least) least = delta;
  }
  return least;
}

/** Makes the differences of a miniblock what they are above the least of its block, and gives the bits they need. */
function toUnsigned(deltas: Int32Array, first: number, least: number): number {
  let bits = 0;
  for (let at = first; at < first + miniblockValues; at++) {
    const above = (deltas[at] ?? 0) - least;
    deltas[at] = above;
    bits |= above;
  }
  return 32 - Math.clz32(bits);
}

/** Writes the 32 numbers of a miniblock in `width` bits each, which make as many words. There must be room. */
function pack(sink: ByteSink, numbers: Int32Array, first: number, width: number): void {
  let out = sink.length;
  let held = 0;
  let bits = 0;
  for (let at = first; at < first + miniblockValues; at++) {
    const number = numbers[at] ?? 0;
    held |= number << bits;
    bits += width;
    if (bits < 32) continue;
    sink.setUint32(out, held);
    out += 4;
    bits -= 32;
    held = bits === 0 ? 0 : number >>> (width - bits);
  }
  sink.length = out;
}
