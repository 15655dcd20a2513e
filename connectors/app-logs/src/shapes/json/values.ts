import { maxTextLength } from '../../events/metadata.ts';

/** A text that says something and that OCSF takes; undefined for anything else. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' && value !== '-' && value.length <= maxTextLength
    ? value
    : undefined;
}

/** A text, or a whole number as text: ids come as either. */
export function idOf(value: unknown): string | undefined {
  return Number.isSafeInteger(value) ? String(value) : textOf(value);
}

/** A count that is no less than 0, as a number or as its digits; undefined for anything else. */
export function countOf(value: unknown): number | undefined {
  const number = typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isSafeInteger(number) && number >= 0 ? number : undefined;
}

/** A number that is no less than 0, as a number or written out (`0.123`); undefined for anything else. */
export function amountOf(value: unknown): number | undefined {
  const number = typeof value === 'string' && /^\d{1,12}(?:\.\d{1,12})?$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && number >= 0 && number < Number.MAX_SAFE_INTEGER ? number : undefined;
}
