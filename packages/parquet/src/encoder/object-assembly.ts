import type { ColumnSchema } from '../schema/column-schema.ts';
import type { ObjectSink } from '../writer.ts';
import type { EncodedChunk } from './column-chunk.ts';
import { columnIndex } from './column-index.ts';
import { footer, type PlacedChunk, type PlacedRowGroup, type Span } from './footer.ts';
import { offsetIndex, type PageLocation } from './offset-index.ts';
import { magic } from './parquet-format.ts';

/** Bytes that are gathered before the sink gets them. */
const pieceBytes = 256 * 1024;

/** Gives encoded chunks to the sink one after the other, and remembers where they stand and what is in them. */
export class ObjectAssembly {
  readonly #schema: ColumnSchema;
  readonly #codec: number;
  readonly #sink: ObjectSink;
  #gathered: Uint8Array[] = [magic];
  #gatheredBytes = magic.length;
  readonly #rowGroups: PlacedRowGroup[] = [];
  #chunks: PlacedChunk[] = [];
  #bloomFilters: { readonly chunk: PlacedChunk; readonly bytes: Uint8Array }[] = [];
  #offset = magic.length;

  constructor(schema: ColumnSchema, codec: number, sink: ObjectSink) {
    this.#schema = schema;
    this.#codec = codec;
    this.#sink = sink;
  }

  /** Places the next column of the row group under way. */
  async addChunk(chunk: EncodedChunk): Promise<void> {
    const start = this.#offset;
    const dictionary = chunk.dictionaryPage === undefined ? undefined : await this.#append(chunk.dictionaryPage.bytes);
    const dataOffset = this.#offset;
    for (const page of chunk.pages) await this.#append(page.bytes);
    const placed: PlacedChunk = {
      leaf: chunk.leaf,
      bounds: chunk.bounds,
      entries: chunk.entries,
      nulls: chunk.nulls,
      pages: chunk.pages.map(({ bytes, ...page }) => ({ ...page, compressedBytes: bytes.length })),
      codec: this.#codec,
      dictionaryOffset: dictionary?.offset,
      dataOffset,
      compressedBytes: this.#offset - start,
      uncompressedBytes: chunk.pages.reduce(
        (sum, page) => sum + page.uncompressedBytes,
        chunk.dictionaryPage?.uncompressedBytes ?? 0,
      ),
    };
    this.#chunks.push(placed);
    if (chunk.bloomFilter !== undefined) this.#bloomFilters.push({ chunk: placed, bytes: chunk.bloomFilter });
  }

  async endRowGroup(rows: number): Promise<void> {
    for (const { chunk, bytes } of this.#bloomFilters) chunk.bloomFilter = await this.#append(bytes);
    this.#rowGroups.push({ rows, chunks: this.#chunks });
    this.#chunks = [];
    this.#bloomFilters = [];
  }

  /** Indexes and footer. Gives the length of the whole object. */
  async end(rows: number, metadata: Readonly<Record<string, string>>): Promise<number> {
    const placed = this.#rowGroups.flatMap((group) => group.chunks);
    for (const chunk of placed) chunk.columnIndex = await this.#append(columnIndex(chunk));
    for (const chunk of placed) chunk.offsetIndex = await this.#append(offsetIndex(locationsOf(chunk)));
    const tail = footer({ schema: this.#schema, rows, rowGroups: this.#rowGroups, metadata });
    await this.#append(tail);
    await this.#append(new Uint8Array(Uint32Array.of(tail.length).buffer));
    await this.#append(magic);
    await this.#give();
    return this.#offset;
  }

  async #append(bytes: Uint8Array): Promise<Span> {
    const span = { offset: this.#offset, length: bytes.length };
    this.#offset += bytes.length;
    this.#gathered.push(bytes);
    this.#gatheredBytes += bytes.length;
    if (this.#gatheredBytes >= pieceBytes) await this.#give();
    return span;
  }

  async #give(): Promise<void> {
    const bytes = Buffer.concat(this.#gathered);
    this.#gathered = [];
    this.#gatheredBytes = 0;
    await this.#sink.write(bytes);
  }
}

function locationsOf(placed: PlacedChunk): readonly PageLocation[] {
  let offset = placed.dataOffset;
  let firstRow = 0;
  return placed.pages.map(({ compressedBytes, rows }) => {
    const location = { offset, compressedBytes, firstRow };
    offset += compressedBytes;
    firstRow += rows;
    return location;
  });
}
