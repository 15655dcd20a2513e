/** Dictionary codes of some values, or the one code that all of them have. */
export type Codes = Uint8Array | Uint16Array | number;

/**
 * A stretch of rows of one leaf column, encoded as far as it can be before the rows are complete: levels, and either
 * dictionary codes or plain bytes.
 */
export interface ColumnBlock {
  readonly rows: number;
  /** Entries: one a row outside lists, one an element (or empty list) within. */
  readonly entries: number;
  /** Entries that are not null. */
  readonly values: number;
  /** Definition level of each entry, or the one that all have. */
  readonly definitions: Uint8Array | number;
  /** Repetition level of each entry; absent where every entry begins a row. */
  readonly repetitions?: Uint8Array;
  /** Dictionary codes of the values; absent where they stand in `plain`. */
  readonly codes?: Codes;
  /** The values as Parquet's PLAIN has them, but one byte a boolean, and texts without their lengths. */
  readonly plain?: Uint8Array;
  /** Bytes of each text in `plain`. */
  readonly lengths?: Int32Array;
}

/** Values that a buffer has room for at first: most writers of a quiet partition never need more. */
export const firstCapacity = 64;

/** Rows of every block but the last. */
export const blockRows = 4096;

export function blockBytes(block: ColumnBlock): number {
  const levels =
    (typeof block.definitions === 'number' ? 0 : block.definitions.length) + (block.repetitions?.length ?? 0);
  const codes = typeof block.codes === 'object' ? block.codes.byteLength : 0;
  return levels + codes + (block.plain?.length ?? 0) + (block.lengths?.byteLength ?? 0) + 160;
}
