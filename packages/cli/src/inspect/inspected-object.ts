import type { RandomAccess } from '@sluice/parquet';

/** An object to inspect, wherever it is. */
export interface InspectedObject {
  /** For people: the path or address. */
  readonly name: string;
  /** Key with the partition in it; absent for a single file that stands in none. */
  readonly key?: string;
  /** Opens the object, and closes it when the work is done or has failed. */
  use<Result>(work: (source: RandomAccess) => Promise<Result>): Promise<Result>;
}
