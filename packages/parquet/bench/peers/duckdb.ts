import { DuckDBInstance } from '@duckdb/node-api';
import { rmSync, statSync } from 'node:fs';
import { cpuNow } from '../cpu-now.ts';
import type { Encoded } from './peer.ts';
import type { ColumnNode, ColumnSchema, LeafType } from '../../src/index.ts';

/** DuckDB's NDJSON to Parquet on one thread, its columns declared, zstd: parsing included, so not like for like. */
export async function duckdbCopy(schema: ColumnSchema, path: string): Promise<Encoded> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  const columns = schema.columns.map((node) => `'${node.name}': '${typeOf(node)}'`).join(', ');
  const output = `${path}.duckdb.parquet`;
  const [start, cpuStart] = [performance.now(), cpuNow()];
  await connection.run(
    `COPY (SELECT * FROM read_json('${path}', format = 'newline_delimited', columns = {${columns}})) TO '${output}' (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 204800)`,
  );
  const milliseconds = performance.now() - start;
  const cpuMilliseconds = cpuNow() - cpuStart;
  const bytes = statSync(output).size;
  rmSync(output);
  connection.closeSync();
  instance.closeSync();
  return { bytes, milliseconds, cpuMilliseconds, parseMilliseconds: 0 };
}

const types: Readonly<Record<LeafType, string>> = {
  boolean: 'BOOLEAN',
  int32: 'INTEGER',
  int64: 'BIGINT',
  timestamp: 'TIMESTAMPTZ',
  double: 'DOUBLE',
  string: 'VARCHAR',
  json: 'VARCHAR',
};

function typeOf(node: ColumnNode): string {
  switch (node.kind) {
    case 'leaf':
      return types[node.type];
    case 'group':
      return `STRUCT(${node.children.map((child) => `"${child.name}" ${typeOf(child)}`).join(', ')})`;
    case 'list':
      return `${typeOf(node.element)}[]`;
    case 'map':
      return 'MAP(VARCHAR, VARCHAR)';
  }
}
