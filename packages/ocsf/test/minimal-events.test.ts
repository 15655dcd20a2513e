import { describe, expect, test } from 'vitest';
import { activeAttributes } from '../src/active-attributes.ts';
import type { Attribute, Catalogue, ClassDefinition, ObjectDefinition } from '../src/catalogue.ts';
import { minimalEvent } from '../src/example/minimal-event.ts';
import { loadCatalogue } from '../src/load-catalogue.ts';
import { releases } from '../src/releases.ts';
import { createValidator, type Validator } from '../src/validate/create-validator.ts';
import { fulfils } from '../src/validate/constraint-check.ts';

type Json = Record<string, unknown>;

function errorsOf(validate: Validator, event: unknown): readonly string[] {
  return validate(event)
    .filter(({ severity }) => severity === 'error')
    .map(({ code, path }) => `${code} ${path}`);
}

/** Every object of an event with its definition and its path, the event itself first. */
function* objectsOf(event: Json, definition: ObjectDefinition, catalogue: Catalogue, path = ''): Generator<Place> {
  yield { object: event, definition, path };
  for (const [name, value] of Object.entries(event)) {
    const object = catalogue.objects.get(definition.attributes.get(name)?.objectType ?? '');
    if (object === undefined) continue;
    const isArray = Array.isArray(value);
    const values: readonly Json[] = isArray ? value : [value];
    for (const [index, item] of values.entries()) {
      const step = `${name}${isArray ? `[${index}]` : ''}`;
      yield* objectsOf(item, object, catalogue, path === '' ? step : `${path}.${step}`);
    }
  }
}

interface Place {
  readonly object: Json;
  readonly definition: ObjectDefinition;
  readonly path: string;
}

/** The finding that has to come when an attribute of an object is left out. */
function expectedWithout(attribute: Attribute, { object, definition, path }: Place): string | undefined {
  const at = path === '' ? attribute.name : `${path}.${attribute.name}`;
  if (attribute.requirement === 'required') return `attribute_required_missing ${at}`;
  const isBroken = definition.constraints.some((constraint) => !fulfils(object, constraint));
  return isBroken ? `constraint_failed ${path}` : undefined;
}

interface Outcome {
  readonly omissions: number;
  /** What was found in the event as it is, or not found in it without something. */
  readonly surprises: readonly string[];
}

function tryOmissions(catalogue: Catalogue, definition: ClassDefinition, profiles: readonly string[]): Outcome {
  const validate = createValidator(catalogue, { classUid: definition.uid, profiles });
  const event = minimalEvent(catalogue, { classUid: definition.uid, profiles });
  const surprises = errorsOf(validate, event).map((finding) => `${definition.name}: ${finding}`);
  const on = new Set(profiles);
  let omissions = 0;
  for (const place of objectsOf(event, definition, catalogue)) {
    for (const attribute of activeAttributes(place.definition, on)) {
      const value = place.object[attribute.name];
      if (value === undefined || attribute.name === 'profiles') continue;
      delete place.object[attribute.name];
      const expected = expectedWithout(attribute, place);
      if (expected !== undefined) omissions++;
      if (expected !== undefined && !errorsOf(validate, event).includes(expected)) {
        surprises.push(`${definition.name}: not found: ${expected}`);
      }
      place.object[attribute.name] = value;
    }
  }
  return { omissions, surprises };
}

describe.each(releases)('in %s, of every class', (release) => {
  const catalogue = loadCatalogue(release);
  const classes = [...catalogue.classes.values()];

  test('a minimal event is valid, and each omission from it is found', () => {
    const outcomes = classes.map((definition) => tryOmissions(catalogue, definition, []));
    expect(outcomes.flatMap(({ surprises }) => surprises)).toEqual([]);
    expect(outcomes.every(({ omissions }) => omissions >= 8)).toBe(true);
  }, 60_000);

  test('the same holds with all its profiles on', () => {
    const outcomes = classes.map((definition) => tryOmissions(catalogue, definition, definition.profiles));
    expect(outcomes.flatMap(({ surprises }) => surprises)).toEqual([]);
  }, 60_000);
});
