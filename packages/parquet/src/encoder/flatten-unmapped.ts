import { ColumnValueError } from '../errors.ts';
import type { FlatPath } from './flat-path.ts';
import type { LoadedLeaf } from './stage.ts';
import { isTooLong, jsonText } from './value-halves.ts';

const maxDepth = 32;

/** What is flattened for: the leaf of the map's values, and the paths that were met. */
export interface FlatTarget extends LoadedLeaf {
  readonly paths: FlatPath;
}

/**
 * Keys and values of `unmapped`, one after the other, as its MAP has them: nested keys joined with dots, text as it
 * is, other scalars and arrays as JSON text, null as null. An object below 32 levels stays JSON text. Keys that meet
 * (`{"a.b": 1, "a": {"b": 2}}`) are told apart by ` (2)`, since readers refuse a map that has a key twice.
 */
export function flattenUnmapped(value: unknown, target: FlatTarget): readonly (string | null)[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new ColumnValueError(
      'unmapped',
      'MAP<STRING, STRING>',
      Array.isArray(value) ? 'an array' : `a ${typeof value}`,
    );
  }
  const flat: Flat = { pairs: [], mayMeet: false };
  flattenInto(flat, { value: value as Readonly<Record<string, unknown>>, path: target.paths, depth: 0, target });
  return flat.mayMeet ? toldApart(flat.pairs) : flat.pairs;
}

interface Flat {
  readonly pairs: (string | null)[];
  mayMeet: boolean;
}

interface Level {
  readonly value: Readonly<Record<string, unknown>>;
  readonly path: FlatPath;
  readonly depth: number;
  readonly target: FlatTarget;
}

function flattenInto(flat: Flat, { value, path, depth, target }: Level): void {
  for (const key of Object.keys(value)) {
    const item = value[key];
    if (item === undefined) continue;
    const at = path.child(key);
    if (at.isAmbiguous) flat.mayMeet = true;
    if (isPlainObject(item) && depth < maxDepth) {
      const before = flat.pairs.length;
      flattenInto(flat, { value: item, path: at, depth: depth + 1, target });
      if (flat.pairs.length === before) flat.pairs.push(at.text, '{}');
    } else {
      flat.pairs.push(at.text, textOf(item, target));
    }
  }
}

function isPlainObject(item: unknown): item is Readonly<Record<string, unknown>> {
  return typeof item === 'object' && item !== null && !Array.isArray(item);
}

function textOf(item: unknown, target: LoadedLeaf): string | null {
  if (item === null) return null;
  if (typeof item === 'boolean' || (typeof item === 'number' && Number.isFinite(item))) return String(item);
  if (typeof item === 'string' && !isTooLong(item, target)) return item;
  if (typeof item === 'string')
    throw new ColumnValueError('unmapped', 'MAP<STRING, STRING>', 'a text that is too long');
  return jsonText(item, target);
}

function toldApart(pairs: readonly (string | null)[]): readonly (string | null)[] {
  const seen = new Map<string, number>();
  return pairs.map((entry, index) => {
    if (index % 2 === 1 || entry === null) return entry;
    let name = entry;
    let times = seen.get(entry) ?? 0;
    while (seen.has(name)) name = `${entry} (${++times})`;
    seen.set(entry, Math.max(times, 1));
    seen.set(name, Math.max(seen.get(name) ?? 0, 1));
    return name;
  });
}
