/** Puts what `tsc` does not know, the packed facts, beside the built code that reads them. */
import { copyFileSync, mkdirSync } from 'node:fs';

const from = new URL('../src/generated/releases.br', import.meta.url);
const to = new URL('../dist/generated/releases.br', import.meta.url);
mkdirSync(new URL('.', to), { recursive: true });
copyFileSync(from, to);
