import type { ColumnBlock } from './column-block.ts';
import { ColumnSource } from './column-source.ts';
import { SegmentBuilder, type BuilderOptions, type SourcesOf } from './segment-builder.ts';
import type { Segment } from './segment.ts';
import { SourceCodes } from './source-codes.ts';
import { sortedOrder } from './time-line.ts';

/** Rows in memory, in order of arrival: a row buffer's, closed. */
export interface ArrivedRows {
  readonly segments: Segment[];
  readonly times: Float64Array;
  readonly weights: Uint32Array;
}

/**
 * The rows in order of time, cut into segments; those of the buffer itself where they came in order, and each of them is
 * then let go of when the next is asked for.
 */
export async function* sortedSegments(rows: ArrivedRows, options: BuilderOptions): AsyncGenerator<Segment> {
  const order = options.schema.sortLeaf === undefined ? undefined : await sortedOrder(rows.times, options.pace);
  if (order !== undefined) return yield* inOrder(rows, order, options);
  for (let next = rows.segments.shift(); next !== undefined; next = rows.segments.shift()) yield next;
}

async function* inOrder(rows: ArrivedRows, order: Uint32Array, options: BuilderOptions): AsyncGenerator<Segment> {
  const { blockOf, startOf } = blockTable(rows);
  const builder = new SegmentBuilder(options);
  const sourcesOf: SourcesOf = (leaf) => sourcesIn(rows.segments, leaf);
  for (const row of order) {
    const weight = rows.weights[row] ?? 0;
    if (builder.isFullFor(weight)) {
      await builder.copy(sourcesOf);
      yield builder.end();
    }
    const block = blockOf[row] ?? 0;
    builder.plan(block, row - (startOf[block] ?? 0), rows.times[row] ?? 0, weight);
  }
  await builder.copy(sourcesOf);
  if (builder.rows > 0) yield builder.end();
}

/** The block of each row, and the first row of each block. */
function blockTable(rows: ArrivedRows): { readonly blockOf: Uint32Array; readonly startOf: readonly number[] } {
  const blockOf = new Uint32Array(rows.times.length);
  const startOf: number[] = [];
  let start = 0;
  for (const block of rows.segments.flatMap((segment) => segment.columns[0]?.blocks ?? [])) {
    blockOf.fill(startOf.length, start, start + block.rows);
    startOf.push(start);
    start += block.rows;
  }
  return { blockOf, startOf };
}

function sourcesIn(segments: readonly Segment[], leaf: number): readonly ColumnSource[] {
  return segments.flatMap(({ columns }) => {
    const column = columns[leaf];
    if (column === undefined) return [];
    const codes = new SourceCodes(column.dictionary);
    return column.blocks.map((block: ColumnBlock) => new ColumnSource(column.leaf, block, codes));
  });
}
