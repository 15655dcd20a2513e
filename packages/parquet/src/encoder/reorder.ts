import type { SchemaLeaf } from '../schema/column-schema.ts';
import { continuesRow, RowCursor } from './block-slice.ts';
import { BooleanValues } from './boolean-values.ts';
import { blockRows, type ColumnBlock } from './column-block.ts';
import { ColumnBuffer } from './column-buffer.ts';
import { FixedValues } from './fixed-values.ts';
import type { Pace } from './pace.ts';
import { TextValues } from './text-values.ts';
import { codeAt } from './value-buffer.ts';

export interface ReorderOptions {
  /** Row numbers, in the order wanted. */
  readonly order: Uint32Array;
  readonly seed: number;
  readonly pace: Pace;
}

/**
 * The column with its rows in another order, exactly as if they had been appended in that order: dictionary, blocks and
 * all. Yields between blocks.
 */
export async function reordered(column: ColumnBuffer, options: ReorderOptions): Promise<ColumnBuffer> {
  const { leaf } = column;
  const target = new ColumnBuffer(leaf, options.seed);
  const source = new RowSource(column);
  await source.locate(options.pace);
  const copier = copierFor(column, target);
  let inBlock = 0;
  for (let at = 0; at < options.order.length; at++) {
    source.copyRow(options.order[at] ?? 0, target, copier);
    inBlock++;
    if (inBlock < blockRows && at + 1 < options.order.length) continue;
    target.seal(inBlock);
    inBlock = 0;
    await options.pace.spend(blockRows * 48);
  }
  return target;
}

/** Appends value `value` of a block, which begins at byte `byte` of its plain bytes. */
type Copier = (block: ColumnBlock, value: number, byte: number) => void;

function copierFor(column: ColumnBuffer, target: ColumnBuffer): Copier {
  const { values } = target;
  if (values instanceof TextValues && column.values instanceof TextValues) return textCopier(column.values, values);
  if (values instanceof FixedValues && column.values instanceof FixedValues)
    return fixedCopier(column.values, values, column.leaf);
  if (values instanceof BooleanValues) return (block, value) => values.add(block.plain?.[value] ?? 0);
  throw new Error(`a column of ${column.leaf.type} cannot be reordered`);
}

function textCopier(from: TextValues, to: TextValues): Copier {
  const known = new Int32Array(from.dictionary.size).fill(-1);
  return (block, value, byte) => {
    if (block.codes === undefined) {
      const plain = block.plain ?? new Uint8Array(0);
      const length = new DataView(plain.buffer, plain.byteOffset).getUint32(byte, true);
      return to.addBytes(plain, byte + 4, byte + 4 + length);
    }
    const code = codeAt(block.codes, value);
    const mapped = known[code] ?? -1;
    if (to.usesDictionary && mapped >= 0) return to.addCode(mapped);
    const start = from.dictionary.start(code);
    const before = to.dictionary.size;
    to.addBytes(from.dictionary.bytes, start, start + from.dictionary.length(code));
    if (to.usesDictionary && to.dictionary.size > before) known[code] = before;
  };
}

function fixedCopier(from: FixedValues, to: FixedValues, leaf: SchemaLeaf): Copier {
  return (block, value, byte) => {
    if (block.codes === undefined) {
      const plain = block.plain ?? new Uint8Array(0);
      const halves = new DataView(plain.buffer, plain.byteOffset);
      return to.add(halves.getInt32(byte, true), leaf.type === 'int32' ? 0 : halves.getInt32(byte + 4, true));
    }
    const code = codeAt(block.codes, value);
    to.add(from.dictionary.halves[2 * code] ?? 0, from.dictionary.halves[2 * code + 1] ?? 0);
  };
}

/** Finds rows by number: where each begins among the entries, values and bytes of its block. */
class RowSource {
  readonly #leaf: SchemaLeaf;
  readonly #blockOf: Uint32Array;
  readonly #entryOf: Uint32Array;
  readonly #valueOf: Uint32Array;
  readonly #byteOf: Uint32Array;
  readonly #blocks: readonly ColumnBlock[];

  constructor(column: ColumnBuffer) {
    this.#leaf = column.leaf;
    this.#blocks = column.blocks;
    const rows = column.blocks.reduce((sum, block) => sum + block.rows, 0);
    this.#blockOf = new Uint32Array(rows);
    this.#entryOf = new Uint32Array(rows);
    this.#valueOf = new Uint32Array(rows);
    this.#byteOf = new Uint32Array(rows);
  }

  /** Goes through all rows once. To be awaited before any row is copied. */
  async locate(pace: Pace): Promise<void> {
    let row = 0;
    for (const [index, block] of this.#blocks.entries()) {
      row = this.#locate(index, block, row);
      await pace.spend(block.entries * 16);
    }
  }

  copyRow(row: number, target: ColumnBuffer, copy: Copier): void {
    const block = this.#blocks[this.#blockOf[row] ?? 0];
    if (block === undefined) return;
    const { definitions, repetitions } = block;
    let entry = this.#entryOf[row] ?? 0;
    let value = this.#valueOf[row] ?? 0;
    let byte = this.#byteOf[row] ?? 0;
    do {
      const definition = typeof definitions === 'number' ? definitions : (definitions[entry] ?? 0);
      target.levels.add(definition, repetitions?.[entry] ?? 0);
      entry++;
      if (definition === this.#leaf.maxDefinition) {
        copy(block, value, byte);
        value++;
        byte += this.#plainBytes(block, byte);
      }
    } while (continuesRow(block, entry));
  }

  #plainBytes(block: ColumnBlock, byte: number): number {
    const { plain } = block;
    if (plain === undefined) return 0;
    if (this.#leaf.type === 'boolean') return 1;
    if (this.#leaf.type === 'int32') return 4;
    if (this.#leaf.type !== 'string' && this.#leaf.type !== 'json') return 8;
    return 4 + new DataView(plain.buffer, plain.byteOffset).getUint32(byte, true);
  }

  #locate(index: number, block: ColumnBlock, first: number): number {
    const cursor = new RowCursor(block, this.#leaf);
    for (let row = first; row < first + block.rows; row++) {
      this.#blockOf[row] = index;
      this.#entryOf[row] = cursor.entry;
      this.#valueOf[row] = cursor.value;
      this.#byteOf[row] = cursor.byte;
      cursor.next();
    }
    return first + block.rows;
  }
}
