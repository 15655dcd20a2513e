import type { BlockSlice } from './block-slice.ts';
import { compareBytes, compareSpan, lowerBound, upperBound, type ByteRange } from './byte-order.ts';
import { ByteSink } from './byte-sink.ts';
import { ChunkCodes } from './chunk-codes.ts';
import type { Bounds, ChunkValues, PageValues } from './chunk-values.ts';
import type { PagePlan } from './page-plan.ts';
import { DeltaWriter } from './delta.ts';
import { appendPlain } from './plain-texts.ts';
import { noBytes, noWords } from './nothing.ts';
import { Encoding } from './parquet-format.ts';
import type { TextDictionary } from './text-dictionary.ts';
import { xxhash64 } from './xxhash64.ts';

const maxByte = 255;

/** Texts of a column chunk. */
export class TextChunk implements ChunkValues {
  readonly #source: TextDictionary;
  readonly #codes: ChunkCodes;
  /** Texts too large for a page; a code below zero refers to them. */
  readonly #large: Uint8Array[] = [];
  #min: ByteRange | undefined;
  #max: ByteRange | undefined;
  /** First bytes of the bounds. */
  #leastFirst = maxByte;
  #greatestFirst = -1;
  #chunkMin: ByteRange | undefined;
  #chunkMax: ByteRange | undefined;

  readonly #hashes: Set<bigint> | undefined;
  readonly #deltas: boolean;

  /** With `hashed`, the distinct values are hashed for a bloom filter. */
  constructor(source: TextDictionary, { hashed, deltas }: { readonly hashed: boolean; readonly deltas: boolean }) {
    this.#source = source;
    this.#deltas = deltas;
    this.#hashes = hashed ? new Set() : undefined;
    this.#codes = new ChunkCodes(source.size);
  }

  writePage(plan: PagePlan, sink: ByteSink): PageValues {
    this.#min = undefined;
    this.#max = undefined;
    this.#leastFirst = maxByte;
    this.#greatestFirst = -1;
    const encoding = plan.coded ? this.#writeCoded(plan, sink) : this.#writeUncoded(plan, sink);
    this.#widenChunk();
    return { encoding, bounds: boundsOf(this.#min, this.#max) };
  }

  dictionary(): { readonly entries: number; readonly bytes: Uint8Array } {
    const sink = new ByteSink(1024);
    for (const code of this.#codes.order) {
      const text = code < 0 ? (this.#large[-1 - code] ?? noBytes) : this.#entry(code);
      sink.uint32(text.length);
      sink.append(text);
    }
    return { entries: this.#codes.order.length, bytes: sink.view() };
  }

  bounds(): Bounds | undefined {
    return boundsOf(this.#chunkMin, this.#chunkMax);
  }

  hashes(): ReadonlySet<bigint> | undefined {
    return this.#hashes;
  }

  #entry(code: number): Uint8Array {
    const start = this.#source.start(code);
    return this.#source.bytes.subarray(start, start + this.#source.length(code));
  }

  /** Texts without codes. Where all have one length, as ids have, it is not written before each. */
  #writeUncoded({ slices }: PagePlan, sink: ByteSink): number {
    for (const slice of slices) this.#considerAll(slice);
    const lengths = slices.map((slice) => lengthsOf(slice)).filter((part) => part.length > 0);
    if (!this.#deltas || !haveOneLength(lengths)) {
      for (const slice of slices) appendPlain(sink, slice.block.plain ?? noBytes, slice.byteStart, lengthsOf(slice));
      return Encoding.PLAIN;
    }
    writeLengths(lengths, sink);
    for (const { block, byteStart, byteEnd } of slices)
      sink.append(block.plain?.subarray(byteStart, byteEnd) ?? noBytes);
    return Encoding.DELTA_LENGTH_BYTE_ARRAY;
  }

  #writeCoded(plan: PagePlan, sink: ByteSink): number {
    this.#codes.beginPage();
    for (const slice of plan.slices) {
      if (slice.block.codes === undefined) this.#addLarge(slice);
      else this.#codes.add(slice.block.codes, slice);
    }
    for (const code of this.#codes.usedInPage) {
      const start = this.#source.start(code);
      const end = start + this.#source.length(code);
      this.#consider(this.#source.bytes, start, end);
      this.#hashes?.add(xxhash64(this.#source.bytes.subarray(start, end)));
    }
    this.#codes.write(sink);
    return Encoding.RLE_DICTIONARY;
  }

  #addLarge(slice: BlockSlice): void {
    const { plain = noBytes } = slice.block;
    let at = slice.byteStart;
    for (const length of lengthsOf(slice))
      this.#codes.addForeign(-this.#large.push(plain.subarray(at, (at += length))));
    this.#considerAll(slice);
  }

  #considerAll(slice: BlockSlice): void {
    const { plain = noBytes } = slice.block;
    const lengths = lengthsOf(slice);
    if (this.#hashes !== undefined) this.#hashAll(plain, slice.byteStart, lengths);
    let at = slice.byteStart;
    for (const length of lengths) this.#consider(plain, at, (at += length));
  }

  #hashAll(plain: Uint8Array, start: number, lengths: Int32Array): void {
    let at = start;
    for (const length of lengths) this.#hashes?.add(xxhash64(plain.subarray(at, (at += length))));
  }

  #consider(bytes: Uint8Array, start: number, end: number): void {
    // Most texts differ from both bounds in the first byte.
    const first = bytes[start] ?? 0;
    if (first > this.#leastFirst && first < this.#greatestFirst && end > start) return;
    const min = this.#min;
    const max = this.#max;
    if (min === undefined || compareSpan(bytes, start, end, min) < 0) {
      this.#min = { bytes, start, end };
      this.#leastFirst = first;
    }
    if (max === undefined || compareSpan(bytes, start, end, max) > 0) {
      this.#max = { bytes, start, end };
      this.#greatestFirst = first;
    }
  }

  #widenChunk(): void {
    const min = this.#min;
    const max = this.#max;
    if (min !== undefined && (this.#chunkMin === undefined || compareBytes(min, this.#chunkMin) < 0))
      this.#chunkMin = min;
    if (max !== undefined && (this.#chunkMax === undefined || compareBytes(max, this.#chunkMax) > 0))
      this.#chunkMax = max;
  }
}

function boundsOf(min: ByteRange | undefined, max: ByteRange | undefined): Bounds | undefined {
  if (min === undefined || max === undefined) return undefined;
  const [lower, upper] = [lowerBound(min), upperBound(max)];
  return { min: lower, max: upper, isMinExact: lower.length === min.end - min.start, isMaxExact: isSame(upper, max) };
}

function isSame(bound: Uint8Array, range: ByteRange): boolean {
  return compareBytes({ bytes: bound, start: 0, end: bound.length }, range) === 0;
}

/** Whether there are texts, and all of one length: Spark before 3.5.6 reads others wrong (decision 13). */
function haveOneLength(parts: readonly Int32Array[]): boolean {
  const length = parts[0]?.[0];
  return length !== undefined && parts.every((part) => part.every((one) => one === length));
}

function writeLengths(parts: readonly Int32Array[], sink: ByteSink): void {
  const total = parts.reduce((sum, part) => sum + part.length, 0);
  const writer = new DeltaWriter(sink, total, parts[0]?.[0] ?? 0);
  for (const part of parts) writer.add(part, 1);
  writer.end();
}

function lengthsOf({ block, valueStart, valueEnd }: BlockSlice): Int32Array {
  return block.lengths?.subarray(valueStart, valueEnd) ?? noWords;
}
