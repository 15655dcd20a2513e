import type { Entry } from '../document/node.ts';
import { listed } from '../problems.ts';
import { createTimeReader, isTimeFormatError, namedFormats, type TimeReader } from '../time/time-format.ts';
import type { CheckContext } from './context.ts';
import { isText } from './context.ts';
import type { Change } from './model.ts';
import { readPattern } from './patterns.ts';
import { booleanOf, type FormEntries, numberOf, textOf, textsOf, wrongShape } from './read-form.ts';
import { fittingConstant, type Purpose, wrongType } from './constants.ts';

/** Keys that change a value, in the order in which they are applied. */
const textChanges = ['null_values', 'trim', 'lower', 'upper', 'after_last', 'before_last', 'pattern'];
const lastChanges = ['lookup', 'time', 'multiply', 'split', 'join', 'to_json'];

export function hasChanges(form: FormEntries): boolean {
  return [...textChanges, ...lastChanges].some((key) => form.has(key));
}

/** Reads what is done to a value. At most one of the last kind can stand there, since each makes another type. */
export function readChanges(context: CheckContext, form: FormEntries, purpose: Purpose): readonly Change[] | undefined {
  const last = lastChanges.filter((key) => form.has(key));
  if (last.length > 1) {
    const message = `${listed(last).replace(' or ', ' and ')} exclude each other. Keep one.`;
    context.problems.add(form.get(last[1]!)!.at, 'keys_exclude', message);
    return undefined;
  }
  const entries = [...textChanges, ...last].map((key) => form.get(key)).filter((entry) => entry !== undefined);
  const changes = entries.map((entry) => readChange(context, entry, form, purpose));
  if (!changes.every((change) => change !== undefined)) return undefined;
  return changes.filter((change) => change !== 'off');
}

function readChange(
  context: CheckContext,
  entry: Entry,
  form: FormEntries,
  purpose: Purpose,
): Change | 'off' | undefined {
  switch (entry.key) {
    case 'trim':
    case 'lower':
    case 'upper':
      return switched(context, entry, { kind: entry.key });
    case 'null_values':
    case 'after_last':
    case 'before_last':
      return readTexts(context, entry, entry.key);
    case 'join':
      return readJoin(context, entry, purpose);
    case 'to_json':
      return readToJson(context, entry, purpose);
    case 'pattern':
      return readExtraction(context, entry);
    case 'lookup':
      return readLookup(context, entry, purpose);
    case 'time':
      return readTime(context, entry, form, purpose);
    case 'multiply':
      return readMultiply(context, entry, purpose);
    default:
      return readSplit(context, entry, purpose);
  }
}

function switched(context: CheckContext, entry: Entry, change: Change): Change | 'off' | undefined {
  const isOn = booleanOf(context.problems, entry);
  return isOn === undefined ? undefined : isOn ? change : 'off';
}

function readTexts(
  context: CheckContext,
  entry: Entry,
  kind: 'null_values' | 'after_last' | 'before_last',
): Change | undefined {
  const texts = textsOf(context.problems, entry);
  if (texts === undefined) return undefined;
  if (texts.length > 0 && !texts.includes('')) return { kind, texts };
  wrongShape(context.problems, entry, 'a text, or a list of texts, none of them empty');
  return undefined;
}

function readJoin(context: CheckContext, entry: Entry, purpose: Purpose): Change | undefined {
  const { value } = entry;
  if (!isText(value)) {
    wrongShape(context.problems, entry, 'a text');
    return undefined;
  }
  if (['text', 'any'].includes(purpose.want.kind) && !purpose.isArray) return { kind: 'join', separator: value.value };
  wrongType(context, entry.at, purpose, 'the text that join makes');
  return undefined;
}

function readToJson(context: CheckContext, entry: Entry, purpose: Purpose): Change | 'off' | undefined {
  if (['text', 'any'].includes(purpose.want.kind)) return switched(context, entry, { kind: 'to_json' });
  wrongType(context, entry.at, purpose, 'JSON text');
  return undefined;
}

function readExtraction(context: CheckContext, entry: Entry): Change | undefined {
  const text = textOf(context.problems, entry);
  const pattern = text === undefined ? undefined : readPattern(context.problems, text, entry.value);
  if (pattern === undefined) return undefined;
  const group = pattern.groups.findIndex(({ name }) => name === 'value');
  if (group !== -1) return { kind: 'pattern', pattern, group: group + 1 };
  const message = 'The pattern has no group "value", so nothing comes out. Write (?<value>…) around what is wanted.';
  context.problems.add(entry.value, 'bad_pattern', message, { found: text });
  return undefined;
}

