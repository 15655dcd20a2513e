import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { filesConfig } from './config.ts';
import { configOf } from './reading.fixture.ts';

test('only the paths must be said', () => {
  expect(configOf({ paths: ['/var/log/app.log'] })).toMatchObject({
    format: 'auto',
    startAt: 'beginning',
    follow: true,
    pollMs: 250,
    maxLineBytes: 1024 * 1024,
    rawData: 'generic',
  });
});

test.each([
  [{ paths: [] }],
  [{ paths: ['a'], pathes: ['b'] }],
  [{ paths: ['a'], timezone: 'Mars/Olympus' }],
  [{ paths: ['a'], poll_every: '0ms' }],
  [{ paths: ['a'], max_line: '1TB' }],
  [{ paths: ['a'], product: { name: 'x' } }],
])('%j is refused', (written) => {
  expect(() => configOf(written)).toThrow();
});

test.each(['auto', 'json', 'combined', 'common', 'text'])('a format may be %s', (format) => {
  expect(configOf({ paths: ['a'], format })).toMatchObject({ format });
});

test('the schema describes every key to an editor', () => {
  const schema = filesConfig['~standard'].jsonSchema.input({ target: 'draft-2020-12' });
  const properties = Object.entries(schema['properties'] as Record<string, { description?: string }>);
  expect(properties.length).toBeGreaterThan(8);
  for (const [name, { description }] of properties) expect(description, name).toBeTypeOf('string');
});

test('the README says what each key is', () => {
  const readme = readFileSync(join(import.meta.dirname, '../../../README.md'), 'utf8');
  const schema = filesConfig['~standard'].jsonSchema.input({ target: 'draft-2020-12' });
  for (const name of Object.keys(Object(schema['properties']))) expect(readme).toContain(`| \`${name}\` |`);
});

test('a parsed configuration can move to another thread', () => {
  const config = configOf({ paths: ['a'], timezone: 'Europe/Berlin' });
  expect(structuredClone(config)).toEqual(config);
});
