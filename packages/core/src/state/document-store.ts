import type { ObjectBody } from '../store/object-store.ts';

/** A document as it was read, and the version that it had. */
export interface Document {
  readonly bytes: Uint8Array;
  readonly version: string;
}

/** Which version a document must have for a write to happen: none at all, or this one. */
export type Expected = { readonly absent: true } | { readonly version: string };

/**
 * Where documents are kept that several processes write: a write happens only where the document is still what the
 * writer has seen. Errors are `SluiceError`s that say whether trying again can help.
 */
export interface DocumentStore {
  /** For people: `s3://bucket/state/`. */
  readonly description: string;
  read(key: string): Promise<Document | undefined>;
  /** The version that was written; undefined where the document is not what was expected. */
  write(key: string, body: Uint8Array, expected: Expected): Promise<string | undefined>;
  /** Puts an object whatever is there: for what only one process can write. */
  put(key: string, body: ObjectBody): Promise<void>;
  delete(keys: readonly string[]): Promise<void>;
  list(prefix: string): Promise<readonly string[]>;
  close(): Promise<void>;
}
