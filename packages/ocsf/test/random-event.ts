import { activeAttributes } from '../src/active-attributes.ts';
import type { Attribute, Catalogue, ClassDefinition, ObjectDefinition } from '../src/catalogue.ts';
import { minimalEvent, minimalObject, minimalValue } from '../src/example/minimal-event.ts';

/** Numbers from 0 up to 1, the same for the same seed. */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export interface RandomEventOptions {
  readonly definition: ClassDefinition;
  readonly profiles: readonly string[];
  readonly random: () => number;
}

/** An event with a random choice of optional attributes, down to a few levels; valid once it is completed. */
export function randomEvent(catalogue: Catalogue, options: RandomEventOptions): Record<string, unknown> {
  const { definition, profiles, random } = options;
  const event = minimalEvent(catalogue, { classUid: definition.uid, profiles });
  addOptional(event, definition, { catalogue, random, profiles: new Set(profiles), depth: 0 });
  delete event['type_uid'];
  return event;
}

interface Around {
  readonly catalogue: Catalogue;
  readonly random: () => number;
  readonly profiles: ReadonlySet<string>;
  readonly depth: number;
}

function addOptional(object: Record<string, unknown>, definition: ObjectDefinition, around: Around): void {
  const exclusive = new Set(
    definition.constraints.filter(({ kind }) => kind === 'just_one').flatMap(({ attributes }) => attributes),
  );
  for (const attribute of activeAttributes(definition, around.profiles)) {
    const { name } = attribute;
    const isTaken = Object.hasOwn(object, name) || exclusive.has(name) || isSibling(name, definition);
    if (isTaken || name === 'observables' || name === 'profiles' || around.random() > 0.3) continue;
    object[name] = randomValue(attribute, around);
  }
}

/** Captions have to fit their ids: completion writes them. */
function isSibling(name: string, definition: ObjectDefinition): boolean {
  return [...definition.attributes.values()].some(({ sibling }) => sibling === name);
}

function randomValue(attribute: Attribute, around: Around): unknown {
  const { catalogue, profiles, depth } = around;
  const object = catalogue.objects.get(attribute.objectType ?? '');
  if (object === undefined) return minimalValue(attribute, { catalogue, profiles, within: [] });
  const value = minimalObject(object, { catalogue, profiles, within: [] });
  if (depth < 3) addOptional(value, object, { ...around, depth: depth + 1 });
  return attribute.isArray ? [value] : value;
}

const oddities: readonly (() => unknown)[] = [
  () => null,
  () => undefined,
  () => '',
  () => 'x'.repeat(70_000),
  () => `::%${' '.repeat(2_000)}\nx`,
  () => -1,
  () => 1.5,
  () => 2 ** 70,
  () => 10n ** 40n,
  () => Number.NaN,
  () => true,
  () => [],
  () => [null, [], {}, 'a', 1],
  () => ({}),
  () => ({ a: { b: 1 } }),
  () => JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}'),
  () => Array.from({ length: 300 }, () => ({})),
  () => nested(3_000),
  () => ({ toString: null, valueOf: 1, hasOwnProperty: 'x' }),
  () => '\ud800',
];

/** One place of a value replaced, removed or added to, by something odd. */
export function mutate(value: unknown, random: () => number): unknown {
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)]!;
  if (typeof value !== 'object' || value === null || random() < 0.1) return pick(oddities)();
  if (Array.isArray(value)) return value.length === 0 ? [pick(oddities)()] : value.map((item) => mutate(item, random));
  const copy: Record<string, unknown> = { ...value };
  const keys = Object.keys(copy);
  const key = pick(keys) ?? 'added';
  const what = random();
  if (what < 0.15) delete copy[key];
  else if (what < 0.3)
    Object.defineProperty(copy, pick(['__proto__', 'constructor', 'zz', 'toString', '']), {
      value: pick(oddities)(),
      enumerable: true,
      writable: true,
      configurable: true,
    });
  else copy[key] = mutate(copy[key], random);
  return copy;
}

function nested(levels: number): unknown {
  let value: Record<string, unknown> = {};
  for (let level = 0; level < levels; level++) value = { parent_process: value, manager: value, ldap_person: value };
  return value;
}
