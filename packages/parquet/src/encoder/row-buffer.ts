import { ColumnValueError } from '../errors.ts';
import { typeName, type ColumnSchema } from '../schema/column-schema.ts';
import { blockRows } from './column-block.ts';
import { ColumnBuffer } from './column-buffer.ts';
import { compileShredder, type Shredder } from './shredder.ts';
import { LeafStage, stagedRows, type StageLoad } from './stage.ts';
import { TimeLine } from './time-line.ts';

/** Long texts that may wait in the stages before they are encoded, in characters. */
const maxStagedCharacters = 512 * 1024;
/** Long texts of one row, in characters: with three bytes each it still fits a row group. */
const maxRowCharacters = 64 * 1024 * 1024;
/** Rows between two looks at the memory of all columns. */
const measuredRows = 256;
const twoTo32 = 4_294_967_296;
const maxTime = 8.64e15;

/**
 * Rows as compact columns, in order of arrival. A row is taken apart into the stages; every 32 rows the stages are
 * encoded column by column, which keeps each dictionary in cache; every 4,096 rows become a block.
 */
export class RowBuffer {
  readonly schema: ColumnSchema;
  readonly columns: readonly ColumnBuffer[];
  readonly times: TimeLine = new TimeLine();
  /** Memory of the encoded rows; brought up to date every 256 rows, and after long texts. */
  memoryBytes = 0;
  rows = 0;
  readonly #stages: readonly LeafStage[];
  readonly #repeated: readonly LeafStage[];
  readonly #timeStage: LeafStage | undefined;
  readonly #shred: Shredder;
  readonly #emptyBytes: number;
  readonly #load: StageLoad = { characters: 0 };
  #staged = 0;
  #rowsInBlock = 0;

  constructor(schema: ColumnSchema, seed: number) {
    this.schema = schema;
    this.columns = schema.leaves.map((leaf) => new ColumnBuffer(leaf, seed));
    this.#stages = schema.leaves.map((leaf) => new LeafStage(leaf, this.#load));
    this.#repeated = this.#stages.filter((stage) => stage.leaf.maxRepetition > 0);
    this.#timeStage = schema.sortLeaf === undefined ? undefined : this.#stages[schema.sortLeaf];
    this.#shred = compileShredder(schema, this.#stages);
    this.#measure();
    this.#emptyBytes = this.memoryBytes;
  }

  append(event: Readonly<Record<string, unknown>>): void {
    const charactersBefore = this.#load.characters;
    try {
      this.#shred(event, this.#staged);
      if (this.#load.characters - charactersBefore > maxRowCharacters) throw rowTooLarge();
      if (this.#timeStage !== undefined) this.times.push(this.#timeOf(this.#timeStage));
      for (const stage of this.#repeated) stage.check();
    } catch (error) {
      this.#undoRow(charactersBefore);
      throw error;
    }
    for (const stage of this.#repeated) stage.mark = stage.count;
    this.rows++;
    this.#staged++;
    const endsBlock = this.#rowsInBlock + this.#staged === blockRows;
    if (this.#staged === stagedRows || endsBlock || this.#load.characters > maxStagedCharacters) this.flush();
  }

  /** What the rows add to the memory of an empty buffer. */
  get contentBytes(): number {
    return Math.max(0, this.memoryBytes - this.#emptyBytes);
  }

  /** Encodes what is staged. */
  flush(): void {
    const rows = this.#staged;
    if (rows === 0) return;
    for (let at = 0; at < this.#stages.length; at++) {
      const stage = this.#stages[at];
      const column = this.columns[at];
      if (stage === undefined || column === undefined) continue;
      column.absorb(stage, stage.leaf.maxRepetition > 0 ? stage.count : rows);
      stage.count = 0;
      stage.mark = 0;
    }
    this.#staged = 0;
    this.#rowsInBlock += rows;
    if (this.#rowsInBlock === blockRows) this.#seal();
    if (this.#load.characters > 0) this.#forgetLongTexts();
    else if ((this.#rowsInBlock & (measuredRows - 1)) === 0) this.#measure();
  }

  /** Encodes and seals all rows: nothing can be appended afterwards. */
  close(): void {
    this.flush();
    if (this.#rowsInBlock > 0) this.#seal();
  }

  #seal(): void {
    for (const column of this.columns) column.seal(this.#rowsInBlock);
    this.#rowsInBlock = 0;
  }

  #measure(): void {
    let bytes = this.times.memoryBytes;
    for (const column of this.columns) bytes += column.memoryBytes;
    this.memoryBytes = bytes;
  }

  #forgetLongTexts(): void {
    this.#load.characters = 0;
    for (const stage of this.#stages) stage.texts.length = 0;
    this.#measure();
  }

  #timeOf(stage: LeafStage): number {
    const time = (stage.high[this.#staged] ?? 0) * twoTo32 + ((stage.low[this.#staged] ?? 0) >>> 0);
    if (Math.abs(time) <= maxTime) return time;
    throw new ColumnValueError(
      stage.leaf.column,
      `${typeName('int64')} (epoch milliseconds)`,
      'a time beyond the calendar',
    );
  }

  #undoRow(characters: number): void {
    this.#load.characters = characters;
    this.times.truncate(this.rows);
    for (const stage of this.#repeated) stage.count = stage.mark;
  }
}

function rowTooLarge(): ColumnValueError {
  return new ColumnValueError('the row', 'texts that fit one row group', `more than ${maxRowCharacters} characters`);
}
