import { basename, dirname, join } from 'node:path';
import { OcsfError } from '../errors.ts';
import { integerOf, readJsonFile, textOf } from './json-file.ts';
import { jsonFilesBelow, readFolder } from './read-folder.ts';
import type { SourceFolder, SourceItem } from './source.ts';

/** A folder with an `extension.json`: what it adds to a schema, and what it patches in it. */
export interface Extension extends SourceFolder {
  readonly uid: number;
  readonly name: string;
  readonly caption: string;
  readonly classPatches: readonly SourceItem[];
  readonly objectPatches: readonly SourceItem[];
}

/** All extensions below a folder, by uid. */
export function readExtensions(dir: string): readonly Extension[] {
  const folders = jsonFilesBelow(dir).filter((path) => basename(path) === 'extension.json');
  return folders.map((path) => readExtension(dirname(path))).toSorted((one, other) => one.uid - other.uid);
}

function readExtension(dir: string): Extension {
  const path = join(dir, 'extension.json');
  const json = readJsonFile(path);
  const uid = integerOf(json, 'uid');
  const name = textOf(json, 'name');
  if (uid === undefined || name === undefined) {
    throw new OcsfError('schema_invalid', `${path} must have an integer "uid" and a text "name".`);
  }
  const folder = readFolder(dir, true);
  for (const item of [...folder.classes.values(), ...folder.objects.values()]) {
    item.extension = name;
    item.extensionUid = uid;
  }
  return {
    ...folder,
    uid,
    name,
    caption: textOf(json, 'caption') ?? name,
    classes: additionsOf(folder.classes),
    classPatches: patchesOf(folder.classes),
    objects: additionsOf(folder.objects),
    objectPatches: patchesOf(folder.objects),
  };
}

function isPatch(item: SourceItem): boolean {
  return item.extends !== undefined && (item.name === undefined || item.name === item.extends);
}

function additionsOf(items: ReadonlyMap<string, SourceItem>): Map<string, SourceItem> {
  return new Map([...items].filter(([, item]) => !isPatch(item)));
}

function patchesOf(items: ReadonlyMap<string, SourceItem>): readonly SourceItem[] {
  return [...items.values()].filter(isPatch);
}
