import type {
  Attribute,
  Catalogue,
  CategoryDefinition,
  ClassDefinition,
  ExtensionDefinition,
  ObjectDefinition,
} from '../catalogue.ts';
import { createCatalogue } from '../create-catalogue.ts';
import { OcsfError } from '../errors.ts';
import { toAttribute } from './finish.ts';
import {
  integerOf,
  isJsonObject,
  type JsonObject,
  objectOf,
  readJsonFile,
  textOf,
  textsOf,
  valueOf,
} from './json-file.ts';
import { readAttribute, readDeprecated } from './read-attribute.ts';
import { readType } from './read-folder.ts';
import { readObservables } from './read-item.ts';
import type { SourceAttribute, SourceType } from './source.ts';

/**
 * Loads a schema that was compiled elsewhere: what the OCSF schema server exports (`/export/schema`) or the schema
 * compiler writes. Takes the path of the file, or its parsed content. Throws `OcsfError` where it is neither.
 */
export function loadCompiledExport(source: string | JsonObject): Catalogue {
  const json = typeof source === 'string' ? readJsonFile(source) : source;
  const where = typeof source === 'string' ? source : 'the compiled schema';
  const release = textOf(json, 'version');
  const classes = entriesOf(json, 'classes');
  if (release === undefined || classes.length === 0) {
    throw new OcsfError('schema_invalid', `Expected "version", "classes" and "objects" in ${where}.`);
  }
  const types = readTypes(json);
  const objects = entriesOf(json, 'objects').map(([name, item]) => readObject(name, item, types));
  const all = classes.some(([name]) => name === 'base_event') ? classes : [...baseEventOf(json), ...classes];
  return createCatalogue({
    release,
    classes: all.map(([name, item]) => readClass(name, item, types)),
    objects,
    types: [...types.values()],
    profiles: entriesOf(json, 'profiles').map(([name]) => name),
    observableTypes: observableTypesOf(objects),
    categories: readCategories(json),
    extensions: readExtensionList(json),
  });
}

type Entry = readonly [string, JsonObject];

/** Older exports write maps, or lists of maps with one key each. */
function entriesOf(json: JsonObject, key: string): readonly Entry[] {
  const value = valueOf(json, key);
  const maps = Array.isArray(value) ? value : [value];
  return maps
    .filter(isJsonObject)
    .flatMap((map) => Object.entries(map))
    .filter((entry): entry is [string, JsonObject] => isJsonObject(entry[1]));
}

function baseEventOf(json: JsonObject): readonly Entry[] {
  const base = valueOf(json, 'base_event');
  return isJsonObject(base) ? [['base_event', base]] : [];
}

function readTypes(json: JsonObject): ReadonlyMap<string, SourceType> {
  const nested = objectOf(objectOf(json, 'dictionary'), 'types');
  const entries = isJsonObject(valueOf(json, 'types')) ? entriesOf(json, 'types') : entriesOf(nested, 'attributes');
  return new Map(entries.map(([name, type]) => [name, readType(name, type)]));
}

function readClass(name: string, json: JsonObject, types: ReadonlyMap<string, SourceType>): ClassDefinition {
  const observables = readObservables(json);
  return {
    ...readObject(name, json, types),
    uid: integerOf(json, 'uid') ?? 0,
    categoryUid: integerOf(json, 'category_uid') ?? 0,
    categoryName: textOf(json, 'category_name') ?? 'Uncategorized',
    ...(observables === undefined ? {} : { observables }),
  };
}

function readObject(key: string, json: JsonObject, types: ReadonlyMap<string, SourceType>): ObjectDefinition {
  const name = textOf(json, 'name') ?? key;
  const constraints = objectOf(json, 'constraints');
  const parent = textOf(json, 'extends');
  const observable = integerOf(json, 'observable');
  const deprecated = readDeprecated(json);
  const extension = textOf(json, 'extension');
  return {
    name,
    caption: textOf(json, 'caption') ?? name,
    ...(parent === undefined ? {} : { extends: parent }),
    attributes: new Map(entriesOf(json, 'attributes').map(([item, value]) => [item, readUse(item, value, types, key)])),
    constraints: Object.keys(constraints).map((kind) => ({ kind, attributes: textsOf(constraints, kind) ?? [] })),
    profiles: textsOf(json, 'profiles') ?? [],
    ...(observable === undefined ? {} : { observable }),
    ...(deprecated === undefined ? {} : { deprecated }),
    ...(extension === undefined ? {} : { extension }),
  };
}

/** One attribute of an item: an object's name is beside its type, not in its place, and profiles may be a list. */
function readUse(name: string, json: JsonObject, types: ReadonlyMap<string, SourceType>, where: string): Attribute {
  const attribute: SourceAttribute = readAttribute(json);
  const objectType = textOf(json, 'object_type');
  if (objectType !== undefined) attribute.type = objectType;
  const profiles = textsOf(json, 'profiles');
  if (profiles !== undefined) attribute.profiles = profiles;
  return toAttribute(name, attribute, types, where);
}

function observableTypesOf(objects: readonly ObjectDefinition[]): ReadonlyMap<number, string> {
  const values = objects.find(({ name }) => name === 'observable')?.attributes.get('type_id')?.enum ?? new Map();
  const entries = [...values].map(([id, value]): [number, string] => [Number(id), value.caption]);
  return new Map(entries.filter(([id]) => id !== 0 && id !== 99));
}

function readCategories(json: JsonObject): readonly CategoryDefinition[] {
  const entries = entriesOf(objectOf(json, 'categories'), 'attributes');
  return entries.map(([name, item]) => ({
    name,
    uid: integerOf(item, 'uid') ?? 0,
    caption: textOf(item, 'caption') ?? name,
  }));
}

function readExtensionList(json: JsonObject): readonly ExtensionDefinition[] {
  return entriesOf(json, 'extensions').map(([name, item]) => ({
    name,
    uid: integerOf(item, 'uid') ?? 0,
    caption: textOf(item, 'caption') ?? name,
  }));
}
