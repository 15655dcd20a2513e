import { expect, test } from 'vitest';
import { isDeepStrictEqual } from 'node:util';
import type { Attribute, Catalogue, ObjectDefinition } from '../src/catalogue.ts';
import { loadCompiledExport } from '../src/compiler/load-export.ts';
import { minimalEvent } from '../src/example/minimal-event.ts';
import { loadCatalogue } from '../src/load-catalogue.ts';
import { createValidator } from '../src/validate/create-validator.ts';

type Json = Record<string, unknown>;

/** The catalogue as the schema server exports it. */
function exportOf(catalogue: Catalogue): Json {
  const classes = [...catalogue.classes.values()].map((item): [string, Json] => [
    item.name,
    { ...itemOf(item), uid: item.uid, category_uid: item.categoryUid, category_name: item.categoryName },
  ]);
  const types = [...catalogue.types.values()].map(
    ({ name, caption, superType, regex, maxLength, range, values, observable }) => [
      name,
      { caption, type: superType, regex, max_len: maxLength, range, values, observable },
    ],
  );
  return {
    version: catalogue.release,
    classes: Object.fromEntries(classes.filter(([name]) => name !== 'base_event')),
    base_event: Object.fromEntries(classes)['base_event'],
    objects: Object.fromEntries([...catalogue.objects.values()].map((item) => [item.name, itemOf(item)])),
    types: Object.fromEntries(types),
    profiles: Object.fromEntries([...catalogue.profiles].map((name) => [name, { name }])),
  };
}

function itemOf(item: ObjectDefinition): Json {
  const { name, caption, constraints, profiles, observable, deprecated, extension } = item;
  return {
    name,
    caption,
    profiles,
    observable,
    extension,
    extends: item.extends,
    '@deprecated': deprecated === undefined ? undefined : { since: deprecated },
    constraints: Object.fromEntries(constraints.map(({ kind, attributes }) => [kind, attributes])),
    attributes: Object.fromEntries([...item.attributes.values()].map((use) => [use.name, useOf(use)])),
  };
}

function useOf(use: Attribute): Json {
  const { caption, type, objectType, isArray, requirement, profiles, sibling, observable, deprecated, group } = use;
  const values = [...(use.enum ?? [])].map(([id, value]) => [
    id,
    { caption: value.caption, '@deprecated': value.deprecated === undefined ? undefined : { since: value.deprecated } },
  ]);
  return {
    caption,
    type,
    object_type: objectType,
    is_array: isArray,
    requirement,
    profiles,
    sibling,
    observable,
    group,
    '@deprecated': deprecated === undefined ? undefined : { since: deprecated },
    enum: use.enum === undefined ? undefined : Object.fromEntries(values),
  };
}

test('what the schema server exports becomes the catalogue that we compile', () => {
  const catalogue = loadCatalogue('1.3.0');
  const loaded = loadCompiledExport(JSON.parse(JSON.stringify(exportOf(catalogue))));
  for (const [name, definition] of catalogue.classes) {
    expect({ [name]: isDeepStrictEqual(loaded.classes.get(name), definition) }).toEqual({ [name]: true });
  }
  expect(isDeepStrictEqual(loaded.objects, catalogue.objects)).toBe(true);
  expect(isDeepStrictEqual(loaded.types, catalogue.types)).toBe(true);
  expect(loaded.observableTypes).toEqual(catalogue.observableTypes);
  const event = minimalEvent(loaded, { classUid: 4001 });
  expect(createValidator(loaded, { classUid: 4001, profiles: [] })(event)).toEqual([]);
});

test('what is no compiled schema is refused', () => {
  expect(() => loadCompiledExport({ version: '1.3.0' })).toThrow(/Expected "version", "classes" and "objects"/);
  expect(() => loadCompiledExport('/nowhere/schema.json')).toThrow(/Cannot read \/nowhere\/schema.json/);
});
