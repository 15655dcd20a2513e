/** One file of a spool. Positions are byte offsets; what is written is durable once `sync` has resolved. */
export interface SpoolFile {
  /** Writes all chunks one after the other from `position` on, or rejects. */
  write(chunks: readonly Uint8Array[], position: number): Promise<void>;
  sync(): Promise<void>;
  /** Bytes `[position, position + length)`, fewer where the file ends before. The memory is the caller's. */
  read(position: number, length: number): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** The folder of a spool: what the spool needs of a file system, so that tests can cut its power. */
export interface SpoolFiles {
  /** For messages. */
  readonly path: string;
  list(): Promise<readonly { readonly name: string; readonly bytes: number }[]>;
  /** A new, empty file whose name is durable. */
  create(name: string): Promise<SpoolFile>;
  open(name: string): Promise<SpoolFile>;
  /** No error where it is gone already. */
  remove(name: string): Promise<void>;
}
