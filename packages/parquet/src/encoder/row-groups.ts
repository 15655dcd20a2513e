import type { SchemaLeaf } from '../schema/column-schema.ts';
import { sliceRows, type BlockSlice } from './block-slice.ts';
import { blockBytes, blockRows, type ColumnBlock } from './column-block.ts';
import type { ColumnBuffer } from './column-buffer.ts';

/** Security Lake: row groups of at most 256 MB compressed. */
export const maxRowGroupBytes: number = 256 * 1024 * 1024;
/** What a row group is aimed to stay below before compression. */
const targetBytes = 192 * 1024 * 1024;
const maxGroupRows = 200_000;

/** Rows from `start` to `end`, exclusive. */
export interface RowRange {
  readonly start: number;
  readonly end: number;
}

/** Cuts the rows into row groups of about equal length, no longer than 200,000 rows and no heavier than the target. */
export function planRowGroups(columns: readonly ColumnBuffer[], rows: number): readonly RowRange[] {
  if (rows === 0) return [];
  const groups = Math.ceil(rows / maxGroupRows);
  const rowsEach = Math.ceil(rows / groups / blockRows) * blockRows;
  const weights = blockWeights(columns);
  const ranges: RowRange[] = [];
  let start = 0;
  let bytes = 0;
  for (const [index, weight] of weights.entries()) {
    const end = weight.start + weight.rows;
    bytes += weight.bytes;
    const next = weights[index + 1];
    const isFull = next === undefined || end - start >= rowsEach || bytes + next.bytes > targetBytes;
    if (!isFull) continue;
    ranges.push({ start, end });
    start = end;
    bytes = 0;
  }
  return ranges;
}

interface BlockWeight {
  readonly start: number;
  readonly rows: number;
  readonly bytes: number;
}

function blockWeights(columns: readonly ColumnBuffer[]): readonly BlockWeight[] {
  let start = 0;
  return (columns[0]?.blocks ?? []).map((block, index) => {
    const bytes = columns.reduce((sum, column) => sum + weightOf(column.blocks[index]), 0);
    const weight = { start, rows: block.rows, bytes };
    start += block.rows;
    return weight;
  });
}

function weightOf(block: ColumnBlock | undefined): number {
  return block === undefined ? 0 : blockBytes(block);
}

/** The parts of a column's blocks that lie within a range of rows. */
export function slicesOf(blocks: readonly ColumnBlock[], leaf: SchemaLeaf, range: RowRange): readonly BlockSlice[] {
  const slices: BlockSlice[] = [];
  let start = 0;
  for (const block of blocks) {
    const from = Math.max(range.start - start, 0);
    const to = Math.min(range.end - start, block.rows);
    if (from < to) slices.push(sliceRows(block, leaf, from, to));
    start += block.rows;
  }
  return slices;
}
