import { randomInt } from 'node:crypto';
import { ParquetError } from '../errors.ts';
import { typeName, type ColumnSchema } from '../schema/column-schema.ts';
import type { EncodedObject, Encoder, ObjectWriter, WriterOptions } from '../writer.ts';
import { encodeObject } from './object-encoder.ts';
import { RowBuffer } from './row-buffer.ts';

const defaultMemoryBytes = 256 * 1024 * 1024;
/** What is left of the compact columns after compression, on events; and the metadata of a column. */
const storedPart = 0.25;
const bytesPerLeaf = 300;

/** The default: zstd, dictionaries, page indexes and checksums, all rows sorted by time. */
export const sluiceEncoder: Encoder = {
  name: 'sluice',
  extension: '.zstd.parquet',
  open: (schema, options = {}) => new SluiceWriter(schema, options),
};

class SluiceWriter implements ObjectWriter {
  readonly #options: WriterOptions;
  readonly #maxMemoryBytes: number;
  readonly #seed: number;
  readonly #emptyObjectBytes: number;
  #buffer: RowBuffer | undefined;

  constructor(schema: ColumnSchema, options: WriterOptions) {
    checkBloomFilters(schema, options.bloomFilters ?? []);
    this.#options = options;
    this.#maxMemoryBytes = options.maxMemoryBytes ?? defaultMemoryBytes;
    this.#seed = options.hashSeed ?? randomInt(2 ** 32);
    this.#buffer = new RowBuffer(schema, this.#seed);
    this.#emptyObjectBytes = schema.leaves.length * bytesPerLeaf;
  }

  get rows(): number {
    return this.#buffer?.rows ?? 0;
  }

  get memoryBytes(): number {
    return this.#buffer?.memoryBytes ?? 0;
  }

  get estimatedBytes(): number {
    return Math.round((this.#buffer?.contentBytes ?? 0) * storedPart + this.#emptyObjectBytes);
  }

  get isFull(): boolean {
    return this.memoryBytes >= this.#maxMemoryBytes;
  }

  append(event: Readonly<Record<string, unknown>>): void {
    const buffer = this.#open();
    if (buffer.memoryBytes >= 2 * this.#maxMemoryBytes) throw this.#full();
    buffer.append(event);
  }

  async finish(footer: Readonly<Record<string, string>> = {}): Promise<EncodedObject> {
    const buffer = this.#open();
    this.#buffer = undefined;
    buffer.close();
    const { compressionLevel = 1, bloomFilters = [] } = this.#options;
    return await encodeObject(buffer, { seed: this.#seed, compressionLevel, bloomFilters, metadata: footer });
  }

  discard(): void {
    this.#buffer = undefined;
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

function checkBloomFilters(schema: ColumnSchema, columns: readonly string[]): void {
  for (const column of columns) {
    const leaf = schema.leaves.find((one) => one.column === column);
    if (leaf?.type === 'string') continue;
    const problem = leaf === undefined ? 'there is no such leaf column' : `it holds ${typeName(leaf.type)}`;
    throw new ParquetError(
      'option_invalid',
      `No bloom filter for ${column}: ${problem}. Name columns of STRING, such as src_endpoint.ip or observables[].value.`,
    );
  }
}
