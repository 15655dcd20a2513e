import { describeNode, type DocumentNode, type Entry, plainValue } from '../document/node.ts';
import { isTemplate } from '../path/parse-template.ts';
import { listed, type Place } from '../problems.ts';
import { wantOfFunctionType } from '../value/casts.ts';
import { type Want, wantAny } from '../value/want.ts';
import { hasChanges, readChanges } from './changes.ts';
import { readCondition } from './conditions.ts';
import { fittingConstant, type Purpose, wrongType } from './constants.ts';
import type { CheckContext } from './context.ts';
import type { Requirement, Value, ValueCase } from './model.ts';
import { looksLikePath, readPath, readTemplate } from './paths.ts';
import { type FormEntries, readForm, textOf, wrongShape } from './read-form.ts';

const sources = ['from', 'const', 'first', 'cases', 'sum', 'call'];

/** Reads where a value comes from. Undefined where that is wrong; then there is a problem. */
export function readValue(context: CheckContext, node: DocumentNode, purpose: Purpose): Value | undefined {
  if (node.kind === 'list') return readList(context, node.items, node, purpose);
  if (node.kind === 'map') return readValueForm(context, node, purpose);
  if (typeof node.value !== 'string') return readConstant(context, node, purpose);
  if (looksLikePath(node.value)) return readPathValue(context, node.value, node, purpose);
  if (isTemplate(node.value)) return readTemplateValue(context, node.value, node, purpose);
  return readConstant(context, node, purpose);
}

function readList(
  context: CheckContext,
  nodes: readonly DocumentNode[],
  at: Place,
  purpose: Purpose,
): Value | undefined {
  if (!purpose.isArray) {
    wrongType(context, at, purpose, 'a list');
    return undefined;
  }
  const items = nodes.map((node) => readValue(context, node, { ...purpose, isArray: false }));
  return items.every((item) => item !== undefined) ? { kind: 'list', items, at } : undefined;
}

function readConstant(context: CheckContext, node: DocumentNode, purpose: Purpose): Value | undefined {
  const plain = plainValue(node);
  if (plain === null || plain === '') {
    const message = `${purpose.name} gets nothing: ${describeNode(node)} stands here. Write a value, or remove the line.`;
    context.problems.add(node, 'wrong_shape', message, { found: describeNode(node) });
    return undefined;
  }
  const value = fittingConstant(context, plain, node, purpose);
  if (value === undefined) return undefined;
  return { kind: 'constant', value: purpose.isArray && !Array.isArray(value) ? [value] : value, at: node };
}

function readPathValue(context: CheckContext, text: string, at: Place, purpose: Purpose): Value | undefined {
  const use = readPath(context, text, at, purpose);
  if (use === undefined) return undefined;
  if (use.path.root === 'part' && use.path.steps.length === 0) {
    const message = `"${text}" is a whole part; say which of its fields: "${text}.field".`;
    context.problems.add(at, 'bad_path', message, { found: text });
    return undefined;
  }
  if (isTime(purpose.want) && use.path.root !== 'received_at') {
    const message = `${purpose.name} is a time; say how it is written: { from: ${text}, time: iso }, or unix, unix_ms, a format such as "%Y-%m-%d %H:%M:%S".`;
    context.problems.add(at, 'time_format_missing', message, { found: text, expected: 'time' });
    return undefined;
  }
  return { kind: 'path', ...use, at };
}

function isTime(want: Want): boolean {
  return want.kind === 'time' || want.kind === 'datetime';
}

function readTemplateValue(context: CheckContext, text: string, at: Place, purpose: Purpose): Value | undefined {
  const pieces = readTemplate(context, text, at, purpose);
  if (pieces === undefined) return undefined;
  if (['text', 'ip', 'text_enum', 'any'].includes(purpose.want.kind)) return { kind: 'template', pieces, at };
  const expected = purpose.want.says;
  const message = `${purpose.name} is ${expected}, and a template makes text. Write a path or a constant.`;
  context.problems.add(at, 'wrong_type', message, { found: text, expected });
  return undefined;
}

