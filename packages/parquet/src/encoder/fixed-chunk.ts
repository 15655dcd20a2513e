import type { LeafType } from '../schema/column-schema.ts';
import type { BlockSlice } from './block-slice.ts';
import type { ByteSink } from './byte-sink.ts';
import { ChunkCodes } from './chunk-codes.ts';
import type { Bounds, ChunkValues, PageValues } from './chunk-values.ts';
import { DeltaWriter } from './delta.ts';
import type { FixedDictionary } from './fixed-dictionary.ts';
import { NumberBounds } from './number-bounds.ts';
import type { PagePlan } from './page-plan.ts';
import { Encoding } from './parquet-format.ts';
import { integerOf } from './value-halves.ts';

/** Numbers of a column chunk. */
export class FixedChunk implements ChunkValues {
  readonly #source: FixedDictionary;
  readonly #halvesEach: 1 | 2;
  readonly #type: LeafType;
  readonly #deltas: boolean;
  readonly #codes: ChunkCodes;
  #page: NumberBounds;
  readonly #chunk: NumberBounds;

  constructor(source: FixedDictionary, type: LeafType, deltas: boolean) {
    this.#source = source;
    this.#type = type;
    this.#deltas = deltas;
    this.#halvesEach = type === 'int32' ? 1 : 2;
    this.#codes = new ChunkCodes(source.size);
    this.#page = new NumberBounds(type);
    this.#chunk = new NumberBounds(type);
  }

  writePage(plan: PagePlan, sink: ByteSink): PageValues {
    this.#page = new NumberBounds(this.#type);
    const encoding = plan.coded ? this.#writeCoded(plan, sink) : this.#writeUncoded(plan, sink);
    this.#chunk.merge(this.#page);
    return { encoding, bounds: this.#page.bytes() };
  }

  dictionary(): { readonly entries: number; readonly bytes: Uint8Array } {
    const { order } = this.#codes;
    const each = this.#halvesEach;
    const halves = new Int32Array(order.length * each);
    for (const [local, code] of order.entries()) {
      halves[local * each] = this.#source.halves[2 * code] ?? 0;
      if (each === 2) halves[local * each + 1] = this.#source.halves[2 * code + 1] ?? 0;
    }
    return { entries: order.length, bytes: new Uint8Array(halves.buffer) };
  }

  bounds(): Bounds | undefined {
    return this.#chunk.bytes();
  }

  /** Numbers without codes: times, ids and counters, which differ less from each other than from zero. */
  #writeUncoded({ slices }: PagePlan, sink: ByteSink): number {
    const parts = slices.map((slice) => halvesOf(slice)).filter((part) => part.length > 0);
    for (const part of parts) this.#page.addAll(part);
    if (!(this.#deltas && this.#page.haveDeltas)) {
      for (const part of parts) sink.append(new Uint8Array(part.buffer, part.byteOffset, part.byteLength));
      return Encoding.PLAIN;
    }
    const total = slices.reduce((sum, { valueStart, valueEnd }) => sum + valueEnd - valueStart, 0);
    const [low = 0, high = 0] = parts[0] ?? [];
    const writer = new DeltaWriter(sink, total, this.#halvesEach === 1 ? low : integerOf(low, high));
    for (const part of parts) writer.add(part, this.#halvesEach);
    writer.end();
    return Encoding.DELTA_BINARY_PACKED;
  }

  #writeCoded(plan: PagePlan, sink: ByteSink): number {
    this.#codes.beginPage();
    for (const slice of plan.slices) this.#codes.add(slice.block.codes ?? 0, slice);
    const { halves } = this.#source;
    for (const code of this.#codes.usedInPage) this.#page.add(halves[2 * code] ?? 0, halves[2 * code + 1] ?? 0);
    this.#codes.write(sink);
    return Encoding.RLE_DICTIONARY;
  }
}

function halvesOf({ block: { plain = new Uint8Array(0) }, byteStart, byteEnd }: BlockSlice): Int32Array {
  return new Int32Array(plain.buffer, plain.byteOffset + byteStart, (byteEnd - byteStart) / 4);
}
