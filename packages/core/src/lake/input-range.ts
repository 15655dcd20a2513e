import { createHash } from 'node:crypto';
import type { Cursor, Json } from '@sluice/connector';
import type { UnitRange } from '../state/state-store.ts';

/** The input of a flush: from one position to another, some units, or neither. */
export interface InputRange {
  readonly from?: Cursor | undefined;
  readonly to?: Cursor | undefined;
  readonly units?: readonly UnitRange[];
  /** What tells flushes apart that know neither. */
  readonly flush: string;
}

/** So many units are named in an object's footer; of more, their number and a hash. */
const namedUnits = 20;

/** A range as text: equal for equal input, whatever order its parts came in. Part of every object's identity. */
export function rangeText({ from, to, units = [], flush }: InputRange): string {
  if (units.length > 0) return JSON.stringify(unitsText(units));
  return to === undefined ? `flush ${flush}` : canonicalJson([from ?? null, to]);
}

function unitsText(units: readonly UnitRange[]): object {
  const sorted = units.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map(({ id, from, to }) => [id, from, to]);
  if (sorted.length <= namedUnits) return { units: sorted };
  const sha256 = createHash('sha256').update(JSON.stringify(sorted)).digest('hex');
  return { units: sorted.slice(0, namedUnits), of: sorted.length, sha256 };
}

/** JSON with the keys of objects in order: two cursors that say the same are the same text. */
export function canonicalJson(value: Json): string {
  if (Array.isArray(value)) return `[${value.map((item: Json) => canonicalJson(item)).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join()}}`;
}
