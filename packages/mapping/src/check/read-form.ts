import { describeNode, type DocumentNode, type Entry, type MapNode } from '../document/node.ts';
import { type FormName, forms } from '../language/definition.ts';
import { listed, type Place, type Problems } from '../problems.ts';
import { isText } from './context.ts';

/** The entries of a form by key. Unknown and missing keys are problems. */
export type FormEntries = ReadonlyMap<string, Entry>;

export function readForm(problems: Problems, node: DocumentNode, name: FormName): FormEntries | undefined {
  const { title, keys } = forms[name];
  if (node.kind !== 'map') {
    problems.add(
      node,
      'wrong_shape',
      `Here stands ${describeNode(node)}. Expected a map with ${listed(Object.keys(keys))}.`,
      {
        found: describeNode(node),
        expected: 'a map',
      },
    );
    return undefined;
  }
  for (const [key, definition] of Object.entries(keys)) {
    if (definition.isRequired === true && !node.entries.some((entry) => entry.key === key))
      problems.add(node, 'missing_key', `${title}: "${key}" is missing. ${definition.says}`, { expected: key });
  }
  return knownEntries(problems, node, name);
}

function knownEntries(problems: Problems, node: MapNode, name: FormName): FormEntries {
  const { title, keys } = forms[name];
  const entries = new Map<string, Entry>();
  for (const entry of node.entries) {
    if (Object.hasOwn(keys, entry.key)) entries.set(entry.key, entry);
    else unknownKey(problems, entry.at, title, entry.key, Object.keys(keys));
  }
  return entries;
}

export function unknownKey(
  problems: Problems,
  at: Place,
  title: string,
  found: string,
  known: readonly string[],
): void {
  const message = `${title} has no key "${found}". Known: ${listed(known)}.`;
  problems.add(at, 'unknown_key', message, { found, expected: listed(known), known });
}

/** The text of an entry; a problem where it is none. */
export function textOf(problems: Problems, entry: Entry | undefined): string | undefined {
  if (entry === undefined) return undefined;
  if (isText(entry.value) && entry.value.value !== '') return entry.value.value;
  wrongShape(problems, entry, 'a text');
  return undefined;
}

export function booleanOf(problems: Problems, entry: Entry | undefined): boolean | undefined {
  if (entry === undefined) return undefined;
  if (entry.value.kind === 'scalar' && typeof entry.value.value === 'boolean') return entry.value.value;
  wrongShape(problems, entry, 'true or false');
  return undefined;
}

export function numberOf(problems: Problems, entry: Entry | undefined): number | undefined {
  if (entry === undefined) return undefined;
  const { value } = entry;
  if (value.kind === 'scalar' && typeof value.value === 'number' && Number.isFinite(value.value)) return value.value;
  wrongShape(problems, entry, 'a number');
  return undefined;
}

/** A text or a list of texts. */
export function textsOf(problems: Problems, entry: Entry | undefined): readonly string[] | undefined {
  if (entry === undefined) return undefined;
  const items = entry.value.kind === 'list' ? entry.value.items : [entry.value];
  const texts: string[] = [];
  for (const item of items) {
    if (isText(item)) texts.push(item.value);
    else wrongShapeAt(problems, item, entry.key, 'a text', item);
  }
  return texts.length === items.length ? texts : undefined;
}

export function wrongShape(problems: Problems, entry: Entry, expected: string): void {
  wrongShapeAt(problems, entry.value, entry.key, expected, entry.value);
}

export function wrongShapeAt(problems: Problems, at: Place, key: string, expected: string, node: DocumentNode): void {
  const found = describeNode(node);
  problems.add(at, 'wrong_shape', `"${key}" takes ${expected}; ${found} stands here.`, { found, expected });
}
