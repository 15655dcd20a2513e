import { describeNode, type DocumentNode, type Entry, type Scalar } from '../document/node.ts';
import { forms } from '../language/definition.ts';
import type { CheckContext, Surroundings } from './context.ts';
import { isText } from './context.ts';
import type { Condition, PathUse, Test } from './model.ts';
import { readPath } from './paths.ts';
import { readPattern } from './patterns.ts';
import { booleanOf, numberOf, readForm, textOf, textsOf, unknownKey, wrongShapeAt } from './read-form.ts';

/** Reads a condition: a path that has to have a value, or a map of paths and tests. */
export function readCondition(context: CheckContext, node: DocumentNode, around: Surroundings): Condition | undefined {
  if (isText(node)) return readExists(context, node.value, node, around);
  if (node.kind !== 'map') {
    wrongShapeAt(context.problems, node, 'when', 'a path or a map of paths and what is asked of them', node);
    return undefined;
  }
  if (node.entries.length === 0) {
    context.problems.add(
      node,
      'wrong_shape',
      'The condition is empty. Leave "when" out for a rule that always applies.',
    );
    return undefined;
  }
  const conditions = node.entries.map((entry) => readEntry(context, entry, around));
  if (!conditions.every((condition) => condition !== undefined)) return undefined;
  return conditions.length === 1 ? conditions[0] : { kind: 'all', of: conditions, at: node };
}

function readExists(
  context: CheckContext,
  text: string,
  at: DocumentNode,
  around: Surroundings,
): Condition | undefined {
  const use = readPath(context, text, at, around);
  return use === undefined ? undefined : { kind: 'test', use, test: { kind: 'exists', is: true }, at };
}

function readEntry(context: CheckContext, entry: Entry, around: Surroundings): Condition | undefined {
  if (entry.key === 'all' || entry.key === 'any') return readList(context, entry, entry.key, around);
  if (entry.key === 'not') {
    const of = readCondition(context, entry.value, around);
    return of === undefined ? undefined : { kind: 'not', of, at: entry.at };
  }
  if (!/^[$@]/.test(entry.key)) {
    unknownKey(context.problems, entry.at, 'A condition', entry.key, [...Object.keys(forms.combination.keys), '$path']);
    return undefined;
  }
  const use = readPath(context, entry.key, entry.at, around);
  const tests = readTests(context, entry.value);
  if (use === undefined || tests === undefined) return undefined;
  const wholePart = use.path.root === 'part' && use.path.steps.length === 0;
  if (wholePart && !tests.every((test) => test.kind === 'exists')) {
    const message = `"${entry.key}" is a whole part and can only be asked whether it exists; name a field of it.`;
    context.problems.add(entry.at, 'bad_path', message, { found: entry.key });
    return undefined;
  }
  return together(use, tests, entry);
}

function together(use: PathUse, tests: readonly Test[], { at }: Entry): Condition {
  const all = tests.map((test): Condition => ({ kind: 'test', use, test, at }));
  return all.length === 1 ? all[0]! : { kind: 'all', of: all, at };
}

function readList(
  context: CheckContext,
  entry: Entry,
  kind: 'all' | 'any',
  around: Surroundings,
): Condition | undefined {
  if (entry.value.kind !== 'list' || entry.value.items.length === 0) {
    wrongShapeAt(context.problems, entry.value, kind, 'a list of conditions', entry.value);
    return undefined;
  }
  const of = entry.value.items.map((item) => readCondition(context, item, around));
  return of.every((condition) => condition !== undefined) ? { kind, of, at: entry.at } : undefined;
}

function readTests(context: CheckContext, node: DocumentNode): readonly Test[] | undefined {
  if (node.kind === 'scalar')
    return node.value === null ? [{ kind: 'exists', is: false }] : [{ kind: 'equals', values: [node.value] }];
  if (node.kind === 'list') {
    const values = scalarsOf(context, node, 'A list of constants');
    return values === undefined ? undefined : [{ kind: 'equals', values }];
  }
  const form = readForm(context.problems, node, 'test');
  if (form === undefined || form.size < node.entries.length) return undefined;
  if (form.size === 0) {
    context.problems.add(
      node,
      'wrong_shape',
      'Nothing is asked here. Write a constant, a list of constants or a test.',
    );
    return undefined;
  }
  const tests = [...form.values()].map((entry) => readTest(context, entry));
  return tests.every((test) => test !== undefined) ? tests : undefined;
}

function readTest(context: CheckContext, entry: Entry): Test | undefined {
  const { problems } = context;
  switch (entry.key) {
    case 'exists': {
      const is = booleanOf(problems, entry);
      return is === undefined ? undefined : { kind: 'exists', is };
    }
    case 'not': {
      const values = scalarsOf(context, entry.value, '"not"');
      return values === undefined ? undefined : { kind: 'differs', values };
    }
    case 'contains':
    case 'starts_with':
    case 'ends_with': {
      const texts = textsOf(problems, entry);
      return texts === undefined ? undefined : { kind: entry.key, texts };
    }
    case 'some': {
      const tests = readTests(context, entry.value);
      return tests === undefined ? undefined : { kind: 'some', tests };
    }
    case 'matches': {
      const source = textOf(problems, entry);
      const pattern = source === undefined ? undefined : readPattern(problems, source, entry.value);
      return pattern === undefined ? undefined : { kind: 'matches', pattern, source: source! };
    }
    default: {
      const number = numberOf(problems, entry);
      return number === undefined ? undefined : { kind: entry.key as 'gt' | 'gte' | 'lt' | 'lte', number };
    }
  }
}

function scalarsOf(context: CheckContext, node: DocumentNode, title: string): readonly Scalar[] | undefined {
  const items = node.kind === 'list' ? node.items : [node];
  const values: Scalar[] = [];
  for (const item of items) {
    if (item.kind === 'scalar' && item.value !== null) values.push(item.value);
    else context.problems.add(item, 'wrong_shape', `${title} takes constants; ${describeNode(item)} stands here.`);
  }
  if (items.length === 0) context.problems.add(node, 'wrong_shape', 'The list is empty, so nothing can be in it.');
  return values.length === items.length && items.length > 0 ? values : undefined;
}
