import { ColumnValueError } from '../errors.ts';
import { FlatPath } from './flat-path.ts';
import type { FlatTarget } from './flatten-unmapped.ts';
import { TextBatch } from './text-batch.ts';
import { TextCodes } from './text-codes.ts';
import { typeName, type SchemaLeaf } from '../schema/column-schema.ts';
import { noBytes, noWords } from './nothing.ts';

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

/** A leaf, and the load that its long texts are counted towards. */
export interface LoadedLeaf {
  readonly leaf: SchemaLeaf;
  readonly load: StageLoad;
}

/**
 * What the stages of leaves outside lists are parts of: leaf `n` has the 32 entries from `32 * n` on. One array of each
 * kind, so that the compiled shredder finds all of them by the same few pointers.
 */
export interface StagedRows {
  readonly definitions: Uint8Array;
  readonly low: Int32Array;
  readonly high: Int32Array;
  readonly texts: string[];
}

/** The stages of a schema's leaves. */
export interface Stages {
  readonly rows: StagedRows;
  readonly leaves: readonly LeafStage[];
  readonly load: StageLoad;
}

/** What the stages of a schema share. */
interface SharedParts {
  readonly load: StageLoad;
  readonly rows: StagedRows;
  readonly batch: TextBatch;
  readonly codes: TextCodes;
  readonly paths: FlatPath;
}

export function stagesOf(leaves: readonly SchemaLeaf[]): Stages {
  const room = leaves.length * stagedRows;
  const rows: StagedRows = {
    definitions: new Uint8Array(room),
    low: new Int32Array(room),
    high: new Int32Array(room),
    texts: Array.from({ length: room }, () => ''),
  };
  const load = { characters: 0, bytes: 0 };
  const shared = { load, rows, batch: new TextBatch(), codes: new TextCodes(), paths: FlatPath.root() };
  return { rows, load, leaves: leaves.map((leaf, index) => new LeafStage(leaf, { ...shared, index })) };
}

/**
 * The values of one leaf of the last few rows, taken apart but not encoded. A leaf outside lists has one entry a row;
 * a leaf within lists has `count` entries, and `mark` is where the row under way began.
 */
export class LeafStage implements FlatTarget {
  readonly leaf: SchemaLeaf;
  readonly load: StageLoad;
  readonly isText: boolean;
  /** Shared by the leaves of a buffer: what it holds, it holds while one of them is encoded. */
  readonly batch: TextBatch;
  readonly codes: TextCodes;
  readonly paths: FlatPath;
  definitions: Uint8Array;
  repetitions: Uint8Array;
  readonly texts: string[];
  /** Where in `texts` those of this leaf begin. */
  readonly firstText: number;
  /** Numbers, in halves: all of an INT32 or BOOLEAN is in `low`. */
  low: Int32Array;
  high: Int32Array;
  count = 0;
  mark = 0;

  constructor(leaf: SchemaLeaf, { load, batch, codes, paths, rows, index }: SharedParts & { readonly index: number }) {
    const isRepeated = leaf.maxRepetition > 0;
    this.leaf = leaf;
    this.load = load;
    this.batch = batch;
    this.codes = codes;
    this.paths = paths;
    this.isText = leaf.type === 'string' || leaf.type === 'json';
    this.repetitions = isRepeated ? new Uint8Array(stagedRows) : noBytes;
    const [start, end] = [index * stagedRows, (index + 1) * stagedRows];
    this.definitions = isRepeated ? new Uint8Array(stagedRows) : rows.definitions.subarray(start, end);
    const numbers = isRepeated ? () => new Int32Array(stagedRows) : (of: Int32Array) => of.subarray(start, end);
    this.low = this.isText ? noWords : numbers(rows.low);
    this.high = this.isText ? noWords : numbers(rows.high);
    this.texts = isRepeated ? [] : rows.texts;
    this.firstText = isRepeated ? 0 : start;
  }

  /** Refuses a row that added too much. */
  check(): void {
    if (this.count - this.mark <= maxValuesPerRow) return;
    const { column, type } = this.leaf;
    throw new ColumnValueError(column, typeName(type), `more than ${maxValuesPerRow} values in one row`);
  }

  /** One more entry, without a value. */
  addNothing(repetition: number, definition: number): void {
    if (this.count === this.definitions.length) this.grow(this.count + 1);
    this.repetitions[this.count] = repetition;
    this.definitions[this.count++] = definition;
  }

  /** Room for `needed` entries, of a leaf within lists. */
  grow(needed: number): void {
    if (needed <= this.definitions.length) return;
    const capacity = Math.max(needed, this.definitions.length * 2);
    this.definitions = copied(this.definitions, new Uint8Array(capacity));
    this.repetitions = copied(this.repetitions, new Uint8Array(capacity));
    if (this.isText) return;
    this.low = copied(this.low, new Int32Array(capacity));
    this.high = copied(this.high, new Int32Array(capacity));
  }
}

function copied<T extends Uint8Array | Int32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
