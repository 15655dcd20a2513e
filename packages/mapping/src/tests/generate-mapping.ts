import { type Attribute, type Catalogue, loadCatalogue, type ObjectDefinition } from '@sluice/ocsf';
import fc from 'fast-check';
import { wantOf } from '../value/want.ts';

const catalogue: Catalogue = loadCatalogue('1.3.0');

/** Fields that generated records may have, and generated mappings may take. */
const fields: readonly string[] = ['a', 'b', 'c', 'd', 'e', '__proto__', 'constructor', 'length'];

type Plain = fc.Arbitrary<unknown>;

const path: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...fields), { minLength: 1, maxLength: 3 })
  .chain((names) => fc.constantFrom(`$.${names.join('.')}`, `$.${names[0]}`, `$.${names[0]}[0]`));

function isActive(attribute: Attribute, profiles: readonly string[]): boolean {
  return attribute.profiles === undefined || attribute.profiles.some((profile) => profiles.includes(profile));
}

const timeChange: Plain = fc.constantFrom(
  { time: 'iso', zone: 'UTC' },
  { time: 'unix' },
  { time: 'unix_ms' },
  { time: '%Y-%m-%d %H:%M:%S', zone: 'Europe/Berlin' },
  { time: '%b %e %H:%M:%S', zone: '+02:00' },
  { time: ['iso', 'unix_any'], zone: 'UTC' },
);

/** What is asked of a record, or of the item of a loop. */
export const condition: fc.Arbitrary<unknown> = fc.oneof(
  path,
  fc
    .tuple(
      path,
      fc.constantFrom<unknown>(
        'one',
        7,
        true,
        null,
        ['one', 'two', 3],
        { not: ['one'] },
        { exists: true },
        { gt: 3 },
        { contains: 'a' },
        { some: { starts_with: ['o', '1'] } },
        { some: ['one', 7] },
        { matches: '[a-z]+' },
      ),
    )
    .map(([at, asked]) => ({ [at]: asked })),
);

/** A source that is written for the type of an attribute. Most are right; what is not the loader refuses. */
function valueFor(attribute: Attribute): Plain {
  if (attribute.type === 'timestamp_t' || attribute.type === 'datetime_t')
    return fc.oneof(
      fc.constant('$received_at'),
      fc.tuple(path, timeChange).map(([from, change]) => ({ from, ...(change as object) })),
    );
  const constant = constantFor(attribute);
  const from = path.map((text) => ({ from: text }));
  const isText = ['text', 'any'].includes(kindOf(attribute));
  const isNumber = ['integer', 'float'].includes(kindOf(attribute));
  const changes = [
    from.map((value) => ({ ...value, trim: true, lower: true })),
    fc.tuple(from, constant).map(([value, found]) => ({ ...value, lookup: { one: found, two: found, 3: found } })),
    fc.tuple(from, constant).map(([value, fallback]) => ({ ...value, default: fallback })),
    fc.tuple(path, path, constant).map(([one, two, fallback]) => ({ first: [one, two, fallback] })),
    fc.tuple(path, path, constant).map(([one, two, found]) => ({
      cases: [{ when: { [one]: { exists: true } }, value: two }, { value: found }],
    })),
    ...(isText ? [fc.tuple(path, path).map(([one, two]) => `\${${one.slice(1)}} and \${${two.slice(1)}}`)] : []),
    ...(isText ? [from.map((value) => ({ ...value, to_json: true }))] : []),
    from.map((value) => ({ ...value, null_values: ['one', '0', 'Logon'] })),
    from.map((value) => ({ ...value, after_last: ['a', '.'] })),
    from.map((value) => ({ ...value, before_last: ['.', '-'] })),
    ...(isText && !attribute.isArray ? [from.map((value) => ({ ...value, join: ', ' }))] : []),
    ...(isText
      ? [fc.tuple(path, path).map(([one, two]) => ({ from: `\${${one.slice(1)}}/\${${two.slice(1)}}`, upper: true }))]
      : []),
    ...(isNumber ? [fc.tuple(path, path, fc.nat(1_000)).map(([one, two, more]) => ({ sum: [one, two, more] }))] : []),
    ...(isNumber ? [from.map((value) => ({ ...value, multiply: 1000 }))] : []),
    ...(attribute.isArray ? [from.map((value) => ({ ...value, split: ',' }))] : []),
    ...(attribute.isArray
      ? [
          fc
            .tuple(
              path,
              path.map((text) => `@${text.slice(1)}`),
            )
            .map(([each, value]) => ({ each, value })),
        ]
      : []),
  ];
  return fc.oneof({ weight: 4, arbitrary: path }, { weight: 2, arbitrary: constant }, ...changes);
}

