import type { ColumnSchema } from '../../src/index.ts';
import type { Row } from '../rows-of-file.ts';

/** A way from row objects (or, where it reads files itself, from NDJSON) to a Parquet object. */
export interface Peer {
  /** What of the work is its own: `rows` are given as objects, parsed beforehand; a `file` it parses itself. */
  readonly from: 'rows' | 'file';
  open(schema: ColumnSchema): PeerWriter | Promise<PeerWriter>;
}

/** What it took to make one object. */
export interface Encoded {
  readonly bytes: number;
  readonly milliseconds: number;
  /** Of all threads. */
  readonly cpuMilliseconds: number;
  /** What making row objects of lines took besides; 0 where the time above includes it. */
  readonly parseMilliseconds: number;
}

interface PeerWriter {
  append(rows: readonly Row[]): void | Promise<void>;
  /** The bytes of the object. */
  finish(): Promise<number>;
}
