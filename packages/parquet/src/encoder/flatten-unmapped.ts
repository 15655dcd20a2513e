import { ColumnValueError } from '../errors.ts';
import type { LoadedLeaf } from './stage.ts';
import { isTooLong, jsonText } from './value-halves.ts';

const maxDepth = 32;

/**
 * Keys and values of `unmapped`, one after the other, as its MAP has them: nested keys joined with dots, text as it
 * is, other scalars and arrays as JSON text, null as null. An object below 32 levels stays JSON text. Keys that meet
 * (`{"a.b": 1, "a": {"b": 2}}`) are told apart by ` (2)`, since readers refuse a map that has a key twice.
 */
export function flattenUnmapped(value: unknown, target: LoadedLeaf): readonly (string | null)[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new ColumnValueError(
      'unmapped',
      'MAP<STRING, STRING>',
      Array.isArray(value) ? 'an array' : `a ${typeof value}`,
    );
  }
  const flat: Flat = { pairs: [], mayMeet: false };
  flattenInto(flat, { value, prefix: '', depth: 0, target });
  return flat.mayMeet ? toldApart(flat.pairs) : flat.pairs;
}

interface Flat {
  readonly pairs: (string | null)[];
  mayMeet: boolean;
}

interface Level {
  readonly value: object;
  readonly prefix: string;
  readonly depth: number;
  readonly target: LoadedLeaf;
}

function flattenInto(flat: Flat, level: Level): void {
  const { value, prefix, depth, target } = level;
  for (const [key, item] of Object.entries(value)) {
    if (item === undefined) continue;
    if (key.includes('.') || key === '') flat.mayMeet = true;
    const path = prefix + key;
    if (isPlainObject(item) && depth < maxDepth) {
      const before = flat.pairs.length;
      flattenInto(flat, { value: item, prefix: `${path}.`, depth: depth + 1, target });
      if (flat.pairs.length === before) flat.pairs.push(path, '{}');
    } else {
      flat.pairs.push(path, textOf(item, target));
    }
  }
}

function isPlainObject(item: unknown): item is object {
  return typeof item === 'object' && item !== null && !Array.isArray(item);
}

function textOf(item: unknown, target: LoadedLeaf): string | null {
  if (item === null) return null;
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
