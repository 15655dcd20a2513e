import { createHash, type Hash } from 'node:crypto';
import type { Codes, ColumnBlock } from './column-block.ts';
import type { ColumnBuffer } from './column-buffer.ts';
import { FixedDictionary } from './fixed-dictionary.ts';
import type { Pace } from './pace.ts';
import { TextDictionary } from './text-dictionary.ts';
import type { ColumnSchema } from '../schema/column-schema.ts';
import { schemaElements } from './schema-elements.ts';

/** Changes whenever the same rows would hash differently. */
const hashVersion = 'sluice rows 1';

/** SHA-256 of the schema and of the sorted rows in their canonical columns, before pages and compression. */
export async function hashRows(schema: ColumnSchema, columns: readonly ColumnBuffer[], pace: Pace): Promise<string> {
  const hash = createHash('sha256');
  hash.update(`${hashVersion}\n${JSON.stringify(schemaElements(schema))}\n`);
  for (const column of columns) {
    for (const block of column.blocks) await pace.spend(hashBlock(hash, block));
    await pace.spend(hashDictionary(hash, column));
  }
  return hash.digest('hex');
}

function hashBlock(hash: Hash, block: ColumnBlock): number {
  const { rows, entries, values, definitions, repetitions, codes, plain } = block;
  const constant = typeof definitions === 'number' ? definitions : -1;
  hash.update(Int32Array.of(rows, entries, values, constant, repetitions === undefined ? 0 : 1, codesKind(codes)));
  let bytes = 200;
  for (const part of [typeof definitions === 'number' ? undefined : definitions, repetitions, codes, plain]) {
    if (typeof part !== 'object' || part.byteLength === 0) continue;
    hash.update(part);
    bytes += part.byteLength;
  }
  return bytes;
}

/** 0 for none, 1 or 2 for the bytes of each, and from 3 on the one code of all. */
function codesKind(codes: Codes | undefined): number {
  if (codes === undefined) return 0;
  return typeof codes === 'number' ? 3 + codes : codes.BYTES_PER_ELEMENT;
}

/** Only a dictionary that codes refer to is part of the rows. */
function hashDictionary(hash: Hash, column: ColumnBuffer): number {
  if (column.blocks.every((block) => block.codes === undefined)) return 0;
  const { dictionary } = column.values;
  if (dictionary instanceof FixedDictionary) hash.update(dictionary.halves.subarray(0, 2 * dictionary.size));
  if (dictionary instanceof TextDictionary) return hashTexts(hash, dictionary);
  return 0;
}

function hashTexts(hash: Hash, dictionary: TextDictionary): number {
  const lengths = Uint32Array.from({ length: dictionary.size }, (_, code) => dictionary.length(code));
  const last = dictionary.size - 1;
  const end = last < 0 ? 0 : dictionary.start(last) + dictionary.length(last);
  hash.update(lengths);
  hash.update(dictionary.bytes.subarray(0, end));
  return end + lengths.byteLength;
}
