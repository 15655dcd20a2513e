import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { randomEvent, randomNumbers } from './random-event.ts';
import { createCompleter } from '../src/complete/create-completer.ts';
import { minimalEvent } from '../src/example/minimal-event.ts';
import { loadCatalogue } from '../src/load-catalogue.ts';
import { releases } from '../src/releases.ts';
import { formatFinding } from '../src/validate/format.ts';
import type { Change } from '../src/convert/conversion.ts';
import { createConverter, downlevel, uplevel } from '../src/convert/convert.ts';

type Event = Readonly<Record<string, unknown>>;

/** Leaves of a value by path. */
function leavesOf(value: unknown, path = ''): ReadonlyMap<string, unknown> {
  if (typeof value !== 'object' || value === null || Object.keys(value).length === 0) return new Map([[path, value]]);
  const entries = Array.isArray(value)
    ? value.map((item: unknown, index) => leavesOf(item, `${path}[${index}]`))
    : Object.entries(value).map(([key, item]) => leavesOf(item, path === '' ? key : `${path}.${key}`));
  return new Map(entries.flatMap((leaves) => [...leaves]));
}

/** An empty `unmapped` may be filled. */
const mayDiffer: ReadonlySet<string> = new Set(['metadata.version', 'unmapped', 'observables']);

/** Leaves that are neither where they were nor in the list of changes. Observables close up where one has gone. */
function unaccounted(before: Event, after: Event, changes: readonly Change[]): readonly string[] {
  const listed = changes.map(({ path }) => path);
  const isListed = (path: string): boolean =>
    listed.some((known) => path === known || path.startsWith(`${known}.`) || path.startsWith(`${known}[`));
  const kept = leavesOf(after);
  const leaves = [...leavesOf({ ...before, observables: null })]
    .filter(([path, value]) => !mayDiffer.has(path) && !isDeepStrictEqual(kept.get(path), value))
    .map(([path]) => path);
  const names = new Set(observablesOf(after).map(({ name }) => name));
  const observables = observablesOf(before).flatMap(({ name }, index) =>
    names.has(name) ? [] : [`observables[${index}]`],
  );
  return [...leaves, ...observables].filter((path) => !isListed(path));
}

function observablesOf({ observables }: Event): readonly Event[] {
  return Array.isArray(observables) ? observables : [];
}

describe('downlevel', () => {
  test('moves what the earlier release does not know to unmapped, and says so', () => {
    const given = minimalEvent(loadCatalogue('1.8.0'), { classUid: 3002 });
    const { event, changes } = downlevel({ ...given, is_account_switch: true, account_switch_type_id: 1 }, '1.3.0');
    expect(event['unmapped']).toEqual({ account_switch_type_id: 1, is_account_switch: true });
    expect(changes).toContainEqual({
      kind: 'moved',
      path: 'account_switch_type_id',
      from: 1,
      to: 'account_switch_type_id',
    });
    expect(event).toHaveProperty('metadata.version', '1.3.0');
  });

  test('makes an id that the earlier release does not have 99 Other, called what it was called', () => {
    const given = minimalEvent(loadCatalogue('1.8.0'), { classUid: 3002 });
    const { event, changes } = downlevel({ ...given, activity_id: 7, type_uid: 300_207 }, '1.3.0');
    expect(event).toMatchObject({ activity_id: 99, activity_name: 'Account Switch', type_uid: 300_299 });
    expect(changes).toContainEqual({ kind: 'replaced', path: 'activity_id', from: 7, to: 99 });
    expect(changes).toContainEqual({ kind: 'added', path: 'activity_name', to: 'Account Switch' });
    expect(changes).toContainEqual({ kind: 'added', path: 'metadata.product.vendor_name', to: 'Unknown' });
  });

  test('makes a class that the earlier release does not have a base event', () => {
    const catalogue = loadCatalogue('1.8.0');
    const earlier = loadCatalogue('1.0.0');
    const definition = [...catalogue.classes.values()].find(({ uid }) => !earlier.classesByUid.has(uid))!;
    const { event, remaining } = downlevel(minimalEvent(catalogue, { classUid: definition.uid }), '1.0.0');
    expect(event).toMatchObject({ class_uid: 0, unmapped: { class_uid: definition.uid } });
    expect(remaining).toEqual([]);
  });

  test('does not touch the event that was given', () => {
    const given = Object.freeze(minimalEvent(loadCatalogue('1.8.0'), { classUid: 4001 }));
    const before = structuredClone(given);
    downlevel(given, '1.0.0');
    expect(given).toEqual(before);
  });

  test('refuses an event that does not say its release', () => {
    expect(() => downlevel({ class_uid: 3002 }, '1.3.0')).toThrow(/metadata\.version/);
  });

  test.each(['1.0.0', '1.1.0', '1.2.0', '1.3.0', '1.4.0'] as const)(
    'of valid events of 1.8.0 gives valid events of %s, with nothing unaccounted for',
    (release) => {
      const from = loadCatalogue('1.8.0');
      const convert = createConverter(from, loadCatalogue(release));
      const classes = [...from.classes.values()];
      fc.assert(
        fc.property(fc.nat({ max: 10_000 }), fc.integer(), fc.boolean(), (index, seed, withProfiles) => {
          const definition = classes[index % classes.length]!;
          const profiles = withProfiles ? definition.profiles : [];
          const event = randomEvent(from, { definition, profiles, random: randomNumbers(seed) });
          createCompleter(from, { classUid: definition.uid, profiles })(event);
          const conversion = convert(event);
          expect(conversion.remaining.map(formatFinding)).toEqual([]);
          expect(unaccounted(event, conversion.event, conversion.changes)).toEqual([]);
        }),
        { numRuns: 25 },
      );
    },
    120_000,
  );
});

test('uplevel of a minimal event is lossless to every later release', () => {
  for (const [index, release] of releases.entries()) {
    const event = minimalEvent(loadCatalogue('1.1.0'), { classUid: 3002 });
    if (index > 1) expect({ release, changes: uplevel(event, release).changes }).toEqual({ release, changes: [] });
  }
});
