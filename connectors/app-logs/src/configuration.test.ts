import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { connector } from './index.ts';
import { zoneOf } from './time/zone.ts';

interface JsonSchema {
  readonly type?: string;
  readonly description?: string;
  readonly format?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
}

function schemaOf(stream: string): JsonSchema {
  const { config } = streamNamed(stream);
  return config['~standard'].jsonSchema.input({ target: 'draft-2020-12' });
}

function streamNamed(name: string): (typeof connector.streams)[number] {
  const stream = connector.streams.find((each) => each.name === name);
  if (stream === undefined) throw new Error(`There is no stream ${name}.`);
  return stream;
}

type Result = Awaited<ReturnType<(typeof connector.streams)[number]['config']['~standard']['validate']>>;

const least: Readonly<Record<string, object>> = { files: { paths: ['app.log'] } };

async function validated(stream: string, written: object): Promise<Result> {
  return streamNamed(stream).config['~standard'].validate({ ...least[stream], ...written });
}

/** All keys of a schema, those within others by their whole path. */
function keysOf({ properties = {} }: JsonSchema, prefix = ''): readonly (readonly [key: string, schema: JsonSchema])[] {
  return Object.entries(properties).flatMap(([name, schema]) => [
    [`${prefix}${name}`, schema] as const,
    ...keysOf(schema, `${prefix}${name}.`),
  ]);
}

const names = ['files', 'http', 'otlp', 'stdin', 'journal'];

test.each(names)('the stream %s says what it is, and so does each of its keys', (name) => {
  expect(streamNamed(name).description).toMatch(/^[A-Z].{20,}\.$/);
  for (const [key, { description = '' }] of keysOf(schemaOf(name)))
    expect([key, description]).toEqual([key, expect.stringMatching(/^.{15,}\.$/)]);
});

test('the connector says what it is, in the version of its package', () => {
  const manifest: unknown = JSON.parse(readFileSync(join(import.meta.dirname, '../package.json'), 'utf8'));
  expect(manifest).toMatchObject({ version: connector.version });
  expect(connector).toMatchObject({
    name: 'app-logs',
    stability: 'alpha',
    product: { vendor_name: 'Sluice', name: 'App Logs' },
    ocsf: '1.3.0',
    defaultStream: 'files',
  });
  expect(connector.streams.map(({ name, delivery, format }) => [name, delivery, format])).toEqual([
    ['files', 'at-least-once', 'text'],
    ['http', 'at-most-once', 'text'],
    ['otlp', 'at-most-once', 'json'],
    ['stdin', 'at-most-once', 'text'],
    ['journal', 'at-least-once', 'text'],
  ]);
});

test.each([
  ['files', 'paths'],
  ['journal', 'paths'],
  ['journal', 'directory'],
])('in %s, %s is relative to the configuration file', (stream, key) => {
  const { format, items } = schemaOf(stream).properties?.[key] ?? {};
  expect(items?.format ?? format).toBe('path');
});

const records = { format: 'auto', maxLineBytes: 1024 * 1024, rawData: 'generic', zone: zoneOf('UTC') };

/** Of whatever stream. */
const common = {
  service: 'shop',
  product: { vendor_name: 'Example', name: 'Shop' },
  timezone: '+03:30',
  raw_data: 'never',
};

const meansOfCommon = {
  service: 'shop',
  product: { vendor_name: 'Example', name: 'Shop' },
  zone: zoneOf('+03:30'),
  rawData: 'never',
};

