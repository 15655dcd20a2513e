import { namedFormats } from '../time/time-format.ts';
import { formats, type FormName, forms, type KeyDefinition, type KeyType, recordFormats } from './definition.ts';

type Schema = Readonly<Record<string, unknown>>;

const text: Schema = { type: 'string' };
const texts: Schema = { oneOf: [text, { type: 'array', items: text }] };
const scalar: Schema = { type: ['string', 'number', 'boolean'] };

/** What may stand under a key, by its type. */
const types: Readonly<Record<KeyType, Schema>> = {
  version: { const: 1 },
  release: { type: 'string', pattern: '^\\d+\\.\\d+\\.\\d+$' },
  text,
  name: text,
  boolean: { type: 'boolean' },
  number: { type: 'number' },
  path: { type: 'string', pattern: '^[$@]' },
  pattern: text,
  patterns: texts,
  names: texts,
  texts,
  format: ref('format'),
  value: ref('any_value'),
  values: { type: 'array', items: ref('any_value') },
  constant: {},
  attributes: ref('attributes'),
  condition: ref('condition'),
  conditions: { type: 'array', items: ref('condition'), minItems: 1 },
  scalars: { oneOf: [scalar, { type: 'array', items: scalar, minItems: 1 }] },
  cases: { type: 'array', items: ref('case'), minItems: 1 },
  lookup: { oneOf: [text, ref('table')] },
  parts: { type: 'object', additionalProperties: ref('part') },
  lookups: { type: 'object', additionalProperties: ref('table') },
  fragments: { type: 'object', additionalProperties: ref('attributes') },
  rules: { type: 'array', items: ref('rule'), minItems: 1 },
  part: ref('part'),
  required: { enum: [true, false, 'next'] },
  events: { type: 'array', items: ref('event'), minItems: 1 },
  test: ref('asked'),
  otherwise: { enum: ['reject', 'skip'] },
  include: texts,
};

function ref(name: string): Schema {
  return { $ref: `#/$defs/${name}` };
}

/** The language as JSON Schema, for completion and hover in editors. The loader checks more than it can say. */
export function mappingSchema(): Schema {
  const names = (Object.keys(forms) as FormName[]).filter((name) => name !== 'document');
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Sluice mapping',
    ...formSchema('document'),
    $defs: { ...Object.fromEntries(names.map((name) => [name, formSchema(name)])), ...sharedSchemas() },
  };
}

function formSchema(name: FormName): Schema {
  const { says, keys } = forms[name];
  const required = Object.entries(keys).filter(([, key]) => key.isRequired === true);
  return {
    description: says,
    type: 'object',
    properties: Object.fromEntries(Object.entries(keys).map(([key, definition]) => [key, keySchema(key, definition)])),
    required: required.map(([key]) => key),
    additionalProperties: false,
  };
}

function keySchema(name: string, { type, says }: KeyDefinition): Schema {
  const examples = name === 'time' ? { examples: namedFormats } : {};
  return { description: says, ...types[type], ...examples };
}

function sharedSchemas(): Readonly<Record<string, Schema>> {
  const { properties } = formSchema('combination');
  return {
    format: {
      oneOf: [
        { enum: Object.keys(formats), description: `Records: ${recordFormats.join(', ')}.` },
        {
          type: 'object',
          properties: { key_value: ref('key_value'), csv: ref('csv'), pairs: ref('pairs') },
          maxProperties: 1,
        },
      ],
    },
    table: { type: 'object', additionalProperties: scalar },
    condition: {
      oneOf: [
        types.path,
        {
          type: 'object',
          properties,
          patternProperties: {
            '^[$@]': ref('asked'),
          },
          additionalProperties: false,
        },
      ],
    },
    asked: { oneOf: [{ type: ['string', 'number', 'boolean', 'null', 'array'] }, ref('test')] },
    any_value: { anyOf: [scalar, ref('value'), { type: 'array', items: ref('any_value') }] },
    attributes: {
      description:
        'OCSF attributes, nested or with dots: `user.name`. `include` takes fragments; `when` in an object says when it is made.',
      type: 'object',
      properties: { include: texts, when: ref('condition') },
      additionalProperties: {
        anyOf: [ref('any_value'), ref('loop'), ref('attributes'), { type: 'array', items: ref('attributes') }],
      },
    },
  };
}
