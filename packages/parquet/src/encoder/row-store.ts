import { ParquetError } from '../errors.ts';
import type { ColumnSchema } from '../schema/column-schema.ts';
import { SpilledRows } from '../spill/spilled-rows.ts';
import type { SpillStore } from '../spill/spill-store.ts';
import { createPace, type Pace } from './pace.ts';
import { RowBuffer, rowPartsOf, type RowParts } from './row-buffer.ts';
import type { BuilderOptions } from './segment-builder.ts';
import { rowGroupLimits, type Segment } from './segment.ts';
import { sortedSegments, type ArrivedRows } from './sorted-segments.ts';

/** Rows that left the buffer and are not yet spilled. */
interface WaitingRows extends ArrivedRows {
  readonly memoryBytes: number;
}

/** The rows of one object, in memory and spilled, until they are taken in order of time. */
export class RowStore {
  readonly schema: ColumnSchema;
  readonly #seed: number;
  readonly #spilled: SpilledRows | undefined;
  /** Made with the first row, and anew with the first row after a spill. */
  #buffer: RowBuffer | undefined;
  /** What all buffers of the store take rows apart with, one after the other. */
  #parts: RowParts | undefined;
  readonly #waiting: WaitingRows[] = [];
  #waitingBytes = 0;
  #spilling: Promise<void> = Promise.resolve();
  #isClosed = false;

  constructor(schema: ColumnSchema, seed: number, store: SpillStore | undefined) {
    this.schema = schema;
    this.#seed = seed;
    this.#spilled = store === undefined ? undefined : new SpilledRows(store);
  }

  get rows(): number {
    const waiting = this.#waiting.reduce((sum, { times }) => sum + times.length, 0);
    return (this.#buffer?.rows ?? 0) + waiting + (this.#spilled?.rows ?? 0);
  }

  get memoryBytes(): number {
    return (this.#buffer?.memoryBytes ?? 0) + this.#waitingBytes;
  }

  /** What the rows in memory add to the memory of an empty store. */
  get contentBytes(): number {
    return (this.#buffer?.contentBytes ?? 0) + this.#waitingBytes;
  }

  get spilledBytes(): number {
    return this.#spilled?.byteLength ?? 0;
  }

  append(event: Readonly<Record<string, unknown>>): void {
    this.#checkOpen();
    this.#buffer ??= new RowBuffer(this.schema, this.#seed, (this.#parts ??= rowPartsOf(this.schema)));
    this.#buffer.append(event);
  }

  async spill(): Promise<void> {
    this.#checkOpen();
    if (this.#spilled === undefined) return;
    this.#detach();
    await this.#spillWaiting(this.#spilled);
  }

  /** All rows in order of time. The store is then empty, and closed. */
  async *takeSorted(pace: Pace): AsyncGenerator<Segment> {
    this.#checkOpen();
    this.#isClosed = true;
    const options = this.#builder(pace);
    await this.#spilling.catch(() => undefined);
    if (this.#spilled === undefined || (this.#spilled.rows === 0 && this.#waiting.length === 0)) {
      const rows = this.#detach();
      if (rows !== undefined) {
        this.#forgetWaiting();
        yield* sortedSegments(rows, options);
      }
      return;
    }
    try {
      this.#detach();
      await this.#spillWaiting(this.#spilled);
      yield* this.#spilled.sorted(options);
    } finally {
      await this.#spilled.remove();
    }
  }

  async discard(): Promise<void> {
    this.#isClosed = true;
    this.#buffer = undefined;
    this.#parts = undefined;
    await this.#spilling.catch(() => undefined);
    this.#forgetWaiting();
    await this.#spilled?.remove();
  }

  /** Takes the buffer's rows out of it. */
  #detach(): WaitingRows | undefined {
    const buffer = this.#buffer;
    this.#buffer = undefined;
    if (this.#isClosed) this.#parts = undefined;
    if (buffer === undefined || buffer.rows === 0) return undefined;
    const { contentBytes, line } = buffer;
    const rows = { segments: [...buffer.close()], times: line.times, weights: line.weights, memoryBytes: contentBytes };
    this.#waiting.push(rows);
    this.#waitingBytes += contentBytes;
    return rows;
  }

  /** One after the other, so that runs stand in order of arrival. */
  #spillWaiting(spilled: SpilledRows): Promise<void> {
    this.#spilling = this.#spillAfter(this.#spilling, spilled);
    return this.#spilling;
  }

  async #spillAfter(before: Promise<void>, spilled: SpilledRows): Promise<void> {
    await before.catch(() => undefined);
    const options = this.#builder(createPace());
    for (let rows = this.#waiting[0]; rows !== undefined; rows = this.#waiting[0]) {
      // The segments stay listed here, so that another attempt finds them.
      await spilled.add(sortedSegments({ ...rows, segments: [...rows.segments] }, options));
      this.#waiting.shift();
      this.#waitingBytes -= rows.memoryBytes;
    }
    await spilled.merge(options);
  }

  #builder(pace: Pace): BuilderOptions {
    return { schema: this.schema, seed: this.#seed, limits: rowGroupLimits, pace };
  }

  #forgetWaiting(): void {
    this.#waiting.length = 0;
    this.#waitingBytes = 0;
  }

  #checkOpen(): void {
    if (!this.#isClosed) return;
    throw new ParquetError('writer_closed', 'This writer was finished or discarded. Open another for more rows.');
  }
}
