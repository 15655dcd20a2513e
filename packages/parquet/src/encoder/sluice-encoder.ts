import { randomInt } from 'node:crypto';
import { ParquetError } from '../errors.ts';
import type { ColumnSchema } from '../schema/column-schema.ts';
import type { EncodedObject, Encoder, ObjectWriter, WriterOptions } from '../writer.ts';
import { encodeObject } from './object-encoder.ts';
import { RowBuffer } from './row-buffer.ts';

const defaultMemoryBytes = 256 * 1024 * 1024;

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
  #buffer: RowBuffer | undefined;

  constructor(schema: ColumnSchema, options: WriterOptions) {
    this.#options = options;
    this.#maxMemoryBytes = options.maxMemoryBytes ?? defaultMemoryBytes;
    this.#seed = options.hashSeed ?? randomInt(2 ** 32);
    this.#buffer = new RowBuffer(schema, this.#seed);
  }

  get rows(): number {
    return this.#buffer?.rows ?? 0;
  }

  get memoryBytes(): number {
    return this.#buffer?.memoryBytes ?? 0;
  }

  get estimatedBytes(): number {
    return Math.round(this.memoryBytes * 0.4);
  }

  get isFull(): boolean {
    return this.memoryBytes >= this.#maxMemoryBytes;
  }

  append(event: Readonly<Record<string, unknown>>): void {
    const buffer = this.#open();
    if (buffer.memoryBytes >= 2 * this.#maxMemoryBytes) throw this.#full();
    buffer.append(event);
  }

  drain(): Promise<void> {
    return this.isFull ? Promise.reject(this.#full()) : Promise.resolve();
  }

  async finish(footer: Readonly<Record<string, string>> = {}): Promise<EncodedObject> {
    const buffer = this.#open();
    this.#buffer = undefined;
    buffer.close();
    const { compressionLevel = 1 } = this.#options;
    return await encodeObject(buffer, { seed: this.#seed, compressionLevel, metadata: footer });
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
