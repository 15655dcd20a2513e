/** Where records go, in their order. The bytes are those that were written: a view of what was pushed, or of a copy. */
export interface RecordSink {
  record(bytes: Uint8Array, start: number, end: number): void;
  /** In place of a record that is longer than may be: its beginning. */
  tooLong(head: Uint8Array): void;
  /** All has come, and ended within a JSON value or list: what is left over, at most as much as a record may have. */
  unfinished(rest: Uint8Array): void;
}

/** Cuts bytes into records, whatever the pieces in which they come. */
export interface RecordSplitter {
  push(chunk: Uint8Array): void;
  /** After the last chunk. */
  end(): void;
}

export interface SplitOptions {
  /** A longer record is given by its beginning; no more of it is kept meanwhile. */
  readonly maxRecordBytes: number;
  /** Members of an object whose elements are the records, instead of the object: `Records`. */
  readonly lists?: readonly string[];
}
