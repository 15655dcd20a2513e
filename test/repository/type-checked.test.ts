import { matchesGlob, posix } from 'node:path';
import { expect, test } from 'vitest';
import { files, textOf } from './files.ts';

interface Project {
  readonly files?: readonly string[];
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
}

interface Solution {
  readonly references: readonly { readonly path: string }[];
}

const solution = JSON.parse(textOf('tsconfig.json')) as Solution;
const configs = solution.references.map(({ path }) => (path.endsWith('.json') ? path : `${path}/tsconfig.json`));

test('`tsc -b` checks every TypeScript file', () => {
  const sources = files.filter((file) => file.endsWith('.ts'));
  const unchecked = sources.filter((file) => !configs.some((config) => takes(config, file)));
  expect(sources.length).toBeGreaterThan(200);
  expect(unchecked).toEqual([]);
});

function takes(config: string, file: string): boolean {
  const { files: named = [], include = [], exclude = [] } = JSON.parse(textOf(config)) as Project;
  const folder = posix.dirname(config);
  const isOneOf = (patterns: readonly string[]): boolean =>
    patterns.some((pattern) => {
      const whole = posix.join(folder, pattern);
      return whole === file || file.startsWith(`${whole}/`) || matchesGlob(file, whole);
    });
  return isOneOf(named) || (isOneOf(include) && !isOneOf(exclude));
}
