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

/** Runs `use` on a connection, with the object as a file. */
export async function withDuckdb<T>(
  object: Uint8Array,
  use: (connection: DuckDBConnection, path: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'sluice-parquet-'));
  const path = join(folder, 'object.parquet');
  await writeFile(path, object);
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  try {
    return await use(connection, path);
  } finally {
    connection.closeSync();
    instance.closeSync();
    await rm(folder, { recursive: true });
  }
}

export async function readWithDuckdb(object: Uint8Array): Promise<readonly Logical[]> {
  return await withDuckdb(object, async (connection, path) => {
    const reader = await connection.runAndReadAll(`SELECT * FROM read_parquet('${path}')`);
    return reader
      .getRowObjects()
      .map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, logical(value)])));
  });
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
