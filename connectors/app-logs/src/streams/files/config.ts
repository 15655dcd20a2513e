import type { ConfigSchema } from '@sluice/connector';
import { duration, size } from '@sluice/connector/zod';
import { z } from 'zod';
import { isTimeZone, zoneOf, type Zone } from '../../time/zone.ts';

export const formats = ['auto', 'json', 'combined', 'common', 'text'] as const;
export type Format = (typeof formats)[number];

/** What a user writes for the stream `files`, with the defaults filled in. */
export interface FilesConfig {
  readonly paths: readonly string[];
  readonly format: Format;
  readonly startAt: 'beginning' | 'end';
  readonly follow: boolean;
  readonly pollMs: number;
  readonly maxLineBytes: number;
  readonly timezone: string;
  /** What `timezone` names. */
  readonly zone: Zone;
  readonly service?: string | undefined;
  readonly product?: { readonly vendor_name: string; readonly name: string } | undefined;
  readonly rawData: 'generic' | 'always' | 'never';
}

const text = (): z.ZodString => z.string().min(1).max(1024);

const written = z.strictObject({
  paths: z
    // The format tells the host to take relative paths from the configuration file.
    .array(text().meta({ format: 'path' }))
    .min(1)
    .describe('Files to read: paths or globs (`*`, `**`, `?`, `{a,b}`). Files that appear later are picked up.'),
  format: z
    .enum(formats)
    .default('auto')
    .describe(
      'What a line is. `auto` tells by the line itself; `json`, `combined` and `common` reject a line that is something else; `text` takes every line as it is.',
    ),
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
  max_line: size({ atLeast: '1KiB', atMost: '64MiB' })
    .prefault('1MiB')
    .describe('A longer line is rejected as `line_too_long`; its dead letter holds the first bytes up to this limit.'),
  timezone: z
    .string()
    .refine(isTimeZone, {
      error: 'not a time zone: expected an IANA name such as Europe/Berlin, UTC, or an offset such as +03:30',
    })
    .default('UTC')
    .describe('Zone of times that name none: an IANA name, `UTC`, or an offset such as `+03:30`.'),
  service: text().optional().describe('Name of the service that writes these logs; stands above what records say.'),
  product: z
    .strictObject({
      vendor_name: text().describe('Who makes the product that writes these logs.'),
      name: text().describe('The product that writes these logs.'),
    })
    .optional()
    .describe('What becomes `metadata.product`.'),
  raw_data: z
    .enum(['generic', 'always', 'never'])
    .default('generic')
    .describe(
      'Which events carry the original line in `raw_data`. `generic`: those of no specific class. Fields that no attribute takes are kept in `unmapped` in any case.',
    ),
});

/** Plain data once parsed, so that it can move to another thread. */
export const filesConfig: ConfigSchema<FilesConfig> = written.transform(
  ({ start_at: startAt, poll_every: pollMs, max_line: maxLineBytes, raw_data: rawData, ...rest }) => ({
    ...rest,
    startAt,
    pollMs,
    maxLineBytes,
    rawData,
    zone: zoneOf(rest.timezone),
  }),
);