function readValueForm(context: CheckContext, node: DocumentNode, purpose: Purpose): Value | undefined {
  const form = readForm(context.problems, node, 'value');
  if (form === undefined) return undefined;
  const said = sources.filter((key) => form.has(key));
  if (said.length !== 1) {
    const message =
      said.length === 0
        ? `${purpose.name}: the map says no source. Expected one of ${listed(sources)}.`
        : `${purpose.name}: ${said.join(' and ')} are both sources. Keep one; "first" tries several.`;
    context.problems.add(node, said.length === 0 ? 'missing_key' : 'keys_exclude', message, {
      expected: listed(sources),
    });
    return undefined;
  }
  belongTogether(context, form, 'args', 'call');
  belongTogether(context, form, 'zone', 'time');
  const changed = readChanged(context, form, form.get(said[0]!)!, node, purpose);
  return changed === undefined ? undefined : readFallback(context, form, changed, node, purpose);
}

function belongTogether(context: CheckContext, form: FormEntries, key: string, owner: string): void {
  const entry = form.get(key);
  if (entry !== undefined && !form.has(owner))
    context.problems.add(entry.at, 'missing_key', `"${key}" belongs to "${owner}", which is missing.`, {
      expected: owner,
    });
}

function readChanged(
  context: CheckContext,
  form: FormEntries,
  source: Entry,
  at: Place,
  purpose: Purpose,
): Value | undefined {
  if (!hasChanges(form)) return readSource(context, source, form, purpose);
  const from = readSource(context, source, form, { ...purpose, want: wantAny, isArray: false });
  const changes = readChanges(context, form, purpose);
  return from === undefined || changes === undefined ? undefined : { kind: 'changed', from, changes, at };
}

function readSource(context: CheckContext, entry: Entry, form: FormEntries, purpose: Purpose): Value | undefined {
  switch (entry.key) {
    case 'from': {
      const text = textOf(context.problems, entry);
      if (text === undefined) return undefined;
      if (isTemplate(text)) return readTemplateValue(context, text, entry.value, purpose);
      return readPathValue(context, text, entry.value, purpose);
    }
    case 'const':
      return readConstant(context, entry.value, purpose);
    case 'first':
      return readFirst(context, entry, purpose);
    case 'cases':
      return readCases(context, entry, purpose);
    case 'sum':
      return readSum(context, entry, purpose);
    default:
      return readCall(context, entry, form, purpose);
  }
}

function readFirst(context: CheckContext, entry: Entry, purpose: Purpose): Value | undefined {
  if (entry.value.kind !== 'list' || entry.value.items.length === 0) {
    wrongShape(context.problems, entry, 'a list of values');
    return undefined;
  }
  const options = entry.value.items.map((item) => readValue(context, item, purpose));
  if (!options.every((option) => option !== undefined)) return undefined;
  const end = options.findIndex((option) => option.kind === 'constant' || option.kind === 'required');
  const after = end === -1 ? undefined : options[end + 1];
  if (after !== undefined)
    context.problems.add(
      after.at,
      'unreachable_case',
      'What stands above always has a value: this one is never taken. Remove it.',
    );
  return { kind: 'first', options, at: entry.at };
}

function readCases(context: CheckContext, entry: Entry, purpose: Purpose): Value | undefined {
  if (entry.value.kind !== 'list' || entry.value.items.length === 0) {
    wrongShape(context.problems, entry, 'a list of cases');
    return undefined;
  }
  const cases = entry.value.items.map((item) => readCase(context, item, purpose));
  const end = entry.value.items.findIndex(
    (item) => item.kind === 'map' && !item.entries.some(({ key }) => key === 'when'),
  );
  const after = end === -1 ? undefined : entry.value.items[end + 1];
  if (after !== undefined)
    context.problems.add(
      after,
      'unreachable_case',
      'The case above has no condition: this one is never reached. Move it up.',
    );
  return cases.every((one) => one !== undefined) ? { kind: 'cases', cases, at: entry.at } : undefined;
}

function readCase(context: CheckContext, node: DocumentNode, purpose: Purpose): ValueCase | undefined {
  const form = readForm(context.problems, node, 'case');
  const value = form?.get('value');
  if (form === undefined || value === undefined) return undefined;
  const when = form.get('when');
  const condition = when === undefined ? undefined : readCondition(context, when.value, purpose);
  const read = readValue(context, value.value, purpose);
  if (read === undefined || (when !== undefined && condition === undefined)) return undefined;
  return { when: condition, value: read };
}

