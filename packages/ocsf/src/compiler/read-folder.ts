import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { OcsfError } from '../errors.ts';
import { integerOf, isJsonObject, type JsonObject, objectOf, readJsonFile, textOf, valueOf } from './json-file.ts';
import { readAttribute } from './read-attribute.ts';
import { readItem } from './read-item.ts';
import type { SourceCategory, SourceDictionary, SourceFolder, SourceItem, SourceType } from './source.ts';

/** Reads `categories.json`, `dictionary.json`, `events/`, `objects/` and `profiles/`, as far as the folder has them. */
export function readFolder(dir: string, isExtension: boolean): SourceFolder {
  return {
    dir,
    categories: readCategories(join(dir, 'categories.json'), isExtension),
    dictionary: readDictionary(join(dir, 'dictionary.json')),
    classes: readItems(join(dir, 'events')),
    objects: readItems(join(dir, 'objects')),
    profiles: readItems(join(dir, 'profiles')),
  };
}

/** All JSON files below a folder, in an order that does not depend on the file system. */
export function jsonFilesBelow(dir: string): readonly string[] {
  if (!existsSync(dir)) return [];
  const entries = readdirSync(dir, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
}

/** Items by name. A patch has the name of what it patches. */
function readItems(dir: string): Map<string, SourceItem> {
  const items = new Map<string, SourceItem>();
  for (const path of jsonFilesBelow(dir)) {
    const item = readItem(path);
    const name = item.name ?? item.extends;
    if (name === undefined) throw new OcsfError('schema_invalid', `${path} has neither "name" nor "extends".`);
    const earlier = items.get(name);
    if (earlier !== undefined) {
      throw new OcsfError('schema_invalid', `"${name}" is defined twice: in ${earlier.path} and in ${path}.`);
    }
    items.set(name, item);
  }
  return items;
}

function readCategories(path: string, isExtension: boolean): Map<string, SourceCategory> {
  const categories = new Map<string, SourceCategory>();
  if (!existsSync(path)) return categories;
  for (const [name, value] of Object.entries(objectOf(readJsonFile(path), 'attributes'))) {
    if (!isJsonObject(value)) continue;
    const uid = integerOf(value, 'uid');
    if (uid === undefined) throw new OcsfError('schema_invalid', `Category "${name}" in ${path} has no integer "uid".`);
    categories.set(name, { uid, caption: textOf(value, 'caption') ?? name, isExtension });
  }
  return categories;
}

function readDictionary(path: string): SourceDictionary {
  const dictionary: SourceDictionary = { attributes: new Map(), types: new Map() };
  if (!existsSync(path)) return dictionary;
  const json = readJsonFile(path);
  for (const [name, value] of Object.entries(objectOf(json, 'attributes'))) {
    if (isJsonObject(value)) dictionary.attributes.set(name, readAttribute(value));
  }
  for (const [name, value] of Object.entries(objectOf(objectOf(json, 'types'), 'attributes'))) {
    if (isJsonObject(value)) dictionary.types.set(name, readType(name, value));
  }
  return dictionary;
}

export function readType(name: string, json: JsonObject): SourceType {
  const range = valueOf(json, 'range');
  const values = valueOf(json, 'values');
  const superType = textOf(json, 'type');
  const regex = textOf(json, 'regex');
  const maxLength = integerOf(json, 'max_len');
  const observable = integerOf(json, 'observable');
  return {
    name,
    caption: textOf(json, 'caption') ?? name,
    ...(superType === undefined ? {} : { superType }),
    ...(regex === undefined ? {} : { regex }),
    ...(maxLength === undefined ? {} : { maxLength }),
    ...(Array.isArray(range) ? { range: [Number(range[0]), Number(range[1])] as const } : {}),
    ...(Array.isArray(values) ? { values } : {}),
    ...(observable === undefined ? {} : { observable }),
  };
}
