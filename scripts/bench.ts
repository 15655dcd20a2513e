/**
 * `npm run bench`: all benchmarks one after the other; `npm run bench -- NAME […]` one of them, with its own options.
 * What they measure, and what was measured, is in docs/benchmarks.md.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { nodeFlags } from '../packages/cli/bin/node-flags.js';

const benchmarks = {
  lake: 'test/bench/main.ts',
  stages: 'test/bench/stages.ts',
  ocsf: 'test/bench/ocsf/main.ts',
  mapping: 'packages/mapping/bench/main.ts',
  parquet: 'packages/parquet/bench/main.ts',
  'parquet-scaling': 'packages/parquet/bench/scaling.ts',
  streams: 'test/bench/streams/main.ts',
  spool: 'test/bench/spool.ts',
  burst: 'test/bench/burst.ts',
} as const;

function isName(text: string | undefined): text is keyof typeof benchmarks {
  return text !== undefined && Object.hasOwn(benchmarks, text);
}

const [first, ...rest] = process.argv.slice(2);
if (first !== undefined && !isName(first)) {
  console.error(`There is no benchmark "${first}"; there are ${Object.keys(benchmarks).join(', ')}.`);
  process.exit(2);
}
const names = isName(first) ? [first] : (Object.keys(benchmarks) as (keyof typeof benchmarks)[]);
for (const name of names) {
  console.log(`\n## ${name}\n`);
  const path = join(import.meta.dirname, '..', benchmarks[name]);
  const { status } = spawnSync(
    process.execPath,
    [...nodeFlags, '--conditions=source', '--expose-gc', '--no-warnings', path, ...rest],
    {
      stdio: 'inherit',
    },
  );
  if (status !== 0) process.exitCode = 1;
}
