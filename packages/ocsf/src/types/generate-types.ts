import type { Attribute, Catalogue, ClassDefinition, ObjectDefinition } from '../catalogue.ts';
import { enumTypes } from './enum-types.ts';
import { isClass, propertyCode, type TypeNames } from './item-types.ts';
import { camelCase, commentText, pascalCase } from './names.ts';

/** Names that the generated code uses itself. */
const reserved: readonly string[] = ['Profile', 'OpenObject', 'Record', 'Readonly', 'EventClass'];

/**
 * TypeScript for everything that a catalogue defines: a type for each class and object, with the profiles that are on
 * as its parameter, and named constants for each enum and class. The types say what a mapper has to write; what
 * completion derives is optional.
 */
export function generateTypes(catalogue: Catalogue): string {
  const taken = new Set(reserved);
  const itemNames = nameItems(catalogue, taken);
  for (const type of catalogue.types.keys()) taken.add(pascalCase(type));
  const enums = enumTypes(catalogue, taken);
  const isOpen = (name: string): boolean => (catalogue.objects.get(name)?.attributes.size ?? 0) === 0;
  const dependsOnProfiles = profileDependence(catalogue);
  const names: TypeNames = {
    enums,
    objectType: (name) => {
      const object = catalogue.objects.get(name);
      if (object === undefined || isOpen(name)) return undefined;
      return `${itemNames.get(object)}${dependsOnProfiles(object) ? '<P>' : ''}`;
    },
  };
  const shared = new SharedParts();
  const items = [...catalogue.classes.values(), ...[...catalogue.objects.values()].filter(({ name }) => !isOpen(name))];
  const base = new Set(baseProperties(catalogue, names));
  const bodies = items.map((item) => itemParts(item, names, shared, base));
  return [
    header(catalogue),
    ...valueTypes(catalogue),
    ...enums.code,
    ...shared.code,
    ...items.map((item, index) => itemCode(item, itemNames.get(item)!, bodies[index]!, shared)),
    ...[...catalogue.classes.values()].map(classConstant),
    '',
  ].join('\n\n');
}

function header(catalogue: Catalogue): string {
  const profiles = [...catalogue.profiles].map((profile) => `  | ${JSON.stringify(profile)}`).join('\n');
  return `// Made by \`npm run generate\` in packages/ocsf from the OCSF schema, release ${catalogue.release} (Apache-2.0). Do not edit.

/** Profiles, as they stand in \`metadata.profiles\`. */
export type Profile =
${profiles};

/** An object that takes anything. */
export type OpenObject = Readonly<Record<string, unknown>>;`;
}

/** A name for every value type, so that what an editor shows says which it is. */
function valueTypes(catalogue: Catalogue): readonly string[] {
  const primitives: Readonly<Record<string, string>> = {
    string_t: 'string',
    integer_t: 'number',
    long_t: 'number | bigint',
    float_t: 'number',
    boolean_t: 'boolean',
    json_t: 'unknown',
  };
  return [...catalogue.types.values()].map((type) => {
    const code = primitives[type.superType ?? type.name] ?? 'unknown';
    return `/** ${commentText(type.caption)}. */\nexport type ${pascalCase(type.name)} = ${code};`;
  });
}

function nameItems(catalogue: Catalogue, taken: Set<string>): ReadonlyMap<ObjectDefinition, string> {
  const names = new Map<ObjectDefinition, string>();
  for (const item of [...catalogue.classes.values(), ...catalogue.objects.values()]) {
    const plain = pascalCase(item.name);
    const name = taken.has(plain) ? `${plain}Object` : plain;
    taken.add(name);
    names.set(item, name);
  }
  return names;
}

/** Tells whether an object, or one within it, has attributes that depend on profiles. */
function profileDependence(catalogue: Catalogue): (object: ObjectDefinition) => boolean {
  const depends = (object: ObjectDefinition, path: readonly ObjectDefinition[]): boolean =>
    [...object.attributes.values()].some((attribute) => {
      const inner = catalogue.objects.get(attribute.objectType ?? '');
      return (
        attribute.profiles !== undefined ||
        (inner !== undefined && !path.includes(inner) && depends(inner, [...path, inner]))
      );
    });
  const known = new Map<ObjectDefinition, boolean>();
  return (object) => {
    const answer = known.get(object) ?? depends(object, [object]);
    known.set(object, answer);
    return answer;
  };
}

