import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { type CompletionVerdict, createCompletingValidator } from '../src/accept/create-completing-validator.ts';
import { acceptanceOf } from '../src/accept/object-acceptance.ts';
import type { Catalogue, ClassDefinition } from '../src/catalogue.ts';
import { createCompleter } from '../src/complete/create-completer.ts';
import { createCompletion } from '../src/complete/create-completion.ts';
import { CompleterCode } from '../src/complete/generate.ts';
import { loadCatalogue } from '../src/load-catalogue.ts';
import { isRelease, releases } from '../src/releases.ts';
import { createValidator } from '../src/validate/create-validator.ts';
import { nudge } from './nudge.ts';
import { mutate, randomEvent, randomNumbers } from './random-event.ts';
import { needs, sharedPath } from './reference-data.ts';

type Event = Record<string, unknown>;

/** `FUZZ_RUNS=1000` tries that many events of each class of every release; else it is two of each of two releases. */
const longRuns = process.env['FUZZ_RUNS'];
const runs = Number(longRuns ?? 2);
const tried = longRuns === undefined ? (['1.3.0', '1.8.0'] as const) : releases;

type Comparable = Readonly<Record<string, unknown>>;

interface Ways {
  readonly plain: (event: Event) => Comparable;
  readonly quick: (event: Event) => Comparable;
  readonly isAccepted: (event: Event) => boolean;
}

/** One class with one set of profiles: both ways, in one step and one after the other. */
function waysOf(catalogue: Catalogue, definition: ClassDefinition, profiles: readonly string[]): Ways {
  const options = { classUid: definition.uid, profiles };
  const [complete, validate] = [createCompleter(catalogue, options), createValidator(catalogue, options)];
  const both = createCompletingValidator(catalogue, options);
  const accept = createCompletion(catalogue, options, new CompleterCode(catalogue, acceptanceOf(catalogue)));
  return {
    plain: (event: Event) => comparable({ ...complete(event), findings: validate(event), event }),
    quick: (event: Event) => comparable({ ...both(event), event }),
    isAccepted: (event: Event) => accept(event).isAccepted,
  };
}

/** Also where an event contains itself, or one object in thousands of places. */
function comparable({ unknownIds, findings, event }: CompletionVerdict & { readonly event: Event }): Comparable {
  return { unknownIds, findings: findings.map((finding) => JSON.stringify(finding)), event: textOf(event) };
}

/** Each object is written where it is first met, and by its number after that. */
function textOf(event: Event): string {
  const numbers = new Map<object, number>();
  return JSON.stringify(event, (_, value: unknown) => {
    if (typeof value === 'bigint' || value === undefined || Number.isNaN(value)) return String(value);
    if (typeof value !== 'object' || value === null) return value;
    const known = numbers.get(value);
    if (known !== undefined) return `object ${known}`;
    numbers.set(value, numbers.size);
    return value;
  });
}

describe.each(tried)('in %s, of every class', (release) => {
  test(
    'one step gives the findings, notes and event of completing and then validating, whatever was done to it',
    () => {
      const catalogue = loadCatalogue(release);
      let accepted = 0;
      for (const definition of catalogue.classes.values()) {
        for (const profiles of longRuns === undefined ? [definition.profiles] : [[], definition.profiles]) {
          const { plain, quick, isAccepted } = waysOf(catalogue, definition, profiles);
          for (let run = 0; run < runs; run++) {
            const make = (): Event => {
              const random = randomNumbers(definition.uid * 1_000 + run);
              return changed(randomEvent(catalogue, { definition, profiles, random }), definition.uid + run, random);
            };
            const expected = plain(make());
            const name = `${definition.name}, run ${run}, ${profiles.length} profiles`;
            expect({ name, ...quick(make()) }).toEqual({ name, ...expected });
            if (isAccepted(make())) accepted++;
          }
        }
      }
      // Not only by looking again each time, though 1.0.0 finds something in every address and time.
      expect(accepted).toBeGreaterThan(release === '1.0.0' ? 0 : catalogue.classes.size / 4);
    },
    120_000 * runs,
  );
});

/** Every fourth event is left as it is, every fourth is made nonsense of. */
function changed(event: Event, kind: number, random: () => number): Event {
  if (kind % 4 === 0) return event;
  if (kind % 4 === 1) {
    const mutated = mutate(event, random);
    return typeof mutated === 'object' && mutated !== null && !Array.isArray(mutated) ? { ...mutated } : event;
  }
  for (let step = 0; step < kind % 4; step++) nudge(event, random);
  return event;
}

const corpus = 'conformance/mutations.ndjson.gz';
const { skip, note } = needs(corpus);

test.skipIf(skip)(
  `the same holds for the events that are compared with the schema server${note}`,
  () => {
    const lines = gunzipSync(readFileSync(sharedPath(corpus)))
      .toString('utf8')
      .split('\n');
    const ways = new Map<string, Pick<Ways, 'plain' | 'quick'>>();
    let compared = 0;
    for (const line of lines.filter((text) => text !== '')) {
      const { id, schema, event }: { id: string; schema: string; event: Event } = JSON.parse(line);
      const definition = isRelease(schema)
        ? loadCatalogue(schema).classesByUid.get(Number(event['class_uid']))
        : undefined;
      if (definition === undefined || !isRelease(schema)) continue;
      const catalogue = loadCatalogue(schema);
      const profiles = profilesOf(event).filter((profile) => catalogue.profiles.has(profile));
      const key = `${schema} ${definition.uid} ${profiles.join()}`;
      const { plain, quick } = ways.get(key) ?? waysOf(catalogue, definition, profiles);
      ways.set(key, { plain, quick });
      const expected = plain(structuredClone(event));
      expect({ id, ...quick(event) }).toEqual({ id, ...expected });
      compared++;
    }
    expect(compared).toBeGreaterThan(4_000);
  },
  120_000,
);

function profilesOf(event: Event): readonly string[] {
  const { metadata } = event;
  const profiles: unknown =
    typeof metadata === 'object' && metadata !== null && 'profiles' in metadata ? metadata.profiles : [];
  return Array.isArray(profiles) ? profiles.filter((profile) => typeof profile === 'string') : [];
}
