import { constants, zstdCompressSync } from 'node:zlib';
import { RowCursor, sliceBetween, type BlockSlice, type RowMark } from '../encoder/block-slice.ts';
import { ByteSink } from '../encoder/byte-sink.ts';
import type { Codes } from '../encoder/column-block.ts';
import type { ColumnBuffer } from '../encoder/column-buffer.ts';
import { FixedDictionary } from '../encoder/fixed-dictionary.ts';
import { runPieceLimits, SegmentMeter, type Segment } from '../encoder/segment.ts';
import { TextDictionary } from '../encoder/text-dictionary.ts';
import { LocalCodes } from './local-codes.ts';
import { columnHas } from './piece-format.ts';

/** Rows of a run, compressed, with a checksum. */
export interface PackedPiece {
  readonly bytes: Uint8Array;
  /** Before compression. */
  readonly plainBytes: number;
  readonly rows: number;
}

/** The rows of a segment in pieces of a run, each of rows of one block. */
export function* packedPieces(segment: Segment): Generator<PackedPiece> {
  const codes = segment.columns.map((column) => new LocalCodes(column.dictionary?.size ?? 0));
  const sink = new ByteSink(16 * 1024);
  let start = 0;
  for (const index of (segment.columns[0]?.blocks ?? []).keys()) {
    const columns = segment.columns.map((column, leaf) => cursorOf(column, index, codes[leaf] ?? new LocalCodes(0)));
    const blockEnd = start + (segment.columns[0]?.blocks[index]?.rows ?? 0);
    while (start < blockEnd) {
      const end = endOfPiece(segment, start, blockEnd);
      sink.clear();
      yield packPiece(segment, { start, end }, columns, sink);
      start = end;
    }
  }
}

interface ColumnCursor {
  readonly column: ColumnBuffer;
  readonly codes: LocalCodes;
  readonly cursor: RowCursor;
}

function cursorOf(column: ColumnBuffer, index: number, codes: LocalCodes): ColumnCursor {
  const block = column.blocks[index];
  if (block === undefined) throw new Error('all columns of a segment have the same blocks');
  return { column, codes, cursor: new RowCursor(block, column.leaf) };
}

function endOfPiece({ weights }: Segment, start: number, blockEnd: number): number {
  const meter = new SegmentMeter(runPieceLimits);
  let end = start;
  for (; end < blockEnd && !meter.isFullFor(weights[end] ?? 0); end++) meter.add(weights[end] ?? 0);
  return end;
}

interface Rows {
  readonly start: number;
  readonly end: number;
}

const params = { [constants.ZSTD_c_compressionLevel]: 1, [constants.ZSTD_c_checksumFlag]: 1 };

function packPiece(
  segment: Segment,
  { start, end }: Rows,
  columns: readonly ColumnCursor[],
  sink: ByteSink,
): PackedPiece {
  sink.uint32(end - start);
  putArray(sink, segment.times.subarray(start, end));
  putArray(sink, segment.weights.subarray(start, end));
  for (const { column, codes, cursor } of columns) {
    const from: RowMark = cursor.mark();
    cursor.skip(end - start);
    putColumn(sink, column, { slice: sliceBetween(cursor.block, from, cursor.mark()), codes });
  }
  return { bytes: zstdCompressSync(sink.view(), { params }), plainBytes: sink.length, rows: end - start };
}

interface ColumnRows {
  readonly slice: BlockSlice;
  readonly codes: LocalCodes;
}

function putColumn(sink: ByteSink, column: ColumnBuffer, { slice, codes: local }: ColumnRows): void {
  const { block, entryStart, entryEnd, valueStart, valueEnd } = slice;
  const { definitions, repetitions, plain, lengths } = block;
  const codes = block.codes === undefined ? undefined : local.renumber(block.codes, valueStart, valueEnd);
  sink.uint32(kindOf(slice, codes));
  sink.uint32(entryEnd - entryStart);
  sink.uint32(valueEnd - valueStart);
  if (typeof definitions === 'number') sink.uint32(definitions);
  else putArray(sink, definitions.subarray(entryStart, entryEnd));
  if (repetitions !== undefined) putArray(sink, repetitions.subarray(entryStart, entryEnd));
  if (plain !== undefined) putArray(sink, plain.subarray(slice.byteStart, slice.byteEnd));
  if (lengths !== undefined) putArray(sink, lengths.subarray(valueStart, valueEnd));
  if (codes === undefined) return;
  if (typeof codes === 'number') sink.uint32(codes);
  else putArray(sink, codes);
  putDictionary(sink, column, local.used);
}

function kindOf({ block }: BlockSlice, codes: Codes | undefined): number {
  return (
    (typeof block.definitions === 'number' ? 0 : columnHas.definitions) +
    (block.repetitions === undefined ? 0 : columnHas.repetitions) +
    (block.plain === undefined ? 0 : columnHas.plain) +
    (block.lengths === undefined ? 0 : columnHas.lengths) +
    codesKind(codes)
  );
}

function codesKind(codes: Codes | undefined): number {
  if (codes === undefined) return 0;
  if (typeof codes === 'number') return columnHas.oneCode;
  return codes.BYTES_PER_ELEMENT === 1 ? columnHas.codes8 : columnHas.codes16;
}

/** The values of the codes that the piece uses, in the order of its own codes; none where the column has no value. */
function putDictionary(sink: ByteSink, { leaf, dictionary }: ColumnBuffer, used: readonly number[]): void {
  if (dictionary instanceof TextDictionary) putTexts(sink, dictionary, used);
  else if (dictionary instanceof FixedDictionary) putNumbers(sink, dictionary, used);
  else {
    putArray(sink, new Uint8Array(0));
    if (leaf.type === 'string' || leaf.type === 'json') putArray(sink, new Uint8Array(0));
  }
}

function putNumbers(sink: ByteSink, dictionary: FixedDictionary, used: readonly number[]): void {
  const halves = new Int32Array(2 * used.length);
  for (const [local, code] of used.entries()) {
    halves[2 * local] = dictionary.halves[2 * code] ?? 0;
    halves[2 * local + 1] = dictionary.halves[2 * code + 1] ?? 0;
  }
  putArray(sink, halves);
}

function putTexts(sink: ByteSink, dictionary: TextDictionary, used: readonly number[]): void {
  const ends = new Uint32Array(used.length);
  let end = 0;
  for (const [local, code] of used.entries()) ends[local] = end += dictionary.length(code);
  putArray(sink, ends);
  sink.uint32(end);
  align(sink);
  for (const code of used) {
    const start = dictionary.start(code);
    sink.append(dictionary.bytes.subarray(start, start + dictionary.length(code)));
  }
}

/** Length in bytes, then the bytes from the next multiple of eight on, so that they can be looked at as numbers. */
function putArray(sink: ByteSink, array: Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array): void {
  sink.uint32(array.byteLength);
  align(sink);
  sink.append(new Uint8Array(array.buffer, array.byteOffset, array.byteLength));
}

function align(sink: ByteSink): void {
  while (sink.length % 8 !== 0) sink.byte(0);
}
