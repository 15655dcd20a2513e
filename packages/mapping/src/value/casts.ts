import { isIP } from 'node:net';
import type { FunctionType } from './function.ts';
import { type Want, wantAny, wantText } from './want.ts';

/**
 * Makes values fit attributes; `undefined` for what is absent (null, empty text, one of the null values) or does not
 * fit. Nothing is cut short or rounded to make it fit.
 */
export interface Casts {
  /** Whatever is there. */
  any(value: unknown): unknown;
  text(value: unknown, maxLength: number): string | undefined;
  ip(value: unknown): string | undefined;
  integer(value: unknown, min: number, max: number): number | bigint | undefined;
  float(value: unknown): number | undefined;
  boolean(value: unknown): boolean | undefined;
  /** An id; 99 Other for a text that has none, where `hasOther`. */
  enumId(value: unknown, ids: ReadonlyMap<unknown, unknown>, hasOther: boolean): unknown;
  map(value: unknown): object | undefined;
  /** Epoch milliseconds that are ones already. */
  time(value: unknown): number | undefined;
  datetime(value: unknown): string | undefined;
}

const wholeNumber = /^[+-]?\d{1,20}$/;
const hexNumber = /^0[xX][0-9A-Fa-f]{1,16}$/;
const anyNumber = /^[+-]?(?:\d{1,40}(?:\.\d{0,40})?|\.\d{1,40})(?:[eE][+-]?\d{1,3})?$/;
const lastMs = 253_402_300_799_999;
const truths: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['yes', true],
  ['1', true],
  ['false', false],
  ['no', false],
  ['0', false],
]);

export function createCasts(nullValues: readonly string[]): Casts {
  const nulls = new Set(nullValues);
  const longest = Math.max(0, ...nullValues.map((one) => one.length));
  const isNull = (written: string): boolean => written.length <= longest && nulls.has(written);

  function any(value: unknown): unknown {
    if (typeof value === 'string') return value === '' || isNull(value) ? undefined : value;
    return value === null || typeof value === 'function' || typeof value === 'symbol' ? undefined : value;
  }

  function text(value: unknown, maxLength: number): string | undefined {
    if (typeof value === 'string') return value === '' || value.length > maxLength || isNull(value) ? undefined : value;
    if (typeof value !== 'number' && typeof value !== 'boolean' && typeof value !== 'bigint') return undefined;
    const written = String(value);
    return written.length <= maxLength ? written : undefined;
  }

  function integer(value: unknown, min: number, max: number): number | bigint | undefined {
    let found = value;
    if (typeof value === 'string') found = isNull(value) ? undefined : integerOf(value);
    if (typeof found === 'number' ? !Number.isInteger(found) : typeof found !== 'bigint') return undefined;
    const number = found as number | bigint;
    if (typeof number === 'bigint' && BigInt.asIntN(64, number) !== number) return undefined;
    // 2^63 itself is beyond 64 bits, but no number can tell it from 2^63 - 1.
    if (typeof number === 'number' && Math.abs(number) >= 2 ** 63) return undefined;
    return number >= min && number <= max ? number : undefined;
  }

  function float(value: unknown): number | undefined {
    if (typeof value === 'string') {
      if (isNull(value) || value.length > 100 || !anyNumber.test(value)) return undefined;
      const number = Number(value);
      return Number.isFinite(number) ? number : undefined;
    }
    if (typeof value === 'bigint') return Number(value);
    return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
  }

  function boolean(value: unknown): boolean | undefined {
    if (typeof value === 'boolean') return value;
    if (value === 1 || value === 0) return value === 1;
    return typeof value === 'string' && !isNull(value) ? truths.get(value.toLowerCase()) : undefined;
  }

  function enumId(value: unknown, ids: ReadonlyMap<unknown, unknown>, hasOther: boolean): unknown {
    const known = ids.get(value);
    if (known !== undefined) return known;
    const name = text(value, 1_000);
    if (name === undefined) return undefined;
    const found = ids.get(name.toLowerCase());
    return found === undefined && hasOther ? 99 : found;
  }

  return { any, text, integer, float, boolean, enumId, ip, map, time, datetime };

  function ip(value: unknown): string | undefined {
    if (typeof value !== 'string' || value.length > 40 || isNull(value)) return undefined;
    return isIP(value) === 0 ? undefined : value;
  }
}

function map(value: unknown): object | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
}

function integerOf(text: string): number | bigint | undefined {
  if (!wholeNumber.test(text)) {
    if (!hexNumber.test(text)) return undefined;
    return narrowed(BigInt(text));
  }
  return text.length < 16 ? Number(text) : narrowed(BigInt(text.startsWith('+') ? text.slice(1) : text));
}

function narrowed(number: bigint): number | bigint {
  const plain = Number(number);
  return Number.isSafeInteger(plain) ? plain : number;
}

function time(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= lastMs ? value : undefined;
}

function datetime(value: unknown): string | undefined {
  const ms = time(value);
  return ms === undefined ? undefined : new Date(ms).toISOString();
}

/** A value made to fit, as the compiled code does it. */
export function castTo(casts: Casts, want: Want, value: unknown): unknown {
  switch (want.kind) {
    case 'text':
      return casts.text(value, want.maxLength);
    case 'ip':
      return casts.ip(value);
    case 'integer':
      return casts.integer(value, want.min, want.max);
    case 'float':
      return casts.float(value);
    case 'boolean':
      return casts.boolean(value);
    case 'time':
      return casts.time(value);
    case 'datetime':
      return casts.datetime(value);
    case 'enum':
    case 'text_enum':
      return casts.enumId(value, want.ids, want.hasOther);
    case 'map':
      return casts.map(value);
    case 'any':
      return casts.any(value);
  }
}

/** What an argument or result of a plugin function has to be. */
export function wantOfFunctionType(type: FunctionType): Want {
  switch (type) {
    case 'text':
      return wantText;
    case 'any':
      return wantAny;
    case 'integer':
      return { ...wantAny, kind: 'integer', says: 'a whole number' };
    case 'float':
      return { ...wantAny, kind: 'float', says: 'a number' };
    case 'boolean':
      return { ...wantAny, kind: 'boolean', says: 'true or false' };
    case 'time':
      return { ...wantAny, kind: 'time', says: 'a time' };
  }
}
