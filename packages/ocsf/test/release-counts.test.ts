import { expect, test } from 'vitest';
import type { Attribute } from '../src/catalogue.ts';
import { loadCatalogue } from '../src/load-catalogue.ts';
import { type Release, releases } from '../src/releases.ts';

/** What the schema's own compiler makes of each release. */
const counts: Readonly<Record<Release, readonly number[]>> = {
  '1.0.0': [36, 3, 84, 2_110, 1_883, 6, 6, 22, 0, 0],
  '1.1.0': [50, 6, 106, 3_164, 2_903, 8, 6, 22, 3, 25],
  '1.2.0': [65, 6, 111, 3_871, 3_539, 9, 6, 22, 3, 29],
  '1.3.0': [72, 7, 121, 4_375, 3_992, 10, 7, 22, 3, 31],
  '1.4.0': [79, 7, 142, 6_165, 7_045, 12, 8, 22, 5, 61],
  '1.5.0': [81, 7, 161, 6_717, 7_375, 12, 8, 24, 23, 76],
  '1.6.0': [82, 7, 167, 6_939, 7_526, 12, 8, 24, 23, 80],
  '1.7.0': [83, 7, 170, 7_069, 7_705, 12, 8, 24, 23, 80],
  '1.8.0': [83, 7, 178, 7_203, 7_770, 14, 8, 24, 23, 81],
};

test.each(releases)(
  '%s has the classes, objects, attribute uses, enum ids and deprecations that it should',
  (release) => {
    const { classes, objects, profiles, categories, types } = loadCatalogue(release);
    const uses = [...classes.values(), ...objects.values()].flatMap(({ attributes }) => [...attributes.values()]);
    const count = (matches: (attribute: Attribute) => boolean): number => uses.filter(matches).length;
    expect([
      classes.size,
      [...classes.values()].filter(({ extension }) => extension !== undefined).length,
      objects.size,
      uses.length,
      uses.reduce((sum, attribute) => sum + (attribute.enum?.size ?? 0), 0),
      profiles.size,
      categories.size,
      types.size,
      [...classes.values()].filter(({ deprecated }) => deprecated !== undefined).length,
      count(({ deprecated }) => deprecated !== undefined),
    ]).toEqual(counts[release]);
  },
);
