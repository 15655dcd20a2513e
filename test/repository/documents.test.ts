import { existsSync, readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

function textOf(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}

test('the README shows the embedding example as it is', () => {
  expect(existsSync(join(root, 'README.md'))).toBe(true);
  expect(textOf('README.md')).toContain(`\`\`\`ts\n${textOf('examples/embed/src/main.ts')}\`\`\``);
});

test('docs/errors.md and the SDK have the same error codes', () => {
  const [, union = ''] = /export type SluiceErrorCode =([^;]+);/.exec(textOf('packages/core/src/errors.ts')) ?? [];
  const codes = [...union.matchAll(/'([a-z_]+)'/g)].flatMap(([, code]) => code ?? []);
  const documented = [...textOf('docs/errors.md').matchAll(/^\| `([a-z_]+)` \|/gm)].flatMap(([, code]) => code ?? []);
  expect(codes.length).toBeGreaterThan(10);
  expect(codes.filter((code) => !documented.includes(code))).toEqual([]);
});

test('every link of the documents leads to a file that is there', async () => {
  const documents = await Array.fromAsync(
    glob('**/*.md', {
      cwd: root,
      exclude: (name) => name === 'node_modules' || name === 'dist' || name.startsWith('.'),
    }),
  );
  expect(documents.length).toBeGreaterThan(5);
  const broken = documents.flatMap((document) =>
    [...textOf(document).matchAll(/\]\((?!https?:|#|mailto:)([^)\s#]+)[^)]*\)/g)]
      .flatMap(([, target]) => target ?? [])
      .filter((target) => !existsSync(join(root, dirname(document), target)))
      .map((target) => `${document}: ${target}`),
  );
  expect(broken).toEqual([]);
});

test('nothing speaks of the machine it was written on', async () => {
  const files = await Array.fromAsync(
    glob('**/*.{ts,js,json,md,yaml,yml}', {
      cwd: root,
      exclude: (name) => ['node_modules', 'dist', 'tmp', '.git', '.turbo'].includes(name),
    }),
  );
  // Spelt so that this file does not find itself.
  const places = new RegExp(['/wo', 'rk/(main|shared)'].join(''));
  expect(files.filter((file) => places.test(textOf(file)))).toEqual([]);
});
