const int64Limit = 2 ** 63;
const int128Limit = 2n ** 127n;

/** A whole number of 64 bits. A number cannot tell 1.0 from 1, nor 2^63 from 2^63 - 1: both pass. */
function isInteger(value: unknown): boolean {
  if (typeof value === 'number') return Number.isInteger(value) && value <= int64Limit && value >= -int64Limit;
  return typeof value === 'bigint' && BigInt.asIntN(64, value) === value;
}

/** The schema server lets a `long_t` have 128 bits. */
function isLong(value: unknown): boolean {
  if (typeof value === 'number') return Number.isInteger(value) && Math.abs(value) <= 2 ** 127;
  return typeof value === 'bigint' && value < int128Limit && value >= -int128Limit;
}

/** Any number: JSON's 1.0 arrives as 1. */
function isFloat(value: unknown): boolean {
  return typeof value === 'number' && Number.isFinite(value);
}

/** What counts as which kind of number. */
export interface NumberKinds {
  readonly isInteger: (value: unknown) => boolean;
  readonly isLong: (value: unknown) => boolean;
  readonly isFloat: (value: unknown) => boolean;
}

/** For values as JavaScript has them. */
const ordinaryNumbers: NumberKinds = { isInteger, isLong, isFloat };

/** For values of `parseExact`: whole numbers are bigints there, and every number was written with a fraction. */
const exactNumbers: NumberKinds = {
  isInteger: (value) => typeof value === 'bigint' && isInteger(value),
  isLong: (value) => typeof value === 'bigint' && isLong(value),
  isFloat,
};

export function numberKinds(exact: boolean): NumberKinds {
  return exact ? exactNumbers : ordinaryNumbers;
}