/** Attributes that depend on the same profiles, as code. */
interface Part {
  /** Profiles any of which switches the part on; empty where it is always there. */
  readonly profiles: readonly string[];
  readonly properties: string;
}

/** Parts that several items have in common stand in the code once. */
class SharedParts {
  readonly #uses = new Map<string, number>();
  readonly #names = new Map<string, string>();

  add(part: Part): void {
    const key = keyOf(part);
    this.#uses.set(key, (this.#uses.get(key) ?? 0) + 1);
    if (this.#uses.get(key) === 2) this.#names.set(key, `Part${this.#names.size + 1}`);
  }

  nameOf(part: Part): string | undefined {
    return this.#names.get(keyOf(part));
  }

  get code(): readonly string[] {
    return [...this.#names].map(([key, name]) => `type ${name}${parameterOf(key)} = {\n${key}\n};`);
  }
}

/** The parameter, where the code uses it. */
function parameterOf(code: string, fallback = ''): string {
  return code.includes('<P>') || code.includes(' extends P ') ? `<P extends Profile${fallback}>` : '';
}

function keyOf(part: Part): string {
  return part.properties;
}

function baseProperties(catalogue: Catalogue, names: TypeNames): readonly string[] {
  const base = catalogue.classes.get('base_event');
  return base === undefined
    ? []
    : [...base.attributes.values()].map((attribute) => propertyCode(base, attribute, names));
}

function itemParts(
  item: ObjectDefinition,
  names: TypeNames,
  shared: SharedParts,
  base: ReadonlySet<string>,
): readonly Part[] {
  const properties = [...item.attributes.values()].map((attribute) => {
    const code = propertyCode(item, attribute, names);
    return { code, profiles: attribute.profiles ?? [], group: groupKey(item, attribute, base, code) };
  });
  return [...Map.groupBy(properties, ({ group }) => group).values()].map((group) => {
    const part: Part = { profiles: group[0]?.profiles ?? [], properties: group.map(({ code }) => code).join('\n') };
    shared.add(part);
    return part;
  });
}

/** What a class has just as the base event has it goes into a part of its own, which all classes then share. */
function groupKey(item: ObjectDefinition, attribute: Attribute, base: ReadonlySet<string>, code: string): string {
  const profiles = (attribute.profiles ?? []).join(' ');
  return isClass(item) ? `${profiles} ${attribute.group ?? ''} ${base.has(code)}` : profiles;
}

function itemCode(item: ObjectDefinition, name: string, parts: readonly Part[], shared: SharedParts): string {
  const bodies = parts.map((part) => {
    const sharedName = shared.nameOf(part);
    const argument = parameterOf(part.properties) === '' ? '' : '<P>';
    const body = sharedName === undefined ? `{\n${part.properties}\n}` : `${sharedName}${argument}`;
    const condition = part.profiles.map((profile) => `${JSON.stringify(profile)} extends P ? ${body} : `).join('');
    return condition === '' ? body : `(${condition}unknown)`;
  });
  const code = bodies.join(' & ');
  return `${itemComment(item)}\nexport type ${name}${parameterOf(code, ' = never')} = ${code};`;
}

function itemComment(item: ObjectDefinition): string {
  const kind = isClass(item) ? `class ${item.uid}` : 'object';
  const constraints = item.constraints.map(
    ({ kind: constraint, attributes }) => ` ${constraint.replaceAll('_', ' ')} of ${attributes.join(', ')}.`,
  );
  const deprecated = item.deprecated === undefined ? '' : ` @deprecated since ${commentText(item.deprecated)}`;
  return `/** ${commentText(item.caption)}: OCSF ${kind} \`${item.name}\`.${constraints.join('')}${deprecated} */`;
}

function classConstant(definition: ClassDefinition): string {
  const name = JSON.stringify(definition.name);
  return `/** ${commentText(definition.caption)}. */\nexport const ${camelCase(definition.name)} = { name: ${name}, uid: ${definition.uid} } as const;`;
}
