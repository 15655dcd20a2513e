/**
 * Makes `src/generated/` from a folder that holds the JSON sources of every OCSF release as `<version>/`.
 *
 * npm run generate [-- <folder>]
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileSchema } from '../src/compiler/compile.ts';
import { encodeFacts } from '../src/facts/encode.ts';
import { packReleases } from '../src/packed-releases.ts';
import { generateTypes } from '../src/types/generate-types.ts';
import { releases } from '../src/releases.ts';

const packageDir = fileURLToPath(new URL('..', import.meta.url));
const schemas = resolve(process.argv[2] ?? join(packageDir, '../../../shared/ocsf-schema'));
const generated = join(packageDir, 'src/generated');

const catalogues = releases.map((release) => compileSchema(join(schemas, release)));
mkdirSync(generated, { recursive: true });
const packed = packReleases(catalogues.map(encodeFacts));
writeFileSync(join(generated, 'releases.br'), packed);
console.log(`releases.br: ${packed.length} bytes for ${catalogues.length} releases`);

mkdirSync(join(generated, 'types'), { recursive: true });
for (const catalogue of catalogues) {
  const types = generateTypes(catalogue);
  writeFileSync(join(generated, 'types', `${catalogue.release}.ts`), types);
  console.log(`types/${catalogue.release}.ts: ${types.length} bytes`);
}
