import { createHash, type Hash } from 'node:crypto';
import type { ColumnSchema } from '../schema/column-schema.ts';
import type { Codes, ColumnBlock } from './column-block.ts';
import type { ColumnBuffer } from './column-buffer.ts';
import { FixedDictionary } from './fixed-dictionary.ts';
import type { Pace } from './pace.ts';
import { schemaElements } from './schema-elements.ts';
import type { Segment } from './segment.ts';
import { TextDictionary } from './text-dictionary.ts';

/** Changes whenever the same rows would hash differently: with the cut of segments, too. */
const hashVersion = 'sluice rows 3';

/** SHA-256 of the schema and of the sorted rows in their canonical columns, before pages and compression. */
export class RowsHash {
  readonly #hash: StagedHash;
  readonly #pace: Pace;

  constructor(schema: ColumnSchema, pace: Pace) {
    this.#pace = pace;
    this.#hash = new StagedHash();
    this.#hash.update(Buffer.from(`${hashVersion}\n${JSON.stringify(schemaElements(schema))}\n`));
  }

  /** Takes the next rows. */
  async add(segment: Segment): Promise<void> {
    for (const column of segment.columns) {
      for (const block of column.blocks) await this.#pace.spend(hashBlock(this.#hash, block));
      await this.#pace.spend(hashDictionary(this.#hash, column));
    }
  }

  digest(): string {
    return this.#hash.digest();
  }
}

const stageBytes = 64 * 1024;
const mostStaged = 16 * 1024;

/** SHA-256 of bytes that come in many small parts: each call to it takes as long as a kilobyte. */
class StagedHash {
  readonly #hash: Hash = createHash('sha256');
  readonly #stage = Buffer.alloc(stageBytes);
  #staged = 0;

  update({ buffer, byteOffset, byteLength }: Uint8Array | Uint16Array | Uint32Array | Int32Array): void {
    const bytes = new Uint8Array(buffer, byteOffset, byteLength);
    if (this.#staged + byteLength > stageBytes) this.#flush();
    if (byteLength > mostStaged) {
      this.#flush();
      this.#hash.update(bytes);
      return;
    }
    this.#stage.set(bytes, this.#staged);
    this.#staged += byteLength;
  }

  digest(): string {
    this.#flush();
    return this.#hash.digest('hex');
  }

  #flush(): void {
    if (this.#staged > 0) this.#hash.update(this.#stage.subarray(0, this.#staged));
    this.#staged = 0;
  }
}

function hashBlock(hash: StagedHash, block: ColumnBlock): number {
  const { rows, entries, values, definitions, repetitions, codes, plain, lengths } = block;
  const constant = typeof definitions === 'number' ? definitions : -1;
  hash.update(Int32Array.of(rows, entries, values, constant, repetitions === undefined ? 0 : 1, codesKind(codes)));
  let bytes = 200;
  for (const part of [typeof definitions === 'number' ? undefined : definitions, repetitions, codes, lengths, plain]) {
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
function hashDictionary(hash: StagedHash, column: ColumnBuffer): number {
  if (column.blocks.every((block) => block.codes === undefined)) return 0;
  const { dictionary } = column;
  if (dictionary instanceof FixedDictionary) hash.update(dictionary.halves.subarray(0, 2 * dictionary.size));
  if (dictionary instanceof TextDictionary) return hashTexts(hash, dictionary);
  return 0;
}

function hashTexts(hash: StagedHash, dictionary: TextDictionary): number {
  const lengths = Uint32Array.from({ length: dictionary.size }, (_, code) => dictionary.length(code));
  hash.update(lengths);
  hash.update(dictionary.bytes.subarray(0, dictionary.end));
  return dictionary.end + lengths.byteLength;
}
