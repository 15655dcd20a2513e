import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Catalogue } from '../catalogue.ts';
import { OcsfError } from '../errors.ts';
import { compileSchema } from './compile.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'schema-'));
  write(schema);
});
afterEach(() => rmSync(dir, { recursive: true }));

function write(files: Readonly<Record<string, unknown>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), JSON.stringify(content));
  }
}

const activityEnum = { '1': { caption: 'Open' } };
const schema = {
  'schema/version.json': { version: '9.9.9' },
  'schema/categories.json': { attributes: { doors: { caption: 'Doors', uid: 7 } } },
  'schema/dictionary.json': {
    attributes: {
      activity_id: {
        caption: 'Activity',
        type: 'integer_t',
        sibling: 'activity_name',
        enum: { '0': { caption: 'Unknown' } },
      },
      activity_name: { caption: 'Activity Name', type: 'string_t' },
      category_uid: { caption: 'Category', type: 'integer_t' },
      class_uid: { caption: 'Class', type: 'integer_t' },
      type_uid: { caption: 'Type', type: 'integer_t' },
      key: { caption: 'Key', type: 'key' },
      label: { caption: 'Label', type: 'string_t' },
      name: { caption: 'Name', type: 'string_t' },
      owner: { caption: 'Owner', type: 'string_t' },
      opened_time: { caption: 'Opened', type: 'timestamp_t' },
      serial: { caption: 'Serial', type: 'string_t', observable: 4 },
    },
    types: {
      attributes: {
        integer_t: { caption: 'Integer' },
        string_t: { caption: 'String' },
        tag_t: { caption: 'Tag', type: 'string_t', max_len: 8, observable: 5 },
        timestamp_t: { caption: 'Timestamp', type: 'integer_t' },
        datetime_t: { caption: 'Datetime', type: 'string_t' },
      },
    },
  },
  'schema/profiles/datetime.json': { name: 'datetime', meta: 'profile', attributes: {} },
  'schema/profiles/rental.json': {
    name: 'rental',
    meta: 'profile',
    annotations: { group: 'context' },
    attributes: { owner: { requirement: 'required' }, label: { requirement: 'recommended', group: 'primary' } },
  },
  'schema/objects/_thing.json': {
    name: '_thing',
    caption: 'Thing',
    attributes: { name: { requirement: 'required' } },
    constraints: { at_least_one: ['name'] },
  },
  'schema/objects/key.json': {
    name: 'key',
    caption: 'Key',
    extends: '_thing',
    observable: 6,
    attributes: { serial: { requirement: 'optional' }, name: { type: 'tag_t' } },
    constraints: {},
  },
  'schema/objects/observable.json': {
    name: 'observable',
    caption: 'Observable',
    attributes: { activity_id: { requirement: 'required' } },
  },
  'schema/events/base_event.json': {
    name: 'base_event',
    caption: 'Base',
    category: 'other',
    profiles: ['rental'],
    attributes: {
      $include: ['profiles/rental.json'],
      activity_id: { requirement: 'required', enum: { '99': { caption: 'Other' } } },
      category_uid: { requirement: 'required' },
      class_uid: { requirement: 'required' },
      type_uid: { requirement: 'required' },
    },
  },
  'schema/events/door.json': {
    name: 'door',
    caption: 'Door',
    category: 'doors',
    extends: 'base_event',
    attributes: {},
  },
  'schema/events/door_use.json': {
    name: 'door_use',
    caption: 'Door Use',
    extends: 'door',
    uid: 3,
    attributes: {
      activity_id: { enum: activityEnum },
      key: { requirement: 'recommended' },
      opened_time: { requirement: 'required' },
      label: { profile: null, requirement: 'optional' },
    },
  },
};

