import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { caseSchema, caseEvents } from '../bench/cases.ts';
import { bytesAccess, inspectObject, sluiceEncoder } from '../src/index.ts';
import { readMetadata } from '../src/reader/object-metadata.ts';
import { bytesOf } from './support/encode.ts';
import { withDuckdb } from './support/read-duckdb.ts';

/** How many rows; 1000000 takes a few minutes. */
const rows = Number(process.env['SLUICE_LARGER_ROWS'] ?? 0);
const batchRows = 50_000;

describe.skipIf(rows === 0)('a large object (skipped without SLUICE_LARGER_ROWS)', () => {
  it('has several row groups, breaks no rule, and every row of it is what DuckDB makes of the NDJSON', async () => {
    const writer = sluiceEncoder.open(caseSchema('net'), { maxMemoryBytes: 1024 * 1024 * 1024 });
    const folder = await mkdtemp(join(tmpdir(), 'sluice-larger-'));
    const files: string[] = [];
    let lines = '';
    let count = 0;
    for (const event of caseEvents('net', rows)) {
      writer.append(event);
      lines += `${JSON.stringify(event)}\n`;
      count++;
      if (count % batchRows !== 0 && count !== rows) continue;
      const file = join(folder, `${String(files.length).padStart(6, '0')}.ndjson`);
      await writeFile(file, lines);
      files.push(file);
      lines = '';
    }
    const bytes = bytesOf(await writer.finish());
    const metadata = await readMetadata(bytesAccess(bytes));
    expect(metadata.rowGroups.length).toBeGreaterThan(rows / 131_073);
    const { findings } = await inspectObject(bytesAccess(bytes));
    expect(findings).toEqual([]);
    await withDuckdb(bytes, async (connection, path) => {
      const ours = `SELECT * REPLACE (epoch_ms(time_dt) AS time_dt, epoch_ms(start_time_dt) AS start_time_dt) FROM read_parquet('${path}')`;
      const described = await connection.runAndReadAll(`DESCRIBE SELECT * FROM read_parquet('${path}')`);
      const columns = described
        .getRowObjects()
        .map((row) => `'${String(row['column_name'])}': '${String(row['column_type']).replaceAll("'", "''")}'`);
      const theirs = `SELECT * REPLACE (epoch_ms(time_dt) AS time_dt, epoch_ms(start_time_dt) AS start_time_dt, NULL::MAP(VARCHAR, VARCHAR) AS unmapped) FROM read_json('${folder}/*.ndjson', format = 'newline_delimited', columns = {${columns.join(', ').replace("'unmapped': 'MAP(VARCHAR, VARCHAR)'", "'unmapped': 'JSON'")}})`;
      const difference = await connection.runAndReadAll(
        `SELECT count(*) AS n FROM (SELECT * REPLACE (NULL::MAP(VARCHAR, VARCHAR) AS unmapped) FROM (${ours}) EXCEPT ALL ${theirs})`,
      );
      expect(difference.getRowObjects()[0]?.['n']).toBe(0n);
      const total = await connection.runAndReadAll(`SELECT count(*) AS n, count(unmapped) AS u FROM (${ours})`);
      expect(Number(total.getRowObjects()[0]?.['n'])).toBe(rows);
      expect(Number(total.getRowObjects()[0]?.['u'])).toBeGreaterThan(rows / 4);
    });
    await rm(folder, { recursive: true });
  }, 1_800_000);
});
