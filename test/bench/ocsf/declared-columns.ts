import type { Catalogue, ObjectDefinition } from '@sluice/ocsf';

/** In every object of the lake, declared or not. */
const always: ReadonlySet<string> = new Set(['observables', 'unmapped']);

/** The columns that hold all of an event, as the author of its mapping would declare them. */
export function declaredColumns(
  catalogue: Catalogue,
  definition: ObjectDefinition,
  object: Readonly<Record<string, unknown>>,
): readonly string[] {
  return Object.entries(object).flatMap(([name, value]) => {
    const attribute = definition.attributes.get(name);
    const inner = catalogue.objects.get(attribute?.objectType ?? '');
    if (attribute === undefined || always.has(name)) return [];
    if (inner === undefined) return [attribute.isArray ? `${name}[]` : name];
    return declaredColumns(catalogue, inner, value as Readonly<Record<string, unknown>>).map(
      (path) => `${name}.${path}`,
    );
  });
}
