import * as z from 'zod';
import {
  durationExpected,
  durationPattern,
  parseDuration,
  parseSize,
  sizeExpected,
  sizePattern,
} from '../quantity-text.ts';

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
