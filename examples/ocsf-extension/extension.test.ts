import { execFile } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { zstdDecompressSync } from 'node:zlib';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterEach, beforeEach, expect, test } from 'vitest';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sluice-extension-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('a class of our own is completed, checked and stored as those of OCSF are', { timeout: 60_000 }, async () => {
  const main = join(import.meta.dirname, 'src/main.ts');
  const run = () => promisify(execFile)(process.execPath, ['--conditions=source', main], { cwd: folder });
  expect((await run()).stdout).toBe('2 stored, 1 rejected\n');

  const connection = await (await DuckDBInstance.create()).connect();
  const rows = await connection.runAndReadAll(`
    SELECT class_name, class_uid, category_name, type_uid, user.name AS who, door, attempts, status,
      epoch_ms(time) AS at, accountId, region
    FROM read_parquet('${folder}/lake/**/*.parquet', hive_partitioning = true, hive_types_autocast = false)
    ORDER BY time`);
  connection.closeSync();
  const place = { accountId: 'external_example', region: 'eu-central-1' };
  const same = { ...place, class_name: 'Door Activity', class_uid: 99_903_001, type_uid: '9990300101' };
  const category = { category_name: 'Identity & Access Management' };
  expect(rows.getRowObjectsJson()).toEqual([
    {
      ...same,
      ...category,
      who: 'amira',
      door: 'north gate',
      attempts: '1',
      status: 'Success',
      at: '2026-11-20 08:30:00',
    },
    {
      ...same,
      ...category,
      who: 'ben',
      door: 'server room',
      attempts: '3',
      status: 'Failure',
      at: '2026-11-20 08:30:01',
    },
  ]);

  const [letter = ''] = globSync('dead-letters/doors/**/*.ndjson.zst', { cwd: folder });
  expect(JSON.parse(zstdDecompressSync(readFileSync(join(folder, letter))).toString())).toMatchObject({
    reason: 'no_door',
    raw: JSON.stringify({ at: Date.parse('2026-11-20T08:30:02Z'), person: 'ben' }),
  });

  // A second run begins where the first has ended.
  expect(globSync('state/state.db*', { cwd: folder })).toEqual([join('state', 'state.db')]);
  expect((await run()).stdout).toBe('0 stored, 0 rejected\n');
});
