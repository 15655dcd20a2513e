import type { Attribute, Catalogue, ObjectDefinition } from '@sluice/ocsf';
import { derivedReason } from '../check/derived.ts';
import { wantOf } from '../value/want.ts';
import { mappingSchema } from './json-schema.ts';

type Schema = Readonly<Record<string, unknown>>;

/**
 * The language as JSON Schema for mappings to these classes of a release: editors then complete and explain the
 * attributes of the class that a rule names, and the objects in them. Without classes, for all: that is megabytes.
 */
export function classMappingSchema(catalogue: Catalogue, classes: readonly string[]): Schema {
  const names = classes.length === 0 ? [...catalogue.classes.keys()] : classes;
  const general = mappingSchema() as { readonly $defs: Readonly<Record<string, Schema>> };
  const { $defs } = general;
  const own = new ClassDefinitions(catalogue).all(names);
  return {
    ...general,
    title: `Sluice mapping, OCSF ${catalogue.release}`,
    $defs: {
      ...$defs,
      rule: withClasses($defs['rule']!, names),
      event: withClasses($defs['event']!, names),
      ...own,
    },
  };
}

/** A rule or event whose `map` has the attributes of the class that it names. */
function withClasses(form: Schema, names: readonly string[]): Schema {
  const properties = form['properties'] as Readonly<Record<string, Schema>>;
  return {
    ...form,
    properties: { ...properties, class: { ...properties['class'], enum: names } },
    allOf: names.map((name) => ({
      if: { properties: { class: { const: name } }, required: ['class'] },
      // oxlint-disable-next-line unicorn/no-thenable -- a keyword of JSON Schema
      then: { properties: { map: ref(`class ${name}`) } },
    })),
  };
}

function ref(name: string): Schema {
  return { $ref: `#/$defs/${encodeURIComponent(name)}` };
}

/** Definitions of classes, and of each object that they reach. */
class ClassDefinitions {
  readonly #catalogue: Catalogue;
  readonly #schemas = new Map<string, Schema>();
  readonly #waiting: ObjectDefinition[] = [];

  constructor(catalogue: Catalogue) {
    this.#catalogue = catalogue;
  }

  all(classes: readonly string[]): Readonly<Record<string, Schema>> {
    for (const name of classes) {
      const definition = this.#catalogue.classes.get(name);
      if (definition === undefined) throw new RangeError(`OCSF ${this.#catalogue.release} has no class "${name}".`);
      this.#schemas.set(`class ${name}`, this.#attributes(definition, ''));
    }
    for (let next = this.#waiting.pop(); next !== undefined; next = this.#waiting.pop())
      this.#schemas.set(`object ${next.name}`, this.#attributes(next, next.name));
    return Object.fromEntries(this.#schemas);
  }

  #attributes(definition: ObjectDefinition, owner: string): Schema {
    const known = [...definition.attributes.values()].filter((one) => derivedReason(owner, one) === undefined);
    const names = known.map(({ name }) => name).join('|');
    return {
      description: `${definition.caption}: attributes, nested or with dots.`,
      type: 'object',
      properties: {
        include: { description: 'Fragments whose attributes stand here too.', type: ['string', 'array'] },
        ...(owner === '' ? {} : { when: ref('condition') }),
        ...Object.fromEntries(known.map((attribute) => [attribute.name, this.#attribute(attribute)])),
      },
      patternProperties: { [`^(?:${names})\\.`]: {} },
      additionalProperties: false,
    };
  }

  #attribute(attribute: Attribute): Schema {
    const object = this.#catalogue.objects.get(attribute.objectType ?? '');
    const description = describe(attribute, this.#catalogue);
    if (object === undefined || object.attributes.size === 0)
      return { description, anyOf: [...captions(attribute), ref('any_value'), ref('loop')] };
    const name = `object ${object.name}`;
    if (!this.#schemas.has(name)) {
      this.#schemas.set(name, {});
      this.#waiting.push(object);
    }
    if (!attribute.isArray) return { description, ...ref(name) };
    const looped = {
      type: 'object',
      properties: { each: { type: 'string' }, map: ref(name) },
      required: ['each', 'map'],
    };
    return { description, anyOf: [{ type: 'array', items: ref(name) }, looped] };
  }
}

function describe(attribute: Attribute, catalogue: Catalogue): string {
  const { caption, requirement, isArray, profiles, objectType } = attribute;
  const what = objectType ?? wantOf(attribute, catalogue).says;
  const on = profiles === undefined ? '' : ` With the profile ${profiles.join(' or ')}.`;
  return `${caption}: ${isArray ? `list, each ${what}` : what}, ${requirement}.${on}`;
}

/** Captions of an enum, so that editors offer them. */
function captions({ enum: ids, type }: Attribute): readonly Schema[] {
  if (ids === undefined) return [];
  return [{ enum: [...ids].map(([id, { caption }]) => (type === 'string_t' ? id : caption)) }];
}
