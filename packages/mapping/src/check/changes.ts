import type { Entry } from '../document/node.ts';
import { listed } from '../problems.ts';
import { createTimeReader, isTimeFormatError, namedFormats } from '../time/time-format.ts';
import type { CheckContext } from './context.ts';
import { isText } from './context.ts';
import type { Change } from './model.ts';
import { readPattern } from './patterns.ts';
import { booleanOf, type FormEntries, numberOf, textOf, wrongShape } from './read-form.ts';
import { fittingConstant, type Purpose, wrongType } from './constants.ts';

/** Keys that change a value, in the order in which they are applied. */
const textChanges = ['trim', 'lower', 'upper', 'pattern'];
const lastChanges = ['lookup', 'time', 'multiply', 'split', 'to_json'];

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
  const format = textOf(context.problems, entry);
  const zone = textOf(context.problems, form.get('zone'));
  if (format === undefined || (form.has('zone') && zone === undefined)) return undefined;
  if (purpose.want.kind !== 'time' && purpose.want.kind !== 'datetime') {
    wrongType(context, entry.at, purpose, 'a time');
    return undefined;
  }
  const read = createTimeReader(format, zone);
  if (!isTimeFormatError(read)) return { kind: 'time', read };
  if (read.code === 'bad_zone') {
    const at = form.has('zone') ? form.get('zone')!.value : entry.value;
    context.problems.add(at, read.code, read.message, { found: zone ?? format });
    return undefined;
  }
  const known = format.includes('%') ? [] : namedFormats;
  const message = `The time format "${format}" is wrong: ${read.message}`;
  context.problems.add(entry.value, read.code, message, { found: format, known });
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
