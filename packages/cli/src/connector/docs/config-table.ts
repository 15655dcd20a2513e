import type { Stream } from '@sluice/connector';
import { configKeys } from '@sluice/testing/standard';
import { table } from './markdown.ts';

type Schema = Readonly<Record<string, unknown>>;

/** The keys of a stream's configuration; nothing where it has none. */
// oxlint-disable-next-line typescript/no-explicit-any -- as in the contract
export function configTable(stream: Stream<any, any>): string {
  const keys = configKeys(stream);
  if (keys.length === 0) return '';
  const rows = keys.map(({ path, schema, isRequired }) => [
    `\`${path}\``,
    typeOf(schema),
    defaultOf(schema, isRequired),
    textOf(schema['description']) + (schema['writeOnly'] === true ? ' Secret: write it as `${VARIABLE}`.' : ''),
  ]);
  return table(['key', 'type', 'default', 'meaning'], rows);
}

function typeOf(schema: Schema): string {
  if (schema['const'] !== undefined) return `\`${JSON.stringify(schema['const'])}\``;
  if (Array.isArray(schema['enum'])) return schema['enum'].map((value) => `\`${String(value)}\``).join(', ');
  for (const part of ['anyOf', 'oneOf'])
    if (Array.isArray(schema[part])) return [...new Set(schema[part].map((one: Schema) => typeOf(one)))].join(' or ');
  if (schema['type'] === 'array') return `list of ${typeOf((schema['items'] ?? {}) as Schema)}`;
  const types: Readonly<Record<string, string>> = { string: 'text', integer: 'number', object: 'keys' };
  const type = textOf(schema['type']);
  return types[type] ?? (type === '' ? 'any' : type);
}

function defaultOf(schema: Schema, isRequired: boolean): string {
  if (schema['default'] !== undefined) return `\`${JSON.stringify(schema['default'])}\``.replaceAll('"', '');
  return isRequired ? 'required' : '';
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
