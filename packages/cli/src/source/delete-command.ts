import { createInterface } from 'node:readline/promises';
import { dirname, join, resolve } from 'node:path';
import { deleteSource, openControlPlane } from '@sluice/core/security-lake';
import { CommandError } from '../errors.ts';
import { exitCode, type ExitCode } from '../exit-code.ts';
import type { Io } from '../terminal/io.ts';
import { regionOf, type RegionOptions } from './look-commands.ts';
import { forgetRegistration, registrationsFileName } from './registrations.ts';

export interface DeleteOptions extends RegionOptions {
  readonly sourceVersion?: string;
  /** Configuration whose registrations shall forget the source. */
  readonly config?: string;
  readonly yes?: boolean;
}

/** `sluice source delete`: the crawler, then the source. Asks first, unless it is told not to. */
export async function deleteCommand(name: string, options: DeleteOptions, io: Io): Promise<ExitCode> {
  const region = regionOf(options, io);
  if (options.yes !== true) await confirm(`Delete custom source "${name}" and its crawler in ${region}?`, io);
  const plane = openControlPlane({ region });
  try {
    const result = await deleteSource(plane, name, options.sourceVersion);
    if (options.config !== undefined) {
      const file = join(dirname(resolve(options.config)), registrationsFileName);
      await forgetRegistration(file, region, name);
    }
    if (options.output === 'json') io.stdout.write(`${JSON.stringify({ name, region, ...result }, undefined, 2)}\n`);
    else {
      io.stdout.write(result.wasThere ? `deleted ${name}\n` : `there was no ${name} in ${region}\n`);
      for (const what of result.stays) io.stdout.write(`  stays: ${what}\n`);
    }
    return exitCode.ok;
  } finally {
    plane.close();
  }
}

async function confirm(question: string, { stderr }: Io): Promise<void> {
  if (!stderr.isTty || !process.stdin.isTTY)
    throw new CommandError(exitCode.usage, 'Nobody is there to ask. Say --yes to delete.');
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const answer = await terminal.question(`${question} [y/N] `);
    if (!/^y(es)?$/i.test(answer.trim())) throw new CommandError(exitCode.failed, 'Nothing was deleted.');
  } finally {
    terminal.close();
  }
}
