import type { Attribute, Catalogue, ObjectDefinition } from '../catalogue.ts';
import { commentText, constantNames, pascalCase, propertyName } from './names.ts';

/** Named constants and types for the enums of a catalogue. */
export interface EnumTypes {
  /** Name of the type of an enum attribute of a class or object. */
  readonly nameOf: (owner: ObjectDefinition, attribute: Attribute) => string;
  readonly code: readonly string[];
}

/** Enums of ids that follow from the class are literals in place, not types of their own. */
const inPlace: ReadonlySet<string> = new Set(['class_uid', 'category_uid', 'type_uid']);

export function hasEnumType(attribute: Attribute): boolean {
  return attribute.enum !== undefined && attribute.enum.size > 0 && !inPlace.has(attribute.name);
}

/**
 * An enum that is the same wherever its attribute is used is named for the attribute (`SeverityId`); one that differs
 * is named for its owner as well (`AuthenticationActivityId`), once for all owners that share it.
 */
export function enumTypes(catalogue: Catalogue, taken: Set<string>): EnumTypes {
  const uses = enumUses(catalogue);
  const names = new Map<string, string>();
  const code: string[] = [];
  for (const [attributeName, variants] of uses) {
    for (const [content, { owner, attribute }] of variants) {
      const plain = pascalCase(variants.size === 1 ? attributeName : `${owner.name}_${attributeName}`);
      const name = taken.has(plain) ? `${plain}Enum` : plain;
      taken.add(name);
      names.set(`${attributeName} ${content}`, name);
      code.push(enumCode(name, attribute));
    }
  }
  return { nameOf: (_, attribute) => names.get(`${attribute.name} ${contentOf(attribute)}`) ?? 'never', code };
}

interface EnumUse {
  readonly owner: ObjectDefinition;
  readonly attribute: Attribute;
}

/** By attribute name, then by content: the first owner of each. */
function enumUses(catalogue: Catalogue): ReadonlyMap<string, ReadonlyMap<string, EnumUse>> {
  const uses = new Map<string, Map<string, EnumUse>>();
  for (const owner of [...catalogue.classes.values(), ...catalogue.objects.values()]) {
    for (const attribute of owner.attributes.values()) {
      if (!hasEnumType(attribute)) continue;
      const variants = uses.get(attribute.name) ?? new Map<string, EnumUse>();
      uses.set(attribute.name, variants);
      const content = contentOf(attribute);
      if (!variants.has(content)) variants.set(content, { owner, attribute });
    }
  }
  return uses;
}

function contentOf(attribute: Attribute): string {
  return `${attribute.type} ${JSON.stringify([...(attribute.enum ?? [])])}`;
}

function enumCode(name: string, attribute: Attribute): string {
  const values = [...(attribute.enum ?? [])];
  const keys = constantNames(values.map(([id, { caption }]) => (attribute.type === 'string_t' ? id : caption)));
  const literal = (id: string): string => (attribute.type === 'string_t' ? JSON.stringify(id) : String(Number(id)));
  const members = values.map(([id, { caption, deprecated }], index) => {
    const since =
      deprecated === undefined ? '' : `/** @deprecated since ${commentText(deprecated)}: ${commentText(caption)} */ `;
    return `  ${since}${propertyName(keys[index]!)}: ${literal(id)},`;
  });
  return [
    `/** Ids of \`${attribute.name}\`: ${commentText(attribute.caption)}. */`,
    `export const ${name} = {`,
    ...members,
    `} as const;`,
    `export type ${name} = ${values.map(([id]) => literal(id)).join(' | ')};`,
  ].join('\n');
}
