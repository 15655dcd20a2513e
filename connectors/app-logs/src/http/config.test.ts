import { expect, test } from 'vitest';
import { z } from 'zod';
import { endpointConfig, endpointShape, isGuarded, unguarded } from './config.ts';

const schema = z.strictObject(endpointShape(4318));
const isTaken = (written: object): boolean => schema.safeParse(written).success;

test('an endpoint listens on this machine unless told otherwise', () => {
  expect(endpointConfig(schema.parse({}))).toEqual({
    address: '127.0.0.1',
    port: 4318,
    tokens: [],
    acknowledge: 'durable',
    replyWithinMs: 30_000,
    maxBodyBytes: 16 * 1024 ** 2,
    maxUncompressedBytes: 64 * 1024 ** 2,
    maxPendingBytes: 64 * 1024 ** 2,
    maxConnections: 1000,
  });
});

test('what is written of an endpoint is what it does', () => {
  const written = {
    address: '0.0.0.0',
    port: 0,
    tls: { key_file: 'key.pem', certificate_file: 'certificate.pem' },
    bearer_tokens: ['token-1'],
    acknowledge: 'received',
    reply_within: '5s',
    max_body: '2KiB',
    max_uncompressed: '3KiB',
    max_pending: '4MiB',
    max_connections: 5,
  };
  expect(endpointConfig(schema.parse(written))).toEqual({
    address: '0.0.0.0',
    port: 0,
    tls: { keyFile: 'key.pem', certificateFile: 'certificate.pem' },
    tokens: ['token-1'],
    acknowledge: 'received',
    replyWithinMs: 5000,
    maxBodyBytes: 2 * 1024,
    maxUncompressedBytes: 3 * 1024,
    maxPendingBytes: 4 * 1024 ** 2,
    maxConnections: 5,
  });
});

test.each<[key: string, taken: readonly unknown[], refused: readonly unknown[]]>([
  ['address', ['127.0.0.1', '::1', '192.0.2.1', 'localhost'], ['www.example.com', '', '192.0.2.256']],
  ['port', [0, 1, 65_535], [-1, 65_536, 0.5, '80']],
  ['bearer_tokens', [[], Array(100).fill('t')], [Array(101).fill('t'), 't']],
  ['acknowledge', ['durable', 'received'], ['never', '']],
  ['reply_within', ['1s', '1h'], ['999ms', '61m']],
  ['max_body', ['1KiB', '256MiB'], ['1023B', '257MiB']],
  ['max_uncompressed', ['1KiB', '1GiB'], ['1023B', '1025MiB']],
  ['max_pending', ['1MiB', '4GiB'], ['1023KiB', '5GiB']],
  ['max_connections', [1, 100_000], [0, 100_001, 0.5]],
  [
    'tls',
    [{ key_file: 'k', certificate_file: 'c' }],
    [{ key_file: 'k' }, { certificate_file: 'c' }, { key_file: '', certificate_file: 'c' }, {}],
  ],
])('%s has its bounds', (key, taken, refused) => {
  for (const value of taken) expect([value, isTaken({ [key]: value })]).toEqual([value, true]);
  for (const value of refused) expect([value, isTaken({ [key]: value })]).toEqual([value, false]);
});

test('an address that is none is named', () => {
  const { error } = schema.safeParse({ address: 'www.example.com' });
  expect(error?.issues[0]?.message).toBe('expected an IP address of this machine');
});

test.each([
  ['127.0.0.1', [], true],
  ['127.0.0.2', [], true],
  ['::1', [], true],
  ['localhost', [], true],
  ['0.0.0.0', [], false],
  ['192.0.2.1', [], false],
  ['::', [], false],
  ['0.0.0.0', ['token-1'], true],
])('whoever reaches %s with %j can write or not: guarded %s', (address, tokens, is) => {
  expect(isGuarded({ address, bearer_tokens: tokens })).toBe(is);
});

test('an endpoint that anybody could write to is refused with the way out, at the key that is missing', () => {
  const { error } = schema.refine(isGuarded, unguarded).safeParse({ address: '0.0.0.0' });
  expect(error?.issues).toMatchObject([
    { path: ['bearer_tokens'], message: expect.stringMatching(/set bearer_tokens/) },
  ]);
});

test('every key says what it means', () => {
  for (const [key, type] of Object.entries(endpointShape(80)))
    expect([key, (type.description ?? '').length > 20]).toEqual([key, true]);
});

test.each(['key_file', 'certificate_file'])('%s says what it is, and that the file has to be there', (key) => {
  const { properties } = z.toJSONSchema(schema, { io: 'input' });
  expect(properties?.['tls']).toMatchObject({
    properties: { [key]: { format: 'existing-file', description: expect.stringMatching(/^Path of the .+PEM\.$/) } },
  });
});
