import type { Batch, Origin } from './batch.ts';
import { BatchBuilder, recordOverheadBytes } from './batch-builder.ts';

export interface ChannelOptions {
  /** Bytes that may wait here. Default 8 MiB. */
  readonly capacityBytes?: number;
  /** A batch is taken as soon as it holds this many bytes. Default 1 MiB. */
  readonly maxBatchBytes?: number;
  /** How long a batch that is not full may wait for more records. Default 20 ms. */
  readonly lingerMs?: number;
  readonly now: () => number;
}

/** The one way from an upstream that pushes (sockets, HTTP) to a `read` that is pulled. */
export interface Channel {
  /**
   * Takes a copy of `source[start, end)` as one record. False when the channel is full or closed: the record was not
   * taken. A stream socket is then paused until `ready()`; a datagram is lost and has to be counted.
   */
  offer(source: Uint8Array, start: number, end: number, origin: Origin): boolean;
  /** Resolves when at least half the capacity is free, or the channel is closed. */
  ready(): Promise<void>;
  readonly pendingBytes: number;
  readonly isClosed: boolean;
  /** No more records are taken; what is here is still given out. With an error, `batches` throws it at the end. */
  close(error?: Error): void;
  /** The records in order of arrival. One consumer. Ends when the channel is closed and empty. */
  batches(): AsyncIterable<Batch>;
}

export function createChannel(options: ChannelOptions): Channel {
  return new RecordChannel(options);
}

class RecordChannel implements Channel {
  readonly #capacityBytes: number;
  readonly #maxBatchBytes: number;
  readonly #lingerMs: number;
  readonly #now: () => number;
  readonly #taken: Batch[] = [];
  #builder = new BatchBuilder();
  #takenBytes = 0;
  #closed = false;
  #error: Error | undefined;
  #wakeConsumer: (() => void) | undefined;
  #waitingProducers: (() => void)[] = [];

  constructor(options: ChannelOptions) {
    this.#capacityBytes = options.capacityBytes ?? 8 * 1024 * 1024;
    this.#maxBatchBytes = options.maxBatchBytes ?? 1024 * 1024;
    this.#lingerMs = options.lingerMs ?? 20;
    this.#now = options.now;
  }

  get pendingBytes(): number {
    return this.#takenBytes + this.#builder.weight;
  }

  get isClosed(): boolean {
    return this.#closed;
  }

  offer(source: Uint8Array, start: number, end: number, origin: Origin): boolean {
    const pending = this.pendingBytes;
    // A record larger than the whole capacity passes when nothing else waits; it could never pass otherwise.
    if (this.#closed || (pending > 0 && pending + end - start + recordOverheadBytes > this.#capacityBytes))
      return false;
    this.#builder.add(source, start, end, origin);
    if (this.#builder.weight >= this.#maxBatchBytes || this.#builder.isFull) this.#takeBatch();
    this.#wakeConsumer?.();
    return true;
  }

  async ready(): Promise<void> {
    if (this.#closed || this.pendingBytes <= this.#capacityBytes / 2) return;
    await new Promise<void>((resolve) => this.#waitingProducers.push(resolve));
  }

  close(error?: Error): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#error = error;
    this.#wakeConsumer?.();
    this.#wakeProducers();
  }

  async *batches(): AsyncIterable<Batch> {
    for (;;) {
      const batch = await this.#nextBatch();
      if (batch === undefined) break;
      this.#takenBytes -= weightOf(batch);
      if (this.pendingBytes <= this.#capacityBytes / 2) this.#wakeProducers();
      yield batch;
    }
    if (this.#error !== undefined) throw this.#error;
  }

  async #nextBatch(): Promise<Batch | undefined> {
    while (this.#taken.length === 0 && this.#builder.records === 0) {
      if (this.#closed) return undefined;
      await this.#untilWoken();
    }
    if (this.#taken.length === 0 && !this.#closed) await this.#linger();
    if (this.#taken.length === 0) this.#takeBatch();
    return this.#taken.shift();
  }

  /** Waits for a full batch, for the time to run out, or for the end. */
  async #linger(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, this.#lingerMs);
    this.#wakeConsumer = () => {
      if (this.#taken.length > 0 || this.#closed) resolve();
    };
    await promise;
    clearTimeout(timer);
    this.#wakeConsumer = undefined;
  }

  async #untilWoken(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#wakeConsumer = resolve;
    });
    this.#wakeConsumer = undefined;
  }

  #takeBatch(): void {
    const batch = this.#builder.take({ receivedAt: this.#now() });
    this.#takenBytes += weightOf(batch);
    this.#taken.push(batch);
  }

  #wakeProducers(): void {
    const waiting = this.#waitingProducers;
    this.#waitingProducers = [];
    for (const wake of waiting) wake();
  }
}

function weightOf(batch: Batch): number {
  return batch.bytes.byteLength + (recordOverheadBytes * batch.bounds.length) / 2;
}
