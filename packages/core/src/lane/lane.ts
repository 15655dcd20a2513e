import type { Batch } from '@sluice/connector';
import type { ObjectBody } from '../store/object-store.ts';
import type { StagedObject } from '../state/state-store.ts';

/** How much a lane holds that is not sealed yet. */
export interface LaneLoad {
  readonly events: number;
  /** Late objects that stayed open over a flush; their rows are durable. */
  readonly heldObjects: number;
  /** Of lanes together, those of the one with most: each may have its own object of every source, account and day. */
  readonly openObjects: number;
  readonly memoryBytes: number;
  /** What the heaviest open object would weigh when stored. */
  readonly largestObjectBytes: number;
  /** What was spilled of open objects, as it lies on disk. */
  readonly spilledBytes: number;
  /** Records that are to become dead letters. */
  readonly letters: number;
  /** Batches that were given to the lane and are not worked through. */
  readonly waiting: number;
}

/** What the objects of a flush have in common. */
export interface SealOrder {
  readonly flush: number;
  /** The input that the rows came from, as text: part of every object's identity. */
  readonly range: string;
  /** Epoch milliseconds: the day under which dead letters are filed. */
  readonly now: number;
  /** Whether objects of days that are over may stay open. */
  readonly mayHold?: boolean;
}

/** An object that is encoded and complete, on disk or in memory, and not yet stored. */
export interface SealedObject extends StagedObject {
  readonly body: ObjectBody;
}

/**
 * Everything between raw bytes and finished objects: decode, map, complete, validate, sort into objects, encode. On
 * the thread of its pipeline, or on one of its own; a record never crosses a thread but as raw bytes.
 */
export interface Lane {
  /** As far as is known now. */
  readonly load: LaneLoad;
  /** Takes records `[from, to)` of a batch; all of them together, and the bytes of the batch are the lane's. */
  take(batch: Batch, from: number, to: number): Promise<void>;
  /**
   * The load by which the flush rules are judged: it follows from the records that were taken and from the calls of this,
   * never from time. A lane on another thread tells that of a few calls before, and so keeps its reader from running ahead.
   */
  look(): Promise<LaneLoad>;
  /** Closes what is open and makes objects of it. What is taken afterwards belongs to the next flush. */
  seal(order: SealOrder): Promise<readonly SealedObject[]>;
  /** Opens an object again that was held when a process ended. `rows` is what its file holds. */
  restore(held: StagedObject, rows: Uint8Array): Promise<void>;
  close(): Promise<void>;
}

export const noLoad: LaneLoad = {
  events: 0,
  heldObjects: 0,
  openObjects: 0,
  memoryBytes: 0,
  largestObjectBytes: 0,
  spilledBytes: 0,
  letters: 0,
  waiting: 0,
};

export function addLoads(loads: readonly LaneLoad[]): LaneLoad {
  return {
    events: sum(loads, 'events'),
    heldObjects: sum(loads, 'heldObjects'),
    openObjects: most(loads, 'openObjects'),
    memoryBytes: sum(loads, 'memoryBytes'),
    largestObjectBytes: most(loads, 'largestObjectBytes'),
    spilledBytes: sum(loads, 'spilledBytes'),
    letters: sum(loads, 'letters'),
    waiting: sum(loads, 'waiting'),
  };
}

function sum(loads: readonly LaneLoad[], field: keyof LaneLoad): number {
  return loads.reduce((total, load) => total + load[field], 0);
}

function most(loads: readonly LaneLoad[], field: keyof LaneLoad): number {
  return loads.reduce((largest, load) => Math.max(largest, load[field]), 0);
}
