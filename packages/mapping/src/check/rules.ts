import type { ClassDefinition } from '@sluice/ocsf';
import type { DocumentNode, Entry } from '../document/node.ts';
import { readAttributes } from './attributes.ts';
import { certainParts } from './certainty.ts';
import { readCondition } from './conditions.ts';
import type { CheckContext } from './context.ts';
import type { ObjectPlan, Rule } from './model.ts';
import { createObjectPlan } from './object-plan.ts';
import { type FormEntries, readForm, textOf, wrongShape } from './read-form.ts';
import { checkRequirements } from './requirements.ts';

const maxRules = 500;

export function readRules(context: CheckContext, entry: Entry, nullValues: readonly string[]): readonly Rule[] {
  const { problems } = context;
  if (entry.value.kind !== 'list' || entry.value.items.length === 0) {
    wrongShape(problems, entry, 'a list of rules');
    return [];
  }
  if (entry.value.items.length > maxRules)
    problems.add(
      entry.at,
      'wrong_shape',
      `There are more than ${maxRules} rules. Use lookup tables, or split the mapping.`,
    );
  const rules = entry.value.items.slice(0, maxRules).map((node, index) => readRule(context, node, index, nullValues));
  return rules.filter((rule) => rule !== undefined);
}

function readRule(
  context: CheckContext,
  node: DocumentNode,
  index: number,
  nullValues: readonly string[],
): Rule | undefined {
  const form = readForm(context.problems, node, 'rule');
  if (form === undefined) return undefined;
  const name = textOf(context.problems, form.get('name')) ?? `rule ${index + 1}`;
  const entry = form.get('when');
  const when = entry === undefined ? undefined : readCondition(context, entry.value, { inLoop: false });
  const outcome = readOutcome(context, node, form);
  if (outcome === undefined) return undefined;
  const isMapped = form.get('map')?.value.kind === 'map';
  if (outcome.kind === 'event' && isMapped && (entry === undefined || when !== undefined))
    checkRequirements(context.problems, context.catalogue, outcome.object, { parts: certainParts(when), nullValues });
  if (entry !== undefined && when === undefined) return undefined;
  return { name: form.has('name') ? `rule "${name}"` : name, at: node, when, outcome };
}

function readOutcome(context: CheckContext, node: DocumentNode, form: FormEntries): Rule['outcome'] | undefined {
  const said = ['class', 'skip', 'reject'].filter((key) => form.has(key));
  if (said.length !== 1) {
    const message =
      said.length === 0
        ? 'The rule does not say what becomes of its records: "class", "skip" or "reject".'
        : `${said.join(' and ')} exclude each other. Keep one.`;
    context.problems.add(node, said.length === 0 ? 'missing_key' : 'keys_exclude', message);
    return undefined;
  }
  const [kind] = said;
  return kind === 'skip' || kind === 'reject' ? readReason(context, form, kind) : readEvent(context, form);
}

function readReason(context: CheckContext, form: FormEntries, kind: 'skip' | 'reject'): Rule['outcome'] | undefined {
  const map = form.get('map');
  if (map !== undefined)
    context.problems.add(
      map.at,
      'keys_exclude',
      `A rule that says "${kind}" makes no event: "map" has no use. Remove it.`,
    );
  const entry = form.get(kind)!;
  const reason = textOf(context.problems, entry);
  if (reason === undefined) return undefined;
  if (/^[a-z][a-z0-9_]{0,59}$/.test(reason)) return { kind, reason };
  const message = `"${reason}" is a metric label, so it takes lower-case letters, digits and "_", at most 60.`;
  context.problems.add(entry.value, 'bad_value', message, { found: reason });
  return undefined;
}

function readEvent(context: CheckContext, form: FormEntries): Rule['outcome'] | undefined {
  const { problems, catalogue } = context;
  const entry = form.get('class')!;
  const name = textOf(problems, entry);
  if (name === undefined) return undefined;
  const definition = catalogue.classes.get(name);
  if (definition === undefined) {
    const message = `OCSF ${catalogue.release} has no class "${name}". A record that fits no class is a base_event.`;
    problems.add(entry.value, 'unknown_class', message, { found: name, known: catalogue.classes.keys() });
    return undefined;
  }
  const map = form.get('map');
  const profiles = profilesOf(context, definition);
  const object = createObjectPlan(definition, '', entry.value, new Set(profiles));
  if (map === undefined)
    problems.add(entry.at, 'missing_key', 'A rule with a class needs a "map" of attributes.', { expected: 'map' });
  else readMap(context, map, object, profiles);
  return { kind: 'event', class: definition, object, profiles };
}

function readMap(context: CheckContext, map: Entry, object: ObjectPlan, profiles: readonly string[]): void {
  if (map.value.kind !== 'map') {
    wrongShape(context.problems, map, 'a map of attributes');
    return;
  }
  const place = { profiles: new Set(profiles), className: object.definition, including: [], inLoop: false };
  readAttributes(context, map.value, object, place);
}

/** The profiles of the document that the class has. */
function profilesOf(context: CheckContext, definition: ClassDefinition): readonly string[] {
  return [...context.profiles].filter((profile) => definition.profiles.includes(profile));
}
