import type { Attribute, ClassDefinition, ObjectDefinition } from '../catalogue.ts';
import { type EnumTypes, hasEnumType } from './enum-types.ts';
import { commentText, pascalCase, propertyName } from './names.ts';

/** What a type of one attribute refers to. */
export interface TypeNames {
  readonly enums: EnumTypes;
  /** The type of an object by its name; undefined for an object that takes anything. */
  readonly objectType: (name: string) => string | undefined;
}

/**
 * Attributes that a mapper may leave out although OCSF requires them: completion derives them, or the pipeline adds
 * them (`metadata` and what of it is the same for all events, `time` from the time of receipt).
 */
const filledIn: Readonly<Record<'class' | 'metadata', ReadonlySet<string>>> = {
  class: new Set(['category_uid', 'type_uid', 'time', 'metadata']),
  metadata: new Set(['version', 'product', 'profiles']),
};

/** One property, with its comment. */
export function propertyCode(owner: ObjectDefinition, attribute: Attribute, names: TypeNames): string {
  const isOptional = attribute.requirement !== 'required' || isFilledIn(owner, attribute.name);
  const type = attributeType(owner, attribute, names);
  return `  /** ${commentOf(attribute)} */\n  ${propertyName(attribute.name)}${isOptional ? `?: ${type} | undefined` : `: ${type}`};`;
}

function isFilledIn(owner: ObjectDefinition, name: string): boolean {
  if (isClass(owner)) return filledIn.class.has(name);
  return owner.name === 'metadata' && filledIn.metadata.has(name);
}

export function isClass(owner: ObjectDefinition): owner is ClassDefinition {
  return 'uid' in owner;
}

function attributeType(owner: ObjectDefinition, attribute: Attribute, names: TypeNames): string {
  const type = elementType(owner, attribute, names);
  if (!attribute.isArray) return type;
  return /[ |]/.test(type) ? `readonly (${type})[]` : `readonly ${type}[]`;
}

function elementType(owner: ObjectDefinition, attribute: Attribute, names: TypeNames): string {
  if (isClass(owner) && attribute.name === 'class_uid') return String(owner.uid);
  if (isClass(owner) && attribute.name === 'category_uid') return String(owner.categoryUid);
  if (hasEnumType(attribute)) return names.enums.nameOf(owner, attribute);
  if (attribute.objectType !== undefined) return names.objectType(attribute.objectType) ?? 'OpenObject';
  return pascalCase(attribute.type);
}

function commentOf(attribute: Attribute): string {
  const caption = commentText(attribute.caption);
  const type = attribute.objectType === undefined && !hasEnumType(attribute) ? ` (\`${attribute.type}\`)` : '';
  const requirement =
    attribute.requirement === 'optional'
      ? ''
      : ` ${attribute.requirement === 'required' ? 'Required' : 'Recommended'}.`;
  const deprecated =
    attribute.deprecated === undefined ? '' : ` @deprecated since ${commentText(attribute.deprecated)}`;
  return `${caption}${type}.${requirement}${deprecated}`;
}
