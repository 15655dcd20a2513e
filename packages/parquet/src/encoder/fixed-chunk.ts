import type { LeafType } from '../schema/column-schema.ts';
import type { ByteSink } from './byte-sink.ts';
import type { Bounds, ChunkValues, PageValues } from './chunk-values.ts';
import type { FixedDictionary } from './fixed-dictionary.ts';
import { bitWidth, writeHybrid } from './hybrid.ts';
import type { PagePlan } from './page-plan.ts';
import { Encoding } from './parquet-format.ts';

type Less = (lowA: number, highA: number, lowB: number, highB: number) => boolean;

/** Numbers of a column chunk. */
export class FixedChunk implements ChunkValues {
  readonly #source: FixedDictionary;
  readonly #width: 4 | 8;
  readonly #type: LeafType;
  readonly #local: Uint32Array;
  readonly #order: number[] = [];
  #codes = new Uint16Array(4096);
  #page: NumberBounds;
  readonly #chunk: NumberBounds;

  constructor(source: FixedDictionary, type: LeafType) {
    this.#source = source;
    this.#type = type;
    this.#width = type === 'int32' ? 4 : 8;
    this.#local = new Uint32Array(source.size);
    this.#page = new NumberBounds(lessFor(type));
    this.#chunk = new NumberBounds(lessFor(type));
  }

  writePage(plan: PagePlan, sink: ByteSink): PageValues {
    this.#page = new NumberBounds(lessFor(this.#type));
    const encoding = plan.coded ? this.#writeCoded(plan, sink) : this.#writePlain(plan, sink);
    this.#chunk.merge(this.#page);
    return { encoding, bounds: this.#page.bytes(this.#type) };
  }

  dictionary(): { readonly entries: number; readonly bytes: Uint8Array } {
    const each = this.#width / 4;
    const halves = new Int32Array(this.#order.length * each);
    for (const [local, code] of this.#order.entries()) {
      halves[local * each] = this.#source.halves[2 * code] ?? 0;
      if (each === 2) halves[local * each + 1] = this.#source.halves[2 * code + 1] ?? 0;
    }
    return { entries: this.#order.length, bytes: new Uint8Array(halves.buffer) };
  }

  bounds(): Bounds | undefined {
    return this.#chunk.bytes(this.#type);
  }

  #writePlain(plan: PagePlan, sink: ByteSink): number {
    const each = this.#width / 4;
    for (const { block, byteStart, byteEnd } of plan.slices) {
      const plain = block.plain ?? new Uint8Array(0);
      sink.append(plain.subarray(byteStart, byteEnd));
      const halves = new Int32Array(plain.buffer, plain.byteOffset + byteStart, (byteEnd - byteStart) / 4);
      for (let at = 0; at < halves.length; at += each)
        this.#page.add(halves[at] ?? 0, each === 2 ? (halves[at + 1] ?? 0) : 0);
    }
    return Encoding.PLAIN;
  }

  #writeCoded(plan: PagePlan, sink: ByteSink): number {
    let count = 0;
    for (const { block, valueStart, valueEnd } of plan.slices) {
      const codes = block.codes ?? new Uint8Array(0);
      const room = count + valueEnd - valueStart;
      if (room > this.#codes.length) this.#codes = enlarged(this.#codes, room);
      for (let at = valueStart; at < valueEnd; at++) this.#codes[count++] = this.#localCode(codes[at] ?? 0);
    }
    const width = bitWidth(Math.max(0, this.#order.length - 1));
    sink.byte(width);
    writeHybrid(sink, this.#codes, count, width);
    return Encoding.RLE_DICTIONARY;
  }

  #localCode(code: number): number {
    const { halves } = this.#source;
    this.#page.add(halves[2 * code] ?? 0, halves[2 * code + 1] ?? 0);
    const known = (this.#local[code] ?? 0) - 1;
    if (known >= 0) return known;
    this.#order.push(code);
    this.#local[code] = this.#order.length;
    return this.#order.length - 1;
  }
}

/** Least and greatest of the numbers it is shown. */
class NumberBounds {
  readonly #less: Less;
  #any = false;
  #minLow = 0;
  #minHigh = 0;
  #maxLow = 0;
  #maxHigh = 0;

  constructor(less: Less) {
    this.#less = less;
  }

  add(low: number, high: number): void {
    if (!this.#any) {
      this.#any = true;
      this.#minLow = this.#maxLow = low;
      this.#minHigh = this.#maxHigh = high;
    } else if (this.#less(low, high, this.#minLow, this.#minHigh)) {
      this.#minLow = low;
      this.#minHigh = high;
    } else if (this.#less(this.#maxLow, this.#maxHigh, low, high)) {
      this.#maxLow = low;
      this.#maxHigh = high;
    }
  }

  merge(other: NumberBounds): void {
    if (!other.#any) return;
    this.add(other.#minLow, other.#minHigh);
    this.add(other.#maxLow, other.#maxHigh);
  }

  bytes(type: LeafType): Bounds | undefined {
    if (!this.#any) return undefined;
    return {
      min: numberBytes(type, this.#minLow, this.#minHigh, -0),
      max: numberBytes(type, this.#maxLow, this.#maxHigh, 0),
      isMinExact: true,
      isMaxExact: true,
    };
  }
}

/** A double zero as bound takes the sign that cannot exclude the other zero. */
function numberBytes(type: LeafType, low: number, high: number, zero: number): Uint8Array {
  if (type === 'int32') return new Uint8Array(Int32Array.of(low).buffer);
  if (type === 'double' && doubleOf(low, high) === 0) return new Uint8Array(Float64Array.of(zero).buffer);
  return new Uint8Array(Int32Array.of(low, high).buffer);
}

function lessFor(type: LeafType): Less {
  return type === 'double' ? lessDouble : type === 'int32' ? lessInt32 : lessInt64;
}

function lessInt32(lowA: number, _highA: number, lowB: number): boolean {
  return lowA < lowB;
}

function lessInt64(lowA: number, highA: number, lowB: number, highB: number): boolean {
  return highA < highB || (highA === highB && lowA >>> 0 < lowB >>> 0);
}

function lessDouble(lowA: number, highA: number, lowB: number, highB: number): boolean {
  return doubleOf(lowA, highA) < doubleOf(lowB, highB);
}

function doubleOf(low: number, high: number): number {
  return new Float64Array(Int32Array.of(low, high).buffer)[0] ?? 0;
}

function enlarged(codes: Uint16Array, needed: number): Uint16Array<ArrayBuffer> {
  const larger = new Uint16Array(Math.max(needed, codes.length * 2));
  larger.set(codes);
  return larger;
}
