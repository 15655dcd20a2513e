import { parquetReadObjects } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import type { ColumnNode, ColumnSchema } from '../../src/index.ts';
import { sortedPairs, type Logical } from './logical-row.ts';

export async function readWithHyparquet(object: Uint8Array, schema: ColumnSchema): Promise<readonly Logical[]> {
  const file = object.buffer.slice(object.byteOffset, object.byteOffset + object.byteLength) as ArrayBuffer;
  const rows = await parquetReadObjects({ file, compressors });
  return rows.map((row) => struct(schema.columns, row));
}

function struct(nodes: readonly ColumnNode[], value: Record<string, unknown>): Logical {
  return Object.fromEntries(nodes.map((node) => [node.name, logical(node, value[node.name])]));
}

function logical(node: ColumnNode, value: unknown): Logical {
  if (value === null || value === undefined) return null;
  if (node.kind === 'group') return struct(node.children, value as Record<string, unknown>);
  if (node.kind === 'list') return (value as unknown[]).map((item) => logical(node.element, item));
  if (node.kind === 'map') return sortedPairs(Object.entries(value as Record<string, Logical>));
  return value instanceof Date ? BigInt(value.getTime()) : (value as Logical);
}
