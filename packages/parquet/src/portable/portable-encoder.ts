import type { ParquetWriter } from 'parquetjs-lite';
import { ColumnValueError, ParquetError } from '../errors.ts';
import { createPace, type Pace } from '../encoder/pace.ts';
import { RowBuffer } from '../encoder/row-buffer.ts';
import { RowsHash } from '../encoder/rows-hash.ts';
import { rowGroupLimits } from '../encoder/segment.ts';
import { sortedSegments } from '../encoder/sorted-segments.ts';
import { rangeOf, sortedOrder } from '../encoder/time-line.ts';
import type { ColumnSchema } from '../schema/column-schema.ts';
import type { EncodedObject, Encoder, ObjectFacts, ObjectSink, ObjectWriter, WriterOptions } from '../writer.ts';
import { liteRowMaker, type LiteRow } from './lite-row.ts';
import { liteFields } from './lite-schema.ts';

const defaultMemoryBytes = 256 * 1024 * 1024;
/** Rows whose texts, at three bytes a character, stay below this share a page: no column of theirs exceeds 1 MB. */
const maxPageBytes = 960 * 1024;
const maxRowGroupBytes = 64 * 1024 * 1024;
const maxPageRows = 5000;
const maxRowGroupRows = 20_000;

/**
 * parquetjs-lite behind the same interface, for where only plain JavaScript is wanted: gzip, no dictionaries, no page
 * index (its own is wrong and is left out), about fifty times slower. Its limits are refused by name: integers beyond
 * 2^53, texts beyond 256 Ki characters, rows beyond 960 KiB. It spills nothing and makes its object in memory. `rowsHash`
 * is the one that `sluiceEncoder` gives.
 */
export const portableEncoder: Encoder = {
  name: 'portable',
  extension: '.gz.parquet',
  open: (schema, options = {}) => new PortableWriter(schema, options),
};

class PortableWriter implements ObjectWriter {
  readonly #schema: ColumnSchema;
  readonly #maxMemoryBytes: number;
  readonly #makeRow: (event: Readonly<Record<string, unknown>>) => LiteRow;
  #buffer: RowBuffer | undefined;
  #rows: LiteRow[] = [];
  #bytes = 0;

  constructor(schema: ColumnSchema, options: WriterOptions) {
    this.#schema = schema;
    this.#maxMemoryBytes = options.maxMemoryBytes ?? defaultMemoryBytes;
    this.#makeRow = liteRowMaker(schema);
    this.#buffer = new RowBuffer(schema, options.hashSeed ?? 0x51_1c_e5);
  }

  get rows(): number {
    return this.#rows.length;
  }

