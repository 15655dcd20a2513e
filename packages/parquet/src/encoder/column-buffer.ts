import type { SchemaLeaf } from '../schema/column-schema.ts';
import { BooleanValues } from './boolean-values.ts';
import { blockBytes, type ColumnBlock } from './column-block.ts';
import { FixedValues } from './fixed-values.ts';
import { LevelBuffer } from './level-buffer.ts';
import type { LeafStage } from './stage.ts';
import { TextValues } from './text-values.ts';
import type { SealedValues, ValueBuffer } from './value-buffer.ts';

/** After this many values a dictionary that is nearly as long as the column has shown that it will not pay. */
const firstVerdict = 4096;
/** After this many, one that is half as long. */
const secondVerdict = 16_384;

/** All rows of one leaf column so far, in order of arrival, as compact blocks. */
export class ColumnBuffer {
  readonly leaf: SchemaLeaf;
  readonly levels: LevelBuffer;
  readonly blocks: ColumnBlock[] = [];
  readonly #seed: number;
  /** Made with the first value: of hundreds of open objects, most columns have none. */
  #values: ValueBuffer | undefined;
  #codedValues = 0;
  #blockBytes = 0;

  constructor(leaf: SchemaLeaf, seed: number) {
    this.leaf = leaf;
    this.#seed = seed;
    this.levels = new LevelBuffer(leaf.maxRepetition > 0);
  }

  get values(): ValueBuffer {
    return (this.#values ??= valuesFor(this.leaf, this.#seed));
  }

  /** The distinct values, where there are values and they have codes or had them. */
  get dictionary(): ValueBuffer['dictionary'] {
    return this.#values?.dictionary;
  }

  get memoryBytes(): number {
    return (this.#values?.memoryBytes ?? 0) + this.levels.memoryBytes + this.#blockBytes;
  }

  absorb(stage: LeafStage, entries: number): void {
    this.levels.absorb(stage, entries);
    const { maxDefinition } = this.leaf;
    if (this.#values !== undefined || hasValue(stage, entries, maxDefinition))
      this.values.absorb(stage, entries, maxDefinition);
  }

  /** Makes a block of the rows since the last one. */
  seal(rows: number): void {
    this.#judgeDictionary();
    const entries = this.levels.count;
    const values = this.#values?.count ?? 0;
    const block: ColumnBlock = {
      rows,
      entries,
      values,
      ...this.levels.seal(),
      ...(this.#values?.seal() ?? noValues(this.leaf)),
    };
    if (block.codes !== undefined) this.#codedValues += values;
    this.blocks.push(block);
    this.#blockBytes += blockBytes(block);
  }

  /** Lets go of what only further rows would need. */
  close(): void {
    this.#values?.close();
    this.levels.close();
  }

  /** Lets go of all rows. */
  release(): void {
    this.#values = undefined;
    this.blocks.length = 0;
    this.#blockBytes = 0;
  }

  /** While the column is short, a dictionary that does not pay is undone from the first row on. */
  #judgeDictionary(): void {
    const values = this.#values;
    if (values === undefined || !values.usesDictionary || values.dictionary === undefined) return;
    const coded = this.#codedValues + values.count;
    if (coded > 2 * secondVerdict) return;
    const ratio = values.dictionary.size / coded;
    if (!(ratio > 0.9 || (coded >= secondVerdict && ratio > 0.5)) || (coded < firstVerdict && ratio < 1)) return;
    values.leaveDictionary();
    for (const [index, block] of this.blocks.entries()) this.#undoCodes(index, block);
  }

  #undoCodes(index: number, block: ColumnBlock): void {
    if (block.codes === undefined) return;
    const { codes, ...rest } = block;
    const plain = { ...rest, ...this.values.plainOf(codes, block.values) };
    this.blocks[index] = plain;
    this.#blockBytes += blockBytes(plain) - blockBytes(block);
  }
}

function hasValue({ definitions }: LeafStage, entries: number, defined: number): boolean {
  for (let at = 0; at < entries; at++) if (definitions[at] === defined) return true;
  return false;
}

/** What a buffer without values seals. */
function noValues({ type }: SchemaLeaf): SealedValues {
  return type === 'boolean' ? { plain: new Uint8Array(0) } : { codes: 0 };
}

function valuesFor(leaf: SchemaLeaf, seed: number): ValueBuffer {
  switch (leaf.type) {
    case 'boolean':
      return new BooleanValues();
    case 'int32':
      return new FixedValues(4, seed);
    case 'int64':
    case 'timestamp':
    case 'double':
      return new FixedValues(8, seed);
    case 'string':
    case 'json':
      return new TextValues(seed);
  }
}
