import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance, StatementType, type DuckDBConnection, type DuckDBResult } from '@duckdb/node-api';
import { CommandError } from '../errors.ts';
import { exitCode } from '../exit-code.ts';
import type { LakeTable } from './lake-tables.ts';

export interface SessionOptions {
  /** The only folder whose files the engine may open. */
  readonly folder: string;
  readonly threads?: number;
  /** As DuckDB writes it: `1GB`. Default: DuckDB's own, 80% of the memory. */
  readonly memoryLimit?: string;
}

/** A SQL engine that sees the tables of one lake and nothing else: no other files, no network, no writing. */
export interface Session {
  define(tables: readonly LakeTable[], database: string): Promise<void>;
  /** Rows and columns of a table that was defined. */
  measure(table: LakeTable): Promise<{ readonly rows: number; readonly columns: number }>;
  /** Runs one reading statement; rows come as they are pulled. */
  query(sql: string): Promise<DuckDBResult>;
  close(): Promise<void>;
}

export async function openSession({ folder, threads, memoryLimit }: SessionOptions): Promise<Session> {
  const spill = await mkdtemp(join(tmpdir(), 'sluice-query-'));
  const instance = await DuckDBInstance.create(':memory:', {
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    temp_directory: spill,
    ...(threads === undefined ? {} : { threads: String(threads) }),
    ...(memoryLimit === undefined ? {} : { memory_limit: memoryLimit }),
  });
  const connection = await instance.connect();
  await lockDown(connection, folder);
  return {
    define: (tables, database) => define(connection, folder, tables, database),
    measure: (table) => measure(connection, table),
    async query(sql) {
      await refuseWriting(connection, sql);
      return connection.stream(sql);
    },
    async close() {
      connection.closeSync();
      instance.closeSync();
      await rm(spill, { recursive: true, force: true });
    },
  };
}

/** From here on the engine opens no file outside the folder, loads nothing, and cannot be told otherwise. */
async function lockDown(connection: DuckDBConnection, folder: string): Promise<void> {
  await connection.run(`SET allowed_directories = [${literal(`${folder}/`)}]`);
  await connection.run('SET enable_external_access = false');
  await connection.run('SET lock_configuration = true');
}

async function define(
  connection: DuckDBConnection,
  folder: string,
  tables: readonly LakeTable[],
  database: string,
): Promise<void> {
  await connection.run(`CREATE SCHEMA IF NOT EXISTS ${identifier(database)}`);
  const above = partitionsAbove(folder);
  const excluded = above.length === 0 ? '' : `EXCLUDE (${above.map(identifier).join(', ')})`;
  for (const { name, alias, objects } of tables) {
    const files = objects.map(({ key }) => literal(join(folder, key))).join(', ');
    // Names and types of the partition columns as Glue has them.
    const rows = `SELECT * ${excluded} RENAME (accountId AS accountid, eventDay AS eventday) FROM read_parquet([${files}], union_by_name = true,
      hive_partitioning = true, hive_types = {'region': VARCHAR, 'accountId': VARCHAR, 'eventDay': VARCHAR})`;
    await connection.run(`CREATE VIEW ${identifier(name)} AS ${rows}`);
    await connection.run(`CREATE VIEW ${identifier(database)}.${identifier(name)} AS FROM main.${identifier(name)}`);
    if (alias !== undefined) await connection.run(`CREATE VIEW ${identifier(alias)} AS FROM ${identifier(name)}`);
  }
}

/** Names in the path of the lake itself that look like partitions; the engine would make columns of them. */
function partitionsAbove(folder: string): readonly string[] {
  const names = folder.split(/[/\\]/).flatMap((part) => /^([^=]+)=/.exec(part)?.[1] ?? []);
  return [...new Set(names)];
}

async function measure(connection: DuckDBConnection, { name }: LakeTable): Promise<{ rows: number; columns: number }> {
  const columns = await connection.runAndReadAll(`DESCRIBE ${identifier(name)}`);
  const rows = await connection.runAndReadAll(`SELECT count(*) FROM ${identifier(name)}`);
  return { rows: Number(rows.value(0, 0)), columns: columns.currentRowCount };
}

const readingTypes: readonly StatementType[] = [StatementType.SELECT, StatementType.EXPLAIN];

/** `EXPLAIN ANALYZE` runs what it explains, so that has to be a reading statement too. */
async function refuseWriting(connection: DuckDBConnection, sql: string): Promise<void> {
  const explained = sql.replace(/^\s*explain\s+(analyze\s+)?/i, '');
  if (sql.trim() === '') throw new CommandError(exitCode.usage, 'expected one SQL statement, found nothing');
  for (const text of new Set([sql, explained])) {
    const statements = await connection.extractStatements(text);
    if (statements.count !== 1)
      throw new CommandError(exitCode.usage, `expected one SQL statement, found ${statements.count}`);
    const { statementType } = await statements.prepare(0);
    const isReading =
      readingTypes.includes(statementType) && (text !== explained || statementType === StatementType.SELECT);
    if (!isReading)
      throw new CommandError(
        exitCode.usage,
        'expected a statement that reads (SELECT, WITH, DESCRIBE, SUMMARIZE, EXPLAIN); the lake is not written to',
      );
  }
}

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
