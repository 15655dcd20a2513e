import { compareBytes } from './byte-order.ts';
import type { PlacedChunk } from './footer.ts';
import { BoundaryOrder } from './parquet-format.ts';
import { ThriftWriter } from './thrift-writer.ts';
import type { LeafType } from '../schema/column-schema.ts';

/** Bounds and nulls of each page of a chunk, by which readers skip pages. */
export function columnIndex(chunk: PlacedChunk): Uint8Array {
  const thrift = new ThriftWriter();
  const none = new Uint8Array(0);
  const { pages } = chunk;
  thrift.body(() => {
    thrift.list(1, 'true', pages, (page) => thrift.sink.byte(page.bounds === undefined ? 1 : 2));
    thrift.list(2, 'binary', pages, (page) => thrift.bytes(page.bounds?.min ?? none));
    thrift.list(3, 'binary', pages, (page) => thrift.bytes(page.bounds?.max ?? none));
    thrift.i32(4, boundaryOrder(chunk));
    thrift.list(5, 'i64', pages, (page) => thrift.zigzag(page.nulls));
  });
  return thrift.take();
}

/** Whether the bounds of the pages that have values only rise, or only fall. */
function boundaryOrder(chunk: PlacedChunk): number {
  const compare = comparerFor(chunk.leaf.type);
  let rises = true;
  let falls = true;
  let previous: PlacedChunk['bounds'];
  for (const { bounds } of chunk.pages) {
    if (bounds === undefined) continue;
    if (previous !== undefined) {
      const [min, max] = [compare(bounds.min, previous.min), compare(bounds.max, previous.max)];
      rises &&= min >= 0 && max >= 0;
      falls &&= min <= 0 && max <= 0;
    }
    previous = bounds;
  }
  return rises ? BoundaryOrder.ASCENDING : falls ? BoundaryOrder.DESCENDING : BoundaryOrder.UNORDERED;
}

type Compare = (left: Uint8Array, right: Uint8Array) => number;

/** Orders two values as statistics have them. */
export function comparerFor(type: LeafType): Compare {
  switch (type) {
    case 'int32':
      return (left, right) => viewOf(left).getInt32(0, true) - viewOf(right).getInt32(0, true);
    case 'double':
      return (left, right) => viewOf(left).getFloat64(0, true) - viewOf(right).getFloat64(0, true);
    case 'int64':
    case 'timestamp':
      return (left, right) => {
        const [a, b] = [viewOf(left).getBigInt64(0, true), viewOf(right).getBigInt64(0, true)];
        return a < b ? -1 : a > b ? 1 : 0;
      };
    default:
      return (left, right) =>
        compareBytes({ bytes: left, start: 0, end: left.length }, { bytes: right, start: 0, end: right.length });
  }
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
