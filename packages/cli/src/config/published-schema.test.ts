import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { publishedSchema } from './published-schema.ts';
import { withReference } from './readme-reference.ts';
import { referenceTable } from './reference.ts';
import { configJsonSchema } from './schema.ts';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

describe('what is published of the configuration', () => {
  it('has a JSON Schema that is not stale (npm run generate)', async () => {
    expect(JSON.parse(read('schema/sluice.schema.json'))).toEqual(JSON.parse(JSON.stringify(await publishedSchema())));
  });

  it('has a reference in the README that is not stale (npm run generate)', () => {
    const readme = read('README.md');
    expect(withReference(readme, referenceTable(configJsonSchema()))).toBe(readme);
  });

  it('gives every key a meaning', () => {
    const rows = referenceTable(configJsonSchema()).split('\n').slice(2);
    expect(rows.length).toBeGreaterThan(30);
    expect(rows.filter((row) => /\|\s*\|$/.test(row))).toEqual([]);
  });

  it('knows the settings of the built-in connectors', async () => {
    const text = JSON.stringify(await publishedSchema());
    expect(text).toContain('"max_message"');
    expect(text).toContain('"poll_every"');
  });
});
