import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';

const bin = join(fileURLToPath(import.meta.resolve('@sluice/cli')), '../../bin/sluice.js');

// Beside the example, so that its packages are found.
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(import.meta.dirname, '.run-'));
  for (const file of ['src', 'sluice.yaml', 'shop.log'])
    await cp(join(import.meta.dirname, file), join(folder, file), { recursive: true });
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function sluice(...args: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [bin, ...args], { cwd: folder });
  return stdout;
}

const question = `SELECT "user".name AS customer, actor."user".name AS agent, status FROM shop_logs_account ORDER BY time`;

test('own fields have attributes, and a log that was compressed between two runs is read once', async () => {
  await sluice('run', 'sluice.yaml');
  const log = join(folder, 'shop.log');
  await writeFile(`${log}.1.gz`, gzipSync(await readFile(log)));
  const next = { at: '2026-01-15T12:00:02Z', what: 'password_reset', customer: 'alan', agent: 'grace', done: false };
  await writeFile(log, `${JSON.stringify(next)}\n`);
  await sluice('run', 'sluice.yaml');
  const rows = await sluice('query', '--lake', 'lake', '--format', 'json', question);
  const read = rows.trim().split('\n');
  expect(read.map((row) => JSON.parse(row) as unknown)).toEqual([
    { customer: 'ada', agent: 'grace', status: 'Success' },
    { customer: 'alan', agent: 'grace', status: 'Failure' },
  ]);
}, 60_000);
