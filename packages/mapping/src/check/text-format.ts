import type { Entry } from '../document/node.ts';
import { readCef, readLeef } from '../formats/cef.ts';
import { csvReader } from '../formats/csv.ts';
import type { TextReader } from '../formats/fields.ts';
import { readJson } from '../formats/json.ts';
import { keyValueReader } from '../formats/key-value.ts';
import { type ListReader, pairsReader } from '../formats/pairs.ts';
import { readUrl, readUserAgent } from '../formats/url.ts';
import { readXml } from '../formats/xml.ts';
import { listed, type Problems } from '../problems.ts';
import { isText } from './context.ts';
import { readForm, textOf, textsOf, wrongShape } from './read-form.ts';

export interface TextFormat {
  readonly name: string;
  /** Undefined for `text`, which is not read at all. */
  readonly read: ((value: never) => unknown) | undefined;
  /** What `read` takes. */
  readonly takes: 'text' | 'list';
}

const plainReaders: Readonly<Record<string, TextReader>> = {
  json: readJson,
  cef: readCef,
  leef: readLeef,
  xml: readXml,
  url: readUrl,
  user_agent: readUserAgent,
};

/** Reads `format: cef` or `format: { csv: { columns: [a, b] } }`. */
export function readFormat(problems: Problems, entry: Entry, allowed: readonly string[]): TextFormat | undefined {
  const { value } = entry;
  const only = value.kind === 'map' && value.entries.length === 1 ? value.entries[0] : undefined;
  const name = isText(value) ? value.value : only?.key;
  if (name === undefined) {
    wrongShape(problems, entry, `one of ${listed(allowed)}`);
    return undefined;
  }
  if (!allowed.includes(name)) {
    const message = `There is no format "${name}" here. Known: ${listed(allowed)}.`;
    problems.add(only?.at ?? value, 'bad_value', message, { found: name, expected: listed(allowed), known: allowed });
    return undefined;
  }
  const read = readerOf(problems, name, only, entry);
  return read === undefined && name !== 'text' ? undefined : { name, read, takes: name === 'pairs' ? 'list' : 'text' };
}

function readerOf(problems: Problems, name: string, options: Entry | undefined, entry: Entry): TextFormat['read'] {
  if (name === 'key_value') return readKeyValue(problems, options);
  if (name === 'pairs') return readPairs(problems, options);
  if (name === 'csv') return readCsv(problems, options, entry);
  if (options !== undefined)
    problems.add(options.at, 'wrong_shape', `The format ${name} has no options. Write "format: ${name}".`);
  return plainReaders[name];
}

function readKeyValue(problems: Problems, options: Entry | undefined): TextReader | undefined {
  const form = options === undefined ? new Map<string, Entry>() : readForm(problems, options.value, 'key_value');
  if (form === undefined) return undefined;
  const separator = character(problems, form.get('separator'), ' ');
  const assign = character(problems, form.get('assign'), '=');
  if (separator === undefined || assign === undefined) return undefined;
  if (separator !== assign) return keyValueReader({ separator, assign });
  // The other may be the default, which stands nowhere.
  const stated = form.get('assign') ?? form.get('separator')!;
  problems.add(stated.value, 'bad_value', '"assign" and "separator" are the same character. Change one.');
  return undefined;
}

function readPairs(problems: Problems, options: Entry | undefined): ListReader | undefined {
  const form = options === undefined ? new Map<string, Entry>() : readForm(problems, options.value, 'pairs');
  if (form === undefined) return undefined;
  const name = form.has('name') ? textOf(problems, form.get('name')) : 'name';
  const value = form.has('value') ? textOf(problems, form.get('value')) : 'value';
  return name === undefined || value === undefined ? undefined : pairsReader({ name, value });
}

function readCsv(problems: Problems, options: Entry | undefined, entry: Entry): TextReader | undefined {
  if (options === undefined) {
    const message = 'csv needs the names of its columns: "format: { csv: { columns: [time, user] } }".';
    problems.add(entry.value, 'missing_key', message, { expected: 'columns' });
    return undefined;
  }
  const form = readForm(problems, options.value, 'csv');
  const columns = textsOf(problems, form?.get('columns'));
  const separator = character(problems, form?.get('separator'), ',');
  if (columns === undefined || separator === undefined) return undefined;
  const twice = columns.find((name, index) => columns.indexOf(name) !== index);
  if (twice === undefined) return csvReader({ columns, separator });
  problems.add(form!.get('columns')!.value, 'bad_value', `The column "${twice}" is named twice. Rename one.`, {
    found: twice,
  });
  return undefined;
}

function character(problems: Problems, entry: Entry | undefined, fallback: string): string | undefined {
  if (entry === undefined) return fallback;
  const text = textOf(problems, entry);
  if (text === undefined || text.length === 1) return text;
  problems.add(entry.value, 'bad_value', `"${entry.key}" takes one character; "${text}" has ${text.length}.`, {
    found: text,
  });
  return undefined;
}
