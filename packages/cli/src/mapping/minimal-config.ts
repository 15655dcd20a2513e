type Schema = Readonly<Record<string, unknown>>;

const deepest = 8;

/**
 * The least configuration that a JSON Schema asks for: what is required, by its own default, example or first choice.
 * Mapping alone seldom depends on it, so that nobody has to write down listeners and folders to see an event.
 */
export function minimalConfig(schema: unknown, depth = 0): unknown {
  if (!isSchema(schema) || depth > deepest) return undefined;
  const given = [schema['default'], schema['const'], firstOf(schema['examples']), firstOf(schema['enum'])];
  const said = given.find((value) => value !== undefined);
  if (said !== undefined) return said;
  const choice = firstOf(schema['anyOf']) ?? firstOf(schema['oneOf']);
  if (choice !== undefined) return minimalConfig(choice, depth + 1);
  switch (schema['type']) {
    case 'object':
      return minimalObject(schema, depth);
    case 'array':
      return [minimalConfig(schema['items'], depth + 1)];
    case 'string':
      return schema['format'] === 'uri' ? 'https://example.com/000000000000/x' : 'x';
    case 'boolean':
      return false;
    case 'integer':
    case 'number':
      return typeof schema['minimum'] === 'number' ? Math.max(1, schema['minimum']) : 1;
    default:
      return undefined;
  }
}

function minimalObject(schema: Schema, depth: number): Schema {
  const properties = isSchema(schema['properties']) ? schema['properties'] : {};
  const required = Array.isArray(schema['required']) ? schema['required'].map(String) : [];
  return Object.fromEntries(required.map((name) => [name, minimalConfig(properties[name], depth + 1)]));
}

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function firstOf(value: unknown): unknown {
  return Array.isArray(value) ? (value as readonly unknown[])[0] : undefined;
}
