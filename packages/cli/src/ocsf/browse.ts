import { writeFile } from 'node:fs/promises';
import {
  compileSchema,
  describe,
  diffReleases,
  formatDiff,
  formatTree,
  generateTypes,
  nearestName,
  searchCatalogue,
  type Catalogue,
} from '@sluice/ocsf';
import { CommandError } from '../errors.ts';
import { exitCode, type ExitCode } from '../exit-code.ts';
import { plural } from '../terminal/amounts.ts';
import type { Io } from '../terminal/io.ts';
import { tableLines } from '../terminal/table.ts';
import { chooseCatalogue, packaged, type CatalogueOptions } from './choose-catalogue.ts';

export interface ShowOptions extends CatalogueOptions {
  readonly profile?: readonly string[];
  readonly depth: number;
}

/** `sluice ocsf show`: a class or object as a tree; without a name, the classes. */
export async function show(
  name: string | undefined,
  { profile = [], depth, ...options }: ShowOptions,
  { stdout }: Io,
): Promise<ExitCode> {
  const catalogue = await chooseCatalogue(options);
  const text =
    name === undefined ? classList(catalogue) : formatTree(describe(catalogue, name, { profiles: profile, depth }));
  stdout.write(`${text}\n`);
  return exitCode.ok;
}

function classList(catalogue: Catalogue): string {
  const rows = [...catalogue.classes.values()]
    .toSorted((a, b) => a.uid - b.uid)
    .map(({ uid, name, caption, categoryName }) => [String(uid), name, caption, categoryName]);
  return tableLines(['uid', 'class', 'caption', 'category'], rows, { right: [0] }).join('\n');
}

export interface SearchOptions extends CatalogueOptions {
  readonly limit: number;
}

/** `sluice ocsf search`: what fits the words, the nearest first. */
export async function search(
  words: readonly string[],
  { limit, ...options }: SearchOptions,
  { stdout, stderr }: Io,
): Promise<ExitCode> {
  const catalogue = await chooseCatalogue(options);
  const hits = searchCatalogue(catalogue, words.join(' '), limit);
  if (hits.length === 0) {
    stderr.write(`nothing in OCSF ${catalogue.release} fits "${words.join(' ')}"\n`);
    return exitCode.failed;
  }
  const rows = hits.map(({ kind, name, caption, usedBy }) => [kind, name, caption, users(usedBy)]);
  for (const line of tableLines(['what', 'name', 'caption', 'in'], rows)) stdout.write(`${line}\n`);
  return exitCode.ok;
}

function users(names: readonly string[]): string {
  return names.length <= 4 ? names.join(', ') : `${names.slice(0, 3).join(', ')} and ${names.length - 3} more`;
}

/** `sluice ocsf diff`: what changed from one release to another, of one class or of all. */
export function diff(from: string, to: string, name: string | undefined, { stdout }: Io): ExitCode {
  const [older, newer] = [packaged(from), packaged(to)];
  if (name !== undefined) refuseUnknown(name, older, newer);
  stdout.write(`${formatDiff(diffReleases(older, newer, name === undefined ? {} : { className: name }))}\n`);
  return exitCode.ok;
}

function refuseUnknown(name: string, older: Catalogue, newer: Catalogue): void {
  const known = [...older.classes.keys(), ...newer.classes.keys()];
  if (known.includes(name)) return;
  const nearest = nearestName(name, known);
  const hint = nearest === undefined ? '' : `; did you mean "${nearest}"?`;
  throw new CommandError(exitCode.failed, `neither release has a class "${name}"${hint}`);
}

export interface CompileOptions {
  readonly extension?: readonly string[];
  readonly types?: string;
}

/** `sluice ocsf compile`: compiles a schema folder, says what it defines, and writes TypeScript types of it. */
export async function compile(
  folder: string,
  { extension = [], types }: CompileOptions,
  { stdout }: Io,
): Promise<ExitCode> {
  const catalogue = compileSchema(folder, { extensions: extension });
  const { classes, objects, profiles, extensions } = catalogue;
  const parts = [
    plural(classes.size, 'class').replace('classs', 'classes'),
    plural(objects.size, 'object'),
    plural(profiles.size, 'profile'),
  ];
  const names = [...extensions.values()].map(({ name }) => name);
  stdout.write(`OCSF ${catalogue.release}: ${parts.join(', ')}, extensions ${names.join(', ') || 'none'}\n`);
  if (types !== undefined) {
    await writeFile(types, generateTypes(catalogue));
    stdout.write(`types written to ${types}\n`);
  }
  return exitCode.ok;
}