describe('compileSchema', () => {
  test('numbers a class by its category and derives the enums of its ids', () => {
    const door = compileSchema(join(dir, 'schema')).classes.get('door_use')!;
    expect(door.uid).toBe(7003);
    expect([...door.attributes.get('activity_id')!.enum!.keys()]).toEqual(['0', '1', '99']);
    expect(door.attributes.get('type_uid')!.enum!.get('700301')).toEqual({ caption: 'Door Use: Open' });
    expect(door.attributes.get('type_uid')!.enum!.get('700300')).toEqual({ caption: 'Door Use: Unknown' });
  });

  test('hides classes without a uid and objects that begin with an underscore', () => {
    const catalogue = compileSchema(join(dir, 'schema'));
    expect([...catalogue.classes.keys()]).toEqual(['base_event', 'door_use']);
    expect([...catalogue.objects.keys()]).toEqual(['key', 'observable']);
  });

  test('gates the attributes of a profile by that profile, unless an heir says that none matters', () => {
    const { attributes } = compileSchema(join(dir, 'schema')).classes.get('door_use')!;
    expect(attributes.get('owner')).toMatchObject({ profiles: ['rental'], requirement: 'required', group: 'context' });
    expect(attributes.get('label')!.profiles).toBeUndefined();
  });

  test('lets an empty set of constraints remove the inherited one', () => {
    expect(compileSchema(join(dir, 'schema')).objects.get('key')!.constraints).toEqual([]);
  });

  test('gives every timestamp a twin that the profile datetime switches on', () => {
    const door = compileSchema(join(dir, 'schema')).classes.get('door_use')!;
    expect(door.attributes.get('opened_time_dt')).toMatchObject({
      type: 'datetime_t',
      profiles: ['datetime'],
      requirement: 'optional',
    });
    expect(door.profiles).toContain('datetime');
  });

  test('knows observables of types, attributes and objects', () => {
    expect([...compileSchema(join(dir, 'schema')).observableTypes]).toEqual([
      [4, 'Serial'],
      [5, 'Tag'],
      [6, 'Key'],
    ]);
  });

  test('refuses an observable id that means two things', () => {
    write({ 'schema/objects/key.json': { ...schema['schema/objects/key.json'], observable: 4 } });
    expect(() => compileSchema(join(dir, 'schema'))).toThrow(/Observable type id 4 means both "Serial" and "Key"/);
  });

  test('names the file that is not there', () => {
    expect(() => compileSchema(join(dir, 'nowhere'))).toThrow(OcsfError);
    expect(() => compileSchema(join(dir, 'nowhere'))).toThrow(/version\.json/);
  });

  test('refuses items that inherit from each other', () => {
    write({ 'schema/events/door.json': { ...schema['schema/events/door.json'], extends: 'door_use' } });
    expect(() => compileSchema(join(dir, 'schema'))).toThrow(/extends itself/);
  });
});

function compile(): Catalogue {
  return compileSchema(join(dir, 'schema'), { extensions: [join(dir, 'ours')] });
}

describe('compileSchema with an extension', () => {
  const extension = {
    'ours/extension.json': { name: 'acme', uid: 55, caption: 'Acme', version: '1.0.0' },
    'ours/dictionary.json': { attributes: { colour: { caption: 'Colour', type: 'string_t' } } },
    'ours/profiles/paint.json': { name: 'paint', meta: 'profile', attributes: { colour: { requirement: 'required' } } },
    'ours/objects/key.json': {
      extends: 'key',
      profiles: ['paint'],
      attributes: { $include: 'profiles/paint.json' },
      constraints: { just_one: ['serial', 'name'] },
    },
    'ours/events/gate_use.json': {
      name: 'gate_use',
      caption: 'Gate Use',
      category: 'doors',
      extends: 'base_event',
      uid: 2,
      attributes: {},
    },
  };
  beforeEach(() => write(extension));

  test('numbers its classes by extension, category and class', () => {
    expect(compile().classes.get('gate_use')).toMatchObject({ uid: 5_507_002, extension: 'acme', categoryUid: 7 });
  });

  test('patches an object of the schema, scoping the profile', () => {
    const catalogue = compile();
    const key = catalogue.objects.get('key')!;
    expect(key.attributes.get('colour')!.profiles).toEqual(['acme/paint']);
    expect(key.constraints).toEqual([{ kind: 'just_one', attributes: ['serial', 'name'] }]);
    expect(catalogue.profiles.has('acme/paint')).toBe(true);
    expect(catalogue.classes.get('door_use')!.profiles).toContain('acme/paint');
  });

  test('refuses a second class of the same name', () => {
    write({ 'ours/events/gate_use.json': { ...extension['ours/events/gate_use.json'], name: 'door_use' } });
    expect(compile).toThrow(/class "door_use" is already defined/);
  });

  test('refuses to change the type of an attribute that exists', () => {
    write({ 'ours/dictionary.json': { attributes: { name: { caption: 'Name', type: 'integer_t' } } } });
    expect(compile).toThrow(/attribute "name" may not change its type/);
  });

  test('names a field __proto__ without harm', () => {
    writeFileSync(
      join(dir, 'ours/dictionary.json'),
      '{"attributes":{"__proto__":{"caption":"P","type":"string_t"},"colour":{"type":"string_t"}}}',
    );
    expect(compile().release).toBe('9.9.9');
    expect(Object.hasOwn(Object.prototype, 'caption')).toBe(false);
  });
});
