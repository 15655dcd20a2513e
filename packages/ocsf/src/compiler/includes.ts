import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { OcsfError } from '../errors.ts';
import { readJsonFile } from './json-file.ts';
import { copyAttributes, mergeAttribute, mergeAttributes } from './merge-attribute.ts';
import { readAttribute } from './read-attribute.ts';
import { readItem } from './read-item.ts';
import type { SourceAttribute, SourceItem } from './source.ts';

/** Replaces every `$include` of the items by the content of the file, looked for in `dirs` in turn. */
export function resolveIncludes(items: Iterable<SourceItem>, dirs: readonly string[]): void {
  for (const item of items) {
    for (const file of item.includes) item.attributes = includeItem(item, findFile(file, dirs, item.path));
    item.includes = [];
    for (const [name, attribute] of item.attributes) {
      if (attribute.include === undefined) continue;
      item.attributes.set(name, includeAttribute(attribute, findFile(attribute.include, dirs, item.path)));
    }
  }
}

/** The included attributes with the item's own laid over them. Those of a profile depend on that profile. */
function includeItem(item: SourceItem, path: string): Map<string, SourceAttribute> {
  const included = readItem(path);
  const attributes = copyAttributes(included.attributes);
  for (const attribute of attributes.values()) {
    if (included.meta === 'profile' && included.name !== undefined) attribute.profiles = [included.name];
    annotate(attribute, included.annotations);
  }
  mergeAttributes(attributes, item.attributes);
  return attributes;
}

function includeAttribute(attribute: SourceAttribute, path: string): SourceAttribute {
  const { include: _, ...own } = attribute;
  const merged = readAttribute(readJsonFile(path));
  mergeAttribute(merged, own);
  return merged;
}

function annotate(attribute: SourceAttribute, annotations: SourceAttribute): void {
  const own = { ...attribute };
  Object.assign(attribute, annotations, own);
}

function findFile(file: string, dirs: readonly string[], from: string): string {
  const found = dirs.map((dir) => join(dir, file)).find((path) => existsSync(path));
  if (found === undefined) {
    throw new OcsfError('schema_invalid', `${from} includes "${file}", which is in none of ${dirs.join(', ')}.`);
  }
  return found;
}
