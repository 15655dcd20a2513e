import type { Entry } from '../document/node.ts';
import { readImported } from '../document/node.ts';
import type { Problems } from '../problems.ts';
import type { Fragment } from './context.ts';
import { readForm, textOf, textsOf, wrongShape, wrongShapeAt } from './read-form.ts';

/** The text of a file by the name that a document imports it under; undefined where there is none. */
export type Imports = (name: string) => string | undefined;

/** What a file shares. */
interface Shared {
  readonly lookups: ReadonlyMap<string, Fragment>;
  readonly fragments: ReadonlyMap<string, Fragment>;
}

const maxImports = 20;
const fileName = /^\.{1,2}\/(?:[\w.-]+\/)*[\w.-]+\.ya?ml$/;

/** Reads what the files of `import` share. Their own problems have their own names and lines. */
export function readImports(problems: Problems, entry: Entry | undefined, imports: Imports): Shared {
  const lookups = new Map<string, Fragment>();
  const fragments = new Map<string, Fragment>();
  const names = textsOf(problems, entry) ?? [];
  if (names.length > maxImports)
    problems.add(entry!.at, 'wrong_shape', `At most ${maxImports} files are imported. Put what they share together.`);
  for (const name of new Set(names.slice(0, maxImports))) {
    const shared = readShared(problems, entry!, name, imports);
    add(problems, lookups, shared?.lookups);
    add(problems, fragments, shared?.fragments);
  }
  return { lookups, fragments };
}

function readShared(problems: Problems, entry: Entry, name: string, imports: Imports): Shared | undefined {
  const items = entry.value.kind === 'list' ? entry.value.items : [entry.value];
  const at = items.find((item) => item.kind === 'scalar' && item.value === name) ?? entry.value;
  if (!fileName.test(name)) {
    const message = `"${name}" is no file to import. Write its path from this document: "./shared.yaml".`;
    problems.add(at, 'bad_import', message, { found: name, expected: './….yaml' });
    return undefined;
  }
  const text = imports(name);
  if (text === undefined) {
    const message = `The file "${name}" is not there, or lies outside the package. Correct the path.`;
    problems.add(at, 'bad_import', message, { found: name });
    return undefined;
  }
  const root = readImported(text, name, problems);
  const form = root === undefined ? undefined : readForm(problems, root, 'shared');
  if (form === undefined) return undefined;
  textOf(problems, form.get('description'));
  return {
    lookups: readNamed(problems, form.get('lookups'), 'a map of tables by name'),
    fragments: readNamed(problems, form.get('fragments'), 'a map of attribute maps by name'),
  };
}

/** The maps of a map, by name. */
export function readNamed(
  problems: Problems,
  entry: Entry | undefined,
  expected: string,
): ReadonlyMap<string, Fragment> {
  const named = new Map<string, Fragment>();
  if (entry === undefined) return named;
  if (entry.value.kind !== 'map') {
    wrongShape(problems, entry, expected);
    return named;
  }
  for (const { key, at, value } of entry.value.entries) {
    if (value.kind === 'map') named.set(key, { node: value, at });
    else wrongShapeAt(problems, value, key, 'a map', value);
  }
  return named;
}

/** What the document names itself, and what it imports. */
export function withShared(
  problems: Problems,
  own: ReadonlyMap<string, Fragment>,
  shared: ReadonlyMap<string, Fragment>,
): ReadonlyMap<string, Fragment> {
  const all = new Map(shared);
  add(problems, all, own);
  return all;
}

function add(
  problems: Problems,
  all: Map<string, Fragment>,
  more: ReadonlyMap<string, Fragment> = new Map<string, Fragment>(),
): void {
  for (const [name, fragment] of more) {
    const known = all.get(name);
    if (known === undefined) all.set(name, fragment);
    else {
      const where = known.at.source?.file ?? 'this document';
      const message = `"${name}" is in ${where} already. Rename one of the two.`;
      problems.add(fragment.at, 'duplicate_name', message, { found: name });
    }
  }
}
