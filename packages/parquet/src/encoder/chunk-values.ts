import type { ByteSink } from './byte-sink.ts';
import type { PagePlan } from './page-plan.ts';

/** Least and greatest value of some rows, as statistics keep them. */
export interface Bounds {
  readonly min: Uint8Array;
  readonly max: Uint8Array;
  /** Whether the bounds are values that occur, or were shortened. */
  readonly isMinExact: boolean;
  readonly isMaxExact: boolean;
}

export interface PageValues {
  readonly encoding: number;
  /** Absent where the page has no values. */
  readonly bounds: Bounds | undefined;
}

/** Writes the values of one column chunk, page by page, and then its dictionary. */
export interface ChunkValues {
  writePage(plan: PagePlan, sink: ByteSink): PageValues;
  /** PLAIN bytes of the dictionary that the pages refer to; its entries are 0 where none does. */
  dictionary(): { readonly entries: number; readonly bytes: Uint8Array };
  /** Bounds of all pages so far. */
  bounds(): Bounds | undefined;
  /** Hashes of the distinct values, where a bloom filter is wanted and the type has one. */
  hashes?(): ReadonlySet<bigint> | undefined;
}
