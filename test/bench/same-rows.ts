import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream/promises';
import { filesBelow, query, textOf } from '../harness/lake.ts';
import type { CustomSource } from '@sluice/core';
import { sluice } from './contestants/sluice.ts';
import { inputs, sourcesOf } from './inputs.ts';
import type { InputName, RowFile } from './job.ts';

/** Makes the lake once and writes its rows, object by object, as JSON lines: what the encoders and DuckDB compete on. */
export async function prepareRows(input: InputName, log: string, folder: string): Promise<readonly RowFile[]> {
  const output = join(folder, 'reference');
  await sluice({ contestant: 'sluice', input, log, rows: [], output });
  const sources = sourcesOf(await inputs[input].load());
  const lake = join(output, 'lake');
  const rowsFolder = join(folder, 'rows');
  await mkdir(rowsFolder, { recursive: true });
  const files: RowFile[] = [];
  for (const [index, object] of (await filesBelow(lake, '**/*.parquet')).entries()) {
    files.push(await rowsOf(sources, object, join(rowsFolder, `${index}.ndjson`)));
  }
  return files;
}

async function rowsOf(sources: readonly CustomSource[], object: string, path: string): Promise<RowFile> {
  const source = sources.find(({ name }) => object.includes(`/ext/${name}/`));
  if (source === undefined) throw new Error(`${object} belongs to no source.`);
  const columns = await query(`DESCRIBE SELECT * FROM read_parquet('${object}', hive_partitioning = false)`);
  const withNulls = `${path}.nulls`;
  const [copied] = await query(`
    COPY (SELECT * FROM read_parquet('${object}', hive_partitioning = false)) TO '${withNulls}' (FORMAT json)`);
  await pipeline(createInterface({ input: createReadStream(withNulls) }), linesWithoutNulls, createWriteStream(path));
  await rm(withNulls);
  return {
    path,
    class: source.class,
    profiles: source.profiles,
    columns: source.columns,
    duckdbColumns: Object.fromEntries(
      columns.map((column) => [textOf(column['column_name']), textOf(column['column_type'])]),
    ),
    rows: Number(copied?.['Count']),
  };
}

/** DuckDB writes a null for each column that a row has not; programs leave them out. */
async function* linesWithoutNulls(lines: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const line of lines) {
    yield `${JSON.stringify(JSON.parse(line, (_key, value: unknown) => (value === null ? undefined : value)))}\n`;
  }
}
