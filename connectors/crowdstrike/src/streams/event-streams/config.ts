import type { ConfigSchema } from '@sluice/connector';
import * as z from 'zod';
import { apiShape, type ApiConfig } from '../../api/config.ts';

/** What a user writes for the stream `event-streams`, with the defaults filled in. */
export interface EventStreamsConfig extends ApiConfig {
  readonly app_id: string;
}

export const eventStreamsConfig: ConfigSchema<EventStreamsConfig> = z.strictObject({
  ...apiShape,
  app_id: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,32}$/, 'expected 1 to 32 letters, digits, "_" or "-"')
    .default('sluice')
    .describe('Name of this consumer. Two that run at a time need different ones: CrowdStrike gives each feed to one.'),
});
