import { ColumnSource } from './column-source.ts';
import { SegmentBuilder, type BuilderOptions, type SourcesOf } from './segment-builder.ts';
import type { Segment } from './segment.ts';
import { SourceCodes } from './source-codes.ts';

/** The same rows in the same order, cut into segments of other limits. */
export async function* recut(segments: AsyncIterable<Segment>, options: BuilderOptions): AsyncGenerator<Segment> {
  const builder = new SegmentBuilder(options);
  for await (const segment of segments) {
    const blocks = blocksOf(segment);
    let row = 0;
    for (const [index, sources] of blocks.entries()) {
      const sourcesOf: SourcesOf = (leaf) => [sources.columns[leaf]];
      for (let inBlock = 0; inBlock < sources.rows; inBlock++, row++) {
        const weight = segment.weights[row] ?? 0;
        if (builder.isFullFor(weight)) {
          await builder.copy(sourcesOf);
          yield builder.end();
        }
        builder.plan(0, inBlock, segment.times[row] ?? 0, weight);
      }
      await builder.copy(sourcesOf);
      blocks[index] = { rows: 0, columns: [] };
    }
  }
  if (builder.rows > 0) yield builder.end();
}

interface BlockSources {
  readonly rows: number;
  readonly columns: readonly (ColumnSource | undefined)[];
}

function blocksOf(segment: Segment): BlockSources[] {
  const codes = segment.columns.map((column) => new SourceCodes(column.values.dictionary));
  return (segment.columns[0]?.blocks ?? []).map(({ rows }, at) => ({
    rows,
    columns: segment.columns.map((column, leaf) => {
      const block = column.blocks[at];
      const shared = codes[leaf];
      return block === undefined || shared === undefined ? undefined : new ColumnSource(column.leaf, block, shared);
    }),
  }));
}
