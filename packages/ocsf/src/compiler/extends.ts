import { OcsfError } from '../errors.ts';
import { copyAttributes, mergeAttributes, unionOf } from './merge-attribute.ts';
import type { SourceItem } from './source.ts';

/** Items with all that they inherit: the child's word wins, attributes are merged, profiles are a union. */
export function flattenAll(items: ReadonlyMap<string, SourceItem>): Map<string, SourceItem> {
  const flattened = new Map<string, SourceItem>();
  for (const name of items.keys()) flatten(name, items, flattened, []);
  return new Map([...items.keys()].map((name) => [name, flattened.get(name)!]));
}

function flatten(
  name: string,
  items: ReadonlyMap<string, SourceItem>,
  flattened: Map<string, SourceItem>,
  children: readonly string[],
): SourceItem {
  const done = flattened.get(name);
  if (done !== undefined) return done;
  const item = items.get(name);
  if (item === undefined) {
    throw new OcsfError('schema_invalid', `"${children.at(-1)}" extends "${name}", which is not defined.`);
  }
  if (children.includes(name)) {
    throw new OcsfError('schema_invalid', `"${name}" extends itself: ${[...children, name].join(' → ')}.`);
  }
  const parent = item.extends === undefined ? undefined : flatten(item.extends, items, flattened, [...children, name]);
  const result = parent === undefined ? item : inherit(parent, item);
  flattened.set(name, result);
  return result;
}

function inherit(parent: SourceItem, child: SourceItem): SourceItem {
  const attributes = copyAttributes(parent.attributes);
  mergeAttributes(attributes, child.attributes);
  const profiles = unionOf(parent.profiles, child.profiles);
  return { ...parent, ...child, attributes, ...(profiles.length > 0 ? { profiles } : {}) };
}