function kindOf(attribute: Attribute): string {
  return wantOf(attribute, catalogue).kind;
}

function constantFor(attribute: Attribute): Plain {
  const ids = [...(attribute.enum ?? [])];
  if (ids.length > 0)
    return fc.constantFrom(...ids.map(([id, { caption }]) => (attribute.type === 'string_t' ? id : caption)));
  if (attribute.objectType !== undefined) return fc.constant({ const: { any: 'thing' } });
  switch (attribute.type) {
    case 'timestamp_t':
    case 'datetime_t':
      return fc.constant('$received_at');
    case 'integer_t':
    case 'long_t':
      return fc.integer();
    case 'port_t':
      return fc.integer({ min: 0, max: 65_535 });
    case 'float_t':
      return fc.constantFrom(1.5, 2, -3.25);
    case 'boolean_t':
      return fc.boolean();
    case 'ip_t':
      return fc.constantFrom('192.0.2.1', '2001:db8::1');
    default:
      return fc.constantFrom('plain', '192.0.2.1', 'GET');
  }
}

const skipped = new Set([
  'class_uid',
  'class_name',
  'category_uid',
  'category_name',
  'type_uid',
  'type_name',
  'observables',
  'unmapped',
]);

/** Attributes of an object: all that it requires, and some others. */
function attributesFor(
  definition: ObjectDefinition,
  profiles: readonly string[],
  depth: number,
  isSure: boolean,
  isLoop = false,
): Plain {
  const all = [...definition.attributes.values()].filter((one) => isActive(one, profiles) && !skipped.has(one.name));
  const wanted = new Set(
    definition.constraints.flatMap(({ attributes }) => attributes.slice(0, 1).map((name) => name.split('.')[0]!)),
  );
  const needed = all.filter((one) => wanted.has(one.name) || one.requirement === 'required');
  const others = all.filter((one) => !needed.includes(one));
  return fc
    .subarray(others, { maxLength: Math.min(others.length, depth > 2 ? 1 : 5) })
    .chain((some) => {
      const chosen = [...needed, ...some].filter(
        (one) => one.name !== 'metadata' && (one.name !== 'time' || depth > 0),
      );
      return fc.tuple(...chosen.map((one) => attributeFor(one, profiles, depth, isSure && needed.includes(one))));
    })
    .map((entries) => Object.fromEntries(entries.filter((entry) => entry !== undefined) as [string, unknown][]))
    .chain((map) =>
      depth === 0 || isSure
        ? fc.constant(map)
        : fc.option(condition, { nil: undefined }).map((when) => (when === undefined ? map : { when, ...map })),
    )
    .map((map) => (isLoop ? asItems(map) : map));
}

function attributeFor(attribute: Attribute, profiles: readonly string[], depth: number, isSure: boolean): Plain {
  const object = catalogue.objects.get(attribute.objectType ?? '');
  if (object === undefined || object.attributes.size === 0)
    return (isSure ? sureValue(attribute) : valueFor(attribute)).map((value) => [attribute.name, value]);
  if (depth > 3 && !isSure) return fc.constant(undefined);
  if (!attribute.isArray)
    return attributesFor(object, profiles, depth + 1, isSure).map((value) => [attribute.name, value]);
  const looped = fc
    .tuple(path, attributesFor(object, profiles, depth + 1, false, true))
    .map(([each, map]) => ({ each, map }));
  const listed = fc.array(attributesFor(object, profiles, depth + 1, isSure), { minLength: 1, maxLength: 2 });
  const certain = looped.map((loop) => ({ ...loop, required: 'next' }));
  return (isSure ? fc.oneof({ weight: 6, arbitrary: listed }, certain) : fc.oneof(looped, listed)).map((value) => [
    attribute.name,
    value,
  ]);
}

