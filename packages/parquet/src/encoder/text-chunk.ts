import { uint32At, type BlockSlice } from './block-slice.ts';
import { compareBytes, compareSpan, lowerBound, upperBound, type ByteRange } from './byte-order.ts';
import { ByteSink } from './byte-sink.ts';
import { ChunkCodes } from './chunk-codes.ts';
import type { Bounds, ChunkValues, PageValues } from './chunk-values.ts';
import type { PagePlan } from './page-plan.ts';
import { Encoding } from './parquet-format.ts';
import type { TextDictionary } from './text-dictionary.ts';
import { xxhash64 } from './xxhash64.ts';

/** Texts of a column chunk. */
export class TextChunk implements ChunkValues {
  readonly #source: TextDictionary;
  readonly #codes: ChunkCodes;
  /** Texts too large for a page, as plain bytes; a code below zero refers to them. */
  readonly #large: Uint8Array[] = [];
  #min: ByteRange | undefined;
  #max: ByteRange | undefined;
  #chunkMin: ByteRange | undefined;
  #chunkMax: ByteRange | undefined;

  readonly #hashes: Set<bigint> | undefined;

  /** With `hashed`, the distinct values are hashed for a bloom filter. */
  constructor(source: TextDictionary, hashed = false) {
    this.#source = source;
    this.#hashes = hashed ? new Set() : undefined;
    this.#codes = new ChunkCodes(source.size);
  }

  writePage(plan: PagePlan, sink: ByteSink): PageValues {
    this.#min = undefined;
    this.#max = undefined;
    const encoding = plan.coded ? this.#writeCoded(plan, sink) : this.#writePlain(plan, sink);
    this.#widenChunk();
    return { encoding, bounds: boundsOf(this.#min, this.#max) };
  }

  dictionary(): { readonly entries: number; readonly bytes: Uint8Array } {
    const sink = new ByteSink(1024);
    for (const code of this.#codes.order) {
      if (code < 0) sink.append(this.#large[-1 - code] ?? new Uint8Array(4));
      else this.#appendEntry(sink, code);
    }
    return { entries: this.#codes.order.length, bytes: sink.view() };
  }

  bounds(): Bounds | undefined {
    return boundsOf(this.#chunkMin, this.#chunkMax);
  }

  hashes(): ReadonlySet<bigint> | undefined {
    return this.#hashes;
  }

  #appendEntry(sink: ByteSink, code: number): void {
    const start = this.#source.start(code);
    const length = this.#source.length(code);
    sink.uint32(length);
    sink.append(this.#source.bytes.subarray(start, start + length));
  }

  #writePlain(plan: PagePlan, sink: ByteSink): number {
    for (const { block, byteStart, byteEnd } of plan.slices) {
      const plain = block.plain ?? new Uint8Array(0);
      sink.append(plain.subarray(byteStart, byteEnd));
      for (let at = byteStart; at < byteEnd;) {
        const end = at + 4 + uint32At(plain, at);
        this.#consider(plain, at + 4, end);
        this.#hashes?.add(xxhash64(plain.subarray(at + 4, end)));
        at = end;
      }
    }
    return Encoding.PLAIN;
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
    const plain = slice.block.plain ?? new Uint8Array(0);
    for (let at = slice.byteStart; at < slice.byteEnd;) {
      const end = at + 4 + uint32At(plain, at);
      this.#consider(plain, at + 4, end);
      this.#hashes?.add(xxhash64(plain.subarray(at + 4, end)));
      this.#codes.addForeign(-this.#large.push(plain.subarray(at, end)));
      at = end;
    }
  }

  #consider(bytes: Uint8Array, start: number, end: number): void {
    const min = this.#min;
    const max = this.#max;
    if (min === undefined || max === undefined) {
      this.#min = { bytes, start, end };
      this.#max = this.#min;
      return;
    }
    // Most values differ from both bounds in the first byte.
    const first = bytes[start] ?? 0;
    if (
      end > start &&
      min.end > min.start &&
      first > (min.bytes[min.start] ?? 0) &&
      first < (max.bytes[max.start] ?? 0)
    )
      return;
    if (compareSpan(bytes, start, end, min) < 0) this.#min = { bytes, start, end };
    else if (compareSpan(bytes, start, end, max) > 0) this.#max = { bytes, start, end };
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
