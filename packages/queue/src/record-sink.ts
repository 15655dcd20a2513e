/** Where records go, in their order. The bytes are only valid during the call. */
export interface RecordSink {
  record(bytes: Uint8Array, start: number, end: number): void;
  /** In place of a record that is longer than may be: its beginning. */
  tooLong(head: Uint8Array): void;
}

/** Cuts the bytes of one object into records. */
export interface Splitter {
  push(chunk: Uint8Array): void;
  /** After the last chunk. Throws an `ObjectProblem` where the object ends in the middle of something. */
  end(): void;
}
