import type { ColumnSchema } from '../schema/column-schema.ts';
import { columnIndex } from './column-index.ts';
import type { EncodedChunk } from './column-chunk.ts';
import { footer, type PlacedChunk, type PlacedRowGroup, type Span } from './footer.ts';
import { offsetIndex, type PageLocation } from './offset-index.ts';
import { magic } from './parquet-format.ts';

/** Puts encoded chunks one after the other and remembers where they stand. */
export class ObjectAssembly {
  readonly #schema: ColumnSchema;
  readonly #codec: number;
  readonly #parts: Uint8Array[] = [magic];
  readonly #rowGroups: PlacedRowGroup[] = [];
  #offset = magic.length;

  constructor(schema: ColumnSchema, codec: number) {
    this.#schema = schema;
    this.#codec = codec;
  }

  addRowGroup(rows: number, chunks: readonly EncodedChunk[]): void {
    this.#rowGroups.push({ rows, chunks: chunks.map((chunk) => this.#place(chunk)) });
  }

  /** Indexes and footer; gives the whole object. */
  end(
    rows: number,
    metadata: Readonly<Record<string, string>>,
  ): { readonly chunks: readonly Uint8Array[]; readonly byteLength: number } {
    const placed = this.#rowGroups.flatMap((group) => group.chunks);
    for (const chunk of placed) {
      if (chunk.chunk.bloomFilter !== undefined) chunk.bloomFilter = this.#append(chunk.chunk.bloomFilter);
    }
    for (const chunk of placed) chunk.columnIndex = this.#append(columnIndex(chunk.chunk));
    for (const chunk of placed) chunk.offsetIndex = this.#append(offsetIndex(locationsOf(chunk)));
    const tail = footer({ schema: this.#schema, rows, rowGroups: this.#rowGroups, metadata });
    this.#append(tail);
    this.#append(new Uint8Array(Uint32Array.of(tail.length).buffer));
    this.#append(magic);
    return { chunks: this.#parts, byteLength: this.#offset };
  }

  #place(chunk: EncodedChunk): PlacedChunk {
    const start = this.#offset;
    const dictionary = chunk.dictionaryPage === undefined ? undefined : this.#append(chunk.dictionaryPage.bytes);
    const dataOffset = this.#offset;
    for (const page of chunk.pages) this.#append(page.bytes);
    const uncompressedBytes = chunk.pages.reduce(
      (sum, page) => sum + page.uncompressedBytes,
      chunk.dictionaryPage?.uncompressedBytes ?? 0,
    );
    return {
      chunk,
      codec: this.#codec,
      dictionaryOffset: dictionary?.offset,
      dataOffset,
      compressedBytes: this.#offset - start,
      uncompressedBytes,
    };
  }

  #append(bytes: Uint8Array): Span {
    const span = { offset: this.#offset, length: bytes.length };
    this.#parts.push(bytes);
    this.#offset += bytes.length;
    return span;
  }
}

function locationsOf(placed: PlacedChunk): readonly PageLocation[] {
  let offset = placed.dataOffset;
  let firstRow = 0;
  return placed.chunk.pages.map((page) => {
    const location = { offset, compressedBytes: page.bytes.length, firstRow };
    offset += page.bytes.length;
    firstRow += page.rows;
    return location;
  });
}
