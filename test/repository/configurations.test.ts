import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { loadConfig } from '@sluice/cli';
import { afterAll, expect, test } from 'vitest';
import { files, root, textOf } from './files.ts';

const folder = mkdtempSync(join(tmpdir(), 'sluice-documents-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What a part of a configuration leaves to the reader. */
const head = { version: 'version: 1', lake: 'lake: { folder: ./lake, region: eu-central-1 }', state: 'state: ./state' };

interface Shown {
  readonly place: string;
  readonly text: string;
}

const shown = files
  .filter((file) => file.endsWith('.md') && !file.startsWith('.changeset/'))
  .flatMap((file) => configurationsIn(file, textOf(file)));

test('the documents show configurations', () => {
  expect(new Set(shown.map(({ place }) => dirname(place))).size).toBeGreaterThan(6);
});

test.each(shown)('the configuration of $place is right as it stands', async ({ text }) => {
  const path = join(folder, 'sluice.yaml');
  writeFileSync(path, text);
  const variables = Object.fromEntries([...text.matchAll(/\$\{(\w+)/g)].map(([, name]) => [name, 'a-value']));
  const { problems } = await loadConfig(path, variables);
  // Certificates are the reader's own.
  const wrong = problems.map(({ message }) => message).filter((message) => !message.endsWith('.pem: no such file'));
  expect(wrong).toEqual([]);
});

/** Every block of YAML with pipelines, made whole by the keys at the top that it leaves out. */
function configurationsIn(file: string, document: string): readonly Shown[] {
  return [...document.matchAll(/^```yaml\n(.*?)^```/gms)].flatMap(({ 1: text = '', index }) => {
    if (!/^\s*connector:/m.test(text)) return [];
    const missing = Object.entries(head).filter(([key]) => !new RegExp(`^${key}:`, 'm').test(text));
    const whole = [...missing.map(([, line]) => line), text].join('\n');
    return { place: `${file}:${document.slice(0, index).split('\n').length}`, text: inRoot(whole) };
  });
}

/** A name that is cut short stands for any; a connector's path is that of an example. */
function inRoot(text: string): string {
  return text.replaceAll('…', 'abcdef').replace(': ./src/', `: ${join(root, 'examples/own-fields/src')}/`);
}
