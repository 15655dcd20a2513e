/** When open objects are closed and stored. */
export interface FlushRules {
  /** An object is stored at the latest this long after its first row. Security Lake asks for 5 minutes to a day. */
  readonly maxAgeMs: number;
  /** … or when one of them would weigh this much. Security Lake: more often than every 5 minutes only above 256 MB. */
  readonly maxObjectBytes: number;
  /** … or when all open rows take this much memory, where they cannot be spilled; spilling begins before that. */
  readonly maxMemoryBytes: number;
  /** … or when what was spilled takes this much disk. 0: nothing is spilled, and rows stay in memory. */
  readonly maxSpilledBytes: number;
  /** … or when this many objects (sources × accounts × days) are open, on one thread. Event times are chosen by senders. */
  readonly maxOpenObjects: number;
}

const mebibyte = 1024 * 1024;

export const defaultFlushRules: FlushRules = {
  maxAgeMs: 5 * 60_000,
  maxObjectBytes: 256 * mebibyte,
  maxMemoryBytes: 64 * mebibyte,
  maxSpilledBytes: 2048 * mebibyte,
  maxOpenObjects: 400,
};
