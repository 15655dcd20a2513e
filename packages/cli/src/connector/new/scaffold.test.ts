import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { capturedIo } from '../../testing/captured-io.ts';
import { program } from '../../program.ts';

const templates = fileURLToPath(new URL('../../../templates/connector/', import.meta.url));
const installed = join(dirname(createRequire(import.meta.url).resolve('yaml/package.json')), '..');
// A name that stands in no template by chance.
const [name, title] = ['zebra-finch', 'Zebra Finch'];

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sluice-new-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function sluice(...args: string[]): Promise<{ code: number; said: string }> {
  const io = capturedIo(process.env);
  const code = await program(args, io);
  return { code, said: `${io.out()}${io.err()}` };
}

async function scaffold(upstream: string, mapping: string): Promise<string> {
  const made = join(folder, name);
  const { code } = await sluice(
    'connector',
    'new',
    name,
    '--upstream',
    upstream,
    '--mapping',
    mapping,
    '--folder',
    made,
  );
  expect(code).toBe(0);
  symlinkSync(installed, join(made, 'node_modules'));
  return made;
}

describe.each(['file', 'http', 'listener', 'queue'])('a connector for %s', (upstream) => {
  test.each(['yaml', 'typescript'])('mapped in %s is whole, and documented as it is', async (mapping) => {
    const made = await scaffold(upstream, mapping);
    if (process.env['UPDATE'] === '1') await updateTemplates(made, upstream, mapping);
    expect(await sluice('connector', 'docs', made, '--check')).toEqual({ code: 0, said: '' });
    const checked = await sluice('connector', 'check', made, '--no-tests', '--json');
    const { clauses } = JSON.parse(checked.said) as { clauses: readonly { verdict: string }[] };
    expect(clauses.filter(({ verdict }) => verdict === 'broken')).toEqual([]);
    expect(clauses.filter(({ verdict }) => verdict === 'held').length).toBeGreaterThan(10);
  });
});

/** `UPDATE=1`: what follows from the rest of a template is written anew. Goldens follow by `npm test -- --update` in it. */
async function updateTemplates(made: string, upstream: string, mapping: string): Promise<void> {
  await sluice('connector', 'docs', made);
  const readme = readFileSync(join(made, 'README.md'), 'utf8');
  const [head = ''] = /<!-- Written by [^]*<!-- End of what is written. -->/.exec(readme) ?? [];
  writeFileSync(join(templates, 'heads', `${upstream}-${mapping}.md`), `${withPlaceholders(head)}\n`);
  cpSync(join(made, 'columns.lock.json'), join(templates, mapping, 'columns.lock.json'));
}

function withPlaceholders(text: string): string {
  return text.replaceAll(name, '%name%').replaceAll(title, '%title%');
}

test('no folder with something in it is written to', async () => {
  const made = await scaffold('file', 'yaml');
  await expect(sluice('connector', 'new', name, '--folder', made)).rejects.toThrow(/is not empty/);
});

test.each(['Doors', '1st', 'a b', '../x', '@acme/Doors', 'sluice-connector-'])('%j is no name', async (given) => {
  await expect(sluice('connector', 'new', given, '--folder', join(folder, 'x'))).rejects.toThrow(/is no name/);
});

test.each(['doors', 'sluice-connector-doors', '@acme/sluice-connector-doors'])(
  '%j is a connector doors',
  async (given) => {
    const made = join(folder, 'x');
    await sluice('connector', 'new', given, '--folder', made);
    const { name: packageName } = JSON.parse(readFileSync(join(made, 'package.json'), 'utf8')) as { name: string };
    expect(packageName).toBe(given === 'doors' ? 'sluice-connector-doors' : given);
    expect(readFileSync(join(made, 'src/index.ts'), 'utf8')).toContain("name: 'doors'");
    expect(globSync('**/*', { cwd: made }).length).toBeGreaterThan(12);
  },
);
