import type { Constraint } from '../catalogue.ts';
import { isObject } from '../json-object.ts';

/**
 * Whether an object fulfils a constraint. What counts is that the key is there, even with a null. A dotted path is
 * followed into the object (the schema server does not, so that with it such a constraint always fails).
 */
export function fulfils(object: Readonly<Record<string, unknown>>, constraint: Constraint): boolean {
  let present = 0;
  for (const path of constraint.attributes) if (hasPath(object, path)) present++;
  return constraint.kind === 'just_one' ? present === 1 : present > 0;
}

function hasPath(object: Readonly<Record<string, unknown>>, path: string): boolean {
  let value: unknown = object;
  for (const name of path.split('.')) {
    if (!isObject(value) || !Object.hasOwn(value, name)) return false;
    value = value[name];
  }
  return value !== undefined;
}
