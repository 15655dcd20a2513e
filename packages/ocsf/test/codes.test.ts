import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { findingSeverities } from '../src/validate/codes.ts';
import { sentences } from '../src/validate/message.ts';

test('the README says what each code says, and which are errors', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const rows = [...readme.matchAll(/^\| `([a-z_]+)` +\| (error|warning) +\| (.+?) +\|$/gm)].map((row) => row.slice(1));
  const known = Object.entries(findingSeverities).map(([code, severity]) => [
    code,
    severity,
    Reflect.get(sentences, code),
  ]);
  expect(rows).toEqual(known);
});
