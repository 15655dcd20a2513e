import { zstdDecompressSync } from 'node:zlib';
import type { Codes } from '../encoder/column-block.ts';
import { ColumnSource } from '../encoder/column-source.ts';
import { SourceCodes, type CodedValues } from '../encoder/source-codes.ts';
import type { ColumnSchema, SchemaLeaf } from '../schema/column-schema.ts';
import { columnHas } from './piece-format.ts';
import { PieceReader } from './piece-reader.ts';

/** Rows of a run, read back. */
export interface RunPiece {
  readonly rows: number;
  readonly times: Float64Array;
  readonly weights: Int32Array;
  readonly columns: readonly ColumnSource[];
}

/** Throws where the bytes are not those of a piece, whole. */
export function unpackPiece(bytes: Uint8Array, plainBytes: number, schema: ColumnSchema): RunPiece {
  const plain = zstdDecompressSync(bytes, { maxOutputLength: plainBytes });
  if (plain.length !== plainBytes) throw new Error(`${plain.length} bytes where there were ${plainBytes}`);
  const reader = new PieceReader(plain);
  const rows = reader.uint32();
  const times = reader.doubles();
  const weights = reader.words();
  return { rows, times, weights, columns: schema.leaves.map((leaf) => columnOf(reader, leaf, rows)) };
}

function columnOf(reader: PieceReader, leaf: SchemaLeaf, rows: number): ColumnSource {
  const kind = reader.uint32();
  const [entries, values] = [reader.uint32(), reader.uint32()];
  const definitions = (kind & columnHas.definitions) === 0 ? reader.uint32() : reader.bytes();
  const repetitions = (kind & columnHas.repetitions) === 0 ? undefined : reader.bytes();
  const plain = (kind & columnHas.plain) === 0 ? undefined : reader.bytes();
  const lengths = (kind & columnHas.lengths) === 0 ? undefined : reader.words();
  const codes = codesOf(reader, kind);
  const dictionary = codes === undefined ? undefined : dictionaryOf(reader, leaf);
  const block = {
    rows,
    entries,
    values,
    definitions,
    ...(repetitions === undefined ? {} : { repetitions }),
    ...(plain === undefined ? {} : { plain }),
    ...(lengths === undefined ? {} : { lengths }),
    ...(codes === undefined ? {} : { codes }),
  };
  return new ColumnSource(leaf, block, new SourceCodes(dictionary));
}

function codesOf(reader: PieceReader, kind: number): Codes | undefined {
  if ((kind & columnHas.oneCode) !== 0) return reader.uint32();
  if ((kind & columnHas.codes8) !== 0) return reader.bytes();
  return (kind & columnHas.codes16) !== 0 ? reader.shorts() : undefined;
}

function dictionaryOf(reader: PieceReader, leaf: SchemaLeaf): CodedValues {
  if (leaf.type !== 'string' && leaf.type !== 'json') {
    const halves = reader.words();
    return { size: halves.length / 2, halves };
  }
  const ends = reader.words();
  const start = (code: number): number => (code === 0 ? 0 : (ends[code - 1] ?? 0));
  return { size: ends.length, bytes: reader.bytes(), start, length: (code) => (ends[code] ?? 0) - start(code) };
}
