import { OcsfError } from '../errors.ts';
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
import type { SourceAttribute, SourceItem } from './source.ts';

/** A class, an object, a profile, or a file made to be included in one. */
export function readItem(path: string): SourceItem {
  const json = readJsonFile(path);
  const attributes = objectOf(json, 'attributes');
  const item: SourceItem = {
    path,
    attributes: readAttributes(attributes, path),
    includes: readIncludes(attributes, path),
    annotations: readAttribute(objectOf(json, 'annotations')),
  };
  assign(item, 'name', textOf(json, 'name'));
  assign(item, 'caption', textOf(json, 'caption'));
  assign(item, 'extends', textOf(json, 'extends'));
  assign(item, 'uid', integerOf(json, 'uid'));
  assign(item, 'category', textOf(json, 'category'));
  assign(item, 'meta', textOf(json, 'meta'));
  assign(item, 'profiles', textsOf(json, 'profiles'));
  assign(item, 'observable', integerOf(json, 'observable'));
  assign(item, 'observables', readObservables(json));
  assign(item, 'constraints', readConstraints(json));
  assign(item, 'deprecated', readDeprecated(json));
  return item;
}

function readAttributes(json: JsonObject, path: string): Map<string, SourceAttribute> {
  const attributes = new Map<string, SourceAttribute>();
  for (const [name, value] of Object.entries(json)) {
    if (name === '$include') continue;
    if (!isJsonObject(value)) {
      throw new OcsfError('schema_invalid', `Attribute "${name}" in ${path} must be a JSON object.`);
    }
    attributes.set(name, readAttribute(value));
  }
  return attributes;
}

function readIncludes(attributes: JsonObject, path: string): readonly string[] {
  const include = valueOf(attributes, '$include');
  if (include === undefined) return [];
  if (typeof include === 'string') return [include];
  if (Array.isArray(include) && include.every((file) => typeof file === 'string')) return include;
  throw new OcsfError('schema_invalid', `"$include" in ${path} must be a path or a list of paths.`);
}

function readConstraints(json: JsonObject): ReadonlyMap<string, readonly string[]> | undefined {
  if (!isJsonObject(valueOf(json, 'constraints'))) return undefined;
  const constraints = objectOf(json, 'constraints');
  return new Map(Object.keys(constraints).map((kind) => [kind, textsOf(constraints, kind) ?? []]));
}

export function readObservables(json: JsonObject): ReadonlyMap<string, number> | undefined {
  if (!isJsonObject(valueOf(json, 'observables'))) return undefined;
  return new Map(Object.entries(objectOf(json, 'observables')).map(([path, id]) => [path, Number(id)]));
}

function assign<Key extends keyof SourceItem>(item: SourceItem, key: Key, value: SourceItem[Key] | undefined): void {
  if (value !== undefined) item[key] = value;
}
