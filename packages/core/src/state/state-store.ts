import type { Cursor } from '@sluice/connector';
import type { ObjectBody } from '../store/object-store.ts';

/** Where a worker of a pipeline stands. */
export interface PipelineState {
  /** Number of the next flush. Part of the identity of objects whose input has no position. */
  readonly flush: number;
  /** Everything up to here is stored. Absent before the first commit, and for inputs without a position. */
  readonly cursor?: Cursor;
}

/**
 * Where a flush that has begun ends, written down before anything of it is staged: a restart reads on to exactly this
 * record and flushes there, so that it makes the same objects.
 */
export interface FlushCut {
  readonly flush: number;
  /** Records of the flush, counted from the position that it began at. */
  readonly records: number;
  readonly cursor: Cursor;
}

/** The part of a unit (a queue's message, an object that one names) whose records are in a flush. */
export interface UnitRange {
  readonly id: string;
  /** Records `[from, to)` of the unit. */
  readonly from: number;
  readonly to: number;
}

/** One object of a flush, complete in the staging and about to be stored. */
export interface StagedObject {
  /** `held`: rows of an object that stays open over the flush; the file is kept, not stored. */
  readonly kind: 'lake' | 'dead-letter' | 'held';
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
  /** The flush that a held object was first held over. */
  readonly since?: number;
}

/** What is written down before the first object of a flush is stored, so that a restart finishes exactly that. */
export interface FlushIntent {
  readonly flush: number;
  readonly objects: readonly StagedObject[];
  /** Where reading goes on once all of them are stored. */
  readonly cursor?: Cursor;
  /** The units whose records are in these objects. */
  readonly units?: readonly UnitRange[];
  /** All files of objects that stay open over this flush. Others that were held are in its objects. */
  readonly held?: readonly StagedObject[];
}

/** How much of a unit is taken care of. */
export interface KnownUnit {
  /** Records from the unit's beginning that are stored, or in a flush that will be finished whatever happens. */
  readonly records: number;
  /** Whether they are all stored: what is left to do is to settle. */
  readonly isStored: boolean;
}

/** What a worker left when it ended or died. */
export interface Resumed extends PipelineState {
  readonly cut?: FlushCut;
  /** Files of objects that stayed open over the last flush. */
  readonly held?: readonly StagedObject[];
  /** A flush that was begun and has to be finished as it is. */
  readonly intent?: FlushIntent;
}

/**
 * A place among the workers of a pipeline. Each method is durable when it resolves. Once another process has taken the
 * place over, writing throws `state_lost`.
 */
export interface PipelineClaim {
  /** Name of the place: `main`, or for a pipeline that is shared `w0`, `w1`… */
  readonly slot: string;
  readonly resumed: Resumed;
  readonly staging: StagingArea;
  saveCut(cut: FlushCut): Promise<void>;
  /**
   * Writes the intent down and binds its units to it, in one step. Gives the units that someone else has bound in the
   * meantime: then nothing is written, and the flush has to be dropped.
   */
  bind(intent: FlushIntent): Promise<readonly string[]>;
  /** Moves on to after the intent and forgets it, in one step. */
  commit(intent: FlushIntent): Promise<void>;
  /** What is known of units; those that nobody has met are missing. */
  units(ids: readonly string[]): Promise<ReadonlyMap<string, KnownUnit>>;
  /** Places of dead workers with a flush to finish. They are this process's now, which has to release them. */
  abandoned(): Promise<readonly PipelineClaim[]>;
  release(): Promise<void>;
}

/** Where the objects of a flush wait to be stored: they survive what the state survives. */
export interface StagingArea {
  /** Folder that sealed objects are written to. Undefined: they wait in memory, and `keep` has to be called. */
  readonly folder: string | undefined;
  /** Whether anything of it outlives the process. */
  readonly isDurable: boolean;
  /** Makes a sealed object survive a crash, where writing it to `folder` has not done so already. */
  keep(file: string, body: ObjectBody): Promise<void>;
  /** A kept object, to store it after a crash. */
  body(file: string, byteLength: number): Promise<ObjectBody>;
  drop(files: readonly string[]): Promise<void>;
  /** Removes everything but these files: what nothing names is of no use. */
  clear(but?: readonly string[]): Promise<void>;
}

export interface ClaimOptions {
  /** Whether others may work on the pipeline at the same time, as on a queue. */
  readonly shared: boolean;
}

/**
 * Durable state of pipelines.
 *
 * A pipeline that reads from a position has one worker at a time: a second claim gets `state_locked`, with the name of
 * who holds it. A pipeline that is shared has as many as come; units tell them what the others have done.
 */
export interface StateStore {
  /** For people: `./state`, `s3://bucket/state/`. */
  readonly description: string;
  claim(pipeline: string, options: ClaimOptions): Promise<PipelineClaim>;
  /** Where a pipeline stands, without a claim to it: of a shared one, its first worker. */
  look(pipeline: string): Promise<Resumed>;
  /** Where all workers of a pipeline stand, those that died among them. */
  lookAll(pipeline: string): Promise<readonly Resumed[]>;
  close(): Promise<void>;
}

/**
 * How long units are remembered after they were stored: two days beyond the 14 that SQS keeps a message, so that a
 * clock that is a day off does no harm.
 */
export const unitsKeptMs: number = 16 * 86_400_000;
