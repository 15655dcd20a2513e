import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { canConnect } from '../harness/connect.ts';
import { deadLettersIn, filesBelow, objects, query } from '../harness/lake.ts';
import { freePort } from '../harness/ports.ts';
import { makeWorkplace, runSluice, startSluice, untilQuiet, type Workplace } from '../harness/sluice.ts';
import { sendBytes } from '../harness/sockets.ts';

/** Real logs that others published. They are not part of the repository; where they are absent these tests are skipped. */
const samples = join(import.meta.dirname, '../../../shared/samples');
const isThere = existsSync(samples);

let place: Workplace;

beforeEach(async () => {
  place = await makeWorkplace('samples');
});

afterEach(() => place.remove());

describe.skipIf(!isThere)(`real logs (skipped where ${samples} is absent)`, () => {
  test.for(['nginx', 'apache', 'app-json', 'linux/journald'])(
    '%s: each line of its files is in the lake or among the rejected, with its reason',
    async (folder) => {
      const paths = await filesBelow(join(samples, folder), '**/*.{log,jsonl}');
      const records = (await Promise.all(paths.map(linesOf))).flat();
      expect(records.length).toBeGreaterThan(0);
      const config = await place.configure({
        files: { connector: 'app-logs', account: '111122223333', config: { paths, follow: false, raw_data: 'always' } },
      });
      const { code, output } = await runSluice(config);
      expect(code, output).toBe(0);
      await expectAll(records, 'raw_data');
    },
  );

  test('linux/auth: each line sent as syslog is in the lake or among the rejected, with its reason', async () => {
    const [path] = await filesBelow(join(samples, 'linux/auth'), '**/*.log');
    const records = await linesOf(path ?? '');
    expect(records.length).toBeGreaterThan(7000);
    const port = await freePort();
    const office = { connector: 'syslog', account: '111122223333', config: { listen: [{ transport: 'tcp', port }] } };
    const sluice = await startSluice(await place.configure({ office }), () => canConnect(port));
    await sendBytes(port, records.map((record) => `${record}\n`).join(''));
    await untilQuiet(sluice, 1000);
    expect((await sluice.stop()).code, sluice.output()).toBe(0);
    await expectAll(records, 'raw_data');
    const classes = await query(`
      SELECT class_name AS class, count(*)::INT AS events FROM ${objects(place.lake)} GROUP BY ALL ORDER BY ALL`);
    const counts = new Map(classes.map((row) => [row['class'], Number(row['events'])]));
    expect([...counts.keys()]).toEqual([
      'Account Change',
      'Application Lifecycle',
      'Authentication',
      'Base Event',
      'Group Management',
      'Process Activity',
      'SSH Activity',
    ]);
    expect(counts.get('Base Event')).toBeLessThan(records.length * 0.03);
  });
});

/** Neither more nor less: what the lake and the dead letters hold together is what the files hold. */
async function expectAll(records: readonly string[], column: string): Promise<void> {
  const stored = await query(`SELECT ${column} AS record FROM ${objects(place.lake)}`);
  const letters = await deadLettersIn(place.deadLetters);
  for (const { reason, detail } of letters) {
    expect(reason).toMatch(/^[a-z_]+$/);
    expect(detail).not.toBe('');
  }
  const found = [...stored.map(({ record }) => record), ...letters.map(({ record }) => Buffer.from(record).toString())];
  expect(found.length).toBe(records.length);
  expect(found.filter((record) => typeof record !== 'string')).toEqual([]);
  expect(sorted(found)).toEqual(sorted(records));
}

async function linesOf(path: string): Promise<readonly string[]> {
  return (await readFile(path, 'utf8')).split('\n').filter((line) => line.trim() !== '');
}

function sorted(texts: readonly unknown[]): readonly string[] {
  return texts.map((text) => JSON.stringify(text)).toSorted((a, b) => (a < b ? -1 : 1));
}
