import type { ConfigSchema } from '@sluice/connector';
import { duration, size } from '@sluice/connector/zod';
import { z } from 'zod';
import { recordConfig, recordShape, text, type RecordConfig } from '../../records/config.ts';

/** What a user writes for the stream `files`, with the defaults filled in. */
export interface FilesConfig extends RecordConfig {
  readonly paths: readonly string[];
  readonly startAt: 'beginning' | 'end';
  readonly follow: boolean;
  readonly pollMs: number;
  readonly maxUnpackedBytes: number;
}

const written = z.strictObject({
  paths: z
    // The format tells the host to take relative paths from the configuration file.
    .array(text().meta({ format: 'path' }))
    .min(1)
    .describe('Files to read: paths or globs (`*`, `**`, `?`, `{a,b}`). Files that appear later are picked up.'),
  start_at: z
    .enum(['beginning', 'end'])
    .default('beginning')
    .describe('Where the very first run starts in files that are already there. Later runs go on where they stopped.'),
  follow: z
    .boolean()
    .default(true)
    .describe('Wait for more lines. `false` reads what is there, gives out an unfinished last line too, and ends.'),
  poll_every: duration({ atLeast: '10ms', atMost: '1m' })
    .prefault('250ms')
    .describe('How often files are looked at for new lines.'),
  max_unpacked: size({ atLeast: '1MiB', atMost: '1000GiB' })
    .prefault('64GiB')
    .describe('Of a compressed file that unpacks to more, the rest is not read; a warning names it.'),
  ...recordShape,
});

export const filesConfig: ConfigSchema<FilesConfig> = written.transform(
  ({ paths, follow, start_at: startAt, poll_every: pollMs, max_unpacked: maxUnpackedBytes, ...record }) => ({
    ...recordConfig(record),
    paths,
    follow,
    startAt,
    pollMs,
    maxUnpackedBytes,
  }),
);
