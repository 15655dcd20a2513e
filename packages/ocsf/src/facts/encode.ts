import type {
  Attribute,
  Catalogue,
  ClassDefinition,
  EnumValue,
  ObjectDefinition,
  TypeDefinition,
} from '../catalogue.ts';
import { identityEnums } from '../identity-enums.ts';
import type { AttributeFacts, CatalogueFacts, ClassFacts, EnumFacts, ItemFacts, TypeFacts } from './format.ts';
import { Table } from './table.ts';

/** The catalogue as compact JSON, from which `decodeFacts` makes an equal one. */
export function encodeFacts(catalogue: Catalogue): CatalogueFacts {
  const enums = new Table<EnumFacts>();
  const attributes = new Table<AttributeFacts>();
  const indexOf = (attribute: Attribute, derived: Derived): number =>
    attributes.add(encodeAttribute(attribute, enums, derived));
  const classes = [...catalogue.classes.values()].map((definition) => encodeClass(definition, indexOf));
  const objects = [...catalogue.objects.values()].map((definition) => encodeItem(definition, indexOf, new Map()));
  return {
    release: catalogue.release,
    enums: enums.items,
    attributes: attributes.items,
    classes,
    objects,
    types: [...catalogue.types.values()].map(encodeType),
    profiles: [...catalogue.profiles],
    observables: [...catalogue.observableTypes],
    categories: [...catalogue.categories.values()].map(({ uid, name, caption }) => [uid, name, caption]),
    extensions: [...catalogue.extensions.values()].map(({ uid, name, caption }) => [uid, name, caption]),
  };
}

/** Enums that follow from a class's ids, as text to compare with. */
type Derived = ReadonlyMap<string, string>;
type IndexOf = (attribute: Attribute, derived: Derived) => number;

function encodeClass(definition: ClassDefinition, indexOf: IndexOf): ClassFacts {
  const activities = definition.attributes.get('activity_id')?.enum ?? new Map<string, EnumValue>();
  const derived = Object.entries(identityEnums(definition, activities));
  const texts = new Map(derived.map(([name, values]) => [name, JSON.stringify(encodeEnum(values))]));
  const { uid, categoryUid, categoryName, observables } = definition;
  return {
    ...encodeItem(definition, indexOf, texts),
    u: uid,
    cu: categoryUid,
    cn: categoryName,
    ...(observables === undefined ? {} : { o: [...observables] }),
  };
}

function encodeItem(definition: ObjectDefinition, indexOf: IndexOf, derived: Derived): ItemFacts {
  const { name, caption, constraints, profiles, observable, deprecated, extension } = definition;
  return {
    n: name,
    c: caption,
    ...(definition.extends === undefined ? {} : { x: definition.extends }),
    a: [...definition.attributes.values()].map((attribute) => indexOf(attribute, derived)),
    ...(constraints.length === 0 ? {} : { k: constraints.map(({ kind, attributes }) => [kind, attributes] as const) }),
    ...(profiles.length === 0 ? {} : { p: profiles }),
    ...(observable === undefined ? {} : { b: observable }),
    ...(deprecated === undefined ? {} : { d: deprecated }),
    ...(extension === undefined ? {} : { e: extension }),
  };
}

function encodeAttribute(attribute: Attribute, enums: Table<EnumFacts>, derived: Derived): AttributeFacts {
  const { name, caption, type, objectType, isArray, requirement, profiles, sibling, observable, deprecated, group } =
    attribute;
  return {
    n: name,
    c: caption,
    ...(objectType === undefined ? { t: type } : { o: objectType }),
    ...(isArray ? { a: 1 as const } : {}),
    ...(requirement === 'optional' ? {} : { r: requirement === 'required' ? ('r' as const) : ('c' as const) }),
    ...(profiles === undefined ? {} : { p: profiles }),
    ...(attribute.enum === undefined ? {} : { e: enumIndex(name, attribute.enum, enums, derived) }),
    ...(sibling === undefined ? {} : { s: sibling }),
    ...(observable === undefined ? {} : { b: observable }),
    ...(deprecated === undefined ? {} : { d: deprecated }),
    ...(group === undefined ? {} : { g: group }),
  };
}

function enumIndex(
  name: string,
  values: ReadonlyMap<string, EnumValue>,
  enums: Table<EnumFacts>,
  derived: Derived,
): number {
  const facts = encodeEnum(values);
  return derived.get(name) === JSON.stringify(facts) ? -1 : enums.add(facts);
}

/** Ids ascending, so that the same enum is the same text wherever it comes from; 99 keeps its place at the end. */
function encodeEnum(values: ReadonlyMap<string, EnumValue>): EnumFacts {
  const deprecated = [...values].flatMap(([id, value]) =>
    value.deprecated === undefined ? [] : [[id, value.deprecated] as const],
  );
  return {
    i: [...values.keys()],
    c: [...values.values()].map((value) => value.caption),
    ...(deprecated.length === 0 ? {} : { d: deprecated }),
  };
}

function encodeType(type: TypeDefinition): TypeFacts {
  const { name, caption, superType, regex, maxLength, range, values, observable } = type;
  return {
    n: name,
    c: caption,
    ...(superType === undefined ? {} : { t: superType }),
    ...(regex === undefined ? {} : { re: regex }),
    ...(maxLength === undefined ? {} : { m: maxLength }),
    ...(range === undefined ? {} : { r: range }),
    ...(values === undefined ? {} : { v: values }),
    ...(observable === undefined ? {} : { b: observable }),
  };
}
