import type { ConfigSchema } from '@sluice/connector';
import { z } from 'zod';
import { recordConfig, recordShape, text, type RecordConfig } from '../../records/config.ts';

/** What a user writes for the stream `journal`, with the defaults filled in. */
export interface JournalConfig extends RecordConfig {
  readonly paths: readonly string[];
}

const { service, product, raw_data, timezone, max_line } = recordShape;

const written = z.strictObject({
  paths: z
    .array(text().meta({ format: 'path' }))
    .min(1)
    .describe('Files that `journalctl -o export` wrote, read in this order, each to its end.'),
  service,
  product,
  raw_data,
  timezone,
  max_line,
});

export const journalConfig: ConfigSchema<JournalConfig> = written.transform(({ paths, ...record }) => ({
  ...recordConfig({ ...record, format: 'json' }),
  paths,
}));
