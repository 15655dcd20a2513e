import { ColumnValueError } from '../errors.ts';
import { FlatPath } from '../encoder/flat-path.ts';
import { flattenUnmapped } from '../encoder/flatten-unmapped.ts';
import { parseRfc3339 } from '../encoder/rfc3339.ts';
import { plainJson } from '../encoder/value-halves.ts';
import { typeName, type ColumnNode, type ColumnSchema, type LeafColumn } from '../schema/column-schema.ts';

/** A row as parquetjs-lite takes it, with about what it weighs. */
export interface LiteRow {
  readonly row: Readonly<Record<string, unknown>>;
  readonly bytes: number;
}

/** Texts longer than this would make a page of more than 1 MB. */
const maxPortableText: number = 256 * 1024;

/** Makes rows for parquetjs-lite. They share nothing with the event that could change later. */
export function liteRowMaker(schema: ColumnSchema): (event: Readonly<Record<string, unknown>>) => LiteRow {
  return (event) => {
    const weight = { bytes: 0 };
    const row = structOf(schema.columns, event, { path: '', weight });
    return { row, bytes: weight.bytes };
  };
}

interface Place {
  readonly path: string;
  readonly weight: { bytes: number };
}

function structOf(nodes: readonly ColumnNode[], holder: object, place: Place): Record<string, unknown> {
  const values = holder as Readonly<Record<string, unknown>>;
  const row: Record<string, unknown> = {};
  for (const node of nodes) {
    const value = Object.hasOwn(values, node.name) ? values[node.name] : undefined;
    if (value === undefined || value === null) continue;
    const made = valueOf(node, value, { ...place, path: place.path === '' ? node.name : `${place.path}.${node.name}` });
    Object.defineProperty(row, node.name, { value: made, enumerable: true });
  }
  return row;
}

function valueOf(node: ColumnNode, value: unknown, place: Place): unknown {
  switch (node.kind) {
    case 'leaf':
      return leafOf(node, value, place);
    case 'group':
      return structOf(node.children, Object(value), place);
    case 'list':
      return {
        list: (Array.isArray(value) ? value : []).map((item: unknown) => ({
          element:
            item === null || item === undefined
              ? undefined
              : valueOf(node.element, item, { ...place, path: `${place.path}[]` }),
        })),
      };
    case 'map':
      return { key_value: pairsOf(value, place) };
  }
}

function leafOf(node: LeafColumn, value: unknown, place: Place): unknown {
  place.weight.bytes += 16;
  switch (node.type) {
    case 'string':
      return textOf(String(value), node, place);
    case 'json':
      return textOf(
        plainJson(value, { column: place.path, path: [], type: 'json', maxDefinition: 0, maxRepetition: 0 }) ?? 'null',
        node,
        place,
      );
    case 'timestamp':
      return new Date(parseRfc3339(String(value)) ?? Number.NaN);
    case 'int64':
      return safeInteger(value, place);
    case 'int32':
      return Number(value);
    default:
      return value;
  }
}

function textOf(text: string, node: LeafColumn, place: Place): string {
  place.weight.bytes += text.length * 3;
  if (text.length <= maxPortableText) return text;
  throw new ColumnValueError(
    place.path,
    `${typeName(node.type)} (portable encoder)`,
    `a text longer than ${maxPortableText} characters`,
  );
}

function safeInteger(value: unknown, place: Place): number {
  const number = Number(value);
  // What is no integer at all is for the row buffer to refuse.
  if (Number.isSafeInteger(number) || !Number.isInteger(number)) return number;
  throw new ColumnValueError(place.path, `${typeName('int64')} (portable encoder)`, 'an integer beyond 2^53');
}

function pairsOf(value: unknown, place: Place): readonly object[] {
  const leaf = { column: place.path, path: [], type: 'string', maxDefinition: 0, maxRepetition: 0 } as const;
  const flat = flattenUnmapped(value, { leaf, load: { characters: 0, bytes: 0 }, paths: FlatPath.root() });
  const pairs: object[] = [];
  for (let at = 0; at < flat.length; at += 2) {
    const [key, item] = [flat[at] ?? '', flat[at + 1]];
    place.weight.bytes += 3 * (key.length + (item?.length ?? 0)) + 8;
    pairs.push(item === null || item === undefined ? { key } : { key, value: item });
  }
  return pairs;
}
