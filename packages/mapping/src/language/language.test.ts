import { readFileSync } from 'node:fs';
import type { MappedEvent } from '@sluice/connector';
import { loadCatalogue } from '@sluice/ocsf';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { requireMapping } from '../load-mapping.ts';
import { context, createConform } from '../tests/conform.ts';
import { functions } from '../tests/functions.ts';
import { readWrongCases } from '../tests/wrong-cases.ts';
import { examples } from './examples.ts';
import { mappingSchema } from './json-schema.ts';
import { referencePage } from './reference.ts';

const catalogue = loadCatalogue('1.3.0');

function fileOf(path: string): string {
  return readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
}

describe('the reference page', () => {
  test('is what the definition makes (npm run generate)', () => {
    expect(fileOf('REFERENCE.md')).toBe(referencePage());
  });

  for (const { title, document, record, event } of examples) {
    test(`says what becomes of its example ${title}, and that is right`, () => {
      const mapping = requireMapping(document, { file: 'example.yaml', catalogue, functions });
      const result = mapping.map(record, context);
      expect(result).toEqual(event);
      const conform = createConform(catalogue, mapping.emits);
      for (const made of [result].flat()) expect(conform(made as MappedEvent)).toEqual([]);
    });
  }
});

describe('the JSON Schema', () => {
  // zod reads no patternProperties, which only conditions have: a looser stand-in is enough for this test.
  const readable = JSON.parse(
    JSON.stringify(mappingSchema(), (key, value: unknown) => (key === 'condition' && isDefinition(value) ? {} : value)),
  );
  const schema = z.fromJSONSchema(readable);

  function isDefinition(value: unknown): boolean {
    return typeof value === 'object' && value !== null && 'oneOf' in value;
  }

  test('is what the definition makes (npm run generate)', () => {
    expect(JSON.parse(fileOf('schema/mapping.schema.json'))).toEqual(mappingSchema());
  });

  test('lets all examples pass', () => {
    for (const { document } of examples) expect(schema.safeParse(parse(document)).error?.issues).toBeUndefined();
  });

  test('refuses documents whose keys are wrong', () => {
    const cases = [...readWrongCases().values()].flat();
    const refused = cases.filter(({ problems }) => / (?:unknown_key|unsupported_version Th)/.test(problems));
    // What stands under an attribute can also be a map of attributes, whose names only the loader knows.
    const isCondition = /A condition has|Test has|Value has|Loop has|Case has/;
    for (const { document, problems, name } of refused) {
      if (isCondition.test(problems) || /is for OCSF|^\.\//.test(problems)) continue;
      expect([name, schema.safeParse(parse(document)).success]).toEqual([name, false]);
    }
  });
});
