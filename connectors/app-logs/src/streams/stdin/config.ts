import type { ConfigSchema } from '@sluice/connector';
import { z } from 'zod';
import { recordConfig, recordShape, type RecordConfig } from '../../records/config.ts';

/** What a user writes for the stream `stdin`, with the defaults filled in. */
export interface StdinConfig extends RecordConfig {
  readonly framing: 'lines' | 'journal';
}

const written = z.strictObject({
  framing: z
    .enum(['lines', 'journal'])
    .default('lines')
    .describe('How records follow each other: `lines`, or as `journalctl -o export` writes them (`journal`).'),
  ...recordShape,
});

export const stdinConfig: ConfigSchema<StdinConfig> = written.transform(({ framing, ...record }) => ({
  ...recordConfig(record),
  framing,
}));
