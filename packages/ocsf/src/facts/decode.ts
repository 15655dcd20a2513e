import type {
  Attribute,
  Catalogue,
  ClassDefinition,
  EnumValue,
  ObjectDefinition,
  TypeDefinition,
} from '../catalogue.ts';
import { createCatalogue } from '../create-catalogue.ts';
import { identityEnums } from '../identity-enums.ts';
import type { AttributeFacts, CatalogueFacts, ClassFacts, EnumFacts, ItemFacts, TypeFacts } from './format.ts';

const noAttributes: readonly string[] = [];

export function decodeFacts(facts: CatalogueFacts): Catalogue {
  const enums = facts.enums.map(decodeEnum);
  const attributes = facts.attributes.map((attribute) => decodeAttribute(attribute, enums));
  return createCatalogue({
    release: facts.release,
    classes: facts.classes.map((definition) => decodeClass(definition, attributes)),
    objects: facts.objects.map((definition) => decodeItem(definition, attributes)),
    types: facts.types.map(decodeType),
    profiles: facts.profiles,
    observableTypes: new Map(facts.observables),
    categories: facts.categories.map(([uid, name, caption]) => ({ uid, name, caption })),
    extensions: facts.extensions.map(([uid, name, caption]) => ({ uid, name, caption })),
  });
}

/** An attribute, and whether its enum has yet to be derived from the class that uses it. */
interface DecodedAttribute {
  readonly attribute: Attribute;
  readonly derivesEnum: boolean;
}

function decodeClass(facts: ClassFacts, attributes: readonly DecodedAttribute[]): ClassDefinition {
  const item = decodeItem(facts, attributes);
  const identity = { uid: facts.u, caption: facts.c, categoryUid: facts.cu, categoryName: facts.cn };
  const activities = item.attributes.get('activity_id')?.enum ?? new Map<string, EnumValue>();
  const derived = new Map<string, ReadonlyMap<string, EnumValue>>(Object.entries(identityEnums(identity, activities)));
  const own = facts.a.map((index): readonly [string, Attribute] => {
    const { attribute, derivesEnum } = attributes[index]!;
    const values = derivesEnum ? derived.get(attribute.name) : undefined;
    return [attribute.name, values === undefined ? attribute : { ...attribute, enum: values }];
  });
  return {
    ...item,
    ...identity,
    attributes: new Map(own),
    ...(facts.o === undefined ? {} : { observables: new Map(facts.o) }),
  };
}

function decodeItem(facts: ItemFacts, attributes: readonly DecodedAttribute[]): ObjectDefinition {
  return {
    name: facts.n,
    caption: facts.c,
    ...(facts.x === undefined ? {} : { extends: facts.x }),
    attributes: new Map(facts.a.map((index) => [attributes[index]!.attribute.name, attributes[index]!.attribute])),
    constraints: (facts.k ?? []).map(([kind, names]) => ({ kind, attributes: names })),
    profiles: facts.p ?? noAttributes,
    ...(facts.b === undefined ? {} : { observable: facts.b }),
    ...(facts.d === undefined ? {} : { deprecated: facts.d }),
    ...(facts.e === undefined ? {} : { extension: facts.e }),
  };
}

function decodeAttribute(facts: AttributeFacts, enums: readonly ReadonlyMap<string, EnumValue>[]): DecodedAttribute {
  const values = enums[facts.e ?? -1];
  const attribute: Attribute = {
    name: facts.n,
    caption: facts.c,
    type: facts.t ?? 'object_t',
    ...(facts.o === undefined ? {} : { objectType: facts.o }),
    isArray: facts.a === 1,
    requirement: facts.r === 'r' ? 'required' : facts.r === 'c' ? 'recommended' : 'optional',
    ...(facts.p === undefined ? {} : { profiles: facts.p }),
    ...(values === undefined ? {} : { enum: values }),
    ...(facts.s === undefined ? {} : { sibling: facts.s }),
    ...(facts.b === undefined ? {} : { observable: facts.b }),
    ...(facts.d === undefined ? {} : { deprecated: facts.d }),
    ...decodeGroup(facts.g),
  };
  return { attribute, derivesEnum: facts.e === -1 };
}

function decodeGroup(group: string | undefined): Pick<Attribute, 'group'> {
  switch (group) {
    case 'classification':
    case 'occurrence':
    case 'context':
    case 'primary':
      return { group };
    default:
      return {};
  }
}

function decodeEnum(facts: EnumFacts): ReadonlyMap<string, EnumValue> {
  const deprecated = new Map(facts.d);
  return new Map(
    facts.i.map((id, index) => {
      const since = deprecated.get(id);
      const caption = facts.c[index] ?? id;
      return [id, since === undefined ? { caption } : { caption, deprecated: since }];
    }),
  );
}

function decodeType(facts: TypeFacts): TypeDefinition {
  return {
    name: facts.n,
    caption: facts.c,
    ...(facts.t === undefined ? {} : { superType: facts.t }),
    ...(facts.re === undefined ? {} : { regex: facts.re }),
    ...(facts.m === undefined ? {} : { maxLength: facts.m }),
    ...(facts.r === undefined ? {} : { range: facts.r }),
    ...(facts.v === undefined ? {} : { values: facts.v }),
    ...(facts.b === undefined ? {} : { observable: facts.b }),
  };
}
