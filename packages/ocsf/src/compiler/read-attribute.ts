import type { EnumValue } from '../catalogue.ts';
import { integerOf, isJsonObject, type JsonObject, objectOf, textOf, valueOf } from './json-file.ts';
import type { SourceAttribute } from './source.ts';

/** The facts that a schema file states of one attribute; its prose is left behind. */
export function readAttribute(json: JsonObject): SourceAttribute {
  const attribute: SourceAttribute = {};
  set(attribute, 'caption', textOf(json, 'caption'));
  set(attribute, 'type', textOf(json, 'type'));
  set(attribute, 'requirement', textOf(json, 'requirement'));
  set(attribute, 'sibling', textOf(json, 'sibling'));
  set(attribute, 'observable', integerOf(json, 'observable'));
  set(attribute, 'group', textOf(json, 'group'));
  set(attribute, 'deprecated', readDeprecated(json));
  set(attribute, 'include', textOf(json, '$include'));
  if (valueOf(json, 'is_array') === true) attribute.isArray = true;
  const profile = valueOf(json, 'profile');
  if (profile === null) attribute.profiles = null;
  else if (typeof profile === 'string') attribute.profiles = [profile];
  if (isJsonObject(valueOf(json, 'enum'))) attribute.enum = readEnum(objectOf(json, 'enum'));
  return attribute;
}

/** The release named in `@deprecated`; empty where none is named. */
export function readDeprecated(json: JsonObject): string | undefined {
  const deprecated = valueOf(json, '@deprecated');
  return isJsonObject(deprecated) ? (textOf(deprecated, 'since') ?? '') : undefined;
}

function readEnum(json: JsonObject): Map<string, EnumValue> {
  const values = new Map<string, EnumValue>();
  for (const [id, value] of Object.entries(json)) {
    if (!isJsonObject(value)) continue;
    const deprecated = readDeprecated(value);
    const caption = textOf(value, 'caption') ?? id;
    values.set(id, deprecated === undefined ? { caption } : { caption, deprecated });
  }
  return values;
}

function set<Key extends keyof SourceAttribute>(
  attribute: SourceAttribute,
  key: Key,
  value: SourceAttribute[Key] | undefined,
): void {
  if (value !== undefined) attribute[key] = value;
}
