import type { Entry } from '../document/node.ts';
import { formats } from '../language/definition.ts';
import type { CompiledPattern } from '../pattern/compile-pattern.ts';
import { parsePath } from '../path/parse-path.ts';
import type { CheckContext } from './context.ts';
import type { Part, PathUse } from './model.ts';
import { readPath } from './paths.ts';
import { readPattern } from './patterns.ts';
import { type FormEntries, readForm, textOf, textsOf, wrongShape } from './read-form.ts';
import { readFormat } from './text-format.ts';

/** The name of the part that a rule has for itself. */
export const matchName = 'match';
const reserved = ['origin', 'received_at', matchName];
const partFormats = Object.keys(formats).filter((name) => name !== 'text');

/** Reads the parts, each of which may refer to those above it, into the context. */
export function readParts(context: CheckContext, entry: Entry | undefined): void {
  if (entry === undefined) return;
  if (entry.value.kind !== 'map') {
    wrongShape(context.problems, entry, 'a map of parts by name');
    return;
  }
  for (const part of entry.value.entries) readPart(context, part);
}

function readPart(context: CheckContext, entry: Entry): void {
  if (!hasGoodName(context, entry)) {
    readForm(context.problems, entry.value, 'part');
    return;
  }
  addPart(context, entry);
}

/** Reads a part of a rule alone, named `match`, which what stands in the rule knows. */
export function readMatch(context: CheckContext, entry: Entry): Part | undefined {
  const part = addPart(context, entry);
  context.used.add(`part ${matchName}`);
  if (part !== undefined) context.matches.push(part);
  return part;
}

function addPart(context: CheckContext, entry: Entry): Part | undefined {
  const form = readForm(context.problems, entry.value, 'part');
  const from = form === undefined ? undefined : readFrom(context, entry, form);
  // The name is known even where the part is wrong, so that its uses are no problems of their own.
  context.parts.set(entry.key, brokenPart(entry));
  if (form === undefined) return undefined;
  const patterns = readPatterns(context, entry, form);
  const format = form.get('format');
  const read = format === undefined ? undefined : readFormat(context.problems, format, partFormats);
  if (from === undefined || patterns === undefined || (patterns.length === 0 && read === undefined)) return undefined;
  const groups = [...new Set(patterns.flatMap((pattern) => pattern.groups.map(({ name }) => name)))];
  const part: Part = {
    name: entry.key,
    at: entry.at,
    from: from.path,
    parent: from.part,
    patterns,
    groups,
    read: read?.read,
    takes: read?.takes ?? 'text',
  };
  context.parts.set(entry.key, part);
  return part;
}

function brokenPart(entry: Entry): Part {
  const from = parsePath('$');
  if ('message' in from) throw new Error('"$" is a path');
  const nothing = { patterns: [], groups: [], read: () => undefined, takes: 'text' } as const;
  return { name: entry.key, at: entry.at, from, parent: undefined, ...nothing };
}

function hasGoodName(context: CheckContext, { key, at }: Entry): boolean {
  if (reserved.includes(key)) {
    context.problems.add(at, 'bad_value', `"${key}" is a name of the language. Give the part another one.`, {
      found: key,
    });
    return false;
  }
  if (/^[A-Za-z_][A-Za-z0-9_]*$/.test(key)) return true;
  const message = `"${key}" cannot be a part's name: it takes letters, digits and "_", and begins with no digit.`;
  context.problems.add(at, 'bad_value', message, { found: key });
  return false;
}

function readFrom(context: CheckContext, entry: Entry, form: FormEntries): PathUse | undefined {
  const from = form.get('from');
  if (from === undefined && context.format !== 'text') {
    const message = `The part "${entry.key}" does not say which text it takes apart: "from: $.message", for one.`;
    context.problems.add(entry.at, 'missing_key', message, { expected: 'from' });
    return undefined;
  }
  const text = from === undefined ? '$' : textOf(context.problems, from);
  const use = text === undefined ? undefined : readPath(context, text, from?.value ?? entry.at, { inLoop: false });
  if (use !== undefined && use.path.root === 'part' && use.path.steps.length === 0) {
    const message = `"${use.path.text}" is a whole part; say which of its fields: "${use.path.text}.field".`;
    context.problems.add(from?.value ?? entry.at, 'bad_path', message, { found: use.path.text });
    return undefined;
  }
  return use;
}

function readPatterns(context: CheckContext, entry: Entry, form: FormEntries): readonly CompiledPattern[] | undefined {
  const pattern = form.get('pattern');
  if ((pattern === undefined) === !form.has('format')) {
    const message = `The part "${entry.key}" needs a "pattern" or a "format", and not both.`;
    context.problems.add(entry.at, pattern === undefined ? 'missing_key' : 'keys_exclude', message);
    return undefined;
  }
  if (pattern === undefined) return [];
  const texts = textsOf(context.problems, pattern);
  const compiled = texts?.map((_, index) => onePattern(context, pattern, texts, index));
  return compiled?.every((one) => one !== undefined) === true ? compiled : undefined;
}

function onePattern(
  context: CheckContext,
  entry: Entry,
  texts: readonly string[],
  index: number,
): CompiledPattern | undefined {
  const at = entry.value.kind === 'list' ? entry.value.items[index]! : entry.value;
  const text = texts[index]!;
  const compiled = readPattern(context.problems, text, at);
  if (compiled === undefined) return undefined;
  if (texts.indexOf(text) < index)
    context.problems.add(
      at,
      'pattern_never_matches',
      'The same pattern stands above: this one is never tried. Remove it.',
    );
  else if (compiled.groups.length === 0)
    context.problems.add(
      at,
      'bad_pattern',
      'The pattern has no named group, so nothing comes out. Write (?<name>…) around what is wanted.',
    );
  else return compiled;
  return undefined;
}
