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
