import type {
  Catalogue,
  CategoryDefinition,
  ClassDefinition,
  ExtensionDefinition,
  ObjectDefinition,
  TypeDefinition,
} from './catalogue.ts';

/** What a catalogue is made of, in the order in which it is given out. */
export interface CatalogueParts {
  readonly release: string;
  readonly classes: readonly ClassDefinition[];
  readonly objects: readonly ObjectDefinition[];
  readonly types: readonly TypeDefinition[];
  readonly profiles: readonly string[];
  readonly observableTypes: ReadonlyMap<number, string>;
  readonly categories: readonly CategoryDefinition[];
  readonly extensions: readonly ExtensionDefinition[];
}

export function createCatalogue(parts: CatalogueParts): Catalogue {
  return {
    release: parts.release,
    classes: byName(parts.classes),
    classesByUid: new Map(parts.classes.map((definition) => [definition.uid, definition])),
    objects: byName(parts.objects),
    types: byName(parts.types),
    profiles: new Set(parts.profiles),
    observableTypes: parts.observableTypes,
    categories: byName(parts.categories),
    extensions: byName(parts.extensions),
  };
}

function byName<Item extends { readonly name: string }>(items: readonly Item[]): ReadonlyMap<string, Item> {
  return new Map(items.map((item) => [item.name, item]));
}
