import { ColumnValueError } from '../errors.ts';
import { typeName, type ColumnSchema } from '../schema/column-schema.ts';
import { blockRows } from './column-block.ts';
import { ColumnBuffer } from './column-buffer.ts';
import { rowGroupLimits, SegmentMeter, type Segment } from './segment.ts';
import { compileShredder, type Shredder } from './shredder.ts';
import { type LeafStage, maxValuesPerRow, stagedRows, stagesOf, type StageLoad, type Stages } from './stage.ts';
import { integerOf } from './value-halves.ts';
import { TimeLine } from './time-line.ts';

/** Long texts that may wait in the stages before they are encoded, in characters. */
const maxStagedCharacters = 512 * 1024;
/** Texts of one row, in characters: with three bytes each it still fits a row group. */
const maxRowCharacters = 64 * 1024 * 1024;
/** Rows between two looks at the memory of all columns, after the first that double. */
const measuredRows = 256;
const maxTime = 8.64e15;

/** What rows of a schema are taken apart with. Buffers may share it, one after the other. */
export interface RowParts {
  readonly stages: Stages;
  readonly shred: Shredder;
}

export function rowPartsOf(schema: ColumnSchema): RowParts {
  const stages = stagesOf(schema.leaves);
  return { stages, shred: compileShredder(schema, stages) };
}

/**
 * Rows as compact columns, in order of arrival. A row is taken apart into the stages; every 32 rows the stages are
 * encoded column by column, which keeps each dictionary in cache; every 4,096 rows become a block; and segments are cut
 * as row groups are, so that rows which came in order are ready to be encoded.
 */
export class RowBuffer {
  readonly schema: ColumnSchema;
  readonly line: TimeLine = new TimeLine();
  /** Memory of the encoded rows; brought up to date after 32, 64, 128 rows, every 256, and after long texts. */
  memoryBytes = 0;
  #columns: readonly ColumnBuffer[];
  readonly #closed: { readonly columns: readonly ColumnBuffer[]; readonly rows: number }[] = [];
  #closedBytes = 0;
  readonly #seed: number;
  readonly #meter = new SegmentMeter(rowGroupLimits);
  readonly #stages: Stages;
  readonly #repeated: readonly LeafStage[];
  readonly #timeStage: LeafStage | undefined;
  readonly #shred: Shredder;
  readonly #emptyBytes: number;
  readonly #load: StageLoad;
  /** The load before the row under way. */
  readonly #loadBefore: StageLoad = { characters: 0, bytes: 0 };
  #staged = 0;
  #rowsInBlock = 0;

  constructor(schema: ColumnSchema, seed: number, { stages, shred }: RowParts = rowPartsOf(schema)) {
    this.schema = schema;
    this.#seed = seed;
    this.#columns = this.#newColumns();
    this.#stages = stages;
    this.#load = this.#stages.load;
    this.#repeated = this.#stages.leaves.filter((stage) => stage.leaf.maxRepetition > 0);
    this.#timeStage = schema.sortLeaf === undefined ? undefined : this.#stages.leaves[schema.sortLeaf];
    this.#shred = shred;
    this.#measure();
    this.#emptyBytes = this.memoryBytes;
  }

  get rows(): number {
    return this.line.length;
  }

