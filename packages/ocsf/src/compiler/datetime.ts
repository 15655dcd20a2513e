import { copyAttribute } from './merge-attribute.ts';
import type { SourceAttribute, SourceFolder } from './source.ts';

/** Whether every timestamp of the schema has a textual twin. */
export function hasDatetimeTwins(schema: SourceFolder): boolean {
  const { types } = schema.dictionary;
  return schema.profiles.has('datetime') && types.has('datetime_t') && types.has('timestamp_t');
}

/** Adds `X_dt` of type `datetime_t` to the dictionary for every `X` of type `timestamp_t`. */
export function addDictionaryTwins(attributes: Map<string, SourceAttribute>): void {
  for (const [name, attribute] of attributes) {
    if (attribute.type !== 'timestamp_t') continue;
    const { observable: _, ...twin } = copyAttribute(attribute);
    attributes.set(`${name}_dt`, { ...twin, type: 'datetime_t' });
  }
}

/** Adds `X_dt`, switched on by the profile `datetime`, to an item for every timestamp it has. True if there were any. */
export function addItemTwins(
  attributes: Map<string, SourceAttribute>,
  dictionary: ReadonlyMap<string, SourceAttribute>,
): boolean {
  const timestamps = [...attributes].filter(
    ([name, attribute]) => (attribute.type ?? dictionary.get(name)?.type) === 'timestamp_t',
  );
  for (const [name, attribute] of timestamps) {
    const { type: _, ...twin } = copyAttribute(attribute);
    attributes.set(`${name}_dt`, { ...twin, profiles: ['datetime'], requirement: 'optional' });
  }
  return timestamps.length > 0;
}
