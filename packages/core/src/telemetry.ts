/** What a pipeline has done since it started. Plain numbers, read at any time by whoever displays or exports them. */
export interface PipelineStatistics {
  /** Records that came out of `read`. */
  receivedRecords: number;
  receivedBytes: number;
  /** Records that came again and were passed over, because they are stored or on their way. */
  repeatedRecords: number;
  /** Events that are in open, sealed or stored objects. */
  mappedEvents: number;
  /** Records the mapper passed over on purpose, by reason. */
  skipped: Record<string, number>;
  /** Records that became dead letters, by reason. */
  rejected: Record<string, number>;
  /** Records lost before they reached the pipeline, by reason, as the reader counted them. */
  dropped: Record<string, number>;
  /** Events that had no usable time of their own and got the time of receipt. */
  timedByReceipt: number;
  /** Values kept in `unmapped` because their column is not declared. */
  undeclaredValues: number;
  /** Values of the record that the mapper left in `unmapped`, by class and name of the field: a new name is a new field. */
  unmappedFields: Record<string, number>;
  /** Required enum ids that the mapper did not say and that became Unknown, by path. */
  unknownIds: Record<string, number>;
  storedEvents: number;
  storedObjects: number;
  storedBytes: number;
  deadLetterObjects: number;
  /** Received bytes that wait in the reader. */
  backlogBytes: number;
  /** Records that became durable in the spool. */
  spooledRecords: number;
  /** Size of the spool on disk, and the most that it may have; 0 where there is none. */
  spoolBytes: number;
  spoolMaxBytes: number;
  /** Latest event time in the lake, epoch milliseconds. 0 before the first object. */
  newestStoredTime: number;
  /** Epoch milliseconds at which the oldest record was received that is not stored; 0 where all is. */
  oldestUnstoredAt: number;
  /** Events in objects that are not stored yet. */
  openEvents: number;
  openObjects: number;
  openMemoryBytes: number;
  /** Epoch milliseconds of the last stored object or committed position. */
  lastProgressAt: number;
}

export function newStatistics(): PipelineStatistics {
  return {
    receivedRecords: 0,
    receivedBytes: 0,
    repeatedRecords: 0,
    mappedEvents: 0,
    skipped: {},
    rejected: {},
    dropped: {},
    timedByReceipt: 0,
    undeclaredValues: 0,
    unmappedFields: {},
    unknownIds: {},
    storedEvents: 0,
    storedObjects: 0,
    storedBytes: 0,
    deadLetterObjects: 0,
    backlogBytes: 0,
    spooledRecords: 0,
    spoolBytes: 0,
    spoolMaxBytes: 0,
    newestStoredTime: 0,
    oldestUnstoredAt: 0,
    openEvents: 0,
    openObjects: 0,
    openMemoryBytes: 0,
    lastProgressAt: 0,
  };
}

export function count(counts: Record<string, number>, reason: string, by = 1): void {
  counts[reason] = (counts[reason] ?? 0) + by;
}

export function total(counts: Readonly<Record<string, number>>): number {
  let sum = 0;
  for (const value of Object.values(counts)) sum += value;
  return sum;
}

const counters = [
  'receivedRecords',
  'receivedBytes',
  'mappedEvents',
  'timedByReceipt',
  'undeclaredValues',
] as const satisfies readonly (keyof PipelineStatistics)[];
const tallies = [
  'skipped',
  'rejected',
  'unmappedFields',
  'unknownIds',
] as const satisfies readonly (keyof PipelineStatistics)[];

/** Adds to `target` what mapping counted between two snapshots of another thread. */
export function addProgress(target: PipelineStatistics, before: PipelineStatistics, after: PipelineStatistics): void {
  for (const counter of counters) target[counter] += after[counter] - before[counter];
  for (const tally of tallies) {
    for (const [reason, value] of Object.entries(after[tally])) {
      const more = value - (before[tally][reason] ?? 0);
      if (more > 0) count(target[tally], reason, more);
    }
  }
}
