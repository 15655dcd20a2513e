import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makerFor, mappedNames } from './makers.ts';

const readme = readFileSync(join(import.meta.dirname, '../../../README.md'), 'utf8');

test('the README has a row for each kind of record that is mapped', () => {
  expect(mappedNames.length).toBeGreaterThan(100);
  expect(mappedNames.filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
});

test('there is a maker for each format of file that is written, and none for names of objects', () => {
  expect(makerFor('WasmFileWritten')).toBeDefined();
  expect(makerFor('constructor')).toBeUndefined();
  expect(makerFor('ProcessRollup2Stats')).toBeUndefined();
});
