import type { Batch, Cursor, Origin } from './batch.ts';

const maxOrigins = 65_535;
/** Two bounds and an origin index, rounded up. */
export const recordOverheadBytes = 16;

export interface BatchBuilderOptions {
  /** First size of the buffer in bytes; it doubles as records come, and the next begins where the last ended. Default 64 KiB. */
  readonly initialBytes?: number;
}

/** What a reader knows of a batch beside its records. */
export interface BatchFacts {
  readonly receivedAt: number;
  readonly cursor?: Cursor;
  readonly cursorAt?: (record: number) => Cursor;
  readonly settle?: NonNullable<Batch['settle']>;
}

/** Gathers records into one transferable buffer. */
export class BatchBuilder {
  readonly #initialBytes: number;
  #bytes: Uint8Array<ArrayBuffer>;
  #used = 0;
  #bounds: Uint32Array<ArrayBuffer> = new Uint32Array(512);
  #originOf: Uint16Array<ArrayBuffer> = new Uint16Array(256);
  #records = 0;
  #origins = new Map<Origin, number>();

  constructor(options: BatchBuilderOptions = {}) {
    this.#initialBytes = options.initialBytes ?? 64 * 1024;
    this.#bytes = new Uint8Array(this.#initialBytes);
  }

  get records(): number {
    return this.#records;
  }

  /** Bytes held, the bookkeeping of each record included: empty records are not free. */
  get weight(): number {
    return this.#used + recordOverheadBytes * this.#records;
  }

  /** Whether no further distinct origin fits: the batch has to be taken first. */
  get isFull(): boolean {
    return this.#origins.size >= maxOrigins;
  }

  /** Copies `source[start, end)` in as one record. */
  add(source: Uint8Array, start: number, end: number, origin: Origin): void {
    const length = end - start;
    this.#reserve(length);
    this.#bytes.set(start === 0 && end === source.length ? source : source.subarray(start, end), this.#used);
    const record = this.#records;
    this.#bounds[2 * record] = this.#used;
    this.#bounds[2 * record + 1] = this.#used + length;
    this.#originOf[record] = this.#originIndex(origin);
    this.#used += length;
    this.#records = record + 1;
  }

  /** Gives the batch away and starts an empty one. */
  take(facts: BatchFacts): Batch {
    const origins = [...this.#origins.keys()];
    const batch: Batch = {
      bytes: this.#bytes.subarray(0, this.#used),
      bounds: this.#bounds.slice(0, 2 * this.#records),
      origins,
      ...(origins.length > 1 ? { originOf: this.#originOf.slice(0, this.#records) } : {}),
      ...facts,
    };
    // Batches of a busy upstream are of one size: a buffer that grows to it each time would leave four times as much behind.
    this.#bytes = new Uint8Array(Math.max(this.#initialBytes, this.#used + (this.#used >>> 3)));
    this.#used = 0;
    this.#records = 0;
    this.#origins = new Map();
    return batch;
  }

  #originIndex(origin: Origin): number {
    let index = this.#origins.get(origin);
    if (index === undefined) {
      index = this.#origins.size;
      this.#origins.set(origin, index);
    }
    return index;
  }

  #reserve(length: number): void {
    if (this.#used + length > this.#bytes.length) {
      const grown = new Uint8Array(Math.max(this.#bytes.length * 2, this.#used + length));
      grown.set(this.#bytes.subarray(0, this.#used));
      this.#bytes = grown;
    }
    if (this.#records === this.#originOf.length) {
      const bounds = new Uint32Array(this.#bounds.length * 2);
      bounds.set(this.#bounds);
      this.#bounds = bounds;
      const originOf = new Uint16Array(this.#originOf.length * 2);
      originOf.set(this.#originOf);
      this.#originOf = originOf;
    }
  }
}
