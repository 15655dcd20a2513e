import * as z from 'zod';

const durationUnits: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };
const sizeUnits: Readonly<Record<string, number>> = {
  B: 1,
  KB: 1e3,
  MB: 1e6,
  GB: 1e9,
  KiB: 1024,
  MiB: 1024 ** 2,
  GiB: 1024 ** 3,
};

const durationPattern = /^(\d{1,9}(?:\.\d{1,3})?)(ms|s|m|h|d)$/;
const sizePattern = /^(\d{1,12}(?:\.\d{1,3})?)(B|KB|MB|GB|KiB|MiB|GiB)$/;

export const durationExpected = 'a duration such as "30s", "5m" or "1h" (ms, s, m, h, d)';
export const sizeExpected = 'a size such as "64MiB" or "1GB" (B, KB, MB, GB, KiB, MiB, GiB)';

export interface Bounds {
  readonly atLeast: string;
  readonly atMost: string;
}

export type Quantity = z.ZodType<number, string>;

/** A duration in a configuration, as milliseconds in the program. */
export function duration(bounds: Bounds): Quantity {
  return quantity(durationPattern, durationExpected, parseDuration, bounds);
}

/** A size in a configuration, as bytes in the program. */
export function size(bounds: Bounds): Quantity {
  return quantity(sizePattern, sizeExpected, parseSize, bounds);
}

/** Milliseconds, or undefined when the text is not a duration. */
export function parseDuration(text: string): number | undefined {
  return parse(text, durationPattern, durationUnits);
}

/** Bytes, or undefined when the text is not a size. */
export function parseSize(text: string): number | undefined {
  return parse(text, sizePattern, sizeUnits);
}

function parse(text: string, pattern: RegExp, units: Readonly<Record<string, number>>): number | undefined {
  const [, amount, unit] = pattern.exec(text) ?? [];
  return amount === undefined || unit === undefined ? undefined : Math.round(Number(amount) * (units[unit] ?? 0));
}

function quantity(
  pattern: RegExp,
  expected: string,
  read: (text: string) => number | undefined,
  { atLeast, atMost }: Bounds,
): Quantity {
  const smallest = read(atLeast) ?? 0;
  const largest = read(atMost) ?? Number.MAX_SAFE_INTEGER;
  return z
    .string(`expected ${expected}`)
    .regex(pattern, `expected ${expected}`)
    .transform((text, context) => {
      const value = read(text) ?? 0;
      if (value < smallest || value > largest) {
        context.addIssue({ code: 'custom', message: `expected ${atLeast} to ${atMost}` });
      }
      return value;
    });
}
