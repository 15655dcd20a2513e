/**
 * `npm run bench -- parquet-scaling [rows …]`: CPU time for each row and peak memory from one to ten million rows, with 48 MiB
 * for rows in memory and the rest spilled to a folder; and CPU time for each row from 40 to 2,000 columns. Each case in a
 * process of its own. Ends with 1 where memory goes beyond 512 MiB.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { ScaledRun } from './scaled-run.ts';

const maxPeakBytes = 512 * 1024 * 1024;
const given = process.argv.slice(2).map(Number);
const rowCounts = given.length > 0 ? given : [1_000_000, 2_000_000, 5_000_000, 10_000_000];
const columnCounts = [40, 100, 200, 500, 1000, 2000];

console.log('| rows of 86 columns | CPU µs/row | peak MiB | object MiB | spilled MiB |');
console.log('| -: | -: | -: | -: | -: |');
for (const rows of rowCounts) {
  const { cpuMicrosecondsPerRow, peakBytes, bytes, spilledBytes } = run('rows', rows);
  console.log(
    `| ${rows.toLocaleString('en-US')} | ${cpuMicrosecondsPerRow.toFixed(2)} | ${mebibytes(peakBytes)} | ${mebibytes(bytes)} | ${mebibytes(spilledBytes)} |`,
  );
  if (peakBytes > maxPeakBytes) process.exitCode = 1;
}
console.log('\n| columns, half of them set | CPU µs/row | ns/column | peak MiB |');
console.log('| -: | -: | -: | -: |');
for (const columns of columnCounts) {
  const { cpuMicrosecondsPerRow, peakBytes } = run('columns', columns);
  console.log(
    `| ${columns.toLocaleString('en-US')} | ${cpuMicrosecondsPerRow.toFixed(2)} | ${((cpuMicrosecondsPerRow * 1000) / columns).toFixed(0)} | ${mebibytes(peakBytes)} |`,
  );
}

function run(kind: 'rows' | 'columns', count: number): ScaledRun {
  const script = fileURLToPath(new URL('scaled-run.ts', import.meta.url));
  const child = spawnSync(process.execPath, [...process.execArgv, script, kind, String(count)], { encoding: 'utf8' });
  if (child.status !== 0) throw new Error(`${count} ${kind} failed: ${child.stderr}`);
  return JSON.parse(child.stdout) as ScaledRun;
}

function mebibytes(bytes: number): string {
  return (bytes / 1_048_576).toFixed(0);
}
