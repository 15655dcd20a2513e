import type { SchemaLeaf } from '../schema/column-schema.ts';
import { plainWidth, RowCursor } from './block-slice.ts';
import { BooleanValues } from './boolean-values.ts';
import type { ColumnBlock } from './column-block.ts';
import type { ColumnBuffer } from './column-buffer.ts';
import { FixedValues } from './fixed-values.ts';
import { noBytes, noWords } from './nothing.ts';
import type { SourceCodes } from './source-codes.ts';
import { TextValues } from './text-values.ts';

/**
 * Gives rows of a block to other columns, exactly as if they were appended there. Rows that follow each other are taken
 * without looking for them.
 */
export class ColumnSource {
  /** The definition level that all rows have where the block has no value and no list with elements. */
  readonly nothing: number | undefined;
  readonly #leaf: SchemaLeaf;
  readonly #block: ColumnBlock;
  readonly #codes: SourceCodes;
  readonly #cursor: RowCursor;
  #starts: RowStarts | undefined;

  constructor(leaf: SchemaLeaf, block: ColumnBlock, codes: SourceCodes) {
    this.#leaf = leaf;
    this.#block = block;
    this.#codes = codes;
    this.#cursor = new RowCursor(block, leaf);
    const { definitions, repetitions } = block;
    const isConstant = typeof definitions === 'number' && definitions < leaf.maxDefinition;
    this.nothing = isConstant && repetitions === undefined ? definitions : undefined;
  }

  /** Copies `count` rows from `row` on. */
  copy(row: number, count: number, target: ColumnBuffer): void {
    const cursor = this.#cursor;
    if (row !== cursor.row) this.#seek(row);
    const { entry, value, byte } = cursor;
    cursor.skip(count);
    const { definitions, repetitions } = this.#block;
    if (cursor.entry - entry === 1) {
      target.levels.add(typeof definitions === 'number' ? definitions : (definitions[entry] ?? 0));
    } else {
      target.levels.addAll(
        typeof definitions === 'number' ? definitions : definitions.subarray(entry, cursor.entry),
        repetitions?.subarray(entry, cursor.entry),
        cursor.entry - entry,
      );
    }
    if (cursor.value === value) return;
    if (this.#block.codes !== undefined) this.#codes.copy(this.#block.codes, value, cursor.value, target);
    else this.#copyPlain({ value, byte }, target);
  }

  /** The plain values from there on, up to the cursor. */
  #copyPlain(from: { readonly value: number; readonly byte: number }, { values }: ColumnBuffer): void {
    const plain = this.#block.plain?.subarray(from.byte, this.#cursor.byte) ?? noBytes;
    if (values instanceof TextValues) {
      copyTexts(plain, this.#block.lengths?.subarray(from.value, this.#cursor.value) ?? noWords, values);
    } else if (values instanceof FixedValues) copyNumbers(plain, values);
    else if (values instanceof BooleanValues) values.addPlain(plain);
  }

  #seek(row: number): void {
    this.#starts ??= startsOf(this.#block, this.#leaf);
    const { entries, values, bytes } = this.#starts;
    const cursor = this.#cursor;
    cursor.row = row;
    cursor.entry = entries?.[row] ?? row;
    cursor.value = values?.[row] ?? row;
    cursor.byte = bytes?.[row] ?? row * plainWidth(this.#leaf);
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

function copyTexts(plain: Uint8Array, lengths: Int32Array, target: TextValues): void {
  let value = 0;
  let start = 0;
  for (; value < lengths.length && target.usesDictionary; value++) {
    const end = start + (lengths[value] ?? 0);
    target.addBytes(plain, start, end);
    start = end;
  }
  if (value < lengths.length) target.addPlain(plain.subarray(start), lengths.subarray(value));
}

function copyNumbers(plain: Uint8Array, target: FixedValues): void {
  const each = target.halvesEach;
  const halves = new Int32Array(plain.buffer, plain.byteOffset, plain.length >> 2);
  let at = 0;
  for (; at < halves.length && target.usesDictionary; at += each) {
    target.add(halves[at] ?? 0, each === 2 ? (halves[at + 1] ?? 0) : 0);
  }
  if (at < halves.length) target.addPlain(halves.subarray(at));
}
