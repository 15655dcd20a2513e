/** Bytes that can be read in any order: a file, an S3 object by ranges, a buffer. */
export interface RandomAccess {
  readonly size: number;
  /** Bytes from `start` to `end`, exclusive; both lie within the size. */
  read(start: number, end: number): Promise<Uint8Array>;
}

export function bytesAccess(bytes: Uint8Array): RandomAccess {
  return { size: bytes.length, read: (start, end) => Promise.resolve(bytes.subarray(start, end)) };
}
