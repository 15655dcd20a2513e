/** Puts the licence and the notices into the package that is being packed; npm takes them from its own folder only. */
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';

for (const file of ['LICENSE', 'NOTICE']) copyFileSync(join(import.meta.dirname, '..', file), file);
