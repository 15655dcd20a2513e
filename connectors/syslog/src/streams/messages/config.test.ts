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

const tls = { transport: 'tls', port: 6514, key_file: 'k.pem', certificate_file: 'c.pem' };

test('listens on this machine only, unless told otherwise, with the defaults that the README names', () => {
  const listen = [udp, { transport: 'tcp', port: 0 }, tls, { transport: 'unix', path: '/run/log' }];
  expect(messagesConfig['~standard'].validate({ listen })).toEqual({
    value: {
      listen: [
        { transport: 'udp', address: '127.0.0.1', port: 5514, receiveBufferBytes: 4_194_304 },
        { transport: 'tcp', address: '127.0.0.1', port: 0 },
        {
          transport: 'tls',
          address: '127.0.0.1',
          port: 6514,
          keyFile: 'k.pem',
          certificateFile: 'c.pem',
          caFile: undefined,
          requireClientCertificate: false,
          maxVersion: 'TLSv1.3',
        },
        { transport: 'unix', path: '/run/log' },
      ],
      timezone: 'UTC',
      senders: [],
      maxMessageBytes: 65_535,
      maxConnections: 1000,
      maxConnectionsPerSender: undefined,
      idleTimeoutMs: 3_600_000,
      unfinishedTimeoutMs: 60_000,
    },
  });
});

test.each<[string, object]>([
  [
    'the least and the greatest of each quantity',
    { max_message: '480B', idle_timeout: '100ms', unfinished_timeout: '100ms' },
  ],
  ['the greatest of each', { max_message: '65535B', idle_timeout: '7d', unfinished_timeout: '1d' }],
  ['one connection', { max_connections: 1, max_connections_per_sender: 1 }],
  [
    'single addresses and whole families',
    { allow: ['192.0.2.1', '0.0.0.0/0', '192.0.2.1/32', '::/0', '2001:db8::1/128'] },
  ],
  [
    'ports and buffers at their ends',
    {
      listen: [
        { ...udp, port: 65_535, receive_buffer: '4KiB' },
        { ...udp, port: 0, receive_buffer: '1GiB' },
      ],
    },
  ],
  [
    'client certificates',
    { listen: [{ ...tls, ca_file: 'ca.pem', require_client_certificate: true, max_version: 'TLSv1.2' }] },
  ],
  [
    'names of one letter',
    {
      listen: [
        { transport: 'tls', address: '0', port: 1, key_file: 'k', certificate_file: 'c', ca_file: 'a' },
        { transport: 'unix', path: 's' },
      ],
    },
  ],
])('takes %s', (_name, settings) => {
  expect(issuesOf({ listen: [udp], ...settings })).toEqual([]);
});

test.each<[string, unknown, RegExp]>([
  ['nothing to listen on', { listen: [] }, /^listen: /],
  ['an unknown key', { listen: [udp], timeout: 3 }, /timeout/],
  ['an unknown key of a socket', { listen: [{ ...udp, prot: 3 }] }, /prot/],
  ['an unknown transport', { listen: [{ transport: 'relp', port: 1 }] }, /^listen\.0/],
  ['a port that is none', { listen: [{ ...udp, port: 65_536 }] }, /^listen\.0\.port: /],
  ['no port', { listen: [{ transport: 'tcp' }] }, /^listen\.0\.port: /],
  ['a zone that is none', { listen: [udp], timezone: 'Mars/Base' }, /^timezone: .*IANA/],
  ['a message that is too short', { listen: [udp], max_message: '479B' }, /^max_message: /],
  ['too little patience', { listen: [udp], idle_timeout: '99ms' }, /^idle_timeout: /],
  ['too much patience', { listen: [udp], idle_timeout: '8d' }, /^idle_timeout: /],
  ['too little patience with the unfinished', { listen: [udp], unfinished_timeout: '99ms' }, /^unfinished_timeout: /],
  ['too much patience with the unfinished', { listen: [udp], unfinished_timeout: '25h' }, /^unfinished_timeout: /],
  ['no connections', { listen: [udp], max_connections: 0 }, /^max_connections: /],
  ['no connections of a sender', { listen: [udp], max_connections_per_sender: 0 }, /^max_connections_per_sender: /],
  ['a buffer that is too small', { listen: [{ ...udp, receive_buffer: '4095B' }] }, /^listen\.0\.receive_buffer: /],
  ['a buffer that is too large', { listen: [{ ...udp, receive_buffer: '2GiB' }] }, /^listen\.0\.receive_buffer: /],
  ['a negative port', { listen: [{ ...udp, port: -1 }] }, /^listen\.0\.port: /],
  ['an empty address', { listen: [{ ...udp, address: '' }] }, /^listen\.0\.address: /],
  ['an empty path', { listen: [{ transport: 'unix', path: '' }] }, /^listen\.0\.path: /],
  ['an empty key file', { listen: [{ ...tls, key_file: '' }] }, /^listen\.0\.key_file: /],
  ['an empty authority file', { listen: [{ ...tls, ca_file: '' }] }, /^listen\.0\.ca_file: /],
  ['an old version', { listen: [{ ...tls, max_version: 'TLSv1.1' }] }, /^listen\.0\.max_version: /],
  ['an unknown key of a sender', { listen: [udp], senders: [{ address: '::1', timezone: 'UTC', x: 1 }] }, /x/],
  ['a prefix of an address', { listen: [udp], allow: ['192.0.2.0/24/8'] }, /^allow\.0: .*subnet/],
  ['a prefix that is no number', { listen: [udp], allow: ['192.0.2.0/x'] }, /^allow\.0: .*subnet/],
  ['an empty prefix', { listen: [udp], allow: ['192.0.2.0/'] }, /^allow\.0: .*subnet/],
  ['a prefix of IPv6 that is too long', { listen: [udp], allow: ['2001:db8::/129'] }, /^allow\.0: .*subnet/],
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
    expect(description, name).toEqual(expect.stringMatching(/^[A-Z].{8,}\.$/s));
    expect(readme).toMatch(new RegExp(`\`(?:listen\\[\\]\\.|senders\\[\\]\\.)?${name}\``));
  }
});

test.each([
  ['key_file', 'existing-file'],
  ['certificate_file', 'existing-file'],
  ['ca_file', 'existing-file'],
  ['path', 'path'],
])('tells the host that %s is of the format %s', (name, format) => {
  const schema: unknown = messagesConfig['~standard'].jsonSchema.input({ target: 'draft-2020-12' });
  expect(keysOf(schema).find((key) => key.name === name)).toMatchObject({ format });
});

interface Key {
  readonly name: string;
  readonly description?: unknown;
  readonly format?: unknown;
}

/** All properties that a JSON Schema names, at any depth. */
function keysOf(schema: unknown): Key[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const own =
    'properties' in schema && typeof schema.properties === 'object' ? Object.entries(schema.properties ?? {}) : [];
  const named = own.map(([name, property]: [string, unknown]) => ({ ...(property as object), name }));
  return [...named, ...Object.values(schema).flatMap(keysOf)];
}
