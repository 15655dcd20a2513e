import type { AnyStream } from '../stream-under-test.ts';

type Schema = Readonly<Record<string, unknown>>;

/** A key of a stream's configuration, as its JSON Schema has it. */
export interface ConfigKey {
  /** With what it is in: `listen[].port`. */
  readonly path: string;
  readonly name: string;
  readonly schema: Schema;
  readonly isRequired: boolean;
}

/** An object of a configuration: the whole of it has the empty path. */
export interface ConfigObject {
  readonly path: string;
  readonly schema: Schema;
}

const deepest = 12;

/** JSON Schema of what a user writes. */
export function configSchemaOf(stream: AnyStream): Schema {
  return stream.config['~standard'].jsonSchema.input({ target: 'draft-2020-12' });
}

/** All keys of a configuration; a key that stands in several alternatives comes once for each. */
export function configKeys(stream: AnyStream): readonly ConfigKey[] {
  return configObjects(stream).flatMap(({ path, schema }) => {
    const required = listOf(schema['required']);
    return Object.entries(recordOf(schema['properties'])).map(([name, property]) => ({
      path: path === '' ? name : `${path}.${name}`,
      name,
      schema: recordOf(property),
      isRequired: required.includes(name),
    }));
  });
}

/** The configuration and every object in it, through lists and alternatives. */
export function configObjects(stream: AnyStream): readonly ConfigObject[] {
  const root = configSchemaOf(stream);
  const objects: ConfigObject[] = [];
  const walk = (schema: Schema, path: string, depth: number): void => {
    if (depth > deepest) return;
    const resolved = resolve(schema, root);
    for (const part of ['anyOf', 'oneOf', 'allOf'])
      for (const alternative of listOf(resolved[part])) walk(recordOf(alternative), path, depth + 1);
    if (resolved['items'] !== undefined) walk(recordOf(resolved['items']), `${path}[]`, depth + 1);
    if (resolved['properties'] === undefined) return;
    objects.push({ path, schema: resolved });
    for (const [name, property] of Object.entries(recordOf(resolved['properties'])))
      walk(recordOf(property), path === '' ? name : `${path}.${name}`, depth + 1);
  };
  walk(root, '', 0);
  return objects;
}

/** A text that a user writes: the value of a key, or one in a list or a map of texts that is its value. */
export interface ConfigText {
  /** As that of its key, with `[]` for any in a list and `.*` for any in a map: `endpoint.bearer_tokens[]`. */
  readonly path: string;
  /** The name of its key. */
  readonly key: string;
  /** Whether it, or what it stands in, is marked as secret. */
  readonly isSecret: boolean;
}

/** All texts of a configuration that are free, each path once; those of a key that is a choice of words are none. */
export function configTexts(stream: AnyStream): readonly ConfigText[] {
  const root = configSchemaOf(stream);
  const texts = new Map<string, ConfigText>();
  const walk = (schema: Schema, text: ConfigText, depth: number): void => {
    if (depth > deepest) return;
    const resolved = resolve(schema, root);
    const isSecret = text.isSecret || schema['writeOnly'] === true || resolved['writeOnly'] === true;
    for (const part of ['anyOf', 'oneOf', 'allOf'])
      for (const alternative of listOf(resolved[part])) walk(recordOf(alternative), { ...text, isSecret }, depth + 1);
    walk(recordOf(resolved['items']), { ...text, isSecret, path: `${text.path}[]` }, depth + 1);
    walk(recordOf(resolved['additionalProperties']), { ...text, isSecret, path: `${text.path}.*` }, depth + 1);
    const isText = resolved['type'] === 'string' || listOf(resolved['type']).includes('string');
    const isFree = isText && resolved['enum'] === undefined && resolved['const'] === undefined;
    // Where alternatives disagree, one that is open is enough to be open.
    if (isFree && texts.get(text.path)?.isSecret !== false) texts.set(text.path, { ...text, isSecret });
  };
  for (const { path, name, schema } of configKeys(stream)) walk(schema, { path, key: name, isSecret: false }, 0);
  return [...texts.values()];
}

/** `#/$defs/name`, one level; anything else as it is. */
function resolve(schema: Schema, root: Schema): Schema {
  const [, name] = /^#\/\$defs\/([^/]+)$/.exec(textOf(schema['$ref'])) ?? [];
  return name === undefined ? schema : recordOf(recordOf(root['$defs'])[name]);
}

export function recordOf(value: unknown): Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
