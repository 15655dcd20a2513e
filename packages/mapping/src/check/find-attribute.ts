import type { Attribute, ObjectDefinition } from '@sluice/ocsf';
import type { Entry } from '../document/node.ts';
import { listed } from '../problems.ts';
import { wantOf } from '../value/want.ts';
import type { CheckContext, Surroundings } from './context.ts';
import { derivedReason } from './derived.ts';
import type { ObjectPlan } from './model.ts';
import { isActive } from './object-plan.ts';

/** Where in the tree of attributes a map stands. */
export interface AttributePlace extends Surroundings {
  /** Profiles that are on for the class. */
  readonly profiles: ReadonlySet<string>;
  readonly className: string;
  /** Fragments that are being included. */
  readonly including: readonly string[];
}

/** An object that is being mapped, and what OCSF says of it. */
export interface Target {
  readonly plan: ObjectPlan;
  readonly definition: ObjectDefinition;
}

/** The path of an attribute from the event. */
export function join(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}

/** Whether an attribute holds an object whose attributes OCSF names. */
export function isClosedObject(context: CheckContext, attribute: Attribute): boolean {
  const object = context.catalogue.objects.get(attribute.objectType ?? '');
  return object !== undefined && object.attributes.size > 0;
}

/** The attribute that a name means; a problem where there is none, or where it is off or follows from others. */
export function findAttribute(
  context: CheckContext,
  { at, key }: Entry,
  name: string,
  { plan, definition }: Target,
  place: AttributePlace,
): Attribute | undefined {
  const attribute = definition.attributes.get(name);
  const owner = plan.path === '' ? `The class ${plan.definition}` : `The object ${plan.definition} (${plan.path})`;
  if (attribute === undefined) {
    const known = [...definition.attributes.values()]
      .filter((one) => isActive(one, place.profiles))
      .map((one) => one.name);
    const message = `${owner} of OCSF ${context.catalogue.release} has no attribute "${name}".`;
    context.problems.add(at, 'unknown_attribute', message, { found: name, known });
    return undefined;
  }
  if (!isActive(attribute, place.profiles)) {
    const profiles = attribute.profiles ?? [];
    const message = `${join(plan.path, name)} is there only with the profile ${listed(profiles)}. Add it under "profiles".`;
    context.problems.add(at, 'profile_off', message, { found: key, expected: listed(profiles) });
    return undefined;
  }
  const reason = derivedReason(plan.path, attribute);
  if (reason === undefined) return attribute;
  context.problems.add(
    at,
    'derived_attribute',
    `${join(plan.path, name)} cannot be mapped: ${reason} Remove the line.`,
    { found: key },
  );
  return undefined;
}

/** The object that an attribute holds; a problem where it holds none that has attributes. */
export function objectOf(
  context: CheckContext,
  entry: Entry,
  attribute: Attribute,
  path: string,
): ObjectDefinition | undefined {
  const object = context.catalogue.objects.get(attribute.objectType ?? '');
  if (object === undefined || object.attributes.size === 0) {
    const what = object === undefined ? wantOf(attribute, context.catalogue).says : 'an open object';
    const message = `${path} is ${what} and has no attributes; "${entry.key}" goes into it.`;
    context.problems.add(entry.at, 'unknown_attribute', message, { found: entry.key });
    return undefined;
  }
  if (!attribute.isArray) return object;
  const message = `${path} is a list of objects. Write "${path}:" with "- " before each, or { each: $.list, map: … }.`;
  context.problems.add(entry.at, 'wrong_shape', message, { found: entry.key, expected: 'a list' });
  return undefined;
}