  get memoryBytes(): number {
    return (this.#buffer?.memoryBytes ?? 0) + this.#bytes * 2;
  }

  get spilledBytes(): number {
    return 0;
  }

  get estimatedBytes(): number {
    return Math.round(this.#bytes * 0.05);
  }

  get isFull(): boolean {
    return this.memoryBytes >= this.#maxMemoryBytes;
  }

  append(event: Readonly<Record<string, unknown>>): void {
    const buffer = this.#open();
    if (this.memoryBytes >= 2 * this.#maxMemoryBytes) throw this.#full();
    const row = this.#checked(event);
    // Checks every value by type, and keeps the columns that the hash is made of.
    buffer.append(event);
    this.#rows.push(row);
    this.#bytes += row.bytes;
  }

  async finish(footer: Readonly<Record<string, string>> = {}): Promise<EncodedObject> {
    const buffer = this.#open();
    this.#buffer = undefined;
    const { line } = buffer;
    const pace = createPace();
    const times = rangeOf(line.times);
    const order = this.#schema.sortLeaf === undefined ? undefined : await sortedOrder(line.times, pace);
    const rowsHash = await this.#hash(buffer, pace);
    const rows =
      order === undefined ? this.#rows : Array.from(order, (row) => this.#rows[row]).filter((row) => row !== undefined);
    this.#rows = [];
    const chunks = await writeObject(this.#schema, rows, footer, pace);
    const byteLength = chunks.reduce((sum, chunk) => sum + chunk.length, 0);
    return { chunks, byteLength, rows: rows.length, minTime: times.min, maxTime: times.max, rowsHash };
  }

  async finishTo(sink: ObjectSink, footer: Readonly<Record<string, string>> = {}): Promise<ObjectFacts> {
    const { chunks, ...facts } = await this.finish(footer);
    for (const chunk of chunks) await sink.write(chunk);
    return facts;
  }

  spill(): Promise<void> {
    return Promise.resolve();
  }

  discard(): Promise<void> {
    this.#buffer = undefined;
    this.#rows = [];
    return Promise.resolve();
  }

  async #hash(buffer: RowBuffer, pace: Pace): Promise<string> {
    const hash = new RowsHash(this.#schema, pace);
    const { times, weights } = buffer.line;
    const arrived = { segments: [...buffer.close()], times, weights };
    const options = { schema: this.#schema, seed: 0, limits: rowGroupLimits, pace };
    for await (const segment of sortedSegments(arrived, options)) await hash.add(segment);
    return hash.digest();
  }

  /** The row, if it keeps the limits of this encoder. */
  #checked(event: Readonly<Record<string, unknown>>): LiteRow {
    const row = this.#makeRow(event);
    if (row.bytes <= maxPageBytes) return row;
    throw new ColumnValueError(
      'the row',
      'a page of the portable encoder',
      `about ${row.bytes} bytes, and the most is ${maxPageBytes}`,
    );
  }

  #open(): RowBuffer {
    if (this.#buffer !== undefined) return this.#buffer;
    throw new ParquetError('writer_closed', 'This writer was finished or discarded. Open another for more rows.');
  }

  #full(): ParquetError {
    return new ParquetError(
      'writer_full',
      `The rows of this object take ${this.memoryBytes} bytes of the ${this.#maxMemoryBytes} allowed. Finish the object and open another, or allow more.`,
    );
  }
}

async function writeObject(
  schema: ColumnSchema,
  rows: readonly LiteRow[],
  footer: Readonly<Record<string, string>>,
  pace: Pace,
): Promise<readonly Uint8Array[]> {
  const { default: lite } = await import('parquetjs-lite');
  const chunks: Uint8Array[] = [];
  const stream = {
    write: (bytes: Uint8Array, done: () => void): void => {
      chunks.push(bytes);
      done();
    },
    end: (done: () => void): void => done(),
  };
  // Version 1 pages: those of version 2 state a wrong number of rows. No page index: all its first rows are 0.
  const options = { rowGroupSize: maxRowGroupRows, pageSize: maxPageRows, useDataPageV2: false, pageIndex: false };
  const writer = await lite.ParquetWriter.openStream(new lite.ParquetSchema(liteFields(schema)), stream, options);
  for (const [key, value] of Object.entries(footer)) writer.setMetadata(key, value);
  await writeRows(writer, rows, pace);
  await writer.close();
  return chunks;
}

/** Ends pages and row groups by bytes: the writer looks at its limits, in rows, after each row. */
async function writeRows(writer: ParquetWriter, rows: readonly LiteRow[], pace: Pace): Promise<void> {
  let [pageBytes, groupBytes] = [0, 0];
  for (const [index, { row, bytes }] of rows.entries()) {
    const next = rows[index + 1]?.bytes ?? 0;
    pageBytes += bytes;
    groupBytes += bytes;
    const endsGroup = groupBytes + next > maxRowGroupBytes;
    const endsPage = endsGroup || pageBytes + next > maxPageBytes;
    writer.envelopeWriter.pageSize = endsPage ? 1 : maxPageRows;
    writer.rowGroupSize = endsGroup ? 1 : maxRowGroupRows;
    await writer.appendRow(row);
    if (endsPage) pageBytes = 0;
    if (endsGroup) groupBytes = 0;
    await pace.spend(bytes * 8);
  }
}
