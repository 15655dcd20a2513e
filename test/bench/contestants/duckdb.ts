import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { inputs } from '../inputs.ts';
import type { Contestant, Job } from '../job.ts';

/** The log file as it is, without any mapping: one Parquet file with the fields that the service wrote. */
export const duckdbLog: Contestant = (job) => copyLog(job, 1);
export const duckdbLogTwoThreads: Contestant = (job) => copyLog(job, 2);

/** The rows of the lake from JSON lines: the same columns and types, the same objects. */
export const duckdbRows: Contestant = (job) => copyRows(job, 1);
export const duckdbRowsTwoThreads: Contestant = (job) => copyRows(job, 2);

async function copyLog({ input, log, output }: Job, threads: number): Promise<number> {
  await mkdir(output, { recursive: true });
  const select = `SELECT * FROM read_json('${log}', format = 'newline_delimited') ORDER BY ${inputs[input].time}`;
  return copy(threads, [select, join(output, 'log.parquet')]);
}

async function copyRows({ rows, output }: Job, threads: number): Promise<number> {
  await mkdir(output, { recursive: true });
  return copy(
    threads,
    ...rows.map(({ path, duckdbColumns }, index): Copy => {
      const columns = Object.entries(duckdbColumns).map(([name, type]) => `${name}: '${type}'`);
      const select = `SELECT * FROM read_json('${path}', format = 'newline_delimited', columns = {${columns.join(', ')}}) ORDER BY time`;
      return [select, join(output, `${index}.parquet`)];
    }),
  );
}

type Copy = readonly [select: string, target: string];

async function copy(threads: number, ...copies: readonly Copy[]): Promise<number> {
  const instance = await DuckDBInstance.create(':memory:', { threads: String(threads) });
  const connection = await instance.connect();
  let events = 0;
  for (const [select, target] of copies) {
    const result = await connection.runAndReadAll(`COPY (${select}) TO '${target}' (FORMAT parquet, COMPRESSION zstd)`);
    events += Number(result.getRowsJson()[0]?.[0]);
  }
  connection.closeSync();
  instance.closeSync();
  return events;
}
