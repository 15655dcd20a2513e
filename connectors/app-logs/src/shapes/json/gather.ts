import type { Facts } from '../../events/facts.ts';
import type { Rest } from '../../events/left-over.ts';
import type { Zone } from '../../time/zone.ts';
import type { FieldTree } from './field-tree.ts';

export type JsonRecord = Readonly<Record<string, unknown>>;

export function isJsonRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Takes the known fields of a record into the facts and gives back all others, nested as they were. */
export function gather(record: JsonRecord, tree: FieldTree, facts: Facts, zone: Zone): Rest {
  let rest: Rest;
  for (const name in record) {
    const value = record[name];
    const field = tree.get(name);
    if (field !== undefined) {
      if (typeof field === 'function') {
        if (field(facts, value, zone)) continue;
      } else if (isJsonRecord(value)) {
        const below = gather(value, field, facts, zone);
        if (below !== undefined) rest = keep(rest, name, below);
        continue;
      } else {
        const take = field.get('');
        if (typeof take === 'function' && take(facts, value, zone)) continue;
      }
    }
    rest = keep(rest, name, value);
  }
  return rest;
}

function keep(rest: Rest, name: string, value: unknown): Record<string, unknown> {
  const kept = rest ?? {};
  // Assigning to this name would change the prototype; defining it does not.
  if (name === '__proto__') {
    Object.defineProperty(kept, name, { value, enumerable: true });
  } else kept[name] = value;
  return kept;
}

/** Whether objects and lists lie in each other deeper than `limit`. */
export function isDeeperThan(value: unknown, limit: number): boolean {
  if (Array.isArray(value)) return limit === 0 || value.some((element) => isDeeperThan(element, limit - 1));
  if (!isJsonRecord(value)) return false;
  if (limit === 0) return true;
  for (const name in value) {
    const below = value[name];
    if (typeof below === 'object' && isDeeperThan(below, limit - 1)) return true;
  }
  return false;
}
