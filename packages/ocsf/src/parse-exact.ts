/** What `JSON.parse` tells its reviver since ES2026: how a number was written. */
interface ParseContext {
  readonly source?: string;
}

const wholeNumber = /^-?\d{1,40}$/;

/**
 * Parses JSON without losing what JavaScript's numbers cannot hold: a number that is written as a whole one becomes a
 * bigint, so that 1 and 1.0 differ and 64 bits keep all their digits. For validators made with `exactNumbers`.
 */
export function parseExact(text: string): unknown {
  const revive: (this: unknown, key: string, value: unknown, context?: ParseContext) => unknown = (_, value, context) =>
    typeof value === 'number' && context?.source !== undefined && wholeNumber.test(context.source)
      ? BigInt(context.source)
      : value;
  return JSON.parse(text, revive);
}
