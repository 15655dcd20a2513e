import type { ConfigSchema } from '@sluice/connector';
import { duration } from '@sluice/connector/zod';
import * as z from 'zod';
import { apiShape, type ApiConfig } from '../../api/config.ts';

/** What a user writes for the stream `alerts`, with the defaults filled in. */
export interface AlertsConfig extends ApiConfig {
  readonly poll_every: number;
  readonly overlap: number;
  readonly look_back: number;
  readonly page_size: number;
  readonly filter?: string | undefined;
}

export const alertsConfig: ConfigSchema<AlertsConfig> = z.strictObject({
  ...apiShape,
  poll_every: duration({ atLeast: '100ms', atMost: '1h' })
    .prefault('1m')
    .describe('How often new and changed alerts are asked for.'),
  overlap: duration({ atLeast: '1s', atMost: '1h' })
    .prefault('5m')
    .describe(
      'How long an alert may take until it can be found. That much is asked for again each time; what was read is passed over.',
    ),
  look_back: duration({ atLeast: '0s', atMost: '365d' })
    .prefault('1d')
    .describe('How far back the very first run begins.'),
  page_size: z.int().min(1).max(1000).default(500).describe('Alerts of one request.'),
  filter: z
    .string()
    .min(1)
    .max(4000)
    .optional()
    .describe("Which alerts, in Falcon's query language: `product:'epp'`. Default: all."),
});
