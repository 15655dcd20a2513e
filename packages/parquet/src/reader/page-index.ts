import type { ChunkMetadata } from './object-metadata.ts';
import type { RandomAccess } from './random-access.ts';
import { asStruct, integerField, listField, ThriftReader } from './thrift-reader.ts';

export interface IndexedPage {
  readonly offset: number;
  /** Header included. */
  readonly compressedBytes: number;
  readonly firstRow: number;
}

/** The offset index of a chunk; `undefined` where it has none. */
export async function readOffsetIndex(
  source: RandomAccess,
  chunk: ChunkMetadata,
): Promise<readonly IndexedPage[] | undefined> {
  if (chunk.offsetIndex === undefined) return undefined;
  const { offset, length } = chunk.offsetIndex;
  const struct = new ThriftReader(await source.read(offset, offset + length)).struct();
  return listField(struct, 1).map((location) => ({
    offset: integerField(asStruct(location), 1) ?? -1,
    compressedBytes: integerField(asStruct(location), 2) ?? -1,
    firstRow: integerField(asStruct(location), 3) ?? -1,
  }));
}

export interface IndexedBounds {
  readonly isNull: boolean;
  readonly min: Uint8Array;
  readonly max: Uint8Array;
  readonly nulls: number | undefined;
}

/** The column index of a chunk; `undefined` where it has none. */
export async function readColumnIndex(
  source: RandomAccess,
  chunk: ChunkMetadata,
): Promise<{ readonly pages: readonly IndexedBounds[]; readonly order: number } | undefined> {
  if (chunk.columnIndex === undefined) return undefined;
  const { offset, length } = chunk.columnIndex;
  const struct = new ThriftReader(await source.read(offset, offset + length)).struct();
  const [mins, maxs, nulls] = [listField(struct, 2), listField(struct, 3), listField(struct, 5)];
  const pages = listField(struct, 1).map((isNull, page) => ({
    isNull: isNull === true,
    min: bytesAt(mins[page]),
    max: bytesAt(maxs[page]),
    nulls: nulls[page] === undefined ? undefined : Number(nulls[page]),
  }));
  return { pages, order: integerField(struct, 4) ?? 0 };
}

function bytesAt(value: unknown): Uint8Array {
  return value instanceof Uint8Array ? value : new Uint8Array(0);
}
