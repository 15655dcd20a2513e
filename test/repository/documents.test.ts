import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { files, root, textOf } from './files.ts';

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

test('every link of the documents leads to a file that is there, and to a heading of it', () => {
  const documents = files.filter((file) => file.endsWith('.md') && !file.startsWith('.changeset/'));
  expect(documents.length).toBeGreaterThan(5);
  const broken = documents.flatMap((document) =>
    [...textOf(document).matchAll(/\]\((?!https?:|mailto:)([^)\s#]*)(?:#([^)\s]+))?\)/g)]
      .filter(([, target = '', heading]) => !leadsSomewhere(document, target, heading))
      .map(([link]) => `${document}: ${link}`),
  );
  expect(broken).toEqual([]);
});

function leadsSomewhere(document: string, target: string, heading: string | undefined): boolean {
  const path = target === '' ? document : join(dirname(document), target);
  if (!existsSync(join(root, path))) return false;
  return heading === undefined || headingsOf(path).includes(heading);
}

/** As GitHub names them. */
function headingsOf(document: string): readonly string[] {
  return [...textOf(document).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

test('nothing speaks of the machine it was written on', () => {
  const written = files.filter((file) => /\.(ts|js|json|md|ya?ml|sh)$|\/run$/.test(file));
  // Spelt so that this file does not find itself.
  const place = new RegExp(['/wo', 'rk/(main|shared)'].join(''));
  expect(written.filter((file) => place.test(textOf(file)))).toEqual([]);
});
