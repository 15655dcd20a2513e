import { writeFileSync, mkdirSync, rmSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { Attribute, Catalogue, ClassDefinition } from '../src/catalogue.ts';
import { createCompleter } from '../src/complete/create-completer.ts';
import { minimalEvent } from '../src/example/minimal-event.ts';
import { loadCatalogue } from '../src/load-catalogue.ts';
import { generateTypes } from '../src/types/generate-types.ts';
import { createValidator } from '../src/validate/create-validator.ts';

const names = [
  '"); globalThis.broken = true; ("',
  '`${globalThis.broken = true}`',
  "'] = 1; globalThis.broken = true; //",
  '*/ globalThis.broken = true; /*',
  '\u2028globalThis.broken = true',
  '\\',
  '__proto__',
  'constructor',
  'toString',
  '',
];

/** A catalogue whose authentication class has every bad name for an enum, its caption, a timestamp and an object. */
function hostileCatalogue(): Catalogue {
  const catalogue = loadCatalogue('1.3.0');
  const definition = catalogue.classes.get('authentication')!;
  const attributes = new Map(definition.attributes);
  for (const [index, name] of names.entries()) {
    const values = new Map([
      ['0', { caption: name }],
      ['1', { caption: `${name} 1` }],
    ]);
    const common = { name, caption: name, isArray: false, requirement: 'optional' } as const;
    const kinds: readonly Attribute[] = [
      { ...common, type: 'integer_t', enum: values, sibling: `${name} caption`, deprecated: name },
      { ...common, type: 'timestamp_t', observable: 2 },
      { ...common, type: 'object_t', objectType: 'user' },
      { ...common, type: 'string_t', isArray: true },
    ];
    attributes.set(name, kinds[index % kinds.length]!);
    attributes.set(`${name} caption`, { ...common, name: `${name} caption`, type: 'string_t' });
    attributes.set(`${name}_dt`, { ...common, name: `${name}_dt`, type: 'datetime_t' });
  }
  const hostile: ClassDefinition = { ...definition, name: 'delete', caption: '*/', attributes };
  const classes = new Map([...catalogue.classes, ['authentication', hostile]]);
  return { ...catalogue, classes, classesByUid: new Map([...catalogue.classesByUid, [hostile.uid, hostile]]) };
}

test('no name of a schema gets out of its string into the code', () => {
  const catalogue = hostileCatalogue();
  const options = { classUid: 3002, profiles: [] };
  const event = minimalEvent(catalogue, options);
  for (const name of names) {
    Object.defineProperty(event, name, { value: 1, enumerable: true, writable: true, configurable: true });
  }
  createCompleter(catalogue, options)(event);
  const findings = createValidator(catalogue, options)(event);
  expect(findings.some(({ code }) => code === 'attribute_unknown')).toBe(false);
  expect('broken' in globalThis).toBe(false);
});

test('the types of any schema are TypeScript', () => {
  const folder = fileURLToPath(new URL('../coverage/hostile', import.meta.url));
  const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'types.ts'), generateTypes(hostileCatalogue()));
  try {
    const flags = ['--noEmit', '--ignoreConfig', '--target', 'es2024', '--types', ''];
    expect(execFileSync(process.execPath, [tsc, ...flags, join(folder, 'types.ts')], { encoding: 'utf8' })).toBe('');
  } finally {
    rmSync(folder, { recursive: true });
  }
}, 30_000);
