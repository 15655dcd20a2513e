import type { ColumnNode, ColumnSchema } from '../../src/index.ts';

/**
 * A value as every reader should give it back: 64-bit integers and timestamps as bigint, maps as sorted pairs, structs
 * with all their fields, null for what is absent.
 */
export type Logical =
  | null
  | boolean
  | number
  | bigint
  | string
  | readonly Logical[]
  | { readonly [name: string]: Logical };

/** What a schema makes of an event, said once more without any encoder. */
function logicalRow(schema: ColumnSchema, event: Readonly<Record<string, unknown>>): Logical {
  return structOf(schema.columns, event);
}

function structOf(nodes: readonly ColumnNode[], holder: object): Logical {
  const values = holder as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    nodes.map((node) => [node.name, Object.hasOwn(values, node.name) ? logical(node, values[node.name]) : null]),
  );
}

function logical(node: ColumnNode, value: unknown): Logical {
  if (value === undefined || value === null) return null;
  switch (node.kind) {
    case 'group':
      return structOf(node.children, value);
    case 'list':
      return (value as unknown[]).map((item) => logical(node.element, item));
    case 'map':
      return sortedPairs(flat(value, ''));
    case 'leaf':
      return leaf(node.type, value);
  }
}

function leaf(type: string, value: unknown): Logical {
  if (type === 'int64') return BigInt(value as number | bigint);
  if (type === 'int32') return Number(value);
  if (type === 'timestamp') return BigInt(Date.parse(value as string));
  if (type === 'json') return jsonOf(value);
  return typeof value === 'string' ? value.toWellFormed() : (value as Logical);
}

function flat(value: object, prefix: string): [string, Logical][] {
  return Object.entries(value).flatMap(([key, item]: [string, unknown]): [string, Logical][] => {
    const path = (prefix + key).toWellFormed();
    if (item === undefined) return [];
    if (item === null) return [[path, null]];
    if (typeof item === 'string') return [[path, item.toWellFormed()]];
    if (typeof item !== 'object' || Array.isArray(item)) return [[path, jsonOf(item)]];
    const inner = flat(item, `${prefix + key}.`);
    return inner.length === 0 ? [[path, '{}']] : inner;
  });
}

function jsonOf(value: unknown): string {
  return JSON.stringify(value, (_key, item: unknown) => (typeof item === 'bigint' ? rawNumber(item) : item));
}

function rawNumber(value: bigint): unknown {
  return (JSON as unknown as { rawJSON(text: string): unknown }).rawJSON(value.toString());
}

export function sortedPairs(pairs: readonly (readonly [string, Logical])[]): Logical {
  return pairs.toSorted(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0));
}

/** The rows that an object of these events should hold, in the order in which it should hold them. */
export function logicalRows(
  schema: ColumnSchema,
  events: readonly Readonly<Record<string, unknown>>[],
): readonly Logical[] {
  const sorted =
    schema.sortLeaf === undefined
      ? events
      : events.toSorted((left, right) => Number(left['time']) - Number(right['time']));
  return sorted.map((event) => logicalRow(schema, event));
}
