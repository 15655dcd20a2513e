import type { SchemaLeaf } from '../schema/column-schema.ts';
import type { BlockSlice } from './block-slice.ts';
import { bloomFilter } from './bloom-filter.ts';
import { BooleanChunk } from './boolean-chunk.ts';
import type { Bounds, ChunkValues } from './chunk-values.ts';
import type { ColumnBuffer } from './column-buffer.ts';
import { FixedChunk } from './fixed-chunk.ts';
import { FixedDictionary } from './fixed-dictionary.ts';
import type { EncodedPage, PageWriter } from './page.ts';
import { planPages } from './page-plan.ts';
import { TextChunk } from './text-chunk.ts';
import { TextDictionary } from './text-dictionary.ts';
import type { Pace } from './pace.ts';

/** A column of a row group, ready to be placed in an object. */
export interface EncodedChunk {
  readonly leaf: SchemaLeaf;
  readonly dictionaryPage: { readonly bytes: Uint8Array; readonly uncompressedBytes: number } | undefined;
  readonly pages: readonly EncodedPage[];
  readonly bounds: Bounds | undefined;
  readonly entries: number;
  readonly nulls: number;
  readonly bloomFilter: Uint8Array | undefined;
}

export interface ChunkContext {
  readonly pageWriter: PageWriter;
  readonly pace: Pace;
  /** Columns that get a bloom filter. */
  readonly bloomFilters: ReadonlySet<string>;
  /** Whether values without codes may be written as differences and lengths, and not only as they are. */
  readonly deltas: boolean;
}

/** Encodes some rows of a column. Yields between pages. */
export async function encodeChunk(
  column: ColumnBuffer,
  slices: readonly BlockSlice[],
  context: ChunkContext,
): Promise<EncodedChunk> {
  const { leaf } = column;
  const values = chunkValues(column, context);
  const pages: EncodedPage[] = [];
  for (const plan of planPages(slices, leaf)) {
    const page = context.pageWriter.dataPage(plan, leaf, values);
    pages.push(page);
    await context.pace.spend(page.entries * 4 + page.uncompressedBytes);
  }
  const { entries, bytes } = values.dictionary();
  const dictionaryPage = entries === 0 ? undefined : context.pageWriter.dictionaryPage(entries, bytes);
  await context.pace.spend(bytes.length);
  const hashes = values.hashes?.();
  return {
    leaf,
    dictionaryPage,
    pages,
    bounds: values.bounds(),
    entries: pages.reduce((sum, page) => sum + page.entries, 0),
    nulls: pages.reduce((sum, page) => sum + page.nulls, 0),
    bloomFilter: hashes === undefined ? undefined : bloomFilter(hashes),
  };
}

function chunkValues({ leaf, values }: ColumnBuffer, { bloomFilters, deltas }: ChunkContext): ChunkValues {
  const { dictionary } = values;
  if (dictionary instanceof TextDictionary)
    return new TextChunk(dictionary, { hashed: bloomFilters.has(leaf.column), deltas });
  if (dictionary instanceof FixedDictionary) return new FixedChunk(dictionary, leaf.type, deltas);
  return new BooleanChunk();
}
