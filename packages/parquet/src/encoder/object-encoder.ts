import { zstdCompressor } from './compressor.ts';
import { encodeChunk, type EncodedChunk } from './column-chunk.ts';
import type { ColumnBuffer } from './column-buffer.ts';
import { ObjectAssembly } from './object-assembly.ts';
import { createPace, type Pace } from './pace.ts';
import { PageWriter } from './page.ts';
import { reordered } from './reorder.ts';
import type { RowBuffer } from './row-buffer.ts';
import { maxRowGroupBytes, planRowGroups, slicesOf, type RowRange } from './row-groups.ts';
import { hashRows } from './rows-hash.ts';
import { rangeOf, sortedOrder } from './time-line.ts';
import type { EncodedObject } from '../writer.ts';

export interface ObjectEncoderOptions {
  readonly seed: number;
  readonly compressionLevel: number;
  readonly bloomFilters: readonly string[];
  readonly metadata: Readonly<Record<string, string>>;
}

/** Makes the object of all rows of a closed buffer. Yields to the event loop throughout. */
export async function encodeObject(buffer: RowBuffer, options: ObjectEncoderOptions): Promise<EncodedObject> {
  const pace = createPace();
  const times = rangeOf(buffer.times.view());
  const columns = await sortedColumns(buffer, options.seed, pace);
  const rowsHash = await hashRows(buffer.schema, columns, pace);
  const compressor = zstdCompressor(options.compressionLevel);
  const context: GroupContext = {
    columns,
    assembly: new ObjectAssembly(buffer.schema, compressor.codec),
    pageWriter: new PageWriter(compressor),
    pace,
    bloomFilters: new Set(options.bloomFilters),
  };
  for (const range of planRowGroups(columns, buffer.rows)) await addRange(range, context);
  const object = context.assembly.end(buffer.rows, options.metadata);
  return { ...object, rows: buffer.rows, minTime: times.min, maxTime: times.max, rowsHash };
}

/** The columns with their rows in order of time; those of the buffer itself where they are. */
export async function sortedColumns(buffer: RowBuffer, seed: number, pace: Pace): Promise<readonly ColumnBuffer[]> {
  const order = buffer.schema.sortLeaf === undefined ? undefined : await sortedOrder(buffer.times.view(), pace);
  if (order === undefined) return buffer.columns;
  const sorted: ColumnBuffer[] = [];
  for (const column of buffer.columns) {
    sorted.push(await reordered(column, { order, seed, pace }));
    column.blocks.length = 0;
  }
  return sorted;
}

interface GroupContext {
  readonly columns: readonly ColumnBuffer[];
  readonly assembly: ObjectAssembly;
  readonly pageWriter: PageWriter;
  readonly pace: Pace;
  readonly bloomFilters: ReadonlySet<string>;
}

/** One row group, or more where one would be too heavy after all. */
async function addRange(range: RowRange, context: GroupContext): Promise<void> {
  const chunks: EncodedChunk[] = [];
  for (const column of context.columns) {
    chunks.push(await encodeChunk(column, slicesOf(column.blocks, column.leaf, range), context));
  }
  const rows = range.end - range.start;
  if (compressedBytes(chunks) <= maxRowGroupBytes || rows === 1) return context.assembly.addRowGroup(rows, chunks);
  const middle = range.start + Math.ceil(rows / 2);
  await addRange({ start: range.start, end: middle }, context);
  await addRange({ start: middle, end: range.end }, context);
}

function compressedBytes(chunks: readonly EncodedChunk[]): number {
  return chunks.reduce(
    (sum, chunk) =>
      sum + chunk.pages.reduce((bytes, page) => bytes + page.bytes.length, chunk.dictionaryPage?.bytes.length ?? 0),
    0,
  );
}
