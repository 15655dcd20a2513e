/** `npm run fuzz -- NAME […]`: random input without end in sight, with the seed printed. Options are the fuzzer's own. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const fuzzers = {
  parquet: 'packages/parquet/fuzz/main.ts',
} as const;

function isName(text: string | undefined): text is keyof typeof fuzzers {
  return text !== undefined && Object.hasOwn(fuzzers, text);
}

const [name, ...rest] = process.argv.slice(2);
if (!isName(name)) {
  console.error(`Usage: npm run fuzz -- NAME [options]; NAME is one of ${Object.keys(fuzzers).join(', ')}.`);
  process.exit(2);
}
const path = join(import.meta.dirname, '..', fuzzers[name]);
const { status } = spawnSync(process.execPath, ['--conditions=source', '--no-warnings', path, ...rest], {
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
