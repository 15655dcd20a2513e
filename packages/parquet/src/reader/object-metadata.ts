import {
  asStruct,
  bytesField,
  integerField,
  listField,
  structField,
  textField,
  ThriftReader,
  type ThriftStruct,
} from './thrift-reader.ts';
import { readSchema, type SchemaNode } from './schema-tree.ts';
import type { RandomAccess } from './random-access.ts';
import { unreadable } from './unreadable.ts';

export interface ObjectMetadata {
  readonly version: number;
  readonly rows: number;
  readonly createdBy: string | undefined;
  readonly keyValues: ReadonlyMap<string, string>;
  readonly schema: SchemaNode;
  readonly rowGroups: readonly RowGroupMetadata[];
  /** Where the footer begins: the row groups lie before it. */
  readonly footerOffset: number;
}

export interface RowGroupMetadata {
  readonly rows: number;
  readonly uncompressedBytes: number;
  /** As the footer states it, or as its chunks add up to. */
  readonly compressedBytes: number;
  readonly chunks: readonly ChunkMetadata[];
  readonly sortedBy: readonly { readonly column: number; readonly descending: boolean }[];
}

export interface ChunkMetadata {
  readonly path: string;
  readonly physicalType: number;
  readonly codec: number;
  readonly encodings: readonly number[];
  readonly values: number;
  readonly uncompressedBytes: number;
  readonly compressedBytes: number;
  /** Where the first page stands, the dictionary page if there is one. */
  readonly start: number;
  readonly dataOffset: number;
  readonly nulls: number | undefined;
  readonly min: Uint8Array | undefined;
  readonly max: Uint8Array | undefined;
  readonly offsetIndex: { readonly offset: number; readonly length: number } | undefined;
  readonly columnIndex: { readonly offset: number; readonly length: number } | undefined;
  readonly bloomFilterOffset: number | undefined;
}

const maxFooterBytes = 64 * 1024 * 1024;
const tailBytes = 64 * 1024;

/** Reads the footer. Throws `object_unreadable` for anything that is not a whole Parquet object. */
export async function readMetadata(source: RandomAccess): Promise<ObjectMetadata> {
  if (source.size < 12) throw unreadable(`it has ${source.size} bytes, and the shortest has 12`);
  const tail = await source.read(Math.max(0, source.size - tailBytes), source.size);
  const end = Buffer.from(tail.buffer, tail.byteOffset, tail.byteLength);
  if (end.toString('latin1', end.length - 4) !== 'PAR1')
    throw unreadable('it does not end with PAR1; it may have been cut off');
  const length = end.readUInt32LE(end.length - 8);
  const start = source.size - 8 - length;
  if (start < 4 || length > maxFooterBytes) throw unreadable(`its footer claims ${length} bytes`);
  const bytes =
    length + 8 <= tail.length
      ? tail.subarray(tail.length - 8 - length, tail.length - 8)
      : await source.read(start, source.size - 8);
  return fromStruct(new ThriftReader(bytes).struct(), start);
}

function fromStruct(struct: ThriftStruct, footerOffset: number): ObjectMetadata {
  return {
    version: integerField(struct, 1) ?? 0,
    rows: count(integerField(struct, 3)),
    createdBy: textField(struct, 6),
    keyValues: new Map(
      listField(struct, 5).map((pair) => [textField(asStruct(pair), 1) ?? '', textField(asStruct(pair), 2) ?? '']),
    ),
    schema: readSchema(listField(struct, 2)),
    rowGroups: listField(struct, 4).map((group) => rowGroupOf(asStruct(group), footerOffset)),
    footerOffset,
  };
}

function rowGroupOf(struct: ThriftStruct, footerOffset: number): RowGroupMetadata {
  const chunks = listField(struct, 1).map((chunk) => chunkOf(asStruct(chunk), footerOffset));
  return {
    rows: count(integerField(struct, 3)),
    uncompressedBytes: integerField(struct, 2) ?? 0,
    compressedBytes: chunks.reduce((sum, chunk) => sum + chunk.compressedBytes, 0),
    chunks,
    sortedBy: listField(struct, 4).map((sorting) => ({
      column: integerField(asStruct(sorting), 1) ?? -1,
      descending: asStruct(sorting).get(2) === true,
    })),
  };
}

function chunkOf(column: ThriftStruct, footerOffset: number): ChunkMetadata {
  const struct = structField(column, 3);
  if (struct === undefined) throw unreadable('a column chunk has no metadata');
  const statistics = structField(struct, 12);
  const dataOffset = integerField(struct, 9) ?? -1;
  const dictionaryOffset = integerField(struct, 11);
  const start =
    dictionaryOffset !== undefined && dictionaryOffset > 0 && dictionaryOffset < dataOffset
      ? dictionaryOffset
      : dataOffset;
  const compressedBytes = integerField(struct, 7) ?? -1;
  if (start < 4 || compressedBytes < 0 || start + compressedBytes > footerOffset)
    throw unreadable('a column chunk lies outside the object');
  return {
    path: listField(struct, 3)
      .map((name) => (name instanceof Uint8Array ? Buffer.from(name).toString('utf8') : ''))
      .join('.'),
    physicalType: integerField(struct, 1) ?? -1,
    codec: integerField(struct, 4) ?? -1,
    encodings: listField(struct, 2).map(Number),
    values: count(integerField(struct, 5)),
    uncompressedBytes: integerField(struct, 6) ?? 0,
    compressedBytes,
    start,
    dataOffset,
    ...statisticsOf(statistics),
    offsetIndex: indexAt(column, 4, footerOffset),
    columnIndex: indexAt(column, 6, footerOffset),
    bloomFilterOffset: integerField(struct, 14),
  };
}

/** Bounds as `min_value` and `max_value`; the older pair is ordered by rules that differ among writers, but not for numbers. */
function statisticsOf(statistics: ThriftStruct | undefined): Pick<ChunkMetadata, 'nulls' | 'min' | 'max'> {
  if (statistics === undefined) return { nulls: undefined, min: undefined, max: undefined };
  return {
    nulls: integerField(statistics, 3),
    min: bytesField(statistics, 6) ?? bytesField(statistics, 2),
    max: bytesField(statistics, 5) ?? bytesField(statistics, 1),
  };
}

function indexAt(
  column: ThriftStruct,
  field: number,
  footerOffset: number,
): { readonly offset: number; readonly length: number } | undefined {
  const offset = integerField(column, field);
  const length = integerField(column, field + 1);
  if (offset === undefined || length === undefined || length <= 0) return undefined;
  if (offset < 4 || offset + length > footerOffset) throw unreadable('a page index lies outside the object');
  return { offset, length };
}

function count(value: number | undefined): number {
  if (value === undefined || value < 0) throw unreadable('it has a negative or missing count');
  return value;
}
