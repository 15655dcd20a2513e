import type { ConfigSchema } from '@sluice/connector';
import { z } from 'zod';
import { recordConfig, recordShape, text, type RecordConfig } from '../../records/config.ts';

/** What a user writes for the stream `journal`, with the defaults filled in. */
export interface JournalConfig extends RecordConfig {
  /** Exported journals; undefined where the journal of this machine is followed. */
  readonly paths?: readonly string[] | undefined;
  readonly follow: FollowedJournal;
}

/** Of which journal, and which entries of it. */
export interface FollowedJournal {
  readonly program: string;
  readonly units: readonly string[];
  readonly directory?: string | undefined;
}

const { service, product, raw_data, timezone, max_line } = recordShape;

const written = z.strictObject({
  paths: z
    .array(text().meta({ format: 'path' }))
    .min(1)
    .optional()
    .describe(
      'Files that `journalctl -o export` wrote, read in this order, each to its end. Without it the journal of this machine is followed.',
    ),
  units: z
    .array(text().regex(/^[^-]/, { error: 'not a unit: expected a name such as nginx.service' }))
    .default([])
    .describe('Follow the entries of these units only (`--unit`).'),
  directory: text()
    .meta({ format: 'path' })
    .optional()
    .describe('Follow the journal files of this folder (`--directory`), such as one of the host in a container.'),
  journalctl: text().default('journalctl').describe('The program that follows the journal.'),
  service,
  product,
  raw_data,
  timezone,
  max_line,
});

export const journalConfig: ConfigSchema<JournalConfig> = written.transform(
  ({ paths, units, directory, journalctl: program, ...record }) => ({
    ...recordConfig({ ...record, format: 'json' }),
    ...(paths === undefined ? {} : { paths }),
    follow: { program, units, ...(directory === undefined ? {} : { directory }) },
  }),
);
