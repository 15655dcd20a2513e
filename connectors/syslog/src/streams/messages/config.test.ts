import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { messagesConfig } from './config.ts';

const udp = { transport: 'udp', port: 5514 };

function issuesOf(config: unknown): string[] {
  const result = messagesConfig['~standard'].validate(config);
  if (result instanceof Promise) throw new TypeError('asynchronous');
  return (result.issues ?? []).map(({ path, message }) => `${(path ?? []).map(String).join('.')}: ${message}`);
}

test('listens on this machine only, unless told otherwise', () => {
  const result = messagesConfig['~standard'].validate({ listen: [udp] });
  expect(result).toMatchObject({
    value: { listen: [{ address: '127.0.0.1' }], timezone: 'UTC', maxConnections: 1000 },
  });
});

test.each<[string, unknown, RegExp]>([
  ['nothing to listen on', { listen: [] }, /^listen: /],
  ['an unknown key', { listen: [udp], timeout: 3 }, /timeout/],
  ['an unknown key of a socket', { listen: [{ ...udp, prot: 3 }] }, /prot/],
  ['an unknown transport', { listen: [{ transport: 'relp', port: 1 }] }, /^listen\.0/],
  ['a port that is none', { listen: [{ ...udp, port: 65_536 }] }, /^listen\.0\.port: /],
  ['no port', { listen: [{ transport: 'tcp' }] }, /^listen\.0\.port: /],
  ['a zone that is none', { listen: [udp], timezone: 'Mars/Base' }, /^timezone: .*IANA/],
  ['a subnet that is none', { listen: [udp], allow: ['192.0.2.0/33'] }, /^allow\.0: .*subnet/],
  [
    'a name for an address',
    { listen: [udp], senders: [{ address: 'mars', timezone: 'UTC' }] },
    /^senders\.0\.address: /,
  ],
  ['messages longer than strings of OCSF', { listen: [udp], max_message: '64KiB' }, /^max_message: /],
  [
    'a required client certificate without authorities',
    { listen: [{ transport: 'tls', port: 1, key_file: 'k', certificate_file: 'c', require_client_certificate: true }] },
    /^listen\.0\.ca_file: .*ca_file/,
  ],
])('refuses %s, and says where', (_name, config, expected) => {
  expect(issuesOf(config).join('\n')).toMatch(expected);
});

test('describes every key, and the README names every one', () => {
  const schema: unknown = messagesConfig['~standard'].jsonSchema.input({ target: 'draft-2020-12' });
  const readme = readFileSync(join(import.meta.dirname, '../../../README.md'), 'utf8');
  const keys = keysOf(schema);
  expect(keys.map(({ name }) => name)).toContain('require_client_certificate');
  for (const { name, description } of keys) {
    expect({ name, isDescribed: typeof description === 'string' }).toEqual({ name, isDescribed: true });
    expect(readme).toMatch(new RegExp(`\`(?:listen\\[\\]\\.|senders\\[\\]\\.)?${name}\``));
  }
});

interface Key {
  readonly name: string;
  readonly description: unknown;
}

/** All properties that a JSON Schema names, at any depth. */
function keysOf(schema: unknown): Key[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const own =
    'properties' in schema && typeof schema.properties === 'object' ? Object.entries(schema.properties ?? {}) : [];
  const named = own.map(([name, property]: [string, unknown]) => ({
    name,
    description:
      typeof property === 'object' && property !== null && 'description' in property ? property.description : undefined,
  }));
  return [...named, ...Object.values(schema).flatMap(keysOf)];
}
