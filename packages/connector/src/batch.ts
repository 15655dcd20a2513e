/** Plain JSON: what a cursor is made of. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** A place in an upstream to go on reading from. The SDK keeps it as JSON text and hands it back unchanged. */
export type Cursor = Json;

/** Where a record came from, as its reader saw it: never taken from the record itself. */
export interface Origin {
  /** How it arrived: `udp`, `tcp`, `tls`, `file`, `sqs`, `https`… */
  readonly transport: string;
  /** Address of the sender, where there is one. */
  readonly address?: string;
  readonly port?: number;
  /** Path of the file, URL or key that the record was read from. */
  readonly path?: string;
  /** Subject of the client certificate, where the sender proved one. */
  readonly certificateSubject?: string;
  /**
   * What is wrong with the bytes of the record, and where, said by a reader that holds them against a checksum. Such a
   * record is not mapped; it becomes a dead letter.
   */
  readonly damage?: string;
}

/** What became of a batch, for queues that keep their own position. */
export type Outcome = { readonly kind: 'stored' } | { readonly kind: 'failed'; readonly error: Error };

/**
 * A part of a batch that came from one thing an upstream hands out, and may hand out again: a queue's message, or the
 * object that a message names. The parts of a batch stand one after the other and together hold all its records.
 */
export interface UnitPart {
  /**
   * The same for the same content however often it is delivered, and whoever receives it: bucket, key and ETag of an
   * object; the message id of a queue. Never a receipt handle.
   */
  readonly id: string;
  /** How many records of this batch are of this unit. */
  readonly records: number;
  /** How many records of the unit came in earlier batches. */
  readonly firstRecord: number;
  /** Whether these are the unit's last records. A unit without records has one part of none. */
  readonly isLast: boolean;
}

/**
 * Raw records as they arrived, in one buffer that can move to another thread without a copy.
 *
 * Record `i` is `bytes[bounds[2 * i]] … bytes[bounds[2 * i + 1]]`, end exclusive; gaps (line feeds, frame headers) may
 * stand between records. Whoever yields a batch gives its buffer away and must not touch it again.
 *
 * A batch carries a `cursor` or `settle` where the upstream can replay, and neither where it cannot.
 */
export interface Batch {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly bounds: Uint32Array<ArrayBuffer>;
  /** Epoch milliseconds at which these records were received. */
  readonly receivedAt: number;
  /** The distinct places that the records of this batch came from. */
  readonly origins: readonly Origin[];
  /** Index into `origins` for each record; absent where all records share `origins[0]`. */
  readonly originOf?: Uint16Array<ArrayBuffer>;
  /** Where reading goes on once this batch and all before it are stored. */
  readonly cursor?: Cursor;
  /**
   * Cursor after record `i` of this batch. A stream that can say this lets a restart cut its batches where the
   * interrupted run had cut them, whatever batches it yields the second time.
   */
  readonly cursorAt?: (record: number) => Cursor;
  /**
   * For an upstream that delivers at least once and in any order: what the records came from. The SDK remembers how much
   * of each unit is stored and passes over that part when it comes again, so that a message delivered twice is in the
   * lake once. Goes with `settle`.
   */
  readonly units?: readonly UnitPart[];
  /** Called once, after all records are stored (or given up). An error thrown here stops the stream. */
  readonly settle?: (outcome: Outcome) => Promise<void>;
}
