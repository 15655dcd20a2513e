import type { Path } from './problem.ts';

/** As much of JSON Schema as is needed to say which keys a place knows. */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
}

/** Keys that a mapping may have at `path` by this schema, in the schema's order; of all alternatives where it has several. */
export function knownKeys(root: JsonSchema, path: Path): readonly string[] {
  const keys = new Set<string>();
  for (const schema of schemasAt(root, path))
    for (const key of Object.keys(objectOf(schema['properties']))) keys.add(key);
  return [...keys];
}

/** Values that the schema names for `path`, of all alternatives. */
export function constantsAt(root: JsonSchema, path: Path): readonly unknown[] {
  return schemasAt(root, path).flatMap((schema) => {
    const values = schema['enum'];
    return Array.isArray(values) ? values : 'const' in schema ? [schema['const']] : [];
  });
}

/** What the schema says of the value at `path`, in words for a person. */
export function descriptionAt(root: JsonSchema, path: Path): string | undefined {
  for (const schema of schemasAt(root, path)) {
    if (typeof schema['description'] === 'string') return schema['description'];
  }
  return undefined;
}

/** Values of the whole schema tree that stand in `value`, each with its path and every schema that applies to it. */
export function* walkValues(
  root: JsonSchema,
  value: unknown,
  path: Path = [],
): Generator<{ readonly path: Path; readonly value: unknown; readonly schemas: readonly JsonSchema[] }> {
  yield { path, value, schemas: schemasAt(root, path) };
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* walkValues(root, item, [...path, index]);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) yield* walkValues(root, item, [...path, key]);
  }
}

/** All schemas that apply to `path`: unions and references followed. */
export function schemasAt(root: JsonSchema, path: Path): readonly JsonSchema[] {
  let current = alternatives(root, root);
  for (const segment of path) current = current.flatMap((schema) => step(root, schema, segment));
  return current;
}

function step(root: JsonSchema, schema: JsonSchema, segment: string | number): readonly JsonSchema[] {
  if (typeof segment === 'number') {
    const prefix = schema['prefixItems'];
    const positional = Array.isArray(prefix) ? prefix[segment] : undefined;
    return alternatives(root, positional ?? schema['items']);
  }
  const properties = objectOf(schema['properties']);
  if (Object.hasOwn(properties, segment)) return alternatives(root, properties[segment]);
  return alternatives(root, schema['additionalProperties']);
}

/** The schema itself and, through references and unions, all that may stand in its place. */
function alternatives(root: JsonSchema, schema: unknown, depth = 0): readonly JsonSchema[] {
  if (typeof schema !== 'object' || schema === null || depth > 20) return [];
  const found = schema as JsonSchema;
  const reference = found['$ref'];
  const inner = [found['anyOf'], found['oneOf'], found['allOf']].filter((list) => Array.isArray(list)).flat();
  return [
    found,
    ...(typeof reference === 'string' ? alternatives(root, resolve(root, reference), depth + 1) : []),
    ...inner.flatMap((alternative) => alternatives(root, alternative, depth + 1)),
  ];
}

function resolve(root: JsonSchema, reference: string): unknown {
  let found: unknown = root;
  for (const segment of reference.split('/').slice(1))
    found = objectOf(found)[segment.replaceAll('~1', '/').replaceAll('~0', '~')];
  return found;
}

function objectOf(value: unknown): JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonSchema) : {};
}
