import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

const packageDir = fileURLToPath(new URL('..', import.meta.url));
const folder = join(packageDir, 'coverage/readme');
const readme = readFileSync(join(packageDir, 'README.md'), 'utf8');
const examples = [...readme.matchAll(/```ts\n(.*?)```/gs)].map(([, code = '']) => code);
const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc');

beforeAll(() => {
  mkdirSync(folder, { recursive: true });
  const compilerOptions = { composite: false, incremental: false, noEmit: true, isolatedDeclarations: false };
  const config = { extends: join(packageDir, '../../tsconfig.base.json'), compilerOptions, include: ['.'] };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ type: 'module' }));
  for (const [index, code] of examples.entries()) writeFileSync(join(folder, `example-${index}.ts`), code);
});
afterAll(() => rmSync(folder, { recursive: true }));

test('the examples of the README compile', () => {
  expect(examples.length).toBeGreaterThan(3);
  expect(execFileSync(process.execPath, [tsc, '-p', folder], { encoding: 'utf8' })).toBe('');
}, 30_000);

test.each(examples.map((code, index) => ({ code, index })))(
  'example $index of the README says what it says it says',
  ({ code, index }) => {
    const file = join(folder, `example-${index}.ts`);
    const output = execFileSync(process.execPath, ['--conditions=source', file], { encoding: 'utf8' });
    for (const [, said = ''] of code.matchAll(/^(?:console\.log.*|\s*)\/\/ (.+)$/gm)) expect(output).toContain(said);
  },
  30_000,
);
