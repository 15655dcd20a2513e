import { tableFromIPC } from 'apache-arrow';
import { readParquet } from 'parquet-wasm';
import type { ColumnNode, ColumnSchema } from '../../src/index.ts';
import { sortedPairs, type Logical } from './logical-row.ts';

/** Reads with parquet-wasm (the Rust implementation of Parquet), by way of Arrow. */
export function readWithArrow(object: Uint8Array, schema: ColumnSchema): readonly Logical[] {
  const table = tableFromIPC(readParquet(object).intoIPCStream());
  const rows: Logical[] = [];
  for (const row of table) rows.push(struct(schema.columns, row));
  return rows;
}

function struct(nodes: readonly ColumnNode[], row: unknown): Logical {
  const values = row as Readonly<Record<string, unknown>>;
  return Object.fromEntries(nodes.map((node) => [node.name, logical(node, values[node.name])]));
}

function logical(node: ColumnNode, value: unknown): Logical {
  if (value === null || value === undefined) return null;
  if (node.kind === 'group') return struct(node.children, value);
  if (node.kind === 'list') return Array.from(value as Iterable<unknown>, (item) => logical(node.element, item));
  if (node.kind === 'map') return sortedPairs([...(value as Iterable<[string, Logical]>)]);
  if (node.type === 'timestamp') return BigInt(value as number);
  return value as Logical;
}
