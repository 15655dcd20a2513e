import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Choices } from './choices.ts';
import { manifest } from './manifest.ts';
import { streamModule } from './stream-module.ts';

const templates = fileURLToPath(new URL('../../../templates/connector/', import.meta.url));

/** The files of a new package by path, all but its goldens, which follow from the rest. */
export function templateFiles(choices: Choices): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const part of ['all', choices.upstream, choices.mapping]) {
    const folder = join(templates, part);
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const path = join(entry.parentPath, entry.name);
      const name = relative(folder, path)
        .replaceAll(sep, '/')
        .replace(/\.txt$/, '');
      files.set(name, filled(readFileSync(path, 'utf8'), choices));
    }
  }
  files.set('package.json', manifest(choices));
  files.set('src/streams/events/stream.ts', streamModule(choices));
  return files;
}

function filled(text: string, choices: Choices): string {
  const { name, packageName, title, mapping, upstream } = choices;
  const isYaml = mapping === 'yaml';
  const values: Readonly<Record<string, string>> = {
    name,
    package: packageName,
    title,
    table: `${name.replaceAll('-', '_')}_auth`,
    mapping_file: isYaml ? 'mapping.yaml' : 'map.ts',
    mapping_hint: isYaml
      ? '.\n   `npx sluice map src/streams/events/mapping.yaml --in FILE --explain` shows where each attribute came from.'
      : '; `emits` in it are the columns.',
  };
  if (text.includes('%head%')) {
    const head = readFileSync(join(templates, 'heads', `${upstream}-${mapping}.md`), 'utf8').trimEnd();
    return filled(
      text.replace('%head%', () => head),
      choices,
    );
  }
  return text.replaceAll(/%([a-z_]+)%/g, (whole, key: string) => values[key] ?? whole);
}
