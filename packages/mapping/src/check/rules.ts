import type { DocumentNode, Entry } from '../document/node.ts';
import { listed } from '../problems.ts';
import { readCondition } from './conditions.ts';
import type { CheckContext } from './context.ts';
import { readEvents } from './events.ts';
import type { Condition, Part, Rule } from './model.ts';
import { matchName, readMatch } from './parts.ts';
import { type FormEntries, readForm, textOf, wrongShape } from './read-form.ts';

/** Beyond these a document is something else than a mapping. */
const maxRules = 1_000;
const maxNesting = 5;

/** What has to hold wherever a rule is asked: the conditions of the rules around it. */
interface Around {
  readonly conditions: readonly Condition[];
  readonly depth: number;
  /** `rule 3` of which this is `rule 3.1`. */
  readonly number: string;
}

/** Reads the rules; those within others come out beside them, with all conditions that lead to them. */
export function readRules(context: CheckContext, entry: Entry): readonly Rule[] {
  const rules = readList(context, entry, { conditions: [], depth: 0, number: '' });
  if (rules.length > maxRules)
    context.problems.add(
      entry.at,
      'wrong_shape',
      `There are more than ${maxRules} rules. Use lookup tables, or split the mapping.`,
    );
  return rules.slice(0, maxRules);
}

function readList(context: CheckContext, entry: Entry, around: Around): readonly Rule[] {
  if (entry.value.kind !== 'list' || entry.value.items.length === 0) {
    wrongShape(context.problems, entry, 'a list of rules');
    return [];
  }
  return entry.value.items.flatMap((node, index) => {
    const outer = context.parts.get(matchName);
    const rules = readRule(context, node, { ...around, number: `${around.number}${index + 1}` });
    // The part of a rule is known in it alone.
    if (outer === undefined) context.parts.delete(matchName);
    else context.parts.set(matchName, outer);
    return rules;
  });
}

function readRule(context: CheckContext, node: DocumentNode, around: Around): readonly Rule[] {
  const form = readForm(context.problems, node, 'rule');
  if (form === undefined) return [];
  context.passing.found = false;
  const said = textOf(context.problems, form.get('name'));
  const name = said === undefined ? `rule ${around.number}` : `rule "${said}"`;
  const own = readConditions(context, form);
  // Where the condition is wrong, what depends on it is not looked at.
  const conditions = own === undefined ? undefined : [...around.conditions, ...own];
  const kind = kindOf(context, node, form);
  if (kind === 'rules') return readInner(context, form, { ...around, conditions: conditions ?? [] }, conditions);
  if (kind === undefined) return [];
  const when = conditions === undefined ? undefined : allOf(conditions, node);
  const outcome =
    kind === 'skip' || kind === 'reject'
      ? readReason(context, form, kind)
      : readEvents(context, form, { when, isKnown: conditions !== undefined });
  if (outcome === undefined || conditions === undefined) return [];
  return [{ name, at: node, when: withItems(outcome, when, node), passesOn: context.passing.found, outcome }];
}

function readInner(
  context: CheckContext,
  form: FormEntries,
  around: Around,
  conditions: readonly Condition[] | undefined,
): readonly Rule[] {
  const entry = form.get('rules')!;
  if (around.depth >= maxNesting) {
    const message = `Rules are nested more than ${maxNesting} deep. Flatten them.`;
    context.problems.add(entry.at, 'wrong_shape', message);
    return [];
  }
  const rules = readList(context, entry, { ...around, depth: around.depth + 1, number: `${around.number}.` });
  return conditions === undefined ? [] : rules;
}

/** What the rule asks of its records: `when`, and that its part matches. Undefined where that is wrong. */
function readConditions(context: CheckContext, form: FormEntries): readonly Condition[] | undefined {
  const match = form.get('match');
  const part = match === undefined ? undefined : readMatch(context, match);
  const when = form.get('when');
  const condition = when === undefined ? undefined : readCondition(context, when.value, { inLoop: false });
  if ((match !== undefined && part === undefined) || (when !== undefined && condition === undefined)) return undefined;
  const matches = part === undefined ? [] : [partMatches(part)];
  return condition === undefined ? matches : [condition, ...matches];
}

function partMatches(part: Part): Condition {
  const path = { root: 'part', part: matchName, steps: [], text: `$${matchName}` } as const;
  return { kind: 'test', use: { path, part }, test: { kind: 'exists', is: true }, at: part.at };
}

function allOf(conditions: readonly Condition[], at: DocumentNode): Condition | undefined {
  const [first, ...others] = conditions;
  return first === undefined || others.length === 0 ? first : { kind: 'all', of: conditions, at };
}

/** A rule whose first event is one for each item applies only where there is an item. */
function withItems(outcome: Rule['outcome'], when: Condition | undefined, at: DocumentNode): Condition | undefined {
  const each = outcome.kind === 'event' ? outcome.events[0]?.each : undefined;
  if (each === undefined) return when;
  const hasItems: Condition = { kind: 'test', use: each, test: { kind: 'has_items' }, at };
  return when === undefined ? hasItems : { kind: 'all', of: [when, hasItems], at };
}

const outcomes = ['class', 'events', 'rules', 'skip', 'reject'] as const;
type OutcomeKind = (typeof outcomes)[number];

function kindOf(context: CheckContext, node: DocumentNode, form: FormEntries): OutcomeKind | undefined {
  const said = outcomes.filter((key) => form.has(key));
  const [kind] = said;
  if (said.length !== 1) {
    const message =
      said.length === 0
        ? `The rule does not say what becomes of its records: ${listed(outcomes.map((key) => `"${key}"`))}.`
        : `${said.join(' and ')} exclude each other. Keep one.`;
    context.problems.add(node, said.length === 0 ? 'missing_key' : 'keys_exclude', message);
    return undefined;
  }
  for (const key of ['map', 'each']) if (kind !== 'class') hasNoUse(context, form, key, kind!);
  return kind;
}

function hasNoUse(context: CheckContext, form: FormEntries, key: string, kind: string): void {
  const entry = form.get(key);
  if (entry === undefined) return;
  const makes = kind === 'events' || kind === 'rules' ? `says what it makes under "${kind}"` : 'makes no event';
  const message = `A rule that says "${kind}" ${makes}: "${key}" has no use. Remove it.`;
  context.problems.add(entry.at, 'keys_exclude', message);
}

function readReason(context: CheckContext, form: FormEntries, kind: 'skip' | 'reject'): Rule['outcome'] | undefined {
  const entry = form.get(kind)!;
  const reason = textOf(context.problems, entry);
  if (reason === undefined) return undefined;
  if (/^[a-z][a-z0-9_]{0,59}$/.test(reason)) return { kind, reason };
  const message = `"${reason}" is a metric label, so it takes lower-case letters, digits and "_", at most 60.`;
  context.problems.add(entry.value, 'bad_value', message, { found: reason });
  return undefined;
}
