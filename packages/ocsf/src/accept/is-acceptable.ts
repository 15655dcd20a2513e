import type { Catalogue, ClassDefinition } from '../catalogue.ts';
import { createValidator } from '../validate/create-validator.ts';

/**
 * Whether events of a class can be accepted while they are completed. Not where the class itself is a finding, or where
 * what completion writes might be one: that takes a schema that names its ids or observables in a way of its own.
 */
export function isAcceptable(
  catalogue: Catalogue,
  definition: ClassDefinition,
  profiles: ReadonlySet<string>,
): boolean {
  if (definition.deprecated !== undefined || !definition.attributes.has('activity_id')) return false;
  if ((definition.observables?.size ?? 0) > 0) return false;
  const validate = createValidator(catalogue, { classUid: definition.uid, profiles: [...profiles] });
  const findings = validate({
    ...identityOf(definition),
    ...sampleOf(catalogue),
    metadata: { profiles: [...profiles] },
  });
  return !findings.some(({ path }) => ownPath.test(path));
}

/** What is completion's own in an event. */
const ownPath = /^(?:(?:class|category|type)_(?:uid|name)|observables(?:\[.*)?)$/;

function identityOf(definition: ClassDefinition): Readonly<Record<string, unknown>> {
  const typeUid = definition.uid * 100;
  return {
    class_uid: definition.uid,
    class_name: definition.caption,
    category_uid: definition.categoryUid,
    category_name: definition.categoryName,
    activity_id: 0,
    type_uid: typeUid,
    type_name: definition.attributes.get('type_uid')?.enum?.get(String(typeUid))?.caption,
  };
}

/** An observable of every type, with and without a value. */
function sampleOf(catalogue: Catalogue): Readonly<Record<string, unknown>> {
  const observables = [...catalogue.observableTypes].flatMap(([typeId, type]) => [
    { name: 'class_uid', type_id: typeId, type },
    { name: 'class_uid', type_id: typeId, type, value: 'x' },
  ]);
  return { observables };
}
