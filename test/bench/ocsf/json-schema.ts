import type { Attribute, Catalogue, ClassDefinition, ObjectDefinition } from '@sluice/ocsf';

type Schema = Readonly<Record<string, unknown>>;

/** JSON Schema of a class with its profiles, in the shape that the OCSF schema server gives out, with patterns. */
export function jsonSchemaOf(catalogue: Catalogue, definition: ClassDefinition, profiles: readonly string[]): Schema {
  const on = new Set(profiles);
  const definitions: Record<string, Schema> = {};
  const schemaOf = (item: ObjectDefinition): Schema => {
    const attributes = [...item.attributes.values()].filter(
      (attribute) => attribute.profiles === undefined || attribute.profiles.some((profile) => on.has(profile)),
    );
    if (attributes.length === 0) return { type: 'object' };
    return {
      type: 'object',
      properties: Object.fromEntries(attributes.map((attribute) => [attribute.name, propertyOf(attribute)])),
      required: attributes.filter(({ requirement }) => requirement === 'required').map(({ name }) => name),
      additionalProperties: false,
      ...constraintsOf(item),
    };
  };
  const propertyOf = (attribute: Attribute): Schema => {
    const value = attribute.objectType === undefined ? valueOf(attribute, catalogue) : referTo(attribute.objectType);
    return attribute.isArray ? { type: 'array', items: value } : value;
  };
  const referTo = (name: string): Schema => {
    const object = catalogue.objects.get(name);
    if (object !== undefined && !Object.hasOwn(definitions, name)) {
      definitions[name] = {};
      definitions[name] = schemaOf(object);
    }
    return { $ref: `#/$defs/${name}` };
  };
  const schema = schemaOf(definition);
  return { ...schema, $defs: definitions };
}

function constraintsOf(item: ObjectDefinition): Schema {
  const plain = item.constraints.filter(({ attributes }) => attributes.every((name) => !name.includes('.')));
  const [constraint] = plain;
  if (constraint === undefined) return {};
  const options = constraint.attributes.map((name) => ({ required: [name] }));
  return constraint.kind === 'just_one' ? { oneOf: options } : { anyOf: options };
}

const jsonTypes: Readonly<Record<string, string>> = {
  boolean_t: 'boolean',
  float_t: 'number',
  integer_t: 'integer',
  long_t: 'integer',
  string_t: 'string',
};

function valueOf(attribute: Attribute, catalogue: Catalogue): Schema {
  const type = catalogue.types.get(attribute.type);
  const parent = catalogue.types.get(type?.superType ?? '');
  const jsonType = jsonTypes[type?.superType ?? attribute.type];
  const ids = [...(attribute.enum ?? [])].map(([id]) => (jsonType === 'string' ? id : Number(id)));
  const maxLength = type?.maxLength ?? parent?.maxLength;
  return {
    ...(jsonType === undefined ? {} : { type: jsonType }),
    ...(ids.length === 0 ? {} : { enum: ids }),
    ...(type?.regex === undefined ? {} : { pattern: type.regex }),
    ...(maxLength === undefined || jsonType !== 'string' ? {} : { maxLength }),
    ...(type?.range === undefined ? {} : { minimum: type.range[0], maximum: type.range[1] }),
  };
}
