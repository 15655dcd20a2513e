import type { ClassDefinition } from '@sluice/ocsf';
import type { DocumentNode, Entry } from '../document/node.ts';
import { readAttributes } from './attributes.ts';
import { certainParts } from './certainty.ts';
import { readCondition } from './conditions.ts';
import type { CheckContext } from './context.ts';
import type { Condition, EventPlan, ObjectPlan, PathUse, Rule } from './model.ts';
import { createObjectPlan } from './object-plan.ts';
import { readPath } from './paths.ts';
import { type FormEntries, readForm, textOf, wrongShape } from './read-form.ts';
import { checkRequirements } from './requirements.ts';

/** More kinds of events of one record are a mistake. */
const maxEvents = 20;

/** What is known of the records of a rule. */
interface RuleFacts {
  readonly when: Condition | undefined;
  /** Whether its condition is right: only then can be said what is certain. */
  readonly isKnown: boolean;
}

/** Reads what events a rule makes: one, described in the rule itself, or those under `events`. */
export function readEvents(context: CheckContext, form: FormEntries, facts: RuleFacts): Rule['outcome'] | undefined {
  const several = form.get('events');
  if (several === undefined) {
    const event = readEvent(context, form, facts);
    return event === undefined ? undefined : { kind: 'event', events: [event] };
  }
  if (several.value.kind !== 'list' || several.value.items.length === 0 || several.value.items.length > maxEvents) {
    wrongShape(context.problems, several, `a list of at most ${maxEvents} events`);
    return undefined;
  }
  const events = several.value.items.map((node, index) => readOneOf(context, node, index, facts));
  return events.every((event) => event !== undefined) ? { kind: 'event', events } : undefined;
}

function readOneOf(context: CheckContext, node: DocumentNode, index: number, facts: RuleFacts): EventPlan | undefined {
  const form = readForm(context.problems, node, 'event');
  if (form === undefined || !form.has('class') || !form.has('map')) return undefined;
  textOf(context.problems, form.get('name'));
  for (const key of index === 0 ? ['when', 'each'] : []) {
    const entry = form.get(key);
    if (entry === undefined) continue;
    const message = `The first event is always made, so that nothing of the record is lost: "${key}" has no place here. Put it on the rule, or on a later event.`;
    context.problems.add(entry.at, 'keys_exclude', message);
  }
  const entry = form.get('when');
  const when = entry === undefined ? undefined : readCondition(context, entry.value, { inLoop: false });
  const isKnown = facts.isKnown && (entry === undefined || when !== undefined);
  const both = when === undefined ? facts.when : facts.when === undefined ? when : bothOf(facts.when, when, node);
  const event = readEvent(context, form, { when: both, isKnown });
  return event === undefined || (entry !== undefined && when === undefined) ? undefined : { ...event, when };
}

function bothOf(one: Condition, other: Condition, at: DocumentNode): Condition {
  return { kind: 'all', of: [one, other], at };
}

function readEvent(context: CheckContext, form: FormEntries, facts: RuleFacts): EventPlan | undefined {
  const entry = form.get('class')!;
  const each = readEach(context, form.get('each'));
  const definition = readClass(context, entry);
  if (definition === undefined) return undefined;
  const map = form.get('map');
  const profiles = [...context.profiles].filter((profile) => definition.profiles.includes(profile));
  const object = createObjectPlan(definition, '', entry.value, new Set(profiles));
  if (map === undefined)
    context.problems.add(entry.at, 'missing_key', 'A rule with a class needs a "map" of attributes.', {
      expected: 'map',
    });
  else readMap(context, map, object, { profiles, inLoop: form.has('each') });
  if (facts.isKnown && map?.value.kind === 'map') {
    const known = { parts: certainParts(facts.when), nullValues: context.nullValues };
    checkRequirements(context.problems, context.catalogue, object, known);
  }
  if (form.has('each') && each === undefined) return undefined;
  return { when: undefined, each, class: definition, object, profiles };
}

function readClass(context: CheckContext, entry: Entry): ClassDefinition | undefined {
  const { problems, catalogue } = context;
  const name = textOf(problems, entry);
  if (name === undefined) return undefined;
  const definition = catalogue.classes.get(name);
  if (definition !== undefined) return definition;
  const message = `OCSF ${catalogue.release} has no class "${name}". A record that fits no class is a base_event.`;
  problems.add(entry.value, 'unknown_class', message, { found: name, known: catalogue.classes.keys() });
  return undefined;
}

function readEach(context: CheckContext, entry: Entry | undefined): PathUse | undefined {
  const text = textOf(context.problems, entry);
  const use = text === undefined ? undefined : readPath(context, text, entry!.value, { inLoop: false });
  if (use === undefined || !['origin', 'received_at'].includes(use.path.root)) {
    if (use === undefined || use.path.steps.length > 0 || use.path.root === 'record') return use;
  }
  const message = `"${use.path.text}" is no list of the record. Write "$.list" or "$part.list".`;
  context.problems.add(entry!.value, 'bad_path', message, { found: use.path.text });
  return undefined;
}

function readMap(
  context: CheckContext,
  map: Entry,
  object: ObjectPlan,
  { profiles, inLoop }: { readonly profiles: readonly string[]; readonly inLoop: boolean },
): void {
  if (map.value.kind !== 'map') {
    wrongShape(context.problems, map, 'a map of attributes');
    return;
  }
  const place = { profiles: new Set(profiles), className: object.definition, including: [], inLoop };
  readAttributes(context, map.value, object, place);
}
