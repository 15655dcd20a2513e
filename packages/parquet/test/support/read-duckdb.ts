import {
  DuckDBInstance,
  DuckDBListValue,
  DuckDBMapValue,
  DuckDBStructValue,
  DuckDBTimestampTZValue,
  DuckDBTimestampValue,
  type DuckDBConnection,
} from '@duckdb/node-api';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sortedPairs, type Logical } from './logical-row.ts';

/** DuckDB, and a file that objects may be written to. To be closed. */
export interface OpenDuckdb {
  readonly connection: DuckDBConnection;
  readonly path: string;
  close(): Promise<void>;
}

export async function openDuckdb(): Promise<OpenDuckdb> {
  const folder = await mkdtemp(join(tmpdir(), 'sluice-parquet-'));
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  // The file may be written anew within the second: DuckDB would go on with parts of the one before.
  await connection.run('SET enable_external_file_cache = false');
  return {
    connection,
    path: join(folder, 'object.parquet'),
    async close() {
      connection.closeSync();
      instance.closeSync();
      await rm(folder, { recursive: true });
    },
  };
}

/** Runs `use` on a connection, with the object as a file. */
export async function withDuckdb<T>(
  object: Uint8Array,
  use: (connection: DuckDBConnection, path: string) => Promise<T>,
): Promise<T> {
  const duckdb = await openDuckdb();
  try {
    await writeFile(duckdb.path, object);
    return await use(duckdb.connection, duckdb.path);
  } finally {
    await duckdb.close();
  }
}

export async function readWithDuckdb(object: Uint8Array): Promise<readonly Logical[]> {
  return await withDuckdb(object, readRows);
}

export async function readRows(connection: DuckDBConnection, path: string): Promise<readonly Logical[]> {
  const reader = await connection.runAndReadAll(`SELECT * FROM read_parquet('${path}')`);
  return reader
    .getRowObjects()
    .map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, logical(value)])));
}

function logical(value: unknown): Logical {
  if (value === null || value === undefined) return null;
  if (value instanceof DuckDBListValue) return value.items.map((item) => logical(item));
  if (value instanceof DuckDBStructValue)
    return Object.fromEntries(Object.entries(value.entries).map(([name, item]) => [name, logical(item)]));
  if (value instanceof DuckDBMapValue)
    return sortedPairs(value.entries.map(({ key, value: item }) => [String(key), logical(item)]));
  // DuckDB takes a timestamp that has only the older annotation for one without a zone.
  if (value instanceof DuckDBTimestampTZValue || value instanceof DuckDBTimestampValue) return value.micros / 1000n;
  return value as Logical;
}
