import type { SchemaLeaf } from '../schema/column-schema.ts';
import { plainWidth, RowCursor, uint32At } from './block-slice.ts';
import { BooleanValues } from './boolean-values.ts';
import type { ColumnBlock } from './column-block.ts';
import type { ColumnBuffer } from './column-buffer.ts';
import { FixedValues } from './fixed-values.ts';
import type { SourceCodes } from './source-codes.ts';
import { TextValues } from './text-values.ts';

/**
 * Gives rows of a block to other columns, exactly as if they were appended there. Rows that follow each other are taken
 * without looking for them.
 */
export class ColumnSource {
  readonly #leaf: SchemaLeaf;
  readonly #block: ColumnBlock;
  readonly #codes: SourceCodes;
  readonly #isFlat: boolean;
  /** The row that comes next, and where it begins among the entries, values and bytes of the block. */
  #row = 0;
  #entry = 0;
  #value = 0;
  #byte = 0;
  #starts: RowStarts | undefined;

  constructor(leaf: SchemaLeaf, block: ColumnBlock, codes: SourceCodes) {
    this.#leaf = leaf;
    this.#block = block;
    this.#codes = codes;
    this.#isFlat = block.repetitions === undefined;
  }

  /** Copies `count` rows from `row` on. */
  copy(row: number, count: number, target: ColumnBuffer): void {
    if (row !== this.#row) this.#seek(row);
    const { definitions, repetitions } = this.#block;
    const entries = this.#isFlat ? count : this.#entriesOf(count);
    const [start, end] = [this.#entry, this.#entry + entries];
    let values = 0;
    if (typeof definitions === 'number') {
      target.levels.addAll(definitions, repetitions?.subarray(start, end), entries);
      if (definitions === this.#leaf.maxDefinition) values = entries;
    } else {
      target.levels.addAll(definitions.subarray(start, end), repetitions?.subarray(start, end), entries);
      for (let at = start; at < end; at++) if (definitions[at] === this.#leaf.maxDefinition) values++;
    }
    if (values > 0) this.#copyValues(values, target);
    this.#row += count;
    this.#entry = end;
  }

  #copyValues(count: number, target: ColumnBuffer): void {
    if (this.#block.codes === undefined) this.#copyPlain(count, target);
    else this.#codes.copy(this.#block.codes, { start: this.#value, end: this.#value + count }, target);
    this.#value += count;
  }

  #copyPlain(count: number, target: ColumnBuffer): void {
    const plain = this.#block.plain ?? new Uint8Array(0);
    const { values } = target;
    const start = this.#byte;
    const end = this.#endOfPlain(plain, count);
    this.#byte = end;
    if (values instanceof TextValues) copyTexts(plain.subarray(start, end), count, values);
    else if (values instanceof FixedValues) {
      copyNumbers(new Int32Array(plain.buffer, plain.byteOffset + start, (end - start) >> 2), values);
    } else if (values instanceof BooleanValues) values.addPlain(plain.subarray(start, end));
  }

  #endOfPlain(plain: Uint8Array, count: number): number {
    const width = plainWidth(this.#leaf);
    if (width > 0) return this.#byte + width * count;
    let end = this.#byte;
    for (let left = count; left > 0; left--) end += 4 + uint32At(plain, end);
    return end;
  }

  #entriesOf(rows: number): number {
    const { repetitions, entries } = this.#block;
    let at = this.#entry;
    for (let left = rows; left > 0; left--) {
      at++;
      while (at < entries && repetitions?.[at] !== 0) at++;
    }
    return at - this.#entry;
  }

  #seek(row: number): void {
    this.#starts ??= startsOf(this.#block, this.#leaf);
    const { entries, values, bytes } = this.#starts;
    this.#row = row;
    this.#entry = entries?.[row] ?? row;
    this.#value = values?.[row] ?? row;
    this.#byte = bytes?.[row] ?? row * plainWidth(this.#leaf);
  }
}

/** Where each row begins; absent where that follows from its number. */
interface RowStarts {
  readonly entries?: Uint32Array;
  readonly values?: Uint32Array;
  readonly bytes?: Uint32Array;
}

function startsOf(block: ColumnBlock, leaf: SchemaLeaf): RowStarts {
  const isEven = block.repetitions === undefined && block.values === block.rows;
  if (isEven && (block.plain === undefined || plainWidth(leaf) > 0)) return {};
  if (block.values === 0 && block.repetitions === undefined) return {};
  const cursor = new RowCursor(block, leaf);
  const [entries, values, bytes] = [
    new Uint32Array(block.rows),
    new Uint32Array(block.rows),
    new Uint32Array(block.rows),
  ];
  for (let row = 0; row < block.rows; row++) {
    entries[row] = cursor.entry;
    values[row] = cursor.value;
    bytes[row] = cursor.byte;
    cursor.next();
  }
  return { entries, values, bytes };
}

function copyTexts(plain: Uint8Array, count: number, target: TextValues): void {
  let at = 0;
  let left = count;
  for (; left > 0 && target.usesDictionary; left--) {
    const end = at + 4 + uint32At(plain, at);
    target.addBytes(plain, at + 4, end);
    at = end;
  }
  if (left > 0) target.addPlain(plain.subarray(at), left);
}

function copyNumbers(halves: Int32Array, target: FixedValues): void {
  const each = target.halvesEach;
  let at = 0;
  for (; at < halves.length && target.usesDictionary; at += each) {
    target.add(halves[at] ?? 0, each === 2 ? (halves[at + 1] ?? 0) : 0);
  }
  if (at < halves.length) target.addPlain(halves.subarray(at));
}
