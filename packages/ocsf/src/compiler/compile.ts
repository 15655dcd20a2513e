import { join } from 'node:path';
import { OcsfError } from '../errors.ts';
import type { Catalogue, ClassDefinition, Constraint, ObjectDefinition } from '../catalogue.ts';
import { createCatalogue } from '../create-catalogue.ts';
import { type ClassUids, identifyClass, isHiddenClass, narrowIdentityEnums } from './classes.ts';
import { addDictionaryTwins, addItemTwins, hasDatetimeTwins } from './datetime.ts';
import { flattenAll } from './extends.ts';
import { type Extension, readExtensions } from './extension.ts';
import { finishAttributes } from './finish.ts';
import { resolveIncludes } from './includes.ts';
import { readJsonFile, textOf } from './json-file.ts';
import { mergeExtension } from './merge-extension.ts';
import { unionOf } from './merge-attribute.ts';
import { ObservableTypes } from './observables.ts';
import { applyPatches } from './patches.ts';
import { consolidatedProfiles, type ObjectTypeOf } from './profiles.ts';
import { readFolder } from './read-folder.ts';
import type { SourceFolder, SourceItem } from './source.ts';

export interface CompileOptions {
  /** Folders with private extensions: each holds, at any depth, folders with an `extension.json`. */
  readonly extensions?: readonly string[];
}

/**
 * Compiles a folder of the OCSF schema's JSON sources (`version.json`, `dictionary.json`, `events/`, `objects/`…), its
 * own extensions and any private ones, into a catalogue. Reads files, synchronously; throws `OcsfError` that names the
 * file and what is wrong with it.
 *
 * @example
 * const catalogue = compileSchema('ocsf-schema', { extensions: ['our-extension'] });
 */
export function compileSchema(dir: string, options: CompileOptions = {}): Catalogue {
  const release = textOf(readJsonFile(join(dir, 'version.json')), 'version');
  if (release === undefined) throw new OcsfError('schema_invalid', `${dir}/version.json has no "version".`);
  const schema = readFolder(dir, false);
  resolveIncludes(schema.classes.values(), [dir]);
  resolveIncludes(schema.objects.values(), [dir]);
  const extensions = readAllExtensions(dir, options.extensions ?? []);
  for (const extension of extensions) mergeExtension(schema, extension);

  const observableTypes = gatherObservables(schema, extensions);
  applyPatches(
    schema.classes,
    extensions.flatMap((extension) => extension.classPatches),
  );
  applyPatches(
    schema.objects,
    extensions.flatMap((extension) => extension.objectPatches),
  );
  const objects = visibleObjects(flattenAll(schema.objects));
  const classes = visibleClasses(flattenAll(schema.classes));
  injectObservables(objects, observableTypes);
  return createCatalogue({
    release,
    types: [...schema.dictionary.types.values()],
    profiles: [...schema.profiles.keys()],
    categories: [...schema.categories].map(([name, { uid, caption }]) => ({ uid, name, caption })),
    extensions: extensions.map(({ uid, name, caption }) => ({ uid, name, caption })),
    observableTypes,
    ...finishItems(schema, classes, objects),
  });
}

function readAllExtensions(dir: string, privateDirs: readonly string[]): readonly Extension[] {
  const extensions = [join(dir, 'extensions'), ...privateDirs].flatMap((folder) => readExtensions(folder));
  for (const extension of extensions) {
    const dirs = [extension.dir, dir];
    for (const items of [extension.classes.values(), extension.objects.values()]) resolveIncludes(items, dirs);
    for (const patches of [extension.classPatches, extension.objectPatches]) resolveIncludes(patches, dirs);
  }
  return extensions;
}

function gatherObservables(schema: SourceFolder, extensions: readonly Extension[]): ReadonlyMap<number, string> {
  const types = new ObservableTypes();
  types.addDictionary(schema.dictionary);
  types.addItems(schema.classes, schema.classes.values(), 'Class');
  types.addItems(schema.objects, schema.objects.values(), 'Object');
  for (const extension of extensions) {
    types.addItems(schema.classes, extension.classPatches, 'Class');
    types.addItems(schema.objects, extension.objectPatches, 'Object');
  }
  return types.captions;
}

function visibleClasses(classes: ReadonlyMap<string, SourceItem>): Map<string, SourceItem> {
  return new Map([...classes].filter(([name, item]) => !isHiddenClass(item, name)));
}

function visibleObjects(objects: ReadonlyMap<string, SourceItem>): Map<string, SourceItem> {
  return new Map([...objects].filter(([name]) => !name.startsWith('_')));
}

/** Every observable type id is an id of `observable.type_id`. */
function injectObservables(objects: ReadonlyMap<string, SourceItem>, types: ReadonlyMap<number, string>): void {
  const attributes = objects.get('observable')?.attributes;
  const typeId = attributes?.get('type_id');
  if (attributes === undefined || typeId === undefined) return;
  const values = new Map(typeId.enum);
  for (const [id, caption] of types) values.set(String(id), { caption });
  attributes.set('type_id', { ...typeId, enum: values });
}

function finishItems(
  schema: SourceFolder,
  classes: ReadonlyMap<string, SourceItem>,
  objects: ReadonlyMap<string, SourceItem>,
): { readonly classes: readonly ClassDefinition[]; readonly objects: readonly ObjectDefinition[] } {
  const { dictionary, categories } = schema;
  const identities = new Map<SourceItem, ClassUids>();
  for (const item of classes.values()) {
    const identity = identifyClass(item, categories);
    identities.set(item, identity);
    narrowIdentityEnums(item, identity);
  }
  const twins = hasDatetimeTwins(schema);
  if (twins) addDictionaryTwins(dictionary.attributes);
  const objectTypeOf: ObjectTypeOf = (name, attribute) => attribute.type ?? dictionary.attributes.get(name)?.type;
  const consolidated = new Map(
    [...classes.values(), ...objects.values()].map((item) => [item, consolidatedProfiles(item, objects, objectTypeOf)]),
  );
  const finish = (item: SourceItem, name: string): ObjectDefinition => {
    const hasTwins = twins && addItemTwins(item.attributes, dictionary.attributes);
    const profiles = unionOf(consolidated.get(item), hasTwins ? ['datetime'] : []);
    return { ...definitionOf(item, name, profiles), attributes: finishAttributes(item, dictionary) };
  };
  return {
    objects: [...objects].map(([name, item]) => finish(item, name)),
    classes: [...classes].map(([name, item]) => ({
      ...finish(item, name),
      ...identities.get(item)!,
      ...(item.observables === undefined ? {} : { observables: item.observables }),
    })),
  };
}

function definitionOf(
  item: SourceItem,
  name: string,
  profiles: readonly string[],
): Omit<ObjectDefinition, 'attributes'> {
  return {
    name,
    caption: item.caption ?? name,
    ...(item.extends === undefined ? {} : { extends: item.extends }),
    constraints: toConstraints(item.constraints),
    profiles,
    ...(item.observable === undefined ? {} : { observable: item.observable }),
    ...(item.deprecated === undefined ? {} : { deprecated: item.deprecated }),
    ...(item.extension === undefined ? {} : { extension: item.extension }),
  };
}

function toConstraints(constraints: ReadonlyMap<string, readonly string[]> | undefined): readonly Constraint[] {
  return [...(constraints ?? [])].map(([kind, attributes]) => ({ kind, attributes }));
}
