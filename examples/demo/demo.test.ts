import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { playDay } from './src/generator/day.ts';
import { attacker } from './src/generator/brute-force.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sluice-demo-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

async function demo(...args: readonly string[]): Promise<string> {
  const main = join(import.meta.dirname, 'src/main.ts');
  const small = ['--messages', '4000', '--seconds', '0.5'];
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--conditions=source', '--disable-warning=ExperimentalWarning', main, ...small, ...args],
    { cwd: folder },
  );
  return stdout;
}

/** From the table of objects on, without what depends on when objects were closed. */
function numbers(output: string): string {
  return output.slice(output.indexOf('Rejected records')).replaceAll(/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d[.\d]*/g, 'time');
}

test(
  'stores or rejects everything it sends, finds the attacker, and plays the same day again',
  { timeout: 60_000 },
  async () => {
    const first = await demo();
    const sum = /([\d,]+) sent = ([\d,]+) rows in the lake \+ (\d+) rejected \+ 0 skipped/.exec(first);
    const [sent, rows, rejected] = (sum ?? []).slice(1).map((text) => Number(text.replaceAll(',', '')));
    expect(sent).toBeGreaterThan(3500);
    expect(sent).toBe((rows ?? 0) + (rejected ?? 0));
    expect(rejected).toBeGreaterThan(0);

    const answer = first.slice(first.indexOf('Who fails to log in'));
    const [topAddress] = answer.split('\n').filter((line) => /^ +\d+\.\d+\.\d+\.\d+ /.test(line));
    expect(topAddress).toContain(attacker);
    expect(existsSync(join(folder, 'tmp/demo/sluice.yaml'))).toBe(true);

    expect(numbers(await demo())).toBe(numbers(first));
  },
);

test('leaves a folder alone that no demo made', { timeout: 60_000 }, async () => {
  await writeFile(join(folder, 'thesis.txt'), 'five years of work');
  await expect(demo('--folder', folder)).rejects.toThrow('holds something that no demo made');
  expect(existsSync(join(folder, 'thesis.txt'))).toBe(true);
});

test('the same seed gives the same messages, another seed others', () => {
  const day = (seed: number): string =>
    JSON.stringify([...playDay({ seed, messages: 2000, start: Date.parse('2026-11-20T18:00:00Z') })]);
  expect(day(7)).toBe(day(7));
  expect(day(8)).not.toBe(day(7));
});
