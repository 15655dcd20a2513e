import type { Catalogue } from '@sluice/ocsf';
import type { DocumentNode, Entry } from '../document/node.ts';
import { recordFormats } from '../language/definition.ts';
import { listed, type Problems } from '../problems.ts';
import type { TextReader } from '../formats/fields.ts';
import { createCasts } from '../value/casts.ts';
import type { Functions } from '../value/function.ts';
import type { CheckContext } from './context.ts';
import { type Imports, readImports, readNamed, withShared } from './imports.ts';
import type { CheckedDocument, Rule } from './model.ts';
import { readParts } from './parts.ts';
import { checkReachability } from './reachability.ts';
import { booleanOf, type FormEntries, readForm, textOf, textsOf } from './read-form.ts';
import { readRules } from './rules.ts';
import { readFormat, type TextFormat } from './text-format.ts';

export interface CheckOptions {
  readonly problems: Problems;
  readonly catalogue: Catalogue;
  readonly functions: Functions;
  readonly imports: Imports;
}

/** Checks a document against the language and the catalogue. Undefined where something is wrong; all of it is said. */
export function checkDocument(root: DocumentNode | undefined, options: CheckOptions): CheckedDocument | undefined {
  const { problems } = options;
  if (root === undefined) return undefined;
  const form = readForm(problems, root, 'document');
  if (form === undefined) return undefined;
  checkVersions(options, form);
  textOf(problems, form.get('description'));
  const nullValues = textsOf(problems, form.get('null_values')) ?? [];
  const formatEntry = form.get('format');
  const format = formatEntry === undefined ? undefined : readFormat(problems, formatEntry, recordFormats);
  const context = createContext(options, form, nullValues, format);
  readParts(context, form.get('parse'));
  const rules = form.has('rules') ? readRules(context, form.get('rules')!) : [];
  checkReachability(problems, rules);
  checkUsed(context);
  const otherwise = readOtherwise(problems, form.get('otherwise'));
  const keepsRawData = readRawData(problems, form, format);
  if (problems.count > 0 || format === undefined) return undefined;
  return checked(context, format, { rules, nullValues, otherwise, keepsRawData });
}

function checked(
  context: CheckContext,
  format: TextFormat,
  rest: { rules: readonly Rule[]; nullValues: readonly string[]; otherwise: 'reject' | 'skip'; keepsRawData: boolean },
): CheckedDocument {
  // JSON records are parsed by the runtime.
  const read = format.name === 'json' ? undefined : (format.read as TextReader | undefined);
  return { format: format.name, read, parts: [...context.parts.values(), ...context.matches], ...rest };
}

function checkVersions({ problems, catalogue }: CheckOptions, form: FormEntries): void {
  const version = form.get('version');
  if (version !== undefined && !(version.value.kind === 'scalar' && version.value.value === 1)) {
    const message = 'This version of the language is not known. Known: 1.';
    problems.add(version.value, 'unsupported_version', message, { expected: '1' });
  }
  const release = textOf(problems, form.get('ocsf'));
  if (release === undefined || release === catalogue.release) return;
  const message = `The mapping is for OCSF ${release}, and the catalogue is ${catalogue.release}. Load it with that release, or change this line.`;
  problems.add(form.get('ocsf')!.value, 'unsupported_version', message, {
    found: release,
    expected: catalogue.release,
  });
}

function createContext(
  { problems, catalogue, functions, imports }: CheckOptions,
  form: FormEntries,
  nullValues: readonly string[],
  format: TextFormat | undefined,
): CheckContext {
  const shared = readImports(problems, form.get('import'), imports);
  const own = {
    lookups: readNamed(problems, form.get('lookups'), 'a map of tables by name'),
    fragments: readNamed(problems, form.get('fragments'), 'a map of attribute maps by name'),
  };
  return {
    problems,
    catalogue,
    functions,
    casts: createCasts(nullValues),
    profiles: readProfiles(problems, form.get('profiles'), catalogue),
    format: format?.name ?? 'json',
    nullValues,
    parts: new Map(),
    matches: [],
    lookups: withShared(problems, own.lookups, shared.lookups),
    fragments: withShared(problems, own.fragments, shared.fragments),
    used: new Set(),
    passing: { found: false },
  };
}

function readProfiles(problems: Problems, entry: Entry | undefined, catalogue: Catalogue): ReadonlySet<string> {
  const profiles = new Set<string>();
  for (const name of textsOf(problems, entry) ?? []) {
    if (catalogue.profiles.has(name)) {
      profiles.add(name);
      continue;
    }
    const message = `OCSF ${catalogue.release} has no profile "${name}". Known: ${listed(catalogue.profiles)}.`;
    problems.add(entry!.value, 'unknown_profile', message, {
      found: name,
      expected: listed(catalogue.profiles),
      known: catalogue.profiles,
    });
  }
  return profiles;
}

/** What nothing refers to is a mistake, or will be one: it is not checked. */
function checkUsed(context: CheckContext): void {
  for (const part of context.parts.values())
    if (!context.used.has(`part ${part.name}`)) unused(context, 'part', part.name, part.at);
  for (const [name, { at }] of context.lookups)
    if (at.source === undefined && !context.used.has(`lookup ${name}`)) unused(context, 'lookup table', name, at);
  for (const [name, { at }] of context.fragments)
    if (at.source === undefined && !context.used.has(`fragment ${name}`)) unused(context, 'fragment', name, at);
}

function unused(context: CheckContext, what: string, name: string, at: { readonly offset: number }): void {
  context.problems.add(at, 'unused', `Nothing uses the ${what} "${name}". Use it, or remove it.`, { found: name });
}

function readOtherwise(problems: Problems, entry: Entry | undefined): 'reject' | 'skip' {
  const text = textOf(problems, entry);
  if (text === undefined || text === 'reject' || text === 'skip') return text ?? 'reject';
  const message = `"otherwise" takes reject or skip; "${text}" stands here. For an event, end with a rule without "when".`;
  problems.add(entry!.value, 'bad_value', message, {
    found: text,
    expected: 'reject or skip',
    known: ['reject', 'skip'],
  });
  return 'reject';
}

function readRawData(problems: Problems, form: FormEntries, format: TextFormat | undefined): boolean {
  const entry = form.get('raw_data');
  const isOn = booleanOf(problems, entry);
  if (isOn === true && format?.name === 'json')
    problems.add(
      entry!.value,
      'bad_value',
      'A JSON record is kept in raw_data by { from: $, to_json: true }. Remove this line.',
    );
  return isOn ?? format?.name === 'text';
}
