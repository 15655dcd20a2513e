import { createHash } from 'node:crypto';
import { isPlainIpv4, isPlainIpv6 } from './plain-address.ts';

/**
 * Tells in a few nanoseconds that a text certainly fits a pattern; false means that the pattern itself has to be asked.
 */
export type QuickAccept = (text: string) => boolean;

/**
 * By the hash of the pattern they stand in for: only of these very patterns is it known (and tested) that they fit all
 * that is accepted here.
 */
const quickAccepts: ReadonlyMap<string, QuickAccept> = new Map([
  ['607b3482693f', isPlainIp],
  ['12a9b9ef09f9', isPlainHostname],
  ['0390824d3cf5', isPlainDatetime],
  ['d2a351c1f4ad', isPlainDatetime],
  ['d95a359e1813', isPaddedBase64],
]);

export function quickAcceptOf(regex: string): QuickAccept | undefined {
  return quickAccepts.get(createHash('sha256').update(regex).digest('hex').slice(0, 12));
}

const zero = 48;
const nine = 57;
const dot = 46;
const hyphen = 45;
const plus = 43;
const slash = 47;
const equals = 61;
const underscore = 95;
const standard = 1;
const urlSafe = 2;

/** An address of version 4 or 6, as nearly all are written. */
export function isPlainIp(text: string): boolean {
  return isPlainIpv4(text) || isPlainIpv6(text);
}

/** Labels of letters, digits and inner hyphens, with dots between them. */
export function isPlainHostname(text: string): boolean {
  let previous = dot;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === dot) {
      if (previous === dot || previous === hyphen) return false;
    } else if (code === hyphen) {
      if (previous === dot) return false;
    } else if (!isLetterOrDigit(code)) return false;
    previous = code;
  }
  return previous !== dot && previous !== hyphen;
}

/** Base64 of either alphabet, padded: the pattern wants padding of every text that is not empty. However long it is. */
export function isPaddedBase64(text: string): boolean {
  const { length } = text;
  if (length % 4 !== 0 || text.charCodeAt(length - 1) !== equals) return length === 0;
  const end = text.charCodeAt(length - 2) === equals ? length - 2 : length - 1;
  let alphabets = standard | urlSafe;
  for (let index = 0; index < end; index++) {
    const code = text.charCodeAt(index);
    if (isLetterOrDigit(code)) continue;
    if (code === plus || code === slash) alphabets &= standard;
    else if (code === hyphen || code === underscore) alphabets &= urlSafe;
    else return false;
    if (alphabets === 0) return false;
  }
  return true;
}

function isLetterOrDigit(code: number): boolean {
  const lower = code | 32;
  return (code >= zero && code <= nine) || (lower >= 97 && lower <= 122);
}

/** `2026-01-02T03:04:05Z`, with or without three digits of a second. */
export function isPlainDatetime(text: string): boolean {
  const { length } = text;
  if ((length !== 20 && length !== 24) || text.charCodeAt(length - 1) !== 90) return false;
  for (let index = 0; index < length - 1; index++) {
    const code = text.charCodeAt(index);
    if (code !== shapeOfDatetime[index] && (shapeOfDatetime[index] !== zero || code < zero || code > nine))
      return false;
  }
  return true;
}

const shapeOfDatetime: Uint8Array = Uint8Array.from('0000-00-00T00:00:00.000', (character) => character.charCodeAt(0));
