import type { ColumnSchema } from './schema/column-schema.ts';
import type { SpillStore } from './spill/spill-store.ts';

/** Makes objects of one schema. */
export interface Encoder {
  readonly name: string;
  /** What an object's key ends with: `.zstd.parquet`. */
  readonly extension: string;
  open(schema: ColumnSchema, options?: WriterOptions): ObjectWriter;
}

export interface WriterOptions {
  /**
   * Memory that the rows of one writer may take before it is full. Default 256 MiB, which is about 800,000 events of 86
   * columns.
   */
  readonly maxMemoryBytes?: number;
  /** Where `spill` puts rows. Without one, `spill` leaves them in memory. */
  readonly spill?: SpillStore;
  /** Level of the compressor. Default 1, which measures both faster and smaller than 3 on events. */
  readonly compressionLevel?: number;
  /** Seed of the hash tables, random by default. It never influences a byte of the object. */
  readonly hashSeed?: number;
  /** Leaf columns, as declared, that get a bloom filter: `observables[].value`. Default none. */
  readonly bloomFilters?: readonly string[];
}

/**
 * The rows of one object, until it is finished. Not for two threads.
 *
 * `append` does a bounded piece of work (well under a millisecond for ordinary rows); sorting, hashing and compression
 * wait for `finish`, which yields to the event loop every few milliseconds.
 */
export interface ObjectWriter {
  /**
   * Takes the declared columns of an event; what else stands in it is not looked at (see `moveUndeclared`). The event
   * may be changed afterwards.
   *
   * Throws a `ColumnValueError` for a value that does not fit; then no part of the row is in the object, and the writer
   * goes on. Throws `writer_full` beyond twice the memory budget.
   */
  append(event: Readonly<Record<string, unknown>>): void;
  /** Rows so far, spilled ones among them. */
  readonly rows: number;
  /** Memory held for the rows so far. */
  readonly memoryBytes: number;
  /** What was spilled, as it lies in the spill store. */
  readonly spilledBytes: number;
  /** About what the object will weigh when stored, from the rows so far. A rough figure, within a factor of two for events. */
  readonly estimatedBytes: number;
  /**
   * The budget is used up: `spill`, or finish this object and open another. `append` still takes rows, up to twice the
   * budget.
   */
  readonly isFull: boolean;
  /**
   * Sorts the rows that are in memory and moves them to the spill store. Rows may be appended meanwhile; they wait for
   * the next call. Never changes a byte of the object. Where it rejects, every row is still there, in memory, and
   * another call tries again.
   */
  spill(): Promise<void>;
  /**
   * The object, its rows sorted by time; rows of equal time in the order in which they were appended. The same rows in
   * the same order give the same bytes, whatever the seed, and whether rows were spilled or not. `footer` becomes
   * key-value metadata. The writer is spent.
   */
  finish(footer?: Readonly<Record<string, string>>): Promise<EncodedObject>;
  /**
   * The same, given to `sink` piece by piece as it is made: an object may be larger than memory. Rejects with
   * `spill_failed` where spilled rows cannot be read back whole, and with the sink's own errors; what the sink got is
   * then no object. The writer is spent.
   */
  finishTo(sink: ObjectSink, footer?: Readonly<Record<string, string>>): Promise<ObjectFacts>;
  /** Lets go of everything, spilled rows too. The writer is spent. */
  discard(): Promise<void>;
}

/** Takes an object from its first byte to its last. */
export interface ObjectSink {
  /** The bytes are the sink's to keep. The next piece comes when this resolves. */
  write(bytes: Uint8Array): Promise<void>;
}

export interface EncodedObject extends ObjectFacts {
  /** The object is their concatenation. */
  readonly chunks: readonly Uint8Array[];
}

export interface ObjectFacts {
  readonly byteLength: number;
  readonly rows: number;
  /** Epoch milliseconds of the first and the last row; both 0 where there is none. */
  readonly minTime: number;
  readonly maxTime: number;
  /**
   * SHA-256, in hex, of the schema and the rows in sorted order: the identity of what the object says. It does not
   * depend on the compressor, its level, pages or the order in which rows of different times arrived.
   */
  readonly rowsHash: string;
}
