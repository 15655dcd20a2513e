import type { Attribute, ObjectDefinition } from '@sluice/ocsf';

const fromClass = 'it follows from the class.';
const derived: ReadonlyMap<string, string> = new Map([
  ['class_uid', fromClass],
  ['class_name', fromClass],
  ['category_uid', fromClass],
  ['category_name', fromClass],
  ['type_uid', 'it follows from the class and activity_id.'],
  ['type_name', 'it follows from the class and activity_id.'],
  ['observables', 'observables are found in the other attributes.'],
  ['unmapped', 'what no attribute takes goes there by itself.'],
  ['metadata.version', 'it is the OCSF release of the mapping.'],
  ['metadata.profiles', 'they are those of the mapping.'],
]);

/** Why an attribute cannot be mapped; undefined where it can. */
export function derivedReason(owner: string, attribute: Attribute): string | undefined {
  return derived.get(owner === '' ? attribute.name : `${owner}.${attribute.name}`);
}

const given: ReadonlySet<string> = new Set([
  'class_uid',
  'category_uid',
  'type_uid',
  'time',
  'metadata',
  'metadata.version',
  'metadata.product',
]);

/**
 * Whether a required attribute is filled in by the runtime where a mapping does not say it: identity, time of receipt,
 * product, and the id of an enum that knows "0 Unknown". Activity and severity a mapping has to say itself.
 */
export function fillsItself(attribute: Attribute, owner: string): boolean {
  const path = owner === '' ? attribute.name : `${owner}.${attribute.name}`;
  if (given.has(path)) return true;
  if (path === 'activity_id' || path === 'severity_id') return false;
  const isNumber = attribute.type !== 'string_t' && !attribute.isArray;
  return isNumber && attribute.enum?.has('0') === true;
}

/** An attribute by which an object is usually told: for messages that say what to map. */
export function tellingAttribute(object: ObjectDefinition): string {
  const required = [...object.attributes.values()].find(
    (attribute) => attribute.requirement === 'required' && !fillsItself(attribute, object.name),
  );
  const ofConstraint = object.constraints[0]?.attributes.find((name) => object.attributes.has(name));
  return required?.name ?? ofConstraint ?? [...object.attributes.keys()][0] ?? 'name';
}
