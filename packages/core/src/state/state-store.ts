import type { Cursor } from '@sluice/connector';

/** Where a pipeline stands. */
export interface PipelineState {
  /** Number of the next flush. Part of the identity of objects whose input has no position. */
  readonly flush: number;
  /** Everything up to here is stored. Absent before the first commit, and for inputs without a position. */
  readonly cursor?: Cursor;
}

/** One object of a flush, complete on local disk and about to be stored. */
export interface StagedObject {
  readonly kind: 'lake' | 'dead-letter';
  /** Name of the custom source; empty for dead letters. */
  readonly source: string;
  readonly key: string;
  /** File name within the flush's folder. */
  readonly file: string;
  readonly byteLength: number;
  readonly rows: number;
  readonly className: string;
  readonly account: string;
  readonly eventDay: string;
  readonly minTime: number;
  readonly maxTime: number;
}

/** What is written down before the first object of a flush is stored, so that a restart finishes exactly that. */
export interface FlushIntent {
  readonly flush: number;
  readonly objects: readonly StagedObject[];
  /** Where reading goes on once all of them are stored. */
  readonly cursor?: Cursor;
}

/**
 * Durable state of pipelines. Each method is durable when it resolves. One process at a time: a second that opens the
 * same state gets `state_locked`.
 */
export interface StateStore {
  /** Folder for objects that wait to be stored, on the same disk as the state. Undefined: they wait in memory. */
  readonly stagingFolder: string | undefined;
  load(pipeline: string): PipelineState;
  loadIntent(pipeline: string): FlushIntent | undefined;
  saveIntent(pipeline: string, intent: FlushIntent): void;
  /** Moves the pipeline on and forgets the intent, in one step. */
  commit(pipeline: string, state: PipelineState): void;
  close(): void;
}
