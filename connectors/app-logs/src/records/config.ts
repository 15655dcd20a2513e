import { size } from '@sluice/connector/zod';
import { z } from 'zod';
import { isTimeZone, zoneOf, type Zone } from '../time/zone.ts';

export const formats = ['auto', 'json', 'combined', 'common', 'text'] as const;
export type Format = (typeof formats)[number];

/** How the records of a stream are read and what of them is said, whatever way they come in. */
export interface RecordConfig {
  readonly format: Format;
  readonly maxLineBytes: number;
  /** What `timezone` names, as the user wrote it. */
  readonly zone: Zone;
  readonly service?: string | undefined;
  readonly product?: { readonly vendor_name: string; readonly name: string } | undefined;
  readonly rawData: 'generic' | 'always' | 'never';
}

export const text = (): z.ZodString => z.string().min(1).max(1024);

/** What a user writes of it. */
export interface WrittenRecordConfig {
  readonly format: Format;
  readonly max_line: number;
  readonly timezone: string;
  readonly service?: string | undefined;
  readonly product?: RecordConfig['product'];
  readonly raw_data: RecordConfig['rawData'];
}

/** Keys that every stream of this connector has: `z.strictObject({ …, ...recordShape })`. */
export const recordShape: {
  readonly format: z.ZodType<Format, Format | undefined>;
  readonly max_line: z.ZodType<number, string | undefined>;
  readonly timezone: z.ZodType<string, string | undefined>;
  readonly service: z.ZodOptional<z.ZodString>;
  readonly product: z.ZodOptional<
    z.ZodType<{ vendor_name: string; name: string }, { vendor_name: string; name: string }>
  >;
  readonly raw_data: z.ZodType<RecordConfig['rawData'], RecordConfig['rawData'] | undefined>;
} = {
  format: z
    .enum(formats)
    .default('auto')
    .describe(
      'What a line is. `auto` tells by the line itself; `json`, `combined` and `common` reject a line that is something else; `text` takes every line as it is.',
    ),
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
};

/** Plain data, so that it can move to another thread. */
export function recordConfig(written: WrittenRecordConfig): RecordConfig {
  const { format, timezone, service, product, max_line: maxLineBytes, raw_data: rawData } = written;
  const optional = { ...(service === undefined ? {} : { service }), ...(product === undefined ? {} : { product }) };
  return { format, maxLineBytes, rawData, zone: zoneOf(timezone), ...optional };
}
