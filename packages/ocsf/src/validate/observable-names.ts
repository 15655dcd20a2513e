import type { Attribute, Catalogue, ClassDefinition, ObjectDefinition } from '../catalogue.ts';

/** Names that are kept as known to be right: there are few in earnest, and hostile ones must not pile up. */
const maxKnown = 2_000;
const maxNameLength = 512;
const step = /^([^[\]]+)(\[\d*\])?$/;

/**
 * Whether an observable's name is the path of an attribute of a class: `src_endpoint.ip`, `answers[].rdata`,
 * `answers[0].rdata`. An index on what is no array is only wrong within the path, as in the schema server.
 */
export function observableNames(
  catalogue: Catalogue,
  definition: ClassDefinition,
  profiles: ReadonlySet<string>,
): (name: string) => boolean {
  const known = new Set<string>();
  return (name) => {
    if (known.has(name)) return true;
    if (name.length > maxNameLength || !isPath(name.split('.'), definition, catalogue, profiles)) return false;
    // A copy: what is given may be a slice that holds on to a large buffer.
    if (known.size < maxKnown) known.add(Buffer.from(name).toString());
    return true;
  };
}

function isPath(
  steps: readonly string[],
  start: ObjectDefinition,
  catalogue: Catalogue,
  profiles: ReadonlySet<string>,
): boolean {
  let definition: ObjectDefinition | undefined = start;
  for (const [index, text] of steps.entries()) {
    const match = step.exec(text);
    const attribute: Attribute | undefined = match === null ? undefined : definition?.attributes.get(match[1]!);
    if (attribute === undefined || !isActive(attribute, profiles)) return false;
    if (index === steps.length - 1) return true;
    if (match?.[2] !== undefined && !attribute.isArray) return false;
    definition = attribute.objectType === undefined ? undefined : catalogue.objects.get(attribute.objectType);
  }
  return false;
}

function isActive(attribute: Attribute, profiles: ReadonlySet<string>): boolean {
  return attribute.profiles === undefined || attribute.profiles.some((profile) => profiles.has(profile));
}
