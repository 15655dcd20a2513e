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

  it('has the keys of a spool, with their defaults, in docs/delivery.md', () => {
    const keysOf = (page: string, prefix: string): readonly (readonly [string, string])[] =>
      page
        .split('\n')
        .filter((row) => row.startsWith(`| \`${prefix}`))
        .map((row) => row.split(' | '))
        .map((cells) => [(cells[0] ?? '').slice(3 + prefix.length, -1), cells.at(-2) ?? '']);
    const reference = keysOf(referenceTable(configJsonSchema()), 'pipelines.<name>.spool.');
    expect(reference.length).toBeGreaterThan(3);
    const section =
      read('../../docs/delivery.md')
        .split('\n## ')
        .find((text) => text.startsWith('The spool')) ?? '';
    const documented = new Map(keysOf(section, ''));
    for (const [key, fallback] of reference) {
      expect([...documented.keys()], 'docs/delivery.md names it').toContain(key);
      if (fallback !== '') expect(documented.get(key), key).toBe(fallback);
    }
  });

  it('says in docs/delivery.md what each setting of delivery buys', () => {
    const page = read('../../docs/delivery.md');
    const settings = ['flush.max_age', 'flush.max_memory', 'flush.max_objects', 'drain_limit', 'reject_storm', 'spool'];
    for (const setting of [...settings, 'state', 'conditional_writes', 'threads', 'dead_letters', 'metrics'])
      expect(page, setting).toContain(setting);
  });

  it('knows the settings of the built-in connectors', async () => {
    const text = JSON.stringify(await publishedSchema());
    expect(text).toContain('"max_message"');
    expect(text).toContain('"poll_every"');
  });
});
