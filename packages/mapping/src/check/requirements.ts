import type { Catalogue, Constraint } from '@sluice/ocsf';
import { listed, type Problems } from '../problems.ts';
import { type Certainties, isCertainAt, isCertainAttribute, planAt } from './certainty.ts';
import { tellingAttribute } from './derived.ts';
import type { AttributePlan, ObjectPlan } from './model.ts';

/**
 * Whether the events of a class have what the class requires, whatever the record. An object within an event is left
 * out where the record lacks what it requires, so there only what can never be fulfilled is a problem.
 */
export function checkRequirements(
  problems: Problems,
  catalogue: Catalogue,
  event: ObjectPlan,
  known: Certainties,
): void {
  for (const { name, objectType } of event.required) {
    const plan = event.attributes.get(name);
    if (plan === undefined) {
      const object = catalogue.objects.get(objectType ?? '');
      const how =
        object === undefined ? `"${name}: …"` : `its attributes, such as "${name}.${tellingAttribute(object)}"`;
      const unknown = /^(?:activity|severity)_id$/.test(name) ? ' (Unknown, where nothing is known)' : '';
      const message = `${event.definition} requires ${name}. Map ${how}${unknown}.`;
      problems.add(event.at, 'required_unmapped', message, { expected: name });
    } else if (!isCertainAttribute(plan, known)) {
      const message = `${event.definition} requires ${name}, and some records leave it empty. ${remedyOf(plan, known)}`;
      problems.add(plan.at, 'required_uncertain', message, { found: name });
    }
  }
  for (const constraint of event.constraints) checkConstraint(problems, event, constraint, known);
  checkNested(problems, event);
}

/** What makes an attribute certain: of an object, what of it has to be. */
function remedyOf({ source }: AttributePlan, known: Certainties): string {
  const remedy = `Give a "default", or "required: true" to reject such records`;
  if (source.kind !== 'object') return `${remedy}.`;
  const { object } = source;
  if (object.conditions.length > 0) return `Take away the condition of ${object.path}.`;
  const open = [...object.attributes.values()].filter((one) => !isCertainAttribute(one, known));
  const needed = open.filter(({ attribute }) => object.required.includes(attribute));
  const ofConstraints = object.constraints.flatMap(({ attributes }) => attributes.map((path) => planAt(object, path)));
  const one = needed[0] ?? ofConstraints.find((plan) => plan !== undefined) ?? open[0];
  return `${remedy}: to ${one?.path ?? object.path}.`;
}

function checkConstraint(problems: Problems, event: ObjectPlan, constraint: Constraint, known: Certainties): void {
  const { kind, attributes } = constraint;
  const mapped = attributes.filter((path) => planAt(event, path) !== undefined);
  const certain = mapped.filter((path) => isCertainAt(event, path, known));
  if (mapped.length === 0) noneMapped(problems, event, constraint);
  else if (kind === 'just_one' && mapped.length > 1) {
    const message = `${event.definition} takes just one of ${listed(attributes)}; ${mapped.join(' and ')} are mapped. Keep one.`;
    problems.add(planAt(event, mapped[1]!)!.at, 'constraint_unmet', message, { found: mapped.join(', ') });
  } else if (certain.length === 0) {
    const message = `${event.definition} requires at least one of ${listed(attributes)}, and some records leave ${mapped.join(' and ')} empty. Give a "default", or "required: true" to reject such records.`;
    problems.add(planAt(event, mapped[0]!)!.at, 'constraint_unmet', message, { found: mapped.join(', ') });
  }
}

function noneMapped(problems: Problems, object: ObjectPlan, { kind, attributes }: Constraint): void {
  const count = kind === 'just_one' ? 'just one' : 'at least one';
  const message = `${object.path === '' ? object.definition : `${object.path} (${object.definition})`} requires ${count} of ${listed(attributes)}. Map one.`;
  problems.add(object.at, 'constraint_unmet', message, { expected: listed(attributes) });
}

/** Objects that can never be whole. */
function checkNested(problems: Problems, object: ObjectPlan): void {
  for (const { source } of object.attributes.values()) {
    if (source.kind === 'object') checkObject(problems, source.object);
    else if (source.kind === 'objects') source.objects.forEach((element) => checkObject(problems, element));
    else if (source.kind === 'loop' && source.object !== undefined) checkObject(problems, source.object);
  }
}

function checkObject(problems: Problems, object: ObjectPlan): void {
  for (const { name } of object.required) {
    if (object.attributes.has(name)) continue;
    const message = `${object.path} (${object.definition}) requires ${name}. Map "${object.path}.${name}", or remove the object.`;
    problems.add(object.at, 'required_unmapped', message, { expected: name });
  }
  for (const constraint of object.constraints) {
    const { kind, attributes } = constraint;
    if (!attributes.some((path) => planAt(object, path) !== undefined)) noneMapped(problems, object, constraint);
    else if (kind !== 'just_one' && kind !== 'at_least_one') noneMapped(problems, object, constraint);
  }
  checkNested(problems, object);
}
