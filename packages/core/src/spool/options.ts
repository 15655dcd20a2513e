/** A spool, for code. */
export interface SpoolOptions {
  /** Its own folder, on a disk that outlives the process. */
  readonly folder: string;
  /** Most bytes that its segments may take. Default 1 GiB. */
  readonly maxBytes?: number;
  /**
   * `push_back`: nothing is read from the upstream until there is room. `drop_oldest`: the oldest segment is deleted,
   * and what it held is counted as dropped. Default `push_back`.
   */
  readonly whenFull?: 'push_back' | 'drop_oldest';
  /** How long a batch may wait for others to be written and synced with it. Default 10 ms. */
  readonly syncIntervalMs?: number;
}

const mebibyte = 1024 * 1024;
export const defaultSpoolBytes: number = 1024 * mebibyte;
export const defaultSyncIntervalMs = 10;

/** An eighth of the spool: a full one drops or frees that much at once. */
export function segmentBytes(maxBytes: number): number {
  return Math.min(64 * mebibyte, Math.max(64 * 1024, Math.floor(maxBytes / 8)));
}
