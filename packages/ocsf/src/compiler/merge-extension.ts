import { OcsfError } from '../errors.ts';
import type { Extension } from './extension.ts';
import { mergeAttribute } from './merge-attribute.ts';
import type { SourceAttribute, SourceCategory, SourceFolder, SourceItem } from './source.ts';

const requirementRank: readonly (string | undefined)[] = [undefined, 'optional', 'recommended', 'required'];

/** Adds what an extension defines to a schema. Its patches are left for later: they may concern what others add. */
export function mergeExtension(schema: SourceFolder, extension: Extension): void {
  scopeCategories(extension);
  scopeProfiles(extension);
  for (const [name, category] of extension.categories) schema.categories.set(name, category);
  addItems(schema.classes, extension.classes, extension, 'class');
  addItems(schema.objects, extension.objects, extension, 'object');
  mergeDictionary(schema, extension);
  for (const [name, profile] of extension.profiles) {
    refuseIf(schema.profiles.has(name), extension, `profile "${name}" is already defined by the schema`);
    schema.profiles.set(`${extension.name}/${name}`, profile);
  }
}

/** Category uids of an extension are `extension uid * 100 + uid`. */
function scopeCategories(extension: Extension): void {
  for (const [name, category] of extension.categories) {
    const scoped: SourceCategory = { ...category, uid: extension.uid * 100 + category.uid };
    extension.categories.set(name, scoped);
  }
}

/** An extension's own profile is known in events as `extension/profile`. */
function scopeProfiles(extension: Extension): void {
  const scope = (name: string): string => (extension.profiles.has(name) ? `${extension.name}/${name}` : name);
  const items = [
    ...extension.classes.values(),
    ...extension.objects.values(),
    ...extension.classPatches,
    ...extension.objectPatches,
  ];
  for (const item of items) {
    if (item.profiles !== undefined) item.profiles = item.profiles.map(scope);
    for (const attribute of item.attributes.values()) {
      if (attribute.profiles !== undefined && attribute.profiles !== null) {
        attribute.profiles = attribute.profiles.map(scope);
      }
    }
  }
}

function addItems(
  items: Map<string, SourceItem>,
  added: ReadonlyMap<string, SourceItem>,
  extension: Extension,
  kind: string,
): void {
  for (const [name, item] of added) {
    refuseIf(items.has(name), extension, `${kind} "${name}" is already defined; leave "name" out to patch it`);
    items.set(name, item);
  }
}

function mergeDictionary(schema: SourceFolder, extension: Extension): void {
  for (const [name, attribute] of extension.dictionary.attributes) {
    const existing = schema.dictionary.attributes.get(name);
    if (existing === undefined) {
      schema.dictionary.attributes.set(name, attribute);
      continue;
    }
    refuseUnsafe(existing, attribute, name, extension);
    mergeAttribute(existing, attribute);
  }
  for (const [name, type] of extension.dictionary.types) {
    refuseIf(schema.dictionary.types.has(name), extension, `dictionary type "${name}" may not be overwritten`);
    schema.dictionary.types.set(name, type);
  }
}

function refuseUnsafe(existing: SourceAttribute, attribute: SourceAttribute, name: string, extension: Extension): void {
  const changesType =
    (attribute.type !== undefined && attribute.type !== existing.type) ||
    (attribute.isArray !== undefined && attribute.isArray !== existing.isArray);
  refuseIf(changesType, extension, `dictionary attribute "${name}" may not change its type`);
  const weakens = requirementRank.indexOf(attribute.requirement) < requirementRank.indexOf(existing.requirement);
  refuseIf(
    attribute.requirement !== undefined && weakens,
    extension,
    `dictionary attribute "${name}" may not be less required than before`,
  );
}

function refuseIf(wrong: boolean, extension: Extension, problem: string): void {
  if (wrong) throw new OcsfError('schema_invalid', `Extension "${extension.name}" in ${extension.dir}: ${problem}.`);
}
