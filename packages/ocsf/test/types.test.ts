import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { authentication, SeverityId } from '../src/generated/types/1.3.0.ts';
import { loadCatalogue } from '../src/load-catalogue.ts';
import { releases } from '../src/releases.ts';
import { generateTypes } from '../src/types/generate-types.ts';
import * as written from './types/mapper.ts';

const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc');

test('what a mapper writes is checked: missing, unknown, of another profile, a wrong id', () => {
  const project = fileURLToPath(new URL('types', import.meta.url));
  const output = execFileSync(process.execPath, [tsc, '-p', project], { encoding: 'utf8' });
  expect(output).toBe('');
}, 30_000);

test.each(releases)('the generated types of %s are those of its catalogue', (release) => {
  const file = new URL(`../src/generated/types/${release}.ts`, import.meta.url);
  expect(readFileSync(file, 'utf8')).toBe(generateTypes(loadCatalogue(release)));
});

test('what a mapper writes is an event', () => {
  for (const event of Object.values(written)) expect(event).toHaveProperty('class_uid');
});

test('classes and enum ids are constants', () => {
  expect(authentication).toEqual({ name: 'authentication', uid: 3002 });
  expect(SeverityId.Critical).toBe(5);
});
