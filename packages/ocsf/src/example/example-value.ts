import type { Attribute, Catalogue } from '../catalogue.ts';

/** Values that fit the types that have a pattern or a range. Addresses are of the documentation ranges. */
const byType: Readonly<Record<string, unknown>> = {
  boolean_t: true,
  bytestring_t: 'QQ==',
  datetime_t: '2026-01-02T03:04:05Z',
  email_t: 'alice@example.com',
  file_hash_t: '0123456789abcdef0123456789abcdef',
  file_name_t: 'notes.txt',
  file_path_t: '/tmp/notes.txt',
  float_t: 0.5,
  hostname_t: 'host.example.com',
  integer_t: 1,
  ip_t: '192.0.2.1',
  json_t: 'any value',
  long_t: 1,
  mac_t: '00:00:5E:00:53:01',
  port_t: 443,
  resource_uid_t: 'resource-1',
  string_t: 'text',
  subnet_t: '192.0.2.0/24',
  timestamp_t: 1_767_323_045_000,
  url_t: 'https://example.com/',
  username_t: 'alice',
  uuid_t: '00000000-0000-4000-8000-000000000001',
};

/** A valid value of an attribute that holds no object, not as an array. */
export function exampleValue(attribute: Attribute, catalogue: Catalogue): unknown {
  const id = exampleId(attribute);
  if (id !== undefined) return id;
  const type = catalogue.types.get(attribute.type);
  return byType[attribute.type] ?? byType[type?.superType ?? ''] ?? 'text';
}

/** The first id that says something and is not deprecated. */
function exampleId(attribute: Attribute): number | string | undefined {
  if (attribute.enum === undefined || attribute.enum.size === 0) return undefined;
  const ids = [...attribute.enum].filter(([, { deprecated }]) => deprecated === undefined).map(([id]) => id);
  const id = ids.find((candidate) => candidate !== '0' && candidate !== '99') ?? ids[0] ?? '0';
  return attribute.type === 'string_t' ? id : Number(id);
}
