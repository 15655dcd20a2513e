import type { ClassDefinition } from '../catalogue.ts';
import { isObject } from '../json-object.ts';
import type { Completion } from './completion.ts';

/** Adds the observables that a class defines for paths of its own; only private extensions do. */
export type PathObservables = (event: Readonly<Record<string, unknown>>, completion: Completion) => void;

export function pathObservables(
  definition: ClassDefinition,
  captions: ReadonlyMap<number, string>,
): PathObservables | undefined {
  const paths = [...(definition.observables ?? [])].map(([path, typeId]) => ({
    path,
    steps: path.replaceAll('[]', '').split('.'),
    typeId,
    caption: captions.get(typeId) ?? '',
  }));
  if (paths.length === 0) return undefined;
  return (event, completion) => {
    for (const { path, steps, typeId, caption } of paths) {
      completion.values(path, typeId, caption, valuesAt(event, steps));
    }
  };
}

/** Arrays on the way are gone into. */
function valuesAt(value: unknown, steps: readonly string[]): readonly unknown[] {
  if (Array.isArray(value)) return value.flatMap((item: unknown) => valuesAt(item, steps));
  const [name, ...rest] = steps;
  if (name === undefined) return [value];
  return isObject(value) && Object.hasOwn(value, name) ? valuesAt(value[name], rest) : [];
}