  append(event: Readonly<Record<string, unknown>>): void {
    let weight = this.#take(event);
    if (this.#meter.isFullFor(weight)) {
      this.#undoRow();
      this.#endSegment();
      weight = this.#take(event);
    }
    this.line.push(this.#timeStage === undefined ? 0 : timeOf(this.#timeStage, this.#staged), weight);
    this.#meter.add(weight);
    this.#staged++;
    const endsBlock = this.#rowsInBlock + this.#staged === blockRows;
    if (this.#staged === stagedRows || endsBlock || this.#load.characters > maxStagedCharacters) this.#flush();
  }

  /** What the rows add to the memory of an empty buffer. */
  get contentBytes(): number {
    return Math.max(0, this.memoryBytes - this.#emptyBytes);
  }

  /** All rows, in order of arrival. Nothing can be appended afterwards. */
  close(): readonly Segment[] {
    if (this.#meter.rows > 0) this.#endSegment();
    this.#forgetTexts();
    const { times, weights } = this.line;
    let start = 0;
    return this.#closed.map(({ columns, rows }): Segment => {
      const end = start + rows;
      const segment = { columns, rows, times: times.subarray(start, end), weights: weights.subarray(start, end) };
      start = end;
      return segment;
    });
  }

  /** Takes a row into the stages and gives its weight, or leaves nothing of it there. */
  #take(event: Readonly<Record<string, unknown>>): number {
    this.#loadBefore.characters = this.#load.characters;
    this.#loadBefore.bytes = this.#load.bytes;
    for (const stage of this.#repeated) stage.mark = stage.count;
    try {
      const ordinary = this.#shred(event, this.#staged);
      if (this.#load.characters - this.#loadBefore.characters + ordinary > maxRowCharacters) throw rowTooLarge();
      if (this.#timeStage !== undefined) checkTime(this.#timeStage, this.#staged);
      if (ordinary > 2 * maxValuesPerRow) for (const stage of this.#repeated) stage.check();
      return ordinary + this.#load.bytes - this.#loadBefore.bytes;
    } catch (error) {
      this.#undoRow();
      throw error;
    }
  }

  #undoRow(): void {
    Object.assign(this.#load, this.#loadBefore);
    for (const stage of this.#repeated) stage.count = stage.mark;
  }

  /** Encodes what is staged. */
  #flush(): void {
    const rows = this.#staged;
    if (rows === 0) return;
    const { leaves } = this.#stages;
    for (let at = 0; at < leaves.length; at++) {
      const stage = leaves[at];
      const column = this.#columns[at];
      if (stage === undefined || column === undefined) continue;
      column.absorb(stage, stage.leaf.maxRepetition > 0 ? stage.count : rows);
      stage.count = 0;
      stage.mark = 0;
    }
    this.#staged = 0;
    this.#rowsInBlock += rows;
    if (this.#rowsInBlock === blockRows) this.#sealBlock();
    if (this.#load.characters > 0) {
      Object.assign(this.#load, noLoad);
      this.#forgetTexts();
      this.#measure();
    } else if (isMeasured(this.#rowsInBlock)) this.#measure();
  }

  #sealBlock(): void {
    for (const column of this.#columns) column.seal(this.#rowsInBlock);
    this.#rowsInBlock = 0;
  }

  #endSegment(): void {
    this.#flush();
    if (this.#rowsInBlock > 0) this.#sealBlock();
    for (const column of this.#columns) column.close();
    this.#closed.push({ columns: this.#columns, rows: this.#meter.rows });
    this.#closedBytes += bytesOf(this.#columns);
    this.#meter.restart();
    this.#columns = this.#newColumns();
    this.#measure();
  }

  #newColumns(): readonly ColumnBuffer[] {
    return this.schema.leaves.map((leaf) => new ColumnBuffer(leaf, this.#seed));
  }

  #measure(): void {
    this.memoryBytes = this.line.memoryBytes + this.#closedBytes + bytesOf(this.#columns);
  }

  /** A text may be a slice that keeps a whole batch of logs alive. */
  #forgetTexts(): void {
    this.#stages.rows.texts.fill('');
    for (const stage of this.#repeated) stage.texts.length = 0;
  }
}

function isMeasured(rows: number): boolean {
  return rows < measuredRows ? (rows & (rows - 1)) === 0 : (rows & (measuredRows - 1)) === 0;
}

const noLoad: StageLoad = { characters: 0, bytes: 0 };

function bytesOf(columns: readonly ColumnBuffer[]): number {
  let bytes = 0;
  for (const column of columns) bytes += column.memoryBytes;
  return bytes;
}

function timeOf(stage: LeafStage, row: number): number {
  return integerOf(stage.low[row] ?? 0, stage.high[row] ?? 0);
}

function checkTime(stage: LeafStage, row: number): void {
  if (Math.abs(timeOf(stage, row)) <= maxTime) return;
  const type = `${typeName('int64')} (epoch milliseconds)`;
  throw new ColumnValueError(stage.leaf.column, type, 'a time beyond the calendar');
}

function rowTooLarge(): ColumnValueError {
  return new ColumnValueError('the row', 'texts that fit one row group', `more than ${maxRowCharacters} characters`);
}
