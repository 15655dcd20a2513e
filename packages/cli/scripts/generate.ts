import { execFileSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { publishedSchema } from '../src/config/published-schema.ts';
import { referenceTable } from '../src/config/reference.ts';
import { configJsonSchema } from '../src/config/schema.ts';
import { withReference } from '../src/config/readme-reference.ts';

// Writes what follows from the declaration of the configuration: the JSON Schema for editors and the table in README.md.
const here = (path: string): URL => new URL(`../${path}`, import.meta.url);

await writeFile(here('schema/sluice.schema.json'), `${JSON.stringify(await publishedSchema(), undefined, 2)}\n`);
const readme = await readFile(here('README.md'), 'utf8');
await writeFile(here('README.md'), withReference(readme, referenceTable(configJsonSchema())));

// And the heads of the connectors' READMEs.
const main = fileURLToPath(here('src/main.ts'));
for (const folder of globSync('connectors/*/', { cwd: here('../..'), exclude: ['**/node_modules'] }))
  execFileSync(
    process.execPath,
    [...process.execArgv, main, 'connector', 'docs', fileURLToPath(here(`../../${folder}`))],
    {
      stdio: 'inherit',
    },
  );
