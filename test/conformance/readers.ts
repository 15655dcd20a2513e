import { readFile } from 'node:fs/promises';
import { tableFromIPC } from 'apache-arrow';
import { parquetReadObjects } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { readParquet } from 'parquet-wasm';
import { query } from '../harness/lake.ts';
import { plain, type Plain } from './plain.ts';

/** The rows of one Parquet object, in its order, as plain values. */
export type Reader = (path: string) => Promise<readonly Plain[]>;

const byDuckdb: Reader = async (path) => {
  const rows = await query(`
    SELECT * FROM read_parquet('${path}', hive_partitioning = false, file_row_number = true) ORDER BY file_row_number`);
  return rows.map(({ file_row_number: _, ...row }) => plain(row));
};

export const byHyparquet: Reader = async (path) => {
  const { buffer, byteOffset, byteLength } = await readFile(path);
  const file = buffer.slice(byteOffset, byteOffset + byteLength);
  const rows: readonly unknown[] = await parquetReadObjects({ file, compressors });
  return rows.map(plain);
};

const byParquetWasm: Reader = async (path) => {
  const table = tableFromIPC(readParquet(await readFile(path)).intoIPCStream());
  return Array.from(table, (row: unknown) => plain(row));
};

/** Three implementations of Parquet that share no code: C++, JavaScript, Rust. */
export const readers: readonly (readonly [name: string, read: Reader])[] = [
  ['DuckDB', byDuckdb],
  ['hyparquet', byHyparquet],
  ['parquet-wasm', byParquetWasm],
];
