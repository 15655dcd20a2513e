/**
 * The second half of a connector's build: `tsc` emits code only, and a mapping document has to stand beside the module
 * that reads it in `dist` as it does in `src`. Run in the folder of the package.
 */
import { cpSync, globSync } from 'node:fs';
import { join, relative } from 'node:path';

const documents = globSync('src/**/*.{yaml,yml}', { exclude: (path) => path.includes('fixtures') });
for (const document of documents) cpSync(document, join('dist', relative('src', document)));
