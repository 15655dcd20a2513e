import { crc32 } from 'node:zlib';
import { expect } from 'vitest';
import { comparerFor } from '../../src/encoder/column-index.ts';
import { PageType } from '../../src/encoder/parquet-format.ts';
import { bytesAccess, type ColumnSchema } from '../../src/index.ts';
import { readMetadata, type ChunkMetadata } from '../../src/reader/object-metadata.ts';
import { readColumnIndex, readOffsetIndex } from '../../src/reader/page-index.ts';
import { walkPages } from '../../src/reader/page-walk.ts';
import { bytesOf, encode, type Event } from './encode.ts';
import { logicalRows, type Logical } from './logical-row.ts';

const mebibyte = 1024 * 1024;
const none = new Uint8Array(0);

/** Walks every page: sizes, checksums, counts, the page index, and that the footer declares the order of rows. */
export async function expectRightLayout(bytes: Uint8Array, rows: number, sorted = true): Promise<void> {
  const metadata = await readMetadata(bytesAccess(bytes));
  expect(metadata.rowGroups.reduce((sum, one) => sum + one.rows, 0)).toBe(rows);
  for (const rowGroup of metadata.rowGroups) {
    expect(rowGroup.compressedBytes).toBeLessThanOrEqual(256 * mebibyte);
    expect(rowGroup.sortedBy).toEqual(sorted ? [{ column: 0, descending: false }] : []);
    for (const chunk of rowGroup.chunks) await expectRightPages(bytes, chunk, rowGroup.rows);
  }
}

async function expectRightPages(bytes: Uint8Array, chunk: ChunkMetadata, rows: number): Promise<void> {
  const pages = await Array.fromAsync(walkPages(bytesAccess(bytes), chunk));
  for (const { header, offset, headerBytes } of pages) {
    const body = bytes.subarray(offset + headerBytes, offset + headerBytes + header.compressedBytes);
    expect(header.crc).toBe(crc32(body) | 0);
    if (header.type !== PageType.DICTIONARY_PAGE) expect(header.uncompressedBytes).toBeLessThanOrEqual(mebibyte);
  }
  const data = pages.filter(({ header }) => header.type === PageType.DATA_PAGE);
  expect(data.reduce((sum, { header }) => sum + header.values, 0)).toBe(chunk.values);
  const offsets = await readOffsetIndex(bytesAccess(bytes), chunk);
  const columns = await readColumnIndex(bytesAccess(bytes), chunk);
  expect(offsets?.map(({ offset, compressedBytes }) => [offset, compressedBytes])).toEqual(
    data.map((page) => [page.offset, page.headerBytes + page.header.compressedBytes]),
  );
  expect(columns?.pages.length).toBe(data.length);
  for (const [at, location] of (offsets ?? []).entries()) {
    expect(location.firstRow).toBeGreaterThanOrEqual(at === 0 ? 0 : (offsets?.[at - 1]?.firstRow ?? 0) + 1);
    expect(location.firstRow).toBeLessThan(rows);
  }
}

/**
 * For each page, every value that stands there lies within the bounds that the index gives, and the bounds are tight
 * where the values are numbers: so a reader that skips by them skips no row of a value, and reads few others.
 */
export async function expectPruningFindsAll(
  schema: ColumnSchema,
  events: readonly Event[],
  column: string,
): Promise<void> {
  const bytes = bytesOf(await encode(schema, events));
  const source = bytesAccess(bytes);
  const metadata = await readMetadata(source);
  const leaf = schema.leaves.find((one) => one.column === column);
  if (leaf === undefined) throw new Error(`no column ${column}`);
  const values = logicalRows(schema, events).map((row) => valueAt(row, leaf.path));
  const compare = comparerFor(leaf.type);
  let first = 0;
  for (const rowGroup of metadata.rowGroups) {
    const chunk = rowGroup.chunks.find((one) => one.path === leaf.path.join('.'));
    if (chunk === undefined) throw new Error(`no chunk of ${column}`);
    const offsets = (await readOffsetIndex(source, chunk)) ?? [];
    const index = (await readColumnIndex(source, chunk))?.pages ?? [];
    expect(offsets.length).toBeGreaterThan(1);
    for (const [at, { firstRow }] of offsets.entries()) {
      const inPage = values.slice(first + firstRow, first + (offsets[at + 1]?.firstRow ?? rowGroup.rows));
      const present = inPage.filter((value) => value !== null).map((value) => plainOf(value));
      const page = index[at];
      expect(page?.nulls).toBe(inPage.length - present.length);
      const sorted = present.toSorted(compare);
      expect(Math.abs(compare(page?.min ?? none, sorted[0] ?? none))).toBe(0);
      expect(Math.abs(compare(page?.max ?? none, sorted.at(-1) ?? none))).toBe(0);
    }
    first += rowGroup.rows;
  }
}

function valueAt(row: Logical, path: readonly string[]): Logical {
  return path.reduce<Logical>(
    (at, name) => (at === null ? null : ((at as Record<string, Logical>)[name] ?? null)),
    row,
  );
}

/** A value as statistics have it. */
function plainOf(value: Logical): Uint8Array {
  if (typeof value === 'bigint') return new Uint8Array(BigInt64Array.of(value).buffer);
  if (typeof value === 'number') return new Uint8Array(Float64Array.of(value).buffer);
  if (typeof value === 'boolean') return Uint8Array.of(value ? 1 : 0);
  if (typeof value !== 'string') throw new Error('a nested value has no statistics');
  return Buffer.from(value);
}
