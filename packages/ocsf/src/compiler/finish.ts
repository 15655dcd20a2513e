import type { Attribute, EnumValue } from '../catalogue.ts';
import { OcsfError } from '../errors.ts';
import { copyAttribute, mergeAttribute } from './merge-attribute.ts';
import type { SourceAttribute, SourceDictionary, SourceItem, SourceType } from './source.ts';

/** An item's attributes laid over the dictionary's. An item may narrow the type that the dictionary gives. */
export function finishAttributes(item: SourceItem, dictionary: SourceDictionary): ReadonlyMap<string, Attribute> {
  const attributes = new Map<string, Attribute>();
  for (const [name, own] of item.attributes) {
    const entry = dictionary.attributes.get(name);
    if (entry === undefined) {
      throw new OcsfError('schema_invalid', `${item.path} uses the attribute "${name}", which the dictionary lacks.`);
    }
    const merged = copyAttribute(entry);
    mergeAttribute(merged, own);
    attributes.set(name, toAttribute(name, merged, dictionary.types, item.path));
  }
  return attributes;
}

/** `path` says where the attribute is used, for the error that names it. */
export function toAttribute(
  name: string,
  source: SourceAttribute,
  types: ReadonlyMap<string, SourceType>,
  path: string,
): Attribute {
  if (source.type === undefined) {
    throw new OcsfError('schema_invalid', `Attribute "${name}" used in ${path} has no type.`);
  }
  const isValue = types.has(source.type);
  return {
    name,
    caption: source.caption ?? name,
    type: isValue ? source.type : 'object_t',
    ...(isValue ? {} : { objectType: source.type }),
    isArray: source.isArray ?? false,
    requirement: toRequirement(source.requirement),
    ...(source.profiles ? { profiles: source.profiles } : {}),
    ...(source.enum === undefined ? {} : { enum: inOrder(source.enum) }),
    ...(source.sibling === undefined ? {} : { sibling: source.sibling }),
    ...(source.observable === undefined ? {} : { observable: source.observable }),
    ...(source.deprecated === undefined ? {} : { deprecated: source.deprecated }),
    ...toGroup(source.group),
  };
}

function toRequirement(text: string | undefined): Attribute['requirement'] {
  return text === 'required' || text === 'recommended' ? text : 'optional';
}

function toGroup(text: string | undefined): Pick<Attribute, 'group'> {
  switch (text) {
    case 'classification':
    case 'occurrence':
    case 'context':
    case 'primary':
      return { group: text };
    default:
      return {};
  }
}

/** Numbers ascending with 0 first and 99 (Other) last, as OCSF lists them; other ids as they came. */
function inOrder(values: ReadonlyMap<string, EnumValue>): ReadonlyMap<string, EnumValue> {
  return new Map([...values].toSorted(([one], [other]) => rankOf(one) - rankOf(other)));
}

function rankOf(id: string): number {
  const number = Number(id);
  if (Number.isNaN(number)) return 0;
  return number === 99 ? Number.MAX_SAFE_INTEGER : number;
}
