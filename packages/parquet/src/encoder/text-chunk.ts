import { uint32At } from './block-slice.ts';
import { compareBytes, lowerBound, upperBound, type ByteRange } from './byte-order.ts';
import { ByteSink } from './byte-sink.ts';
import type { Bounds, ChunkValues, PageValues } from './chunk-values.ts';
import { bitWidth, writeHybrid } from './hybrid.ts';
import type { PagePlan } from './page-plan.ts';
import { Encoding } from './parquet-format.ts';
import type { TextDictionary } from './text-dictionary.ts';

/** Texts of a column chunk. The chunk's own dictionary holds what the chunk uses, in order of first use. */
export class TextChunk implements ChunkValues {
  readonly #source: TextDictionary;
  /** Chunk code + 1 of each code of the column. */
  readonly #local: Uint32Array;
  /** Page that last used each chunk code. */
  #lastPage: Uint32Array = new Uint32Array(256);
  readonly #entries: ByteSink = new ByteSink(1024);
  #entryCount = 0;
  #page = 0;
  #codes = new Uint32Array(4096);
  #min: ByteRange | undefined;
  #max: ByteRange | undefined;
  #chunkMin: ByteRange | undefined;
  #chunkMax: ByteRange | undefined;

  constructor(source: TextDictionary) {
    this.#source = source;
    this.#local = new Uint32Array(source.size);
  }

  writePage(plan: PagePlan, sink: ByteSink): PageValues {
    this.#page++;
    this.#min = undefined;
    this.#max = undefined;
    const encoding = plan.coded ? this.#writeCoded(plan, sink) : this.#writePlain(plan, sink);
    this.#widenChunk();
    return { encoding, bounds: boundsOf(this.#min, this.#max) };
  }

  dictionary(): { readonly entries: number; readonly bytes: Uint8Array } {
    return { entries: this.#entryCount, bytes: this.#entries.view() };
  }

  bounds(): Bounds | undefined {
    return boundsOf(this.#chunkMin, this.#chunkMax);
  }

  #writePlain(plan: PagePlan, sink: ByteSink): number {
    for (const { block, byteStart, byteEnd } of plan.slices) {
      const plain = block.plain ?? new Uint8Array(0);
      sink.append(plain.subarray(byteStart, byteEnd));
      for (let at = byteStart; at < byteEnd;) {
        const end = at + 4 + uint32At(plain, at);
        this.#consider(plain, at + 4, end);
        at = end;
      }
    }
    return Encoding.PLAIN;
  }

  #writeCoded(plan: PagePlan, sink: ByteSink): number {
    let count = 0;
    for (const slice of plan.slices) {
      const room = count + slice.valueEnd - slice.valueStart;
      if (room > this.#codes.length) this.#codes = enlarged(this.#codes, room);
      count =
        slice.block.codes === undefined
          ? this.#codesOfPlain(slice.block.plain ?? new Uint8Array(0), slice.byteStart, slice.byteEnd, count)
          : this.#localCodes(slice.block.codes, slice.valueStart, slice.valueEnd, count);
    }
    const width = bitWidth(Math.max(0, this.#entryCount - 1));
    sink.byte(width);
    writeHybrid(sink, this.#codes, count, width);
    return Encoding.RLE_DICTIONARY;
  }

  #localCodes(codes: Uint8Array | Uint16Array, start: number, end: number, to: number): number {
    const out = this.#codes;
    let count = to;
    for (let at = start; at < end; at++) {
      const code = codes[at] ?? 0;
      let local = (this.#local[code] ?? 0) - 1;
      if (local < 0) local = this.#enter(code);
      if (this.#lastPage[local] !== this.#page) this.#useInPage(code, local);
      out[count++] = local;
    }
    return count;
  }

  /** Texts too large for a page of their own, as entries that nothing else shares. */
  #codesOfPlain(plain: Uint8Array, start: number, stop: number, to: number): number {
    let count = to;
    for (let at = start; at < stop;) {
      const end = at + 4 + uint32At(plain, at);
      this.#entries.append(plain.subarray(at, end));
      this.#consider(plain, at + 4, end);
      this.#codes[count++] = this.#entryCount++;
      at = end;
    }
    return count;
  }

  #enter(code: number): number {
    const start = this.#source.start(code);
    const length = this.#source.length(code);
    const local = this.#entryCount++;
    this.#local[code] = local + 1;
    this.#entries.uint32(length);
    this.#entries.append(this.#source.bytes.subarray(start, start + length));
    return local;
  }

  #useInPage(code: number, local: number): void {
    if (local >= this.#lastPage.length) this.#lastPage = enlarged(this.#lastPage, local + 1);
    this.#lastPage[local] = this.#page;
    const start = this.#source.start(code);
    this.#consider(this.#source.bytes, start, start + this.#source.length(code));
  }

  #consider(bytes: Uint8Array, start: number, end: number): void {
    const min = this.#min;
    const max = this.#max;
    if (min === undefined || max === undefined) {
      this.#min = { bytes, start, end };
      this.#max = this.#min;
      return;
    }
    // Most values differ from both bounds in the first byte: no object is made for them.
    const first = bytes[start] ?? 0;
    if (
      end > start &&
      min.end > min.start &&
      first > (min.bytes[min.start] ?? 0) &&
      first < (max.bytes[max.start] ?? 0)
    )
      return;
    const range = { bytes, start, end };
    if (compareBytes(range, min) < 0) this.#min = range;
    else if (compareBytes(range, max) > 0) this.#max = range;
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

function enlarged(codes: Uint32Array, needed: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(Math.max(needed, codes.length * 2));
  larger.set(codes);
  return larger;
}
