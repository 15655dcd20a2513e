import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { filesConfig } from './config.ts';
import { configOf } from './reading.fixture.ts';

test('the README says what each key is', () => {
  const readme = readFileSync(join(import.meta.dirname, '../../../README.md'), 'utf8');
  const schema = filesConfig['~standard'].jsonSchema.input({ target: 'draft-2020-12' });
  for (const name of Object.keys(Object(schema['properties']))) expect(readme).toContain(`| \`${name}\` |`);
});

test('a parsed configuration can move to another thread', () => {
  const config = configOf({ paths: ['a'], timezone: 'Europe/Berlin' });
  expect(structuredClone(config)).toEqual(config);
});
