import { createHash } from 'node:crypto';
import { glob, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { DuckDBInstance, type Json } from '@duckdb/node-api';

export type Row = Readonly<Record<string, Json>>;

/** Rows of a query by DuckDB, which knows nothing of Sluice. 64-bit numbers come as text. */
export async function query(sql: string): Promise<readonly Row[]> {
  const instance = await DuckDBInstance.create();
  const connection = await instance.connect();
  try {
    return (await connection.runAndReadAll(sql)).getRowObjectsJson();
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** What stands after FROM to read the objects of a lake, or of one custom source of it. */
export function objects(lake: string, source = '*'): string {
  return `read_parquet('${lake}/ext/${source}/**/*.parquet', hive_partitioning = true, hive_types_autocast = false, filename = true)`;
}

/** Keys and SHA-256 of all objects below a folder. */
export async function fingerprints(folder: string): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (const path of await filesBelow(folder)) found.set(keyOf(folder, path), sha256(await readFile(path)));
  return found;
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

export async function filesBelow(folder: string, pattern = '**/*'): Promise<readonly string[]> {
  const paths: string[] = [];
  for await (const entry of glob(pattern, { cwd: folder, withFileTypes: true })) {
    if (entry.isFile()) paths.push(join(entry.parentPath, entry.name));
  }
  return paths.toSorted();
}

function keyOf(folder: string, path: string): string {
  return relative(folder, path).split(sep).join('/');
}

export interface DeadLetterLine {
  readonly reason: string;
  readonly detail: string;
  readonly pipeline: string;
  /** The record whole, as it came. */
  readonly record: Uint8Array;
}

/** All dead letters of a folder. Read by DuckDB, because Node.js reads the first frame of a zstd file and no more. */
export async function deadLettersIn(folder: string): Promise<readonly DeadLetterLine[]> {
  if ((await filesBelow(folder, '**/*.ndjson.zst')).length === 0) return [];
  const rows = await query(`
    SELECT reason, detail, pipeline, raw, raw_base64
    FROM read_json('${folder}/**/*.ndjson.zst', format = 'newline_delimited', maximum_object_size = 200000000, columns = {
      reason: 'VARCHAR', detail: 'VARCHAR', pipeline: 'VARCHAR', raw: 'VARCHAR', raw_base64: 'VARCHAR' })`);
  return rows.map(({ reason, detail, pipeline, raw, raw_base64: base64 }) => ({
    reason: textOf(reason),
    detail: textOf(detail),
    pipeline: textOf(pipeline),
    record: typeof base64 === 'string' ? Buffer.from(base64, 'base64') : Buffer.from(textOf(raw)),
  }));
}

/** A value that is text; empty for any other. */
export function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}
