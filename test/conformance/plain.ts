/** A value as every reader gives it: numbers as text, because readers differ in which of them are big. */
export type Plain = null | boolean | string | readonly Plain[] | { readonly [name: string]: Plain };

/** Takes the ways out in which readers represent one and the same value. */
export function plain(value: unknown): Plain {
  if (value === null || value === undefined) return null;
  if (typeof value === 'boolean' || typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'bigint') return value.toString();
  if (Array.isArray(value)) return value.every(isMapEntry) ? mapOf(value) : value.map(plain);
  if (isIterable(value) && !hasJson(value)) return plain([...value]);
  if (hasJson(value)) return plain(value.toJSON());
  if (value instanceof Map) return mapOf([...value].map(([key, item]: [unknown, unknown]) => ({ key, value: item })));
  return recordOf(Object.entries(value));
}

interface MapEntry {
  readonly key: unknown;
  readonly value: unknown;
}

/** Some readers give a map as a list of its entries, of which an empty one cannot be told from an empty list. */
function isMapEntry(value: unknown): value is MapEntry {
  return typeof value === 'object' && value !== null && Object.keys(value).join() === 'key,value';
}

function mapOf(entries: readonly MapEntry[]): Plain {
  if (entries.length === 0) return [];
  return recordOf(entries.map(({ key, value }) => [String(key), value]));
}

function recordOf(entries: readonly (readonly [string, unknown])[]): Plain {
  const sorted = entries.toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted.map(([key, value]) => [key, plain(value)]));
}

function isIterable(value: unknown): value is Iterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.iterator in value && !(value instanceof Map);
}

function hasJson(value: unknown): value is { toJSON(): unknown } {
  return typeof value === 'object' && value !== null && 'toJSON' in value && typeof value.toJSON === 'function';
}