function readLookup(context: CheckContext, entry: Entry, purpose: Purpose): Change | undefined {
  const node = entry.value;
  if (node.kind === 'map') return lookupChange(context, node.entries, purpose);
  if (!isText(node)) {
    wrongShape(context.problems, entry, 'the name of a table, or a table');
    return undefined;
  }
  context.used.add(`lookup ${node.value}`);
  const table = context.lookups.get(node.value);
  if (table !== undefined) return lookupChange(context, table.node.entries, purpose);
  const known = [...context.lookups.keys()];
  const message = `There is no lookup table "${node.value}". ${known.length === 0 ? 'There are none under "lookups"' : `Known: ${listed(known)}`}.`;
  context.problems.add(node, 'unknown_lookup', message, { found: node.value, expected: listed(known), known });
  return undefined;
}

function lookupChange(context: CheckContext, entries: readonly Entry[], purpose: Purpose): Change {
  const table = new Map<string, unknown>();
  for (const { key, value } of entries) {
    const plain = value.kind === 'scalar' ? value.value : undefined;
    if (plain === undefined || plain === null) {
      context.problems.add(
        value,
        'wrong_shape',
        'A lookup table maps texts to constants. Write a text, number or boolean.',
      );
      continue;
    }
    const name = purpose.name;
    table.set(key, fittingConstant(context, plain, value, { ...purpose, isArray: false, name }));
  }
  return { kind: 'lookup', table };
}

function readTime(context: CheckContext, entry: Entry, form: FormEntries, purpose: Purpose): Change | undefined {
  const formats = textsOf(context.problems, entry);
  if (formats?.length === 0) wrongShape(context.problems, entry, 'a time format, or a list of them');
  const zone = textOf(context.problems, form.get('zone'));
  if (formats === undefined || (form.has('zone') && zone === undefined)) return undefined;
  if (purpose.want.kind !== 'time' && purpose.want.kind !== 'datetime') {
    wrongType(context, entry.at, purpose, 'a time');
    return undefined;
  }
  const readers = formats.map((format, index) => readTimeFormat(context, entry, form, format, index));
  const [first, ...others] = readers.filter((reader) => reader !== undefined);
  if (first === undefined || others.length < readers.length - 1) return undefined;
  return { kind: 'time', read: others.length === 0 ? first : firstTime([first, ...others]) };
}

function firstTime(readers: readonly TimeReader[]): TimeReader {
  return (value, receivedAt) => {
    for (const read of readers) {
      const time = read(value, receivedAt);
      if (time !== undefined) return time;
    }
    return undefined;
  };
}

function readTimeFormat(
  context: CheckContext,
  entry: Entry,
  form: FormEntries,
  format: string,
  index: number,
): TimeReader | undefined {
  const zone = textOf(context.problems, form.get('zone'));
  const at = entry.value.kind === 'list' ? entry.value.items[index]! : entry.value;
  const read = createTimeReader(format, zone);
  if (!isTimeFormatError(read)) return read;
  if (read.code === 'bad_zone') {
    context.problems.add(form.has('zone') ? form.get('zone')!.value : at, read.code, read.message, {
      found: zone ?? format,
    });
    return undefined;
  }
  const known = format.includes('%') ? [] : namedFormats;
  const message = `The time format "${format}" is wrong: ${read.message}`;
  context.problems.add(at, read.code, message, { found: format, known });
  return undefined;
}

function readMultiply(context: CheckContext, entry: Entry, purpose: Purpose): Change | undefined {
  const by = numberOf(context.problems, entry);
  if (by === undefined) return undefined;
  if (['integer', 'float', 'any'].includes(purpose.want.kind)) return { kind: 'multiply', by };
  wrongType(context, entry.at, purpose, 'a number');
  return undefined;
}

function readSplit(context: CheckContext, entry: Entry, purpose: Purpose): Change | undefined {
  const separator = textOf(context.problems, entry);
  if (separator === undefined) return undefined;
  if (purpose.isArray) return { kind: 'split', separator };
  wrongType(context, entry.at, purpose, 'a list');
  return undefined;
}