/** Where an event has to have the attribute: a default, or now and then the rejection of records that lack it. */
function sureValue(attribute: Attribute): Plain {
  const required = fc.integer({ min: 0, max: 40 }).map((number) => [true, 'next'][number]);
  return fc.tuple(valueFor(attribute), constantFor(attribute), required).map(([value, fallback, wanted]) => {
    const form: unknown = typeof value === 'string' && value.startsWith('$.') ? { from: value } : value;
    if (typeof form !== 'object' || form === null || 'default' in form || 'each' in form) return form;
    return wanted === undefined ? { ...form, default: fallback } : { ...form, required: wanted };
  });
}

/** The same map about the item of a loop. */
function asItems(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(/^\$\./, '@.').replaceAll('${.', '${@.');
  if (Array.isArray(value)) return value.map(asItems);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key.replace(/^\$\./, '@.'), key === 'map' ? item : asItems(item)]),
  );
}

const someProfiles = fc.subarray(['cloud', 'host', 'datetime', 'security_control', 'container'], { maxLength: 3 });

/** A mapping document of one rule, as JSON, which is YAML. */
export const generatedMapping: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom(...catalogue.classes.keys()), someProfiles)
  .chain(([name, profiles]) => {
    const definition = catalogue.classes.get(name)!;
    const applied = profiles.filter((profile) => definition.profiles.includes(profile));
    return fc
      .tuple(attributesFor(definition, applied, 0, true), attributesFor(definition, applied, 0, true), condition, path)
      .chain(([map, other, when, each]) =>
        fc.constantFrom<unknown>(
          [{ class: name, map }],
          [{ class: name, map }],
          [
            { each, class: name, map: asItems(map) },
            { class: name, map: other },
          ],
          [
            {
              events: [
                { class: name, map },
                { when, class: name, map: other },
              ],
            },
          ],
          [
            {
              events: [
                { class: name, map },
                { each, class: name, map: asItems(other) },
              ],
            },
          ],
          [
            { when, rules: [{ match: { from: each, pattern: '(?<value>\\w+).*' }, class: name, map }] },
            { class: name, map: other },
          ],
        ),
      )
      .map((rules) => ({ version: 1, format: 'json', profiles, null_values: ['-'], rules }));
  })
  .map((document) => JSON.stringify(document));

const text = fc.oneof(
  fc.constantFrom(
    '',
    '-',
    '0',
    '22',
    '99',
    '70000',
    '0x1f',
    '1.5',
    'true',
    'Logon',
    'Other',
    'one',
    'GET',
    '192.0.2.9',
  ),
  fc.constantFrom(
    '2001:db8::9',
    '2026-01-14T10:00:00Z',
    'Jan 14 10:00:00',
    '1768381201',
    'a,b,,c',
    '9223372036854775808',
  ),
  fc.string(),
  fc.string({ unit: 'binary', maxLength: 10 }),
  fc.constantFrom('x'.repeat(70_000), '\ud800', '😀'.repeat(40_000)),
);
const scalar = fc.oneof(text, fc.integer(), fc.double(), fc.boolean(), fc.constant(null), fc.bigInt());

/** Any JSON, with the fields that mappings look for. */
export const generatedRecord: fc.Arbitrary<unknown> = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    scalar,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.array(fc.tuple(fc.constantFrom(...fields, 'other'), tie('value')), { maxLength: 7 }).map(own),
  ),
})).value;

/** An object with just these fields of its own, as JSON.parse makes them. */
function own(entries: readonly (readonly [string, unknown])[]): object {
  const object = {};
  for (const [name, value] of entries)
    Object.defineProperty(object, name, { value, enumerable: true, writable: true, configurable: true });
  return object;
}
