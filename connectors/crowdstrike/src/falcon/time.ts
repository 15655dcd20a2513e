/** FILETIMEs of 1828 and later are larger than any number of milliseconds or microseconds that is a time. */
const leastFileTime = 72_057_594_037_927_936n;
const fileTimeOfEpochMs = 11_644_473_600_000;
/** Epoch milliseconds of 1973 and later are larger than epoch seconds of any year up to 5138; likewise microseconds. */
const leastMilliseconds = 100_000_000_000;
const leastMicroseconds = 100_000_000_000_000;
/** Epoch nanoseconds of 2001 and later are larger than any FILETIME up to the year 4769. */
const leastNanoseconds = 1_000_000_000_000_000_000n;

/**
 * Epoch milliseconds of a time as Falcon writes it: epoch seconds with decimals, milliseconds, microseconds or
 * nanoseconds, a Windows FILETIME (100 ns since 1601), or ISO 8601, of UTC where it names no zone. Undefined for anything else, and for 0.
 */
export function epochMs(text: string): number | undefined {
  const first = text.charCodeAt(0);
  if (first < 48 || first > 57 || text.length > 40) return undefined;
  if (text.length >= 17 && /^\d{17,19}$/.test(text)) return ofLongNumber(text);
  const value = plainNumber(text) ?? Number(text);
  if (Number.isNaN(value)) return ofIso(text);
  if (value <= 0 || value > 8.64e15) return undefined;
  if (value >= leastMicroseconds) return Math.round(value / 1000);
  return value < leastMilliseconds ? Math.round(value * 1000) : Math.round(value);
}

function ofLongNumber(text: string): number | undefined {
  const value = BigInt(text);
  return value >= leastNanoseconds ? Number(value / 1_000_000n) : ofFileTime(value);
}

/** The number of a text of up to 15 digits with at most one point behind the first, sooner than `Number` gives it. */
export function plainNumber(text: string): number | undefined {
  if (text.length > 15) return undefined;
  let value = 0;
  let scale = 0;
  for (let at = 0; at < text.length; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (digit >= 0 && digit <= 9) {
      value = value * 10 + digit;
      scale *= 10;
    } else if (digit === -2 && scale === 0) scale = 1;
    else return undefined;
  }
  // Both are exact, so that the quotient is the number that is nearest to the text.
  return scale === 0 ? value : value / scale;
}

function ofFileTime(value: bigint): number | undefined {
  return value < leastFileTime ? undefined : Number(value / 10_000n) - fileTimeOfEpochMs;
}

const iso = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d{1,9})?(Z|[+-]\d\d:?\d\d)?$/;

/** A time without a zone is UTC, for Falcon knows no other. */
function ofIso(text: string): number | undefined {
  const [all, zone]: readonly (string | undefined)[] = iso.exec(text) ?? [];
  if (all === undefined) return undefined;
  const ms = Date.parse(`${all.replace(' ', 'T')}${zone === undefined ? 'Z' : ''}`);
  return Number.isNaN(ms) ? undefined : ms;
}
