import { mkdirSync, writeFileSync } from 'node:fs';
import { mappingSchema } from '../src/language/json-schema.ts';
import { referencePage } from '../src/language/reference.ts';

const root = new URL('../', import.meta.url);
mkdirSync(new URL('schema/', root), { recursive: true });
writeFileSync(new URL('REFERENCE.md', root), referencePage());
writeFileSync(new URL('schema/mapping.schema.json', root), `${JSON.stringify(mappingSchema(), undefined, 2)}\n`);
