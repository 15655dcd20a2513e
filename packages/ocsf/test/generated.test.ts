import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compileSchema } from '../src/compiler/compile.ts';
import { loadCatalogue } from '../src/load-catalogue.ts';
import { releases } from '../src/releases.ts';
import { needs, sharedPath } from './reference-data.ts';

const schemas = needs('ocsf-schema');

test('the packed facts of all releases weigh less than 100 KB', () => {
  expect(readFileSync(new URL('../src/generated/releases.br', import.meta.url)).length).toBeLessThan(100_000);
});

test.each(releases)('the packed facts of %s are whole, as their hash says', (release) => {
  const catalogue = loadCatalogue(release);
  expect(catalogue.release).toBe(release);
  expect(catalogue.classes.get('authentication')?.uid).toBe(3002);
  expect(loadCatalogue(release)).toBe(catalogue);
});

test.skipIf(schemas.skip).each(releases)(`a fresh compile of %s gives what is packed${schemas.note}`, (release) => {
  expect(loadCatalogue(release)).toEqual(compileSchema(sharedPath(`ocsf-schema/${release}`)));
});

test('a release that does not exist is refused by name, with those that do', () => {
  // @ts-expect-error A caller without types.
  expect(() => loadCatalogue('1.3')).toThrow(/no OCSF release "1\.3" here\. Known: 1\.0\.0, 1\.1\.0/);
});
