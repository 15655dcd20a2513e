import { crc32 } from 'node:zlib';
import type { SchemaLeaf } from '../schema/column-schema.ts';
import { ByteSink } from './byte-sink.ts';
import type { Bounds, ChunkValues } from './chunk-values.ts';
import type { Compressor } from './compressor.ts';
import { bitWidth, writeHybrid, writeRun } from './hybrid.ts';
import type { PagePlan } from './page-plan.ts';
import { Encoding, PageType } from './parquet-format.ts';
import { ThriftWriter } from './thrift-writer.ts';

/** A page as it stands in the object: header and compressed body. */
export interface EncodedPage {
  readonly bytes: Uint8Array;
  /** Header and body before compression. */
  readonly uncompressedBytes: number;
  readonly encoding: number;
  readonly rows: number;
  readonly entries: number;
  readonly nulls: number;
  readonly bounds: Bounds | undefined;
}

/** Writes pages of one leaf after the other, keeping its buffers. */
export class PageWriter {
  readonly #compressor: Compressor;
  readonly #body = new ByteSink(64 * 1024);
  readonly #header = new ThriftWriter();
  #levels = new Uint32Array(8192);

  constructor(compressor: Compressor) {
    this.#compressor = compressor;
  }

  dataPage(plan: PagePlan, leaf: SchemaLeaf, values: ChunkValues): EncodedPage {
    this.#body.clear();
    const entries = plan.slices.reduce((sum, slice) => sum + slice.entryEnd - slice.entryStart, 0);
    const defined = plan.slices.reduce((sum, slice) => sum + slice.valueEnd - slice.valueStart, 0);
    if (leaf.maxRepetition > 0) this.#writeRepetitions(plan, leaf.maxRepetition, entries);
    if (leaf.maxDefinition > 0) this.#writeDefinitions(plan, leaf.maxDefinition, entries);
    const { encoding, bounds } = values.writePage(plan, this.#body);
    const page = this.#wrap(PageType.DATA_PAGE, (header) => {
      header.struct(5, () => {
        header.i32(1, entries);
        header.i32(2, encoding);
        header.i32(3, Encoding.RLE);
        header.i32(4, Encoding.RLE);
      });
    });
    return { ...page, encoding, rows: plan.rows, entries, nulls: entries - defined, bounds };
  }

  dictionaryPage(
    entries: number,
    plain: Uint8Array,
  ): { readonly bytes: Uint8Array; readonly uncompressedBytes: number } {
    this.#body.clear();
    this.#body.append(plain);
    return this.#wrap(PageType.DICTIONARY_PAGE, (header) => {
      header.struct(7, () => {
        header.i32(1, entries);
        header.i32(2, Encoding.PLAIN);
        header.bool(3, false);
      });
    });
  }

  #wrap(
    type: number,
    writeHeader: (header: ThriftWriter) => void,
  ): { readonly bytes: Uint8Array; readonly uncompressedBytes: number } {
    const body = this.#compressor.compress(this.#body.view());
    const header = this.#header;
    header.body(() => {
      header.i32(1, type);
      header.i32(2, this.#body.length);
      header.i32(3, body.length);
      header.i32(4, crc32(body) | 0);
      writeHeader(header);
    });
    const headerBytes = header.sink.length;
    header.sink.append(body);
    return { bytes: header.take(), uncompressedBytes: headerBytes + this.#body.length };
  }

  #writeDefinitions(plan: PagePlan, max: number, entries: number): void {
    const constant = constantDefinition(plan);
    if (constant !== undefined)
      return this.#writeLevels(max, (width) => writeRun(this.#body, constant, entries, width));
    this.#gather(entries, (levels) => {
      let at = 0;
      for (const { block, entryStart, entryEnd } of plan.slices) {
        const { definitions } = block;
        if (typeof definitions === 'number') levels.fill(definitions, at, at + entryEnd - entryStart);
        else levels.set(definitions.subarray(entryStart, entryEnd), at);
        at += entryEnd - entryStart;
      }
    });
    this.#writeLevels(max, (width) => writeHybrid(this.#body, this.#levels, entries, width));
  }

  #writeRepetitions(plan: PagePlan, max: number, entries: number): void {
    if (plan.slices.every(({ block }) => block.repetitions === undefined)) {
      return this.#writeLevels(max, (width) => writeRun(this.#body, 0, entries, width));
    }
    this.#gather(entries, (levels) => {
      let at = 0;
      for (const { block, entryStart, entryEnd } of plan.slices) {
        if (block.repetitions === undefined) levels.fill(0, at, at + entryEnd - entryStart);
        else levels.set(block.repetitions.subarray(entryStart, entryEnd), at);
        at += entryEnd - entryStart;
      }
    });
    this.#writeLevels(max, (width) => writeHybrid(this.#body, this.#levels, entries, width));
  }

  /** Levels of a version 1 page: their length, then the levels. */
  #writeLevels(max: number, write: (width: number) => void): void {
    const start = this.#body.length;
    this.#body.uint32(0);
    write(bitWidth(max));
    this.#body.setUint32(start, this.#body.length - start - 4);
  }

  #gather(entries: number, fill: (levels: Uint32Array) => void): void {
    if (entries > this.#levels.length) this.#levels = new Uint32Array(entries * 2);
    fill(this.#levels);
  }
}

function constantDefinition(plan: PagePlan): number | undefined {
  const first = plan.slices[0]?.block.definitions;
  if (typeof first !== 'number') return undefined;
  return plan.slices.every(({ block }) => block.definitions === first) ? first : undefined;
}
