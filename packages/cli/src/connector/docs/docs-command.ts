import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkColumnsLock, writeColumnsLock } from '@sluice/testing/standard';
import { exitCode, type ExitCode } from '../../exit-code.ts';
import type { Io } from '../../terminal/io.ts';
import { loadPackage } from '../load-package.ts';
import { headProblems, withHead } from './readme-head.ts';

export interface DocsOptions {
  readonly check?: boolean;
}

/** `sluice connector docs`: what a connector's README and the lock of its columns say follows from its data. */
export async function docsCommand(folder: string, { check }: DocsOptions, io: Io): Promise<ExitCode> {
  const loaded = await loadPackage(folder);
  if (check === true) {
    const problems = [...headProblems(loaded), ...checkColumnsLock(loaded.connector, loaded.folder)];
    for (const problem of problems) io.stderr.write(`${problem}\n`);
    return problems.length === 0 ? exitCode.ok : exitCode.failed;
  }
  const problems = writeColumnsLock(loaded.connector, loaded.folder);
  writeFileSync(join(loaded.folder, 'README.md'), withHead(loaded));
  io.stdout.write(`Wrote the head of README.md${problems.length === 0 ? ' and columns.lock.json' : ''}.\n`);
  for (const problem of problems) io.stderr.write(`columns.lock.json: ${problem}\n`);
  return problems.length === 0 ? exitCode.ok : exitCode.failed;
}
