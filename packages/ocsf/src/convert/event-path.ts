import type { Attribute, Catalogue, ObjectDefinition } from '../catalogue.ts';
import { isObject } from '../json-object.ts';

/** Names and indices from an event down to a value. */
export type EventPath = readonly (string | number)[];

/** `answers[0].rdata` as steps. Names of OCSF attributes have no dots or brackets. */
export function parsePath(path: string): EventPath {
  if (path === '') return [];
  return path.split('.').flatMap((step) => {
    const [name = '', ...indices] = step.split('[');
    return [name, ...indices.map((index) => Number.parseInt(index, 10))];
  });
}

export function valueAt(event: unknown, path: EventPath): unknown {
  let value = event;
  for (const step of path) value = childOf(value, step);
  return value;
}

function childOf(value: unknown, step: string | number): unknown {
  if (Array.isArray(value)) return typeof step === 'number' ? value[step] : undefined;
  return isObject(value) && Object.hasOwn(value, step) ? value[step] : undefined;
}

/** Replaces the value at a path that is there. Does nothing where it is not. */
export function setAt(event: unknown, path: EventPath, value: unknown): void {
  const step = path.at(-1);
  const parent = valueAt(event, path.slice(0, -1));
  if (Array.isArray(parent) && typeof step === 'number') parent[step] = value;
  else if (isMutable(parent) && typeof step === 'string') parent[step] = value;
}

/** Takes the value at a path away. True if there was one. */
export function removeAt(event: unknown, path: EventPath): boolean {
  const step = path.at(-1);
  const parent = valueAt(event, path.slice(0, -1));
  if (Array.isArray(parent) && typeof step === 'number') return parent.splice(step, 1).length > 0;
  return isMutable(parent) && step !== undefined && Object.hasOwn(parent, step) && delete parent[step];
}

export function isMutable(value: unknown): value is Record<string | number, unknown> {
  return isObject(value);
}

/** The attribute that a path leads to in a class; undefined where it leads out of what the catalogue knows. */
export function attributeAt(
  catalogue: Catalogue,
  start: ObjectDefinition | undefined,
  path: EventPath,
): Attribute | undefined {
  let definition = start;
  let attribute: Attribute | undefined;
  for (const name of path.filter((step) => typeof step === 'string')) {
    attribute = definition?.attributes.get(name);
    definition = catalogue.objects.get(attribute?.objectType ?? '');
  }
  return attribute;
}
