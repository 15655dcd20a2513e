import type { ColumnSchema } from '../schema/column-schema.ts';
import type { ObjectFacts, ObjectSink } from '../writer.ts';
import { wholeBlock } from './block-slice.ts';
import { encodeChunk, type ChunkContext } from './column-chunk.ts';
import { zstdCompressor } from './compressor.ts';
import { ObjectAssembly } from './object-assembly.ts';
import type { Pace } from './pace.ts';
import { PageWriter } from './page.ts';
import { RowsHash } from './rows-hash.ts';
import type { Segment } from './segment.ts';

export interface ObjectEncoderOptions {
  readonly schema: ColumnSchema;
  readonly compressionLevel: number;
  readonly bloomFilters: readonly string[];
  readonly deltas: boolean;
  readonly metadata: Readonly<Record<string, string>>;
  readonly pace: Pace;
}

/**
 * Writes the object of sorted rows, a row group a segment, and empties each as it goes: whoever still knows a segment that
 * was written (a generator does, until it is asked for the next) holds nothing by it. Yields throughout.
 */
export async function encodeObject(
  segments: AsyncIterable<Segment>,
  sink: ObjectSink,
  options: ObjectEncoderOptions,
): Promise<ObjectFacts> {
  const { schema, pace, metadata } = options;
  const compressor = zstdCompressor(options.compressionLevel);
  const assembly = new ObjectAssembly(schema, compressor.codec, sink);
  const hash = new RowsHash(schema, pace);
  const pageWriter = new PageWriter(compressor);
  const context = { pageWriter, pace, bloomFilters: new Set(options.bloomFilters), deltas: options.deltas };
  let [rows, minTime, maxTime] = [0, 0, 0];
  for await (const segment of segments) {
    if (rows === 0) minTime = segment.times[0] ?? 0;
    maxTime = segment.times.at(-1) ?? 0;
    rows += segment.rows;
    await hash.add(segment);
    await addRowGroup(segment, assembly, context);
  }
  const byteLength = await assembly.end(rows, metadata);
  return { byteLength, rows, minTime, maxTime, rowsHash: hash.digest() };
}

async function addRowGroup(segment: Segment, assembly: ObjectAssembly, context: ChunkContext): Promise<void> {
  for (const column of segment.columns) {
    const slices = column.blocks.map((block) => wholeBlock(block));
    await assembly.addChunk(await encodeChunk(column, slices, context));
    column.release();
  }
  await assembly.endRowGroup(segment.rows);
}
