import type { ColumnNode } from '@sluice/parquet';

/** A value as any reader of Parquet should give it back: integers and times as text, maps as sorted pairs, null for nothing. */
export type Logical = null | boolean | string | readonly Logical[] | { readonly [name: string]: Logical };

type Event = Readonly<Record<string, unknown>>;

/** What the columns make of an event, said without any encoder. */
export function expectedRow(columns: readonly ColumnNode[], event: Event): Logical {
  return Object.fromEntries(columns.map((node) => [node.name, expected(node, own(event, node.name))]));
}

function expected(node: ColumnNode, value: unknown): Logical {
  if (value === undefined || value === null) return null;
  switch (node.kind) {
    case 'group':
      return expectedRow(node.children, value as Event);
    case 'list':
      return (value as unknown[]).map((item) => expected(node.element, item));
    case 'map':
      return sorted(flat(value, ''));
    case 'leaf':
      if (node.type === 'timestamp') return String(Date.parse(value as string));
      return node.type === 'json' ? jsonOf(value) : plain(value);
  }
}

/** What a reader gave back, in the same form. */
export function readRow(columns: readonly ColumnNode[], row: Event): Logical {
  return Object.fromEntries(columns.map((node) => [node.name, read(node, row[node.name])]));
}

function read(node: ColumnNode, value: unknown): Logical {
  if (value === undefined || value === null) return null;
  if (node.kind === 'group') return readRow(node.children, value as Event);
  if (node.kind === 'list') return (value as unknown[]).map((item) => read(node.element, item));
  if (node.kind === 'map') return sorted(Object.entries(value).map(([key, item]) => [key, plain(item)]));
  return value instanceof Date ? String(value.getTime()) : plain(value);
}

function plain(value: unknown): Logical {
  if (value === null || typeof value === 'boolean') return value;
  if (typeof value === 'string') return value.toWellFormed();
  return typeof value === 'number' || typeof value === 'bigint' ? value.toString() : jsonOf(value);
}

function flat(value: object, prefix: string): [string, Logical][] {
  return Object.entries(value).flatMap(([key, item]: [string, unknown]): [string, Logical][] => {
    const path = `${prefix}${key}`;
    if (item === undefined) return [];
    if (item === null) return [[path, null]];
    if (typeof item === 'string') return [[path, item.toWellFormed()]];
    if (typeof item !== 'object' || Array.isArray(item)) return [[path, jsonOf(item)]];
    const inner = flat(item, `${path}.`);
    return inner.length === 0 ? [[path, '{}']] : inner;
  });
}

function jsonOf(value: unknown): string {
  return JSON.stringify(value, (_key, item: unknown) => (typeof item === 'bigint' ? item.toString() : item)) ?? 'null';
}

function sorted(pairs: readonly [string, Logical][]): Logical {
  return pairs.toSorted(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0));
}

function own(event: Event, name: string): unknown {
  return Object.hasOwn(event, name) ? event[name] : undefined;
}
