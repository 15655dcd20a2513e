import { execFile } from 'node:child_process';
import { appendFile, cp, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';

const bin = join(fileURLToPath(import.meta.resolve('@sluice/cli')), '../../bin/sluice.js');

// Beside the example, so that its packages are found.
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(import.meta.dirname, '.run-'));
  for (const file of ['src', 'sluice.yaml', 'notes.txt'])
    await cp(join(import.meta.dirname, file), join(folder, file), { recursive: true });
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function sluice(...args: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [bin, ...args], { cwd: folder });
  return stdout;
}

test('each line is in the lake once, also after a second run', { timeout: 60_000 }, async () => {
  await sluice('run', 'sluice.yaml');
  await appendFile(join(folder, 'notes.txt'), 'Went home\n');
  await sluice('run', 'sluice.yaml');
  const rows = await sluice(
    'query',
    '--lake',
    'lake',
    '--format',
    'json',
    'SELECT message FROM notes_event ORDER BY 1',
  );
  expect(
    rows
      .trim()
      .split('\n')
      .map((row) => JSON.parse(row) as unknown),
  ).toEqual([{ message: 'Closed the door' }, { message: 'Opened the door' }, { message: 'Went home' }]);
});
