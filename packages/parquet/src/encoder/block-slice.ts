import type { SchemaLeaf } from '../schema/column-schema.ts';
import type { ColumnBlock } from './column-block.ts';

/** Some rows of a block, with where they begin and end in each of its arrays. */
export interface BlockSlice {
  readonly block: ColumnBlock;
  readonly rows: number;
  readonly entryStart: number;
  readonly entryEnd: number;
  readonly valueStart: number;
  readonly valueEnd: number;
  /** Within `plain`. */
  readonly byteStart: number;
  readonly byteEnd: number;
}

/** Bytes of a plain value of the leaf; 0 where each value has a length of its own. */
export function plainWidth(leaf: SchemaLeaf): 0 | 1 | 4 | 8 {
  switch (leaf.type) {
    case 'boolean':
      return 1;
    case 'int32':
      return 4;
    case 'int64':
    case 'timestamp':
    case 'double':
      return 8;
    default:
      return 0;
  }
}

export function wholeBlock(block: ColumnBlock): BlockSlice {
  return {
    block,
    rows: block.rows,
    entryStart: 0,
    entryEnd: block.entries,
    valueStart: 0,
    valueEnd: block.values,
    byteStart: 0,
    byteEnd: block.plain?.length ?? 0,
  };
}

/** Whether an entry belongs to the row of the entry before it. */
function continuesRow(block: ColumnBlock, entry: number): boolean {
  return block.repetitions !== undefined && entry < block.entries && block.repetitions[entry] !== 0;
}

/** Walks the rows of a block. */
export class RowCursor {
  readonly block: ColumnBlock;
  readonly #width: number;
  readonly #defined: number;
  row = 0;
  entry = 0;
  value = 0;
  byte = 0;

  constructor(block: ColumnBlock, leaf: SchemaLeaf) {
    this.block = block;
    this.#width = plainWidth(leaf);
    this.#defined = leaf.maxDefinition;
  }

  /** Passes one row. */
  next(): void {
    this.skip(1);
  }

  /** Passes some rows. */
  skip(rows: number): void {
    const from = this.entry;
    const before = this.value;
    if (this.block.repetitions === undefined) this.entry += rows;
    else for (let left = rows; left > 0; left--) this.#passEntries();
    this.row += rows;
    this.value += this.#definedBetween(from, this.entry);
    const { plain, lengths } = this.block;
    if (plain === undefined) return;
    if (lengths === undefined) this.byte += this.#width * (this.value - before);
    else for (let value = before; value < this.value; value++) this.byte += lengths[value] ?? 0;
  }

  #passEntries(): void {
    do this.entry++;
    while (continuesRow(this.block, this.entry));
  }

  #definedBetween(from: number, to: number): number {
    const { definitions } = this.block;
    if (typeof definitions === 'number') return definitions === this.#defined ? to - from : 0;
    let count = 0;
    for (let at = from; at < to; at++) if (definitions[at] === this.#defined) count++;
    return count;
  }

  mark(): RowMark {
    return { row: this.row, entry: this.entry, value: this.value, byte: this.byte };
  }
}

export interface RowMark {
  readonly row: number;
  readonly entry: number;
  readonly value: number;
  readonly byte: number;
}

export function sliceBetween(block: ColumnBlock, from: RowMark, to: RowMark): BlockSlice {
  return {
    block,
    rows: to.row - from.row,
    entryStart: from.entry,
    entryEnd: to.entry,
    valueStart: from.value,
    valueEnd: to.value,
    byteStart: from.byte,
    byteEnd: to.byte,
  };
}
