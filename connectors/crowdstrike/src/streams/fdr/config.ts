import type { ConfigSchema } from '@sluice/connector';
import { queueShape, type QueueConfig } from '@sluice/queue';
import * as z from 'zod';

/** What a user writes for the stream `fdr`, with the defaults filled in. */
export interface FdrConfig extends QueueConfig {
  readonly host_inventory: boolean;
  readonly host_cache?: string | undefined;
  readonly max_hosts: number;
}

export const fdrConfig: ConfigSchema<FdrConfig> = z.strictObject({
  ...queueShape,
  host_inventory: z
    .boolean()
    .default(true)
    .describe(
      'Whether events get the name and more of their host, from the inventory (aidmaster) that the feed brings.',
    ),
  host_cache: z
    .string()
    .min(1)
    .meta({ format: 'path' })
    .optional()
    .describe('File in which the inventory outlives a restart. Without it, it is empty until the feed brings it anew.'),
  max_hosts: z
    .int()
    .min(1)
    .max(10_000_000)
    .default(100_000)
    .describe(
      'Most hosts of the inventory that are kept; beyond it, those that were heard of longest ago are forgotten.',
    ),
});
