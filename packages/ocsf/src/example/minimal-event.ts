import { activeAttributes, checkedProfiles } from '../active-attributes.ts';
import type { Attribute, Catalogue, Constraint, ObjectDefinition } from '../catalogue.ts';
import { classOf } from '../class-of.ts';
import { exampleValue } from './example-value.ts';

export interface MinimalEventOptions {
  readonly classUid: number;
  readonly profiles?: readonly string[];
}

/**
 * The smallest valid event of a class: required attributes, what the constraints ask for, and the same within every
 * object. A starting point for a fixture.
 */
export function minimalEvent(catalogue: Catalogue, options: MinimalEventOptions): Record<string, unknown> {
  const definition = classOf(catalogue, options.classUid);
  const profiles = checkedProfiles(catalogue, options.profiles ?? []);
  const event = minimalObject(definition, { catalogue, profiles, within: [] });
  event['class_uid'] = definition.uid;
  event['type_uid'] = definition.uid * 100 + Number(event['activity_id'] ?? 0);
  const metadata = { ...toRecord(event['metadata']), version: catalogue.release };
  event['metadata'] = profiles.size === 0 ? metadata : { ...metadata, profiles: [...profiles] };
  return event;
}

interface Surroundings {
  readonly catalogue: Catalogue;
  readonly profiles: ReadonlySet<string>;
  /** Objects around this one: an object that would hold itself is left empty. */
  readonly within: readonly ObjectDefinition[];
}

export function minimalObject(definition: ObjectDefinition, around: Surroundings): Record<string, unknown> {
  const active = new Map(activeAttributes(definition, around.profiles).map((attribute) => [attribute.name, attribute]));
  const inner = { ...around, within: [...around.within, definition] };
  const object: Record<string, unknown> = {};
  for (const attribute of active.values()) {
    if (attribute.requirement === 'required') object[attribute.name] = minimalValue(attribute, inner);
  }
  for (const constraint of definition.constraints) fulfil(constraint, object, active, inner);
  return object;
}

/** A valid value of an attribute, as small as can be. */
export function minimalValue(attribute: Attribute, around: Surroundings): unknown {
  const object = around.catalogue.objects.get(attribute.objectType ?? '');
  const isRecursive = object !== undefined && around.within.includes(object);
  const value =
    attribute.objectType === undefined
      ? exampleValue(attribute, around.catalogue)
      : object === undefined || isRecursive
        ? {}
        : minimalObject(object, around);
  return attribute.isArray ? [value] : value;
}

/** Adds one of the attributes of a constraint where none is there yet. */
function fulfil(
  constraint: Constraint,
  object: Record<string, unknown>,
  active: ReadonlyMap<string, Attribute>,
  around: Surroundings,
): void {
  const paths = constraint.attributes.map((path) => path.split('.'));
  if (paths.some((path) => path.length === 1 && Object.hasOwn(object, path[0]!))) return;
  const candidates = paths.filter(([name = '']) => active.has(name));
  const isRecursive = ([name = '']: readonly string[]): boolean =>
    around.within.some((outer) => outer.name === active.get(name)?.objectType);
  const isDeprecated = ([name = '']: readonly string[]): boolean => active.get(name)?.deprecated !== undefined;
  const chosen = candidates.find((path) => !isRecursive(path) && !isDeprecated(path)) ?? candidates[0];
  if (chosen !== undefined) setPath(object, chosen, active, around);
}

function setPath(
  object: Record<string, unknown>,
  path: readonly string[],
  active: ReadonlyMap<string, Attribute>,
  around: Surroundings,
): void {
  const [name = '', ...rest] = path;
  const attribute = active.get(name);
  if (attribute === undefined) return;
  object[name] ??= minimalValue(attribute, around);
  const inner = around.catalogue.objects.get(attribute.objectType ?? '');
  if (rest.length === 0 || inner === undefined) return;
  const innerActive = new Map(activeAttributes(inner, around.profiles).map((item) => [item.name, item]));
  const value = { ...toRecord(object[name]) };
  setPath(value, rest, innerActive, { ...around, within: [...around.within, inner] });
  object[name] = value;
}

function toRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
