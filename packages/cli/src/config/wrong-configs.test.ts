import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadConfig } from './load-config.ts';
import { showProblem } from './show-problems.ts';

// Each case is a pair: <case>.yaml, and <case>.txt with what a person is told. `UPDATE=1` writes the texts anew.
const folder = fileURLToPath(new URL('../../fixtures/wrong-configs/', import.meta.url));
const cases = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => name.slice(0, -5));

describe('a wrong configuration', () => {
  it.each(cases)('is explained: %s', async (name) => {
    const said = await explanationOf(`${name}.yaml`);
    const golden = join(folder, `${name}.txt`);
    if (process.env['UPDATE'] === '1') writeFileSync(golden, said);
    expect(said).toBe(readFileSync(golden, 'utf8'));
    expect(said).toMatch(/:\d+:\d+: error: /);
    expect(said).not.toContain('hunter2');
  });
});

async function explanationOf(file: string): Promise<string> {
  const { problems, text } = await loadConfig(join(folder, file), { SECRET: 'hunter2', HOME: '/home/example' });
  const shown = problems.map((problem) => `${showProblem(problem, { file, text, color: false })}\n`);
  // Messages name the folder with and without its last slash.
  return shown.join('').replaceAll(folder, '<folder>/').replaceAll(folder.slice(0, -1), '<folder>');
}
