import { join } from 'node:path';
import type { Choices } from './choices.ts';

/** Versions that a scaffolded package is made and tested with; those of this repository. */
const tools = {
  '@types/node': '24.19.2',
  oxlint: '1.89.0',
  typescript: '7.0.2',
  vitest: '5.1.1',
};
const zod = '4.6.7';

/** The `package.json` of a connector. */
export function manifest(choices: Choices): string {
  const { packageName, title, mapping } = choices;
  const value = {
    name: packageName,
    version: '0.1.0',
    description: `${title} into OCSF`,
    license: 'Apache-2.0',
    files: ['dist', '!dist/**/*.test.*', 'README.md'],
    type: 'module',
    sideEffects: false,
    exports: { '.': { types: './dist/index.d.ts', default: './dist/index.js' } },
    scripts: {
      build: mapping === 'yaml' ? 'tsc && node copy-mappings.js' : 'tsc',
      typecheck: 'tsc --noEmit',
      lint: 'oxlint --deny-warnings',
      test: 'vitest run --dir src',
      check: 'sluice connector check',
    },
    dependencies: { ...ours(choices, runtimePackages(choices)), zod },
    devDependencies: { ...ours(choices, ['cli', 'core', 'testing']), ...tools },
    engines: { node: '>=22.18' },
  };
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

function runtimePackages({ upstream, mapping }: Choices): readonly string[] {
  const packages = mapping === 'yaml' ? ['connector', 'mapping'] : ['connector', 'ocsf'];
  return upstream === 'queue' ? [...packages, 'queue'] : packages;
}

function ours({ version, link }: Choices, packages: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    packages.map((name) => [`@sluice/${name}`, link === undefined ? version : `file:${join(link, 'packages', name)}`]),
  );
}
