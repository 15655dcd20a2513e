import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { Attribute, Catalogue, ClassDefinition, ObjectDefinition } from '../src/catalogue.ts';
import { compileSchema } from '../src/compiler/compile.ts';
import { needs, sharedPath } from './reference-data.ts';

const folder = needs('ocsf-schema/reference-facts');
type Facts = Record<string, unknown>;
const derivedEnums = new Set(['class_uid', 'category_uid', 'type_uid']);

/** An attribute in the notation of the reference. */
function attributeFacts(attribute: Attribute, ofClass: boolean): Facts {
  const { name, type, objectType, requirement, profiles, sibling, group, deprecated, observable } = attribute;
  const hasEnum = attribute.enum !== undefined && !(ofClass && derivedEnums.has(name));
  return {
    t: objectType === undefined ? type : undefined,
    o: objectType,
    r: { required: 'r', recommended: 'c', optional: undefined }[requirement],
    a: attribute.isArray ? 1 : undefined,
    p: profiles,
    s: sibling,
    e: hasEnum ? enumFacts(attribute) : undefined,
    g: group?.[0],
    d: deprecated,
    ob: observable,
  };
}

function enumFacts(attribute: Attribute): Facts {
  const values = [...(attribute.enum ?? [])];
  return Object.fromEntries(
    values.map(([id, { caption, deprecated }]) => [id, deprecated === undefined ? caption : [caption, deprecated]]),
  );
}

function itemFacts(item: ObjectDefinition | ClassDefinition, catalogue: Catalogue): Facts {
  const ofClass = 'uid' in item;
  const constraints = item.constraints.map(({ kind, attributes }) => [kind, attributes]);
  return {
    ...(ofClass ? { uid: item.uid, category_uid: item.categoryUid } : {}),
    caption: item.caption,
    extends: item.extends,
    profiles: new Set(item.profiles),
    constraints: constraints.length === 0 ? undefined : Object.fromEntries(constraints),
    observable: item.observable,
    d: item.deprecated,
    extension_id: item.extension === undefined ? undefined : catalogue.extensions.get(item.extension)?.uid,
    attributes: Object.fromEntries([...item.attributes].map(([name, use]) => [name, attributeFacts(use, ofClass)])),
  };
}

/** The reference says "no constraints" by leaving them out or by an empty set, and associations are no facts of ours. */
function normalized(reference: Facts): Facts {
  const { associations: _, constraints, profiles = [], ...rest } = reference;
  const isEmpty = Object.keys(constraints ?? {}).length === 0;
  return {
    ...rest,
    profiles: new Set(Array.isArray(profiles) ? profiles : []),
    ...(isEmpty ? {} : { constraints }),
  };
}

describe.each(['1.1.0', '1.3.0', '1.8.0'])(`the compiler and the reference agree on %s${folder.note}`, (release) => {
  const read = () => ({
    catalogue: compileSchema(sharedPath(`ocsf-schema/${release}`)),
    reference: JSON.parse(
      gunzipSync(readFileSync(sharedPath(`ocsf-schema/reference-facts/facts-${release}.json.gz`))).toString(),
    ),
  });

  test.skipIf(folder.skip).each(['classes', 'objects'] as const)('in every attribute use of all %s', (kind) => {
    const { catalogue, reference } = read();
    const ours = new Map<string, ObjectDefinition>(catalogue[kind]);
    expect([...ours.keys()].toSorted()).toEqual(Object.keys(reference[kind]).toSorted());
    for (const [name, item] of ours) {
      expect({ [name]: itemFacts(item, catalogue) }).toEqual({ [name]: normalized(reference[kind][name]) });
    }
  });

  test.skipIf(folder.skip)('in profiles, categories, extensions and types', () => {
    const { catalogue, reference } = read();
    expect([...catalogue.profiles].toSorted()).toEqual(reference.profiles.toSorted());
    const categories = [...catalogue.categories.values()].map(({ name, uid, caption }) => [name, [uid, caption]]);
    expect(Object.fromEntries(categories)).toEqual(reference.categories);
    const extensions = [...catalogue.extensions.values()].map(({ name, uid }) => [name, uid]);
    expect(Object.fromEntries(extensions)).toEqual(reference.extensions);
    for (const type of catalogue.types.values()) {
      const { superType, regex, maxLength, range, values, observable } = type;
      const facts = { type: superType, regex, max_len: maxLength, range, values, observable };
      expect({ [type.name]: facts }).toEqual({ [type.name]: reference.types[type.name] });
    }
  });
});
