import { knownKeys, schemasAt, type JsonSchema } from './json-schema.ts';
import type { Path } from './problem.ts';

/** Every key of the configuration as rows of a Markdown table: name, type, default, meaning. */
export function referenceTable(schema: JsonSchema): string {
  const rows = [...rowsOf(schema, [], '')];
  return ['| key | value | default | meaning |', '|---|---|---|---|', ...rows].join('\n');
}

function* rowsOf(root: JsonSchema, path: Path, prefix: string): Generator<string> {
  for (const key of knownKeys(root, path)) {
    const own = [...path, key];
    const name = `${prefix}${key}`;
    yield row(root, path, own, key, name);
    const isMap = knownKeys(root, own).length === 0 && knownKeys(root, [...own, '*']).length > 0;
    yield* isMap ? rowsOf(root, [...own, '*'], `${name}.<name>.`) : rowsOf(root, own, `${name}.`);
  }
}

function row(root: JsonSchema, parent: Path, path: Path, key: string, name: string): string {
  const schemas = schemasAt(root, path);
  const fallback = schemas.find((schema) => 'default' in schema && !isEmpty(schema['default']));
  const isRequired = schemasAt(root, parent).some(
    (schema) => Array.isArray(schema['required']) && schema['required'].includes(key),
  );
  const value = fallback === undefined ? (isRequired ? 'required' : '') : code(fallback['default']);
  const [meaning = ''] = schemas.map((schema) => schema['description']).filter((text) => typeof text === 'string');
  return `| \`${name}\` | ${typeOf(schemas)} | ${value} | ${meaning.replaceAll('|', String.raw`\|`)} |`;
}

function typeOf(schemas: readonly JsonSchema[]): string {
  const constants = schemas.flatMap((schema) =>
    Array.isArray(schema['enum']) ? schema['enum'] : 'const' in schema ? [schema['const']] : [],
  );
  if (constants.length > 0) return constants.map(code).join(', ');
  const types = schemas.flatMap((schema) => (typeof schema['type'] === 'string' ? [schema['type']] : []));
  const words: Readonly<Record<string, string>> = {
    string: 'text',
    object: 'mapping',
    integer: 'number',
    boolean: 'true, false',
  };
  return [...new Set(types)].map((type) => words[type] ?? type).join(' or ');
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

function code(value: unknown): string {
  return `\`${typeof value === 'string' ? value : JSON.stringify(value)}\``;
}
