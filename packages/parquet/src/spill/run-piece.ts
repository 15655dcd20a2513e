import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { ByteSink } from '../encoder/byte-sink.ts';
import type { Codes, ColumnBlock } from '../encoder/column-block.ts';
import type { ColumnBuffer } from '../encoder/column-buffer.ts';
import { ColumnSource } from '../encoder/column-source.ts';
import { FixedDictionary } from '../encoder/fixed-dictionary.ts';
import type { Segment } from '../encoder/segment.ts';
import { SourceCodes, type CodedValues } from '../encoder/source-codes.ts';
import { TextDictionary } from '../encoder/text-dictionary.ts';
import type { ColumnSchema, SchemaLeaf } from '../schema/column-schema.ts';
import { PieceReader } from './piece-reader.ts';

/** Rows of a run, read back. */
export interface RunPiece {
  readonly rows: number;
  readonly times: Float64Array;
  readonly weights: Int32Array;
  readonly columns: readonly ColumnSource[];
}

/** The compressed bytes of a segment of one block, with a checksum; and their length before compression. */
export function packPiece(segment: Segment): { readonly bytes: Uint8Array; readonly plainBytes: number } {
  const sink = new ByteSink(64 * 1024);
  sink.uint32(segment.rows);
  putArray(sink, segment.times);
  putArray(sink, segment.weights);
  for (const column of segment.columns) putColumn(sink, column);
  const params = { [constants.ZSTD_c_compressionLevel]: 1, [constants.ZSTD_c_checksumFlag]: 1 };
  return { bytes: zstdCompressSync(sink.view(), { params }), plainBytes: sink.length };
}

/** Throws where the bytes are not those of a piece, whole. */
export function unpackPiece(bytes: Uint8Array, plainBytes: number, schema: ColumnSchema): RunPiece {
  const plain = zstdDecompressSync(bytes, { maxOutputLength: plainBytes });
  if (plain.length !== plainBytes) throw new Error(`${plain.length} bytes where there were ${plainBytes}`);
  const reader = new PieceReader(plain);
  const rows = reader.uint32();
  const times = reader.doubles();
  return { rows, times, weights: reader.words(), columns: schema.leaves.map((leaf) => columnOf(reader, leaf, rows)) };
}

/** What a column has, as bits. */
const has = { definitions: 1, repetitions: 2, plain: 4, oneCode: 8, codes8: 16, codes16: 32 } as const;

function putColumn(sink: ByteSink, column: ColumnBuffer): void {
  const [block] = column.blocks;
  if (block === undefined || column.blocks.length > 1) throw new Error('a piece of a run is one block');
  const { definitions, repetitions, codes, plain } = block;
  sink.uint32(kindOf(block));
  sink.uint32(block.entries);
  sink.uint32(block.values);
  if (typeof definitions === 'number') sink.uint32(definitions);
  else putArray(sink, definitions);
  if (repetitions !== undefined) putArray(sink, repetitions);
  if (plain !== undefined) putArray(sink, plain);
  if (typeof codes === 'number') sink.uint32(codes);
  else if (codes !== undefined) putArray(sink, codes);
  if (codes !== undefined) putDictionary(sink, column);
}

function kindOf({ definitions, repetitions, codes, plain }: ColumnBlock): number {
  return (
    (typeof definitions === 'number' ? 0 : has.definitions) +
    (repetitions === undefined ? 0 : has.repetitions) +
    (plain === undefined ? 0 : has.plain) +
    codesKind(codes)
  );
}

function codesKind(codes: Codes | undefined): number {
  if (codes === undefined) return 0;
  if (typeof codes === 'number') return has.oneCode;
  return codes.BYTES_PER_ELEMENT === 1 ? has.codes8 : has.codes16;
}

function putDictionary(sink: ByteSink, column: ColumnBuffer): void {
  const { dictionary } = column.values;
  if (dictionary instanceof FixedDictionary) putArray(sink, dictionary.halves.subarray(0, 2 * dictionary.size));
  if (!(dictionary instanceof TextDictionary)) return;
  const spans = new Uint32Array(2 * dictionary.size);
  for (let code = 0; code < dictionary.size; code++) {
    spans[2 * code] = dictionary.start(code);
    spans[2 * code + 1] = dictionary.length(code);
  }
  putArray(sink, spans);
  putArray(sink, dictionary.bytes.subarray(0, dictionary.end));
}

/** Length in bytes, then the bytes from the next multiple of eight on, so that they can be looked at as numbers. */
function putArray(sink: ByteSink, array: Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array): void {
  sink.uint32(array.byteLength);
  sink.reserve(8);
  while (sink.length % 8 !== 0) sink.byte(0);
  sink.append(new Uint8Array(array.buffer, array.byteOffset, array.byteLength));
}

function columnOf(reader: PieceReader, leaf: SchemaLeaf, rows: number): ColumnSource {
  const kind = reader.uint32();
  const [entries, values] = [reader.uint32(), reader.uint32()];
  const definitions = (kind & has.definitions) === 0 ? reader.uint32() : reader.bytes();
  const repetitions = (kind & has.repetitions) === 0 ? undefined : reader.bytes();
  const plain = (kind & has.plain) === 0 ? undefined : reader.bytes();
  const codes = codesOf(reader, kind);
  const dictionary = codes === undefined ? undefined : dictionaryOf(reader, leaf);
  const block = {
    rows,
    entries,
    values,
    definitions,
    ...(repetitions === undefined ? {} : { repetitions }),
    ...(plain === undefined ? {} : { plain }),
    ...(codes === undefined ? {} : { codes }),
  };
  return new ColumnSource(leaf, block, new SourceCodes(dictionary));
}

function codesOf(reader: PieceReader, kind: number): Codes | undefined {
  if ((kind & has.oneCode) !== 0) return reader.uint32();
  if ((kind & has.codes8) !== 0) return reader.bytes();
  return (kind & has.codes16) !== 0 ? reader.shorts() : undefined;
}

function dictionaryOf(reader: PieceReader, leaf: SchemaLeaf): CodedValues {
  if (leaf.type !== 'string' && leaf.type !== 'json') {
    const halves = reader.words();
    return { size: halves.length / 2, halves };
  }
  const spans = reader.words();
  return {
    size: spans.length / 2,
    bytes: reader.bytes(),
    start: (code) => spans[2 * code] ?? 0,
    length: (code) => spans[2 * code + 1] ?? 0,
  };
}
