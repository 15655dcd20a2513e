import type { ColumnSchema, SchemaLeaf } from '../schema/column-schema.ts';
import type { Bounds } from './chunk-values.ts';
import type { EncodedPage } from './page.ts';
import { Encoding, PageType } from './parquet-format.ts';
import { physicalType, schemaElements, writeSchemaElement } from './schema-elements.ts';
import { ThriftWriter } from './thrift-writer.ts';

/** Who wrote the object. Readers look for known bugs by it. */
const createdBy = 'sluice parquet version 1 (build 1)';

/** What is remembered of a page once its bytes are written. */
type PlacedPage = Omit<EncodedPage, 'bytes'> & { readonly compressedBytes: number };

/** What is remembered of a chunk, with its place in the object. */
export interface PlacedChunk {
  readonly leaf: SchemaLeaf;
  readonly bounds: Bounds | undefined;
  readonly entries: number;
  readonly nulls: number;
  readonly pages: readonly PlacedPage[];
  readonly codec: number;
  readonly dictionaryOffset: number | undefined;
  readonly dataOffset: number;
  readonly compressedBytes: number;
  readonly uncompressedBytes: number;
  columnIndex?: Span;
  offsetIndex?: Span;
  bloomFilter?: Span;
}

export interface Span {
  readonly offset: number;
  readonly length: number;
}

export interface PlacedRowGroup {
  readonly rows: number;
  readonly chunks: readonly PlacedChunk[];
}

export interface FooterFacts {
  readonly schema: ColumnSchema;
  readonly rows: number;
  readonly rowGroups: readonly PlacedRowGroup[];
  readonly metadata: Readonly<Record<string, string>>;
}

/** The footer without its length and the magic. */
export function footer(facts: FooterFacts): Uint8Array {
  const thrift = new ThriftWriter();
  const metadata = Object.entries(facts.metadata);
  thrift.body(() => {
    thrift.i32(1, 2);
    thrift.list(2, 'struct', schemaElements(facts.schema), (element) => writeSchemaElement(thrift, element));
    thrift.i64(3, facts.rows);
    thrift.list(
      4,
      'struct',
      facts.rowGroups.map((group, ordinal) => ({ group, ordinal })),
      ({ group, ordinal }) => writeRowGroup(thrift, group, ordinal, facts.schema),
    );
    if (metadata.length > 0) {
      thrift.list(5, 'struct', metadata, ([key, value]) => {
        thrift.body(() => {
          thrift.text(1, key);
          thrift.text(2, value);
        });
      });
    }
    thrift.text(6, createdBy);
    thrift.list(7, 'struct', facts.schema.leaves, () => thrift.body(() => thrift.struct(1, () => {})));
  });
  return thrift.take();
}

function writeRowGroup(thrift: ThriftWriter, group: PlacedRowGroup, ordinal: number, schema: ColumnSchema): void {
  const sum = (of: (chunk: PlacedChunk) => number): number =>
    group.chunks.reduce((total, chunk) => total + of(chunk), 0);
  thrift.body(() => {
    thrift.list(1, 'struct', group.chunks, (chunk) => writeChunk(thrift, chunk));
    thrift.i64(
      2,
      sum((chunk) => chunk.uncompressedBytes),
    );
    thrift.i64(3, group.rows);
    if (schema.sortLeaf !== undefined) writeSorting(thrift, schema.sortLeaf);
    const [first] = group.chunks;
    if (first !== undefined) thrift.i64(5, first.dictionaryOffset ?? first.dataOffset);
    thrift.i64(
      6,
      sum((chunk) => chunk.compressedBytes),
    );
    if (ordinal < 32_768) thrift.i16(7, ordinal);
  });
}

function writeSorting(thrift: ThriftWriter, leaf: number): void {
  thrift.list(4, 'struct', [leaf], (column) => {
    thrift.body(() => {
      thrift.i32(1, column);
      thrift.bool(2, false);
      thrift.bool(3, false);
    });
  });
}

function writeChunk(thrift: ThriftWriter, placed: PlacedChunk): void {
  thrift.body(() => {
    thrift.i64(2, 0);
    thrift.struct(3, () => writeChunkMetadata(thrift, placed));
    if (placed.offsetIndex !== undefined) {
      thrift.i64(4, placed.offsetIndex.offset);
      thrift.i32(5, placed.offsetIndex.length);
    }
    if (placed.columnIndex !== undefined) {
      thrift.i64(6, placed.columnIndex.offset);
      thrift.i32(7, placed.columnIndex.length);
    }
  });
}

function writeChunkMetadata(thrift: ThriftWriter, placed: PlacedChunk): void {
  const { leaf } = placed;
  thrift.i32(1, physicalType(leaf.type));
  thrift.list(2, 'i32', encodingsOf(placed), (encoding) => thrift.zigzag(encoding));
  thrift.list(3, 'binary', leaf.path, (name) => thrift.bytes(Buffer.from(name, 'utf8')));
  thrift.i32(4, placed.codec);
  thrift.i64(5, placed.entries);
  thrift.i64(6, placed.uncompressedBytes);
  thrift.i64(7, placed.compressedBytes);
  thrift.i64(9, placed.dataOffset);
  if (placed.dictionaryOffset !== undefined) thrift.i64(11, placed.dictionaryOffset);
  thrift.struct(12, () => writeStatistics(thrift, placed.nulls, placed.bounds));
  writeEncodingStats(thrift, placed);
  if (placed.bloomFilter !== undefined) {
    thrift.i64(14, placed.bloomFilter.offset);
    thrift.i32(15, placed.bloomFilter.length);
  }
}

function writeStatistics(thrift: ThriftWriter, nulls: number, bounds: Bounds | undefined): void {
  thrift.i64(3, nulls);
  if (bounds === undefined) return;
  thrift.binary(5, bounds.max);
  thrift.binary(6, bounds.min);
  thrift.bool(7, bounds.isMaxExact);
  thrift.bool(8, bounds.isMinExact);
}

function encodingsOf(chunk: PlacedChunk): readonly number[] {
  const used = new Set<number>([Encoding.RLE, ...chunk.pages.map((page) => page.encoding)]);
  if (chunk.dictionaryOffset !== undefined) used.add(Encoding.PLAIN);
  return [...used].toSorted((left, right) => left - right);
}

/** How many pages of each kind: lets a reader know that a dictionary covers the whole chunk. */
function writeEncodingStats(thrift: ThriftWriter, chunk: PlacedChunk): void {
  const counts = new Map<number, number>();
  for (const page of chunk.pages) counts.set(page.encoding, (counts.get(page.encoding) ?? 0) + 1);
  const stats: { type: number; encoding: number; count: number }[] = [];
  if (chunk.dictionaryOffset !== undefined)
    stats.push({ type: PageType.DICTIONARY_PAGE, encoding: Encoding.PLAIN, count: 1 });
  for (const [encoding, count] of counts) stats.push({ type: PageType.DATA_PAGE, encoding, count });
  thrift.list(13, 'struct', stats, (stat) => {
    thrift.body(() => {
      thrift.i32(1, stat.type);
      thrift.i32(2, stat.encoding);
      thrift.i32(3, stat.count);
    });
  });
}
