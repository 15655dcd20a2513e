import type { ColumnBuffer } from './column-buffer.ts';

/** Rows that are encoded together: one row group of an object, or one piece of a spilled run. */
export interface Segment {
  readonly columns: readonly ColumnBuffer[];
  readonly rows: number;
  readonly times: Float64Array;
  readonly weights: Uint32Array;
}

/** Where a segment ends. It depends on its rows alone, so that the same rows are always cut the same way. */
export interface SegmentLimits {
  readonly rows: number;
  /** Of all rows together; a row that is heavier on its own gets a segment of its own. */
  readonly weight: number;
}

const mebibyte = 1024 * 1024;

/** Security Lake: row groups of at most 256 MB compressed. */
export const maxRowGroupBytes: number = 256 * mebibyte;

/**
 * A row group that is never heavier than Security Lake allows. 96 MiB of plain values keep that whatever they are, also where
 * each character takes three bytes in UTF-8; and 131,072 events of 90 columns take about 50 MiB until they are encoded.
 */
export const rowGroupLimits: SegmentLimits = { rows: 131_072, weight: 96 * mebibyte };

/** Rows that are merged to a longer run before they are written: many of these would take too much memory. */
export const mergedRunLimits: SegmentLimits = { rows: 16_384, weight: 16 * mebibyte };

/** A piece of a spilled run: many runs are read at once, each a piece at a time. */
export const runPieceLimits: SegmentLimits = { rows: 2048, weight: mebibyte };

/** Adds up the rows of segments that are cut by `limits`. */
export class SegmentMeter {
  rows = 0;
  weight = 0;
  readonly #limits: SegmentLimits;

  constructor(limits: SegmentLimits) {
    this.#limits = limits;
  }

  /** Whether a row of this weight no longer fits the segment under way. */
  isFullFor(weight: number): boolean {
    return this.rows > 0 && (this.rows === this.#limits.rows || this.weight + weight > this.#limits.weight);
  }

  add(weight: number): void {
    this.rows++;
    this.weight += weight;
  }

  restart(): void {
    this.rows = 0;
    this.weight = 0;
  }
}
