import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterEach, beforeEach, expect, test } from 'vitest';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sluice-embed-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

test('the example stores its login where DuckDB finds it, complete', { timeout: 60_000 }, async () => {
  const main = join(import.meta.dirname, 'src/main.ts');
  const { stdout } = await promisify(execFile)(process.execPath, ['--conditions=source', main], { cwd: folder });
  expect(stdout).toBe('1 stored, 0 rejected\n');
  expect((await readdir(folder)).toSorted()).toEqual(['lake', 'state']);

  const connection = await (await DuckDBInstance.create()).connect();
  const rows = await connection.runAndReadAll(`
    SELECT user.name AS who, src_endpoint.ip AS address, service.name AS service, metadata.product.name AS product,
      metadata.product.vendor_name AS vendor, epoch_ms(time) AS at, class_name, type_uid, activity_name, severity,
      status, eventDay, accountId, region
    FROM read_parquet('${folder}/lake/**/*.parquet', hive_partitioning = true, hive_types_autocast = false)`);
  connection.closeSync();
  expect(rows.getRowObjectsJson()).toEqual([
    {
      who: 'amira',
      address: '198.51.100.20',
      service: 'Front Door',
      product: 'Front Door',
      vendor: 'Example',
      at: '2026-11-20 08:30:00',
      class_name: 'Authentication',
      type_uid: '300201',
      activity_name: 'Logon',
      severity: 'Informational',
      status: 'Success',
      eventDay: '20261120',
      accountId: '111122223333',
      region: 'eu-central-1',
    },
  ]);
});
