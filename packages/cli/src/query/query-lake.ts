import { glueDatabaseName } from '@sluice/core';
import { nearestName } from '@sluice/ocsf';
import { CommandError } from '../errors.ts';
import { exitCode, type ExitCode } from '../exit-code.ts';
import { findLake, type FoundLake } from '../lake/find-lake.ts';
import type { LakeOptions } from '../lake/lake-options.ts';
import { listLake, type Selection } from '../lake/list-lake.ts';
import { placeText } from '../run/announce.ts';
import { openPlace } from '../run/open-place.ts';
import type { Io } from '../terminal/io.ts';
import { describeTables, factsOf } from './describe-tables.ts';
import { tablesNamed, tablesOf, type LakeTable } from './lake-tables.ts';
import { localFiles, type LocalFiles } from './local-files.ts';
import type { ResultFormat } from './formats.ts';
import { render } from './render.ts';
import { openSession } from './session.ts';

export interface QueryOptions extends LakeOptions {
  readonly format: ResultFormat;
  readonly source?: readonly string[];
  readonly since?: string;
  readonly day?: string;
  readonly account?: string;
  readonly cacheSize: number;
}

/** `sluice query`: SQL over a lake by DuckDB. */
export async function query(sql: string | undefined, options: QueryOptions, io: Io): Promise<ExitCode> {
  const lake = await findLake(options, io.environment);
  const store = openPlace(lake.place);
  try {
    const objects = await listLake(store, selectionOf(options));
    if (objects.length === 0) throw emptyLake(lake, options);
    const asked: Asked = {
      lake,
      tables: tablesOf(objects, lake.region),
      files: localFiles(lake.place, store, options, io),
      io,
    };
    if (sql === undefined) await describe(asked, options.format);
    else await answer(sql, asked, options.format);
    return exitCode.ok;
  } finally {
    await store.close();
  }
}

interface Asked {
  readonly lake: FoundLake;
  readonly tables: readonly LakeTable[];
  readonly files: LocalFiles;
  readonly io: Io;
}

function selectionOf({ source, since, day, account }: QueryOptions): Selection {
  const fromDay = day ?? since;
  return {
    ...(source === undefined ? {} : { sources: source }),
    ...(fromDay === undefined ? {} : { fromDay }),
    ...(day === undefined ? {} : { toDay: day }),
    ...(account === undefined ? {} : { account }),
  };
}

function emptyLake({ place }: FoundLake, { source, since, day, account }: QueryOptions): CommandError {
  const isNarrowed = [source, since, day, account].some((given) => given !== undefined);
  const what = isNarrowed
    ? 'no object that --source, --since, --day and --account want'
    : 'no Parquet object in a partition of Security Lake yet';
  return new CommandError(exitCode.failed, `there is ${what} in ${placeText(place)}`);
}

async function answer(sql: string, { lake, tables, files, io }: Asked, format: ResultFormat): Promise<void> {
  const session = await openSession({ folder: files.folder });
  try {
    const used = tablesNamed(tables, sql);
    await files.fill(used.flatMap(({ objects }) => objects));
    await session.define(used, databaseOf(lake, tables));
    await render(await session.query(sql), format, io.stdout);
  } catch (error) {
    throw error instanceof Error ? withTableNames(error, tables) : error;
  } finally {
    await session.close();
  }
}

/** Tables of a folder are counted; those of a bucket are not, because that would fetch them. */
async function describe({ lake, tables, files, io }: Asked, format: ResultFormat): Promise<void> {
  if (lake.place.kind === 'bucket') return describeTables(tables.map(factsOf), format, io.stdout);
  const session = await openSession({ folder: files.folder });
  try {
    await session.define(tables, databaseOf(lake, tables));
    const facts = [];
    for (const table of tables) facts.push({ ...factsOf(table), ...(await session.measure(table)) });
    describeTables(facts, format, io.stdout);
  } finally {
    await session.close();
  }
}

function databaseOf({ region }: FoundLake, tables: readonly LakeTable[]): string {
  return glueDatabaseName(region ?? tables[0]?.objects[0]?.region ?? '');
}

/** DuckDB only knows the tables that were defined; the lake may have the one that was meant. */
function withTableNames(error: Error, tables: readonly LakeTable[]): Error {
  const [, wanted] = /Table with name (\S+) does not exist/.exec(error.message) ?? [];
  if (wanted === undefined) return error;
  const names = tables.map(({ name, alias }) => alias ?? name);
  const suggestion = nearestName(wanted, names);
  const meant = suggestion === undefined ? '.' : `; did you mean "${suggestion}"?`;
  const message = `there is no table "${wanted}" in this lake${meant} Tables: ${names.join(', ')}`;
  return new CommandError(exitCode.failed, message, { cause: error });
}
