import type { EnumValue } from '../catalogue.ts';
import type { SourceAttribute } from './source.ts';

const requirementRank: readonly string[] = ['optional', 'recommended', 'required'];

/** Lays `source`'s attributes over `target`'s: what `source` says wins, what it does not say stays. */
export function mergeAttributes(
  target: Map<string, SourceAttribute>,
  source: ReadonlyMap<string, SourceAttribute>,
): void {
  for (const [name, attribute] of source) {
    const existing = target.get(name);
    if (existing === undefined) target.set(name, copyAttribute(attribute));
    else mergeAttribute(existing, attribute);
  }
}

/**
 * The two special cases: profiles are a union, unless one side said that no profile matters; and where two profiles
 * own the attribute, the stricter requirement holds.
 */
export function mergeAttribute(target: SourceAttribute, source: SourceAttribute): void {
  const bothOwned = target.profiles !== undefined && source.profiles !== undefined && source.profiles !== null;
  const { profiles, enum: values, requirement, ...rest } = source;
  Object.assign(target, rest);
  if (requirement !== undefined) {
    target.requirement = bothOwned ? stricter(target.requirement, requirement) : requirement;
  }
  if (profiles !== undefined) target.profiles = mergeProfiles(target.profiles, profiles);
  if (values !== undefined) target.enum = mergeEnum(target.enum, values);
}

export function copyAttribute(attribute: SourceAttribute): SourceAttribute {
  return attribute.enum === undefined ? { ...attribute } : { ...attribute, enum: new Map(attribute.enum) };
}

export function copyAttributes(attributes: ReadonlyMap<string, SourceAttribute>): Map<string, SourceAttribute> {
  return new Map([...attributes].map(([name, attribute]) => [name, copyAttribute(attribute)]));
}

export function unionOf(...lists: readonly (readonly string[] | undefined)[]): readonly string[] {
  return [...new Set(lists.flatMap((list) => list ?? []))].toSorted();
}

function mergeProfiles(
  target: readonly string[] | null | undefined,
  source: readonly string[] | null,
): readonly string[] | null {
  if (source === null) return null;
  return target === undefined || target === null ? source : unionOf(target, source);
}

function mergeEnum(target: ReadonlyMap<string, EnumValue> | undefined, source: ReadonlyMap<string, EnumValue>) {
  const merged = new Map(target);
  for (const [id, value] of source) merged.set(id, { ...merged.get(id), ...value });
  return merged;
}

function stricter(one: string | undefined, other: string): string {
  return requirementRank.indexOf(one ?? 'optional') > requirementRank.indexOf(other) ? (one ?? other) : other;
}
