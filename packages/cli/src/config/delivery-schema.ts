import { duration, size } from '@sluice/connector/zod';
import * as z from 'zod';

/** `spool` of a pipeline, after its schema: sizes in bytes, durations in milliseconds. */
export interface SpoolSettings {
  readonly max_size: number;
  readonly when_full: 'push_back' | 'drop_oldest';
  readonly sync_interval: number;
  readonly folder?: string | undefined;
}

export const spoolSettings: z.ZodType<SpoolSettings> = z.strictObject({
  max_size: size({ atLeast: '16MiB', atMost: '999GiB' })
    .prefault('1GiB')
    .meta({ description: 'Most room that the spool takes on disk.' }),
  when_full: z.enum(['push_back', 'drop_oldest']).prefault('push_back').meta({
    description:
      '`push_back`: nothing more is read until there is room; stream senders wait, datagrams are lost and counted. `drop_oldest`: what is oldest is deleted and counted.',
  }),
  sync_interval: duration({ atLeast: '0ms', atMost: '10s' }).prefault('10ms').meta({
    description: 'How long a record may wait to be synced to disk together with others. A power cut loses no more.',
  }),
  folder: z.string().min(1, 'expected the path of a folder').optional().meta({
    description: 'Its own folder. Default: `spool/<pipeline>` in the state folder.',
  }),
});

/** `reject_storm`. */
export interface RejectStormSettings {
  readonly share: number;
  readonly records: number;
}

export const rejectStormSettings: z.ZodType<RejectStormSettings | 'off'> = z.union([
  z.literal('off'),
  z.strictObject({
    share: z
      .number()
      .gt(0, 'expected more than 0')
      .max(1, 'expected at most 1')
      .prefault(0.5)
      .meta({ description: 'Share of the records looked at, 0 to 1, that has to be rejected.' }),
    records: z
      .int()
      .min(100, 'expected at least 100')
      .max(1_000_000_000, 'expected at most 1000000000')
      .prefault(10_000)
      .meta({ description: 'How many of the latest records are looked at together.' }),
  }),
]);

/** `metrics`. */
export interface MetricsSettings {
  readonly listen: string;
}

export const metricsSettings: z.ZodType<MetricsSettings> = z.strictObject({
  listen: z
    .string()
    .regex(
      /^(127\.0\.0\.1|\[::1\]|localhost|0\.0\.0\.0|\[::\]):([1-9]\d{0,4})$/,
      'expected an address and a port such as "127.0.0.1:9464"',
    )
    .prefault('127.0.0.1:9464')
    .meta({
      description:
        'Address and port for `/metrics` (Prometheus), `/healthz` and `/readyz`. Nobody is asked who they are.',
    }),
});
