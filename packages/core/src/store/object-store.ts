/** What is to be stored: bytes in memory, or a file that is complete and will not change. */
export type ObjectBody = { readonly byteLength: number } & (
  | { readonly chunks: readonly Uint8Array[] }
  | { readonly path: string }
);

export type PutResult = 'stored' | 'already-there';

export interface PutOptions {
  readonly signal?: AbortSignal;
}

export interface StoredEntry {
  readonly key: string;
  readonly byteLength: number;
}

/**
 * Where objects are kept: a folder, a bucket.
 *
 * Keys use `/` between segments and never begin with one. `put` never overwrites: a key follows from what the object
 * holds, so an object that is already there is this object, and counts as stored. An object is there whole or not at
 * all. Errors are `SluiceError`s that say whether trying again can help.
 */
export interface ObjectStore {
  /** For people: `./lake`, `s3://bucket`. No credentials. */
  readonly description: string;
  put(key: string, body: ObjectBody, options?: PutOptions): Promise<PutResult>;
  /** Bytes `[start, end)` of an object, or all of it. */
  read(key: string, range?: { readonly start: number; readonly end: number }): Promise<Uint8Array>;
  byteLength(key: string): Promise<number>;
  /** Objects whose key begins with `prefix`, in key order. */
  list(prefix: string): AsyncIterable<StoredEntry>;
  close(): Promise<void>;
}
