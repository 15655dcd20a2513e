import type { Attribute, ObjectDefinition } from '@sluice/ocsf';
import type { Place } from '../problems.ts';
import { fillsItself } from './derived.ts';
import type { ObjectPlan } from './model.ts';

/** A plan without attributes yet, with what the object requires of those that are on. */
export function createObjectPlan(
  definition: ObjectDefinition,
  path: string,
  at: Place,
  profiles: ReadonlySet<string>,
): ObjectPlan {
  const required = [...definition.attributes.values()].filter(
    (attribute) =>
      attribute.requirement === 'required' && isActive(attribute, profiles) && !fillsItself(attribute, path),
  );
  const { name, constraints } = definition;
  return { definition: name, path, at, attributes: new Map(), required, constraints, conditions: [] };
}

/** Whether an attribute is there with these profiles. */
export function isActive(attribute: Attribute, profiles: ReadonlySet<string>): boolean {
  return attribute.profiles === undefined || attribute.profiles.some((profile) => profiles.has(profile));
}
