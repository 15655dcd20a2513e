import type { SchemaLeaf } from '../schema/column-schema.ts';
import { RowCursor, sliceBetween, type BlockSlice } from './block-slice.ts';

/** Security Lake: data pages of at most 1 MB uncompressed. */
export const maxPageBytes: number = 1024 * 1024;
/** Enough for the length prefixes and bit widths of a page, and for what fills up its last differences. */
const pageOverhead = 512;
const defaultPageRows = 20_000;

/** Rows that share a page. */
export interface PagePlan {
  readonly slices: readonly BlockSlice[];
  readonly rows: number;
  /** Whether the values are written as dictionary codes. A value too large for a page goes to the dictionary. */
  readonly coded: boolean;
}

/** Cuts the rows of a chunk into pages that keep the limit whatever the values are. */
export function planPages(
  slices: readonly BlockSlice[],
  leaf: SchemaLeaf,
  maxRows: number = defaultPageRows,
): readonly PagePlan[] {
  const plans: PagePlan[] = [];
  let open: BlockSlice[] = [];
  let openBytes = 0;
  const close = (): void => {
    if (open.length > 0) plans.push(planOf(open, leaf));
    open = [];
    openBytes = 0;
  };
  for (const slice of slices.flatMap((whole) => fitting(whole, leaf))) {
    const bytes = boundOf(slice, leaf);
    const sameKind = open[0] === undefined || isCoded(open[0]) === isCoded(slice);
    const rows = open.reduce((sum, one) => sum + one.rows, 0);
    if (!sameKind || openBytes + bytes > maxPageBytes - pageOverhead || rows + slice.rows > maxRows) close();
    open.push(slice);
    openBytes += bytes;
  }
  close();
  return plans;
}

function planOf(slices: readonly BlockSlice[], leaf: SchemaLeaf): PagePlan {
  const hasValues = slices.some((slice) => slice.valueEnd > slice.valueStart);
  return {
    slices,
    rows: slices.reduce((sum, slice) => sum + slice.rows, 0),
    // A page of nulls refers to no dictionary, so that a chunk of nulls needs none.
    coded: hasValues && slices.some((slice) => isCoded(slice) || isTooLarge(slice, leaf)),
  };
}

/** One row that does not fit a page: slices of several were cut until they do. */
function isTooLarge(slice: BlockSlice, leaf: SchemaLeaf): boolean {
  return boundOf(slice, leaf) > maxPageBytes - pageOverhead;
}

function isCoded(slice: BlockSlice): boolean {
  return slice.block.codes !== undefined;
}

/** The slice, cut between rows where it may not fit one page. A single row is never cut. */
function fitting(slice: BlockSlice, leaf: SchemaLeaf): readonly BlockSlice[] {
  if (boundOf(slice, leaf) <= maxPageBytes - pageOverhead) return [slice];
  const cursor = new RowCursor(slice.block, leaf);
  while (cursor.entry < slice.entryStart) cursor.next();
  const parts: BlockSlice[] = [];
  let start = cursor.mark();
  let end = start;
  while (cursor.entry < slice.entryEnd) {
    cursor.next();
    const extended = sliceBetween(slice.block, start, cursor.mark());
    if (extended.rows > 1 && boundOf(extended, leaf) > maxPageBytes - pageOverhead) {
      parts.push(sliceBetween(slice.block, start, end));
      start = end;
    }
    end = cursor.mark();
  }
  parts.push(sliceBetween(slice.block, start, end));
  return parts;
}

/** No fewer bytes than the slice can take in a page: a byte a level, three a code, and five beside a value for a length or what packing adds. */
function boundOf(slice: BlockSlice, leaf: SchemaLeaf): number {
  const entries = slice.entryEnd - slice.entryStart;
  const levels = (leaf.maxDefinition > 0 ? entries : 0) + (leaf.maxRepetition > 0 ? entries : 0);
  const values = slice.valueEnd - slice.valueStart;
  return levels + (isCoded(slice) ? 3 * values : slice.byteEnd - slice.byteStart + 5 * values);
}
