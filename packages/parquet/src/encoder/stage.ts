import { ColumnValueError } from '../errors.ts';
import { TextBatch } from './text-batch.ts';
import { typeName, type LeafType, type SchemaLeaf } from '../schema/column-schema.ts';

/** Rows that are taken apart before any column is encoded: few enough to stay in cache. */
export const stagedRows = 32;
/** Values of one leaf in one row. */
export const maxValuesPerRow = 100_000;

/** The long texts that are staged, so that a few huge rows do not wait for a full batch. */
export interface StageLoad {
  characters: number;
  /** The same in UTF-8. */
  bytes: number;
}

/**
 * The values of one leaf of the last few rows, taken apart but not encoded. A leaf outside lists has one entry a row;
 * a leaf within lists has `count` entries, and `mark` is where the row under way began.
 */
export class LeafStage {
  readonly leaf: SchemaLeaf;
  readonly load: StageLoad;
  readonly isText: boolean;
  /** Shared by the leaves of a buffer: what it holds, it holds while one of them is encoded. */
  readonly batch: TextBatch;
  definitions: Uint8Array;
  repetitions: Uint8Array;
  readonly texts: string[] = [];
  /** Numbers, in halves: all of an INT32 or BOOLEAN is in `low`. */
  low: Int32Array;
  high: Int32Array;
  count = 0;
  mark = 0;

  constructor(leaf: SchemaLeaf, load: StageLoad, batch: TextBatch = new TextBatch()) {
    this.leaf = leaf;
    this.load = load;
    this.batch = batch;
    this.isText = holdsText(leaf.type);
    this.definitions = new Uint8Array(stagedRows);
    this.repetitions = new Uint8Array(leaf.maxRepetition > 0 ? stagedRows : 0);
    this.low = new Int32Array(this.isText ? 0 : stagedRows);
    this.high = new Int32Array(this.isText ? 0 : stagedRows);
  }

  /** Refuses a row that added too much. */
  check(): void {
    if (this.count - this.mark <= maxValuesPerRow) return;
    const { column, type } = this.leaf;
    throw new ColumnValueError(column, typeName(type), `more than ${maxValuesPerRow} values in one row`);
  }

  /** Room for more entries. Called by the compiled shredder when `count` reaches the capacity. */
  grow(): void {
    const capacity = this.definitions.length * 2;
    this.definitions = copied(this.definitions, new Uint8Array(capacity));
    this.repetitions = copied(this.repetitions, new Uint8Array(capacity));
    if (this.isText) return;
    this.low = copied(this.low, new Int32Array(capacity));
    this.high = copied(this.high, new Int32Array(capacity));
  }
}

function holdsText(type: LeafType): boolean {
  return type === 'string' || type === 'json';
}

function copied<T extends Uint8Array | Int32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