test.each<[stream: string, written: object, config: object]>([
  [
    'files',
    {},
    {
      ...records,
      paths: ['app.log'],
      follow: true,
      startAt: 'beginning',
      pollMs: 250,
      maxUnpackedBytes: 64 * 1024 ** 3,
    },
  ],
  ['stdin', {}, { ...records, framing: 'lines' }],
  ['journal', {}, { ...records, format: 'json', follow: { program: 'journalctl', units: [] } }],
  [
    'http',
    {},
    { ...records, path: '/', endpoint: expect.objectContaining({ address: '127.0.0.1', port: 8080, tokens: [] }) },
  ],
  ['http', { path: '/logs', service: 'shop' }, expect.objectContaining({ path: '/logs', service: 'shop' })],
  [
    'otlp',
    {},
    expect.objectContaining({
      rawData: 'generic',
      zone: zoneOf('UTC'),
      endpoint: expect.objectContaining({ port: 4318 }),
    }),
  ],
  ['otlp', common, expect.objectContaining(meansOfCommon)],
  ['journal', common, expect.objectContaining(meansOfCommon)],
  [
    'journal',
    { paths: ['a'], directory: '/var/log/journal', units: ['nginx.service'], journalctl: '/opt/journalctl' },
    {
      ...records,
      format: 'json',
      paths: ['a'],
      follow: { program: '/opt/journalctl', units: ['nginx.service'], directory: '/var/log/journal' },
    },
  ],
  [
    'stdin',
    { ...common, format: 'json', max_line: '2KiB', framing: 'journal' },
    { ...meansOfCommon, framing: 'journal', format: 'json', maxLineBytes: 2048 },
  ],
])('of %s, %j means this', async (stream, written, config) => {
  expect(await validated(stream, written)).toEqual({ value: config });
});

const long = 'a'.repeat(1024);

test.each<[stream: string, key: string, taken: readonly unknown[], refused: readonly unknown[]]>([
  ['files', 'paths', [['a'], [long]], [[], [''], [`${long}a`], 'a']],
  ['files', 'start_at', ['beginning', 'end'], ['middle', '']],
  ['files', 'follow', [true, false], ['yes']],
  ['files', 'poll_every', ['10ms', '1m'], ['9ms', '61s']],
  ['files', 'max_unpacked', ['1MiB', '1000GiB'], ['1023KiB', '1001GiB']],
  ['files', 'max_line', ['1KiB', '64MiB'], ['1023B', '65MiB']],
  ['files', 'timezone', ['UTC', 'Europe/Berlin', '+03:30'], ['Europe/Nowhere', '']],
  ['files', 'service', ['shop', long], ['', `${long}a`]],
  ['files', 'raw_data', ['generic', 'always', 'never'], ['', 'sometimes']],
  ['files', 'format', ['auto', 'json', 'combined', 'common', 'text'], ['', 'csv']],
  ['files', 'product', [{ vendor_name: 'a', name: 'b' }], [{ name: 'b' }, { vendor_name: 'a' }, {}]],
  ['stdin', 'framing', ['lines', 'journal'], ['', 'json']],
  ['journal', 'paths', [['a']], [[], ['']]],
  ['journal', 'units', [[], ['nginx.service']], [['--all'], [''], 'nginx.service']],
  ['journal', 'directory', ['/var/log/journal'], ['']],
  ['journal', 'journalctl', ['journalctl'], ['']],
  ['http', 'path', ['/', '/logs'], ['', 'logs']],
])('of %s, %s has its bounds', async (stream, key, taken, refused) => {
  for (const value of taken)
    expect([value, (await validated(stream, { [key]: value })).issues]).toEqual([value, undefined]);
  for (const value of refused)
    expect([value, (await validated(stream, { [key]: value })).issues?.length]).toEqual([value, expect.any(Number)]);
});

test.each([
  ['journal', { units: ['--all'] }, 'not a unit: expected a name such as nginx.service'],
  ['files', { timezone: 'Mars' }, 'not a time zone: expected an IANA name such as Europe/Berlin, UTC'],
])('of %s, %j is refused with what is expected', async (stream, written, expected) => {
  expect(JSON.stringify((await validated(stream, written)).issues)).toContain(expected);
});

test.each(names)('%s takes no key that it does not know', async (stream) => {
  expect((await validated(stream, { pathes: ['a'] })).issues).toHaveLength(1);
});
