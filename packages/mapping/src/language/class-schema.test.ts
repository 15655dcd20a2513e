import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { loadCatalogue } from '@sluice/ocsf';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { classMappingSchema } from './class-schema.ts';
import { examples } from './examples.ts';
import { mappingSchema } from './json-schema.ts';

const catalogue = loadCatalogue('1.3.0');

function validator(schema: object): ValidateFunction {
  return new Ajv2020({ strict: false, validateFormats: false }).compile(schema);
}

const benchmarks = ['http', 'firewall', 'sshd'].map((name) =>
  readFileSync(new URL(`../../bench/mappings/${name}.yaml`, import.meta.url), 'utf8'),
);
const documents = [...examples.map((example) => example.document), ...benchmarks];
const classes = new Set(documents.flatMap((text) => [...text.matchAll(/class: (\w+)/g)].map(([, name]) => name!)));
const exact = validator(classMappingSchema(catalogue, [...classes]));
const general = validator(mappingSchema());

function document(map: string): unknown {
  return parse(
    `version: 1\nformat: json\nrules: [{ class: authentication, map: { activity_id: Logon, severity_id: Low, ${map} } }]`,
  );
}

describe('the JSON Schema of a class', () => {
  test('lets the examples and the benchmarks pass, as the general one does', () => {
    for (const text of documents) {
      const read: unknown = parse(text);
      expect([general(read), general.errors]).toEqual([true, null]);
      expect([exact(read), exact.errors]).toEqual([true, null]);
    }
  });

  test('refuses attributes that the class or an object has not, and classes that were not asked for', () => {
    expect(exact(document('user.name: $.a'))).toBe(true);
    expect(exact(document('user: { name: $.a }'))).toBe(true);
    expect(exact(document('user: { when: $.a, name: $.a }, include: x'))).toBe(true);
    for (const wrong of ['usr.name: $.a', 'user: { nam: $.a }', 'colour: red', 'class_name: x', 'user: $.a'])
      expect([wrong, exact(document(wrong))]).toEqual([wrong, false]);
    expect(exact(parse('version: 1\nformat: json\nrules: [{ class: dns_activity, map: {} }]'))).toBe(false);
  });

  test('explains attributes and offers captions, and stays small', () => {
    const schema = classMappingSchema(catalogue, ['authentication']);
    const { $defs } = schema as { readonly $defs: Record<string, { readonly properties: Record<string, unknown> }> };
    expect($defs['class authentication']?.properties['activity_id']).toMatchObject({
      description: 'Activity ID: one of its ids or captions, required.',
      anyOf: [{ enum: expect.arrayContaining(['Logon', 'Logoff']) }, {}, {}],
    });
    expect(JSON.stringify(schema).length).toBeLessThan(600_000);
  });

  test('names a class that is not there', () => {
    expect(() => classMappingSchema(catalogue, ['authentification'])).toThrow('has no class "authentification"');
  });
});
