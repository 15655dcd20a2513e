import { unionOf } from './merge-attribute.ts';
import type { SourceAttribute, SourceItem } from './source.ts';

/** What tells the object that an attribute holds, if it holds one. */
export type ObjectTypeOf = (name: string, attribute: SourceAttribute) => string | undefined;

/** The profiles of an item and of every object within it, however deep. */
export function consolidatedProfiles(
  item: SourceItem,
  objects: ReadonlyMap<string, SourceItem>,
  objectTypeOf: ObjectTypeOf,
): readonly string[] {
  const seen = new Set<SourceItem>([item]);
  for (const visited of seen) {
    for (const [name, attribute] of visited.attributes) {
      const object = objects.get(objectTypeOf(name, attribute) ?? '');
      if (object !== undefined) seen.add(object);
    }
  }
  return unionOf(...[...seen].map((visited) => visited.profiles));
}
