import type { Attribute, Catalogue, ObjectDefinition } from './catalogue.ts';
import { OcsfError } from './errors.ts';
import { nearestName } from './nearest-name.ts';

/** The attributes that exist where `profiles` are on: those of no profile, and those of one of them. */
export function activeAttributes(definition: ObjectDefinition, profiles: ReadonlySet<string>): readonly Attribute[] {
  return [...definition.attributes.values()].filter(
    (attribute) => attribute.profiles === undefined || attribute.profiles.some((profile) => profiles.has(profile)),
  );
}

/** The profiles as a set. Throws `profile_unknown` where the catalogue lacks one. */
export function checkedProfiles(catalogue: Catalogue, profiles: readonly string[]): ReadonlySet<string> {
  for (const profile of profiles) {
    if (catalogue.profiles.has(profile)) continue;
    const nearest = nearestName(profile, catalogue.profiles);
    const hint = nearest === undefined ? `Known: ${[...catalogue.profiles].join(', ')}.` : `Did you mean "${nearest}"?`;
    throw new OcsfError('profile_unknown', `OCSF ${catalogue.release} has no profile "${profile}". ${hint}`);
  }
  return new Set(profiles);
}
