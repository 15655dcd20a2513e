import { ThriftWriter } from './thrift-writer.ts';

export interface PageLocation {
  readonly offset: number;
  /** Header included. */
  readonly compressedBytes: number;
  /** Counted from the first row of the row group. */
  readonly firstRow: number;
}

/** Where each page of a chunk stands and which row it begins with. */
export function offsetIndex(locations: readonly PageLocation[]): Uint8Array {
  const thrift = new ThriftWriter();
  thrift.body(() => {
    thrift.list(1, 'struct', locations, (location) => {
      thrift.body(() => {
        thrift.i64(1, location.offset);
        thrift.i32(2, location.compressedBytes);
        thrift.i64(3, location.firstRow);
      });
    });
  });
  return thrift.take();
}
