import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Batch, ReadContext } from '@sluice/connector';
import { linesOf } from '../files/reading.fixture.ts';
import { journalConfig, type JournalConfig } from './config.ts';

/** What a reader of the journal is given, with the configuration that a user would have written. */
export async function contextOf(
  written: Record<string, unknown>,
  given: Partial<ReadContext<JournalConfig>> = {},
): Promise<ReadContext<JournalConfig>> {
  const config = await journalConfig['~standard'].validate(written);
  if (config.issues !== undefined) throw new Error(JSON.stringify(config.issues));
  const ignore = (): void => undefined;
  return {
    config: config.value,
    signal: new AbortController().signal,
    log: { debug: ignore, info: ignore, warn: ignore, error: ignore },
    now: () => 1,
    reportBacklog: ignore,
    reportDropped: ignore,
    ...given,
  };
}

export function messagesOf(batch: Batch): readonly unknown[] {
  return linesOf(batch).map((line) => (JSON.parse(line) as { MESSAGE: unknown }).MESSAGE);
}

/** A program of a few lines of the shell, in a folder; gives its path. */
export async function programIn(folder: string, script: string): Promise<string> {
  const path = join(folder, 'journalctl');
  await writeFile(path, `#!/bin/sh\n${script}\n`);
  await chmod(path, 0o755);
  return path;
}