function readSum(context: CheckContext, entry: Entry, purpose: Purpose): Value | undefined {
  const { kind } = purpose.want;
  if (!['integer', 'float', 'any'].includes(kind)) {
    wrongType(context, entry.at, purpose, 'a sum');
    return undefined;
  }
  if (entry.value.kind !== 'list' || entry.value.items.length < 2) {
    wrongShape(context.problems, entry, 'a list of two or more numbers');
    return undefined;
  }
  const want = wantOfFunctionType(kind === 'integer' ? 'integer' : 'float');
  const items = entry.value.items.map((item) => readValue(context, item, { ...purpose, want, isArray: false }));
  return items.every((item) => item !== undefined) ? { kind: 'sum', items, want, at: entry.at } : undefined;
}

/** What results of plugin functions fit which attributes. */
const fittingResults: Readonly<Record<string, readonly string[]>> = {
  text: ['text', 'ip', 'text_enum', 'enum', 'any'],
  integer: ['integer', 'float', 'enum', 'text', 'any'],
  float: ['float', 'text', 'any'],
  boolean: ['boolean', 'text', 'any'],
  time: ['time', 'datetime', 'any'],
};

function readCall(context: CheckContext, entry: Entry, form: FormEntries, purpose: Purpose): Value | undefined {
  const name = textOf(context.problems, entry);
  if (name === undefined) return undefined;
  const known = Object.keys(context.functions);
  const called = Object.hasOwn(context.functions, name) ? context.functions[name] : undefined;
  if (called === undefined) {
    const all = known.length === 0 ? 'No plugin adds any' : `Known: ${listed(known)}`;
    const message = `There is no function "${name}". ${all}.`;
    context.problems.add(entry.value, 'unknown_function', message, { found: name, expected: listed(known), known });
    return undefined;
  }
  if (called.result !== 'any' && fittingResults[called.result]?.includes(purpose.want.kind) !== true) {
    wrongType(context, entry.value, purpose, `the ${called.result} that ${name} gives`);
    return undefined;
  }
  const args = readArguments(context, entry, form.get('args'), called.parameters, purpose);
  return args === undefined ? undefined : { kind: 'call', name, function: called, args, at: entry.at };
}

function readArguments(
  context: CheckContext,
  entry: Entry,
  args: Entry | undefined,
  parameters: readonly Parameters<typeof wantOfFunctionType>[0][],
  purpose: Purpose,
): readonly Value[] | undefined {
  const nodes = args === undefined ? [] : args.value.kind === 'list' ? args.value.items : [args.value];
  if (nodes.length !== parameters.length) {
    const takes = parameters.length === 0 ? 'no arguments' : `${parameters.length} (${parameters.join(', ')})`;
    const message = `The function takes ${takes}; ${nodes.length} stand here.`;
    context.problems.add(args?.at ?? entry.at, 'wrong_arguments', message, {
      found: String(nodes.length),
      expected: takes,
    });
    return undefined;
  }
  const values = nodes.map((node, index) =>
    readValue(context, node, {
      want: wantOfFunctionType(parameters[index]!),
      isArray: false,
      name: `Argument ${index + 1}`,
      inLoop: purpose.inLoop,
    }),
  );
  return values.every((value) => value !== undefined) ? values : undefined;
}

/** Reads `required`. */
export function readRequired(context: CheckContext, entry: Entry | undefined): Requirement | undefined {
  if (entry?.value.kind !== 'scalar') return entry === undefined ? undefined : noRequirement(context, entry);
  const { value } = entry.value;
  if (value === 'next') {
    context.passing.found = true;
    return 'next';
  }
  if (typeof value !== 'boolean') return noRequirement(context, entry);
  return value ? 'always' : undefined;
}

function noRequirement(context: CheckContext, entry: Entry): undefined {
  wrongShape(context.problems, entry, 'true, false or next');
}

function readFallback(
  context: CheckContext,
  form: FormEntries,
  value: Value,
  at: Place,
  purpose: Purpose,
): Value | undefined {
  const fallback = form.get('default');
  const required = readRequired(context, form.get('required'));
  if (fallback === undefined)
    return required === undefined ? value : { kind: 'required', value, orNext: required === 'next', at };
  if (required !== undefined) {
    const message = '"default" and "required" exclude each other: with a default there is always a value. Keep one.';
    context.problems.add(form.get('required')!.at, 'keys_exclude', message);
  }
  if (value.kind === 'constant')
    context.problems.add(
      fallback.at,
      'unreachable_case',
      'A constant is always there: the default is never taken. Remove it.',
    );
  const otherwise = readValue(context, fallback.value, purpose);
  return otherwise === undefined ? undefined : { kind: 'default', value, otherwise, at };
}
