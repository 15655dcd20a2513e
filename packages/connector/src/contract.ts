import type { StandardJSONSchemaV1, StandardSchemaV1 } from '@standard-schema/spec';
import type { Batch, Cursor, Origin } from './batch.ts';
import type { Rejection, Skip } from './outcome.ts';

/** A connector states the version it was built for; the runtime refuses any other, by name. */
export const contractVersion = 1;

export type Stability = 'development' | 'alpha' | 'beta' | 'stable' | 'deprecated';

/**
 * What a crash may cost. `at-least-once`: the upstream can be read again, so nothing is lost (the lake's deterministic
 * objects make the repeat harmless). `at-most-once`: it cannot, so what was received and not yet stored is lost.
 */
export type Delivery = 'at-least-once' | 'at-most-once';

/** Something that whoever runs the upstream must allow before this stream can read it. The least that is enough. */
export interface Permission {
  /** Whose permission it is, as that system calls it: `AWS IAM`, `CrowdStrike API scope`, `Linux`. */
  readonly system: string;
  /** What to grant, spelt as in that system: `sqs:ReceiveMessage`, `Alerts: read`. */
  readonly grant: string;
  /** The resource it is for; a key of the stream's configuration stands in braces: `{queue}`. */
  readonly on?: string;
  /** One sentence: what the stream does with it. */
  readonly why: string;
}

/** How the runtime decodes a record before it hands it to `map`. */
export type RecordFormat = 'text' | 'json' | 'bytes';

/** What `map` is given for each format. */
export interface RecordOf {
  /** UTF-8 text without its line end; bytes that are not UTF-8 are read as Latin-1, which loses none of them. */
  readonly text: string;
  /**
   * The parsed value, with whole numbers beyond 2^53 − 1 as their texts (`parseJson` of `@sluice/connector/records`). A
   * record that is not JSON is rejected before `map` is asked.
   */
  readonly json: unknown;
  /** A view that is valid during the call only. */
  readonly bytes: Uint8Array;
}

/** Any validator that speaks Standard Schema and can describe itself as JSON Schema (Zod 4, for one). */
export interface ConfigSchema<Config> {
  readonly '~standard': StandardSchemaV1.Props<unknown, Config> & StandardJSONSchemaV1.Props<unknown, Config>;
}

/** A class that a stream emits, with the columns that its objects have from the first to the last. */
export interface EmittedClass {
  /** OCSF class name, as in the catalogue: `authentication`. */
  readonly class: string;
  /** Profiles that the events have in `metadata.profiles`. */
  readonly profiles: readonly string[];
  /**
   * Attribute paths that become Parquet columns, `[]` for arrays: `src_endpoint.ip`, `auth_factors[].factor_type_id`.
   * The base columns (classification, time, metadata, observables, raw_data, unmapped…) are always there and need no
   * mention. A mapped value outside the columns is kept in `unmapped` and counted. Append only: the order is the order
   * of the columns.
   */
  readonly columns: readonly string[];
}

export interface MapContext<Config> {
  readonly config: Config;
  /** Epoch milliseconds at which the record was received. The only clock a mapper may look at. */
  readonly receivedAt: number;
  readonly origin: Origin;
}

/** An OCSF event as a mapper gives it: what must be said; completion fills in what follows from it. */
export type MappedEvent = Readonly<Record<string, unknown>> & { readonly class_uid: number };

/** One event, several, or a reason why there is none. */
export type MapResult = MappedEvent | readonly MappedEvent[] | Skip | Rejection;

export interface ConnectorLog {
  debug(message: string, fields?: Readonly<Record<string, unknown>>): void;
  info(message: string, fields?: Readonly<Record<string, unknown>>): void;
  warn(message: string, fields?: Readonly<Record<string, unknown>>): void;
  error(message: string, fields?: Readonly<Record<string, unknown>>): void;
}

export interface ReadContext<Config> {
  readonly config: Config;
  /** The last cursor whose records are all stored; absent on the first run. */
  readonly cursor?: Cursor;
  /** Aborted when the runtime wants no more records. `read` then returns within a second. */
  readonly signal: AbortSignal;
  readonly log: ConnectorLog;
  /** Epoch milliseconds now. */
  readonly now: () => number;
  /** Says how many received bytes wait in the stream's own buffers, for the progress display. */
  readonly reportBacklog: (bytes: number) => void;
  /** Counts records that were lost before they became part of a batch, by reason (`channel_full`, `line_too_long`). */
  readonly reportDropped: (reason: string, records: number) => void;
}

/**
 * One kind of record of one product.
 *
 * The runtime promises: `read` is called once for a run, and again from the last committed cursor after a retryable
 * error; it is pulled, never pushed, so a slow lake slows the reader down; leaving it early runs its `finally`. `map`
 * is called once for each record, in order, perhaps in another thread that loaded the same module.
 */
export interface Stream<Config, Format extends RecordFormat = RecordFormat> {
  readonly name: string;
  /** One sentence for a person who chooses among streams. */
  readonly description: string;
  readonly config: ConfigSchema<Config>;
  readonly delivery: Delivery;
  readonly format: Format;
  readonly emits: readonly EmittedClass[];
  /**
   * Whether several processes may read the upstream at the same time, each getting a part of it: a queue. Its batches
   * name their `units`. Absent: one process at a time, which goes on from a cursor.
   */
  readonly shared?: boolean;
  /** What must be allowed upstream; absent where nothing has to be. Documentation, `sluice doctor` and policies read it. */
  readonly permissions?: readonly Permission[];
  /**
   * Yields batches until the upstream ends or `signal` is aborted. Throws a `StreamError`: retryable ones are retried
   * with backoff, others stop the pipeline.
   */
  read(context: ReadContext<Config>): AsyncIterable<Batch>;
  /**
   * Pure: no clock, no randomness, no I/O; the same record and context give the same result. Never throws for a bad
   * record; it gives `reject(reason)`, and the record is kept as a dead letter. An event without `time` gets the time
   * of receipt, is marked and counted.
   */
  map(record: RecordOf[Format], context: MapContext<Config>): MapResult;
}

/** A typed constant: everything else (documentation, registration, permissions) is read from it. */
export interface Connector {
  readonly contract: typeof contractVersion;
  /** Short name, as a configuration says it: `syslog`. */
  readonly name: string;
  readonly version: string;
  readonly stability: Stability;
  /** What becomes `metadata.product` where a mapper says nothing else. */
  readonly product: { readonly vendor_name: string; readonly name: string };
  /** OCSF release that its mappings are written for. */
  readonly ocsf: string;
  /** The stream of a pipeline that names none. Absent: the only one, or each pipeline has to name its own. */
  readonly defaultStream?: string;
  // Streams of differing configurations and formats stand in one list; the runtime parses the configuration with the
  // stream's own schema before it calls it.
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly streams: readonly Stream<any, any>[];
}
