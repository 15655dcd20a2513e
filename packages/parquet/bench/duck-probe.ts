import { DuckDBInstance } from '@duckdb/node-api';
import { writeFileSync, statSync } from 'node:fs';
import { netEvents } from './net-events.ts';
import { procEvents } from './proc-events.ts';
const count = 60000;
writeFileSync(
  '/tmp/b.ndjson',
  [...(process.argv[2] === 'net' ? netEvents : procEvents)(count)].map((e) => JSON.stringify(e)).join('\n'),
);
const c = await (await DuckDBInstance.create(':memory:', { threads: '1' })).connect();
for (let i = 0; i < 4; i++) {
  const t = performance.now();
  const u = process.cpuUsage();
  await c.run(
    `COPY (SELECT * FROM read_json('/tmp/b.ndjson', format='newline_delimited', sample_size=2000, map_inference_threshold=-1)) TO '/tmp/b.parquet' (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 122880)`,
  );
  const v = process.cpuUsage(u);
  console.log(
    ((count / (performance.now() - t)) * 1000) | 0,
    '/s wall',
    ((v.user + v.system) / count).toFixed(2),
    'cpu µs/ev',
    statSync('/tmp/b.parquet').size,
  );
}
