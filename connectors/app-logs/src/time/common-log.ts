import { civilTime, clockTime, isDigit, isoTime, offsetMinutes, twoDigits } from './iso.ts';
import { monthNumber } from './month.ts';
import type { Zone } from './zone.ts';

/** Length of `10/Oct/2000:13:55:36 -0700`. */
export const commonLogTimeLength = 26;

/** Epoch ms of `10/Oct/2000:13:55:36 -0700` at `at`; NaN where it is none or names no real moment. */
export function commonLogTime(text: string, at = 0): number {
  const month = monthNumber(text.slice(at + 3, at + 6));
  if (month === undefined) return Number.NaN;
  const year = twoDigits(text, at + 7) * 100 + twoDigits(text, at + 9);
  const day = civilTime(year, month, twoDigits(text, at));
  const clock = clockTime(twoDigits(text, at + 12), twoDigits(text, at + 15), twoDigits(text, at + 18));
  return day + clock - commonLogOffset(text, at) * 60_000;
}

/** Minutes east of UTC that the time at `at` names; NaN where it names none. */
export function commonLogOffset(text: string, at = 0): number {
  const hours = twoDigits(text, at + 22);
  const minutes = twoDigits(text, at + 24);
  const sign = text.charCodeAt(at + 21);
  if (!(hours <= 18 && minutes <= 59) || (sign !== 43 && sign !== 45)) return Number.NaN;
  return (sign === 45 ? -1 : 1) * (hours * 60 + minutes);
}

/**
 * Position of the bracket behind the time whose bracket opens at `at`: `[10/Oct/2000:13:55:36 -0700]`, with a fraction
 * (`:36.123 -0700`) or as ISO 8601 (`[2000-10-10T13:55:36-07:00]`); -1 where the separators are those of none.
 */
export function bracketedTimeEnd(text: string, at: number): number {
  if (text.charCodeAt(at) !== 91) return -1;
  if (text.charCodeAt(at + 3) === 47) return hasSeparators(text, at) ? commonLogEnd(text, at) : -1;
  return text.charCodeAt(at + 11) === 84 && text.charCodeAt(at + 5) === 45 ? isoEnd(text, at) : -1;
}

function hasSeparators(text: string, at: number): boolean {
  return (
    text.charCodeAt(at + 7) === 47 &&
    text.charCodeAt(at + 12) === 58 &&
    text.charCodeAt(at + 15) === 58 &&
    text.charCodeAt(at + 18) === 58
  );
}

/** Digits of a fraction, as many as anything writes. */
const maxFraction = 9;

function commonLogEnd(text: string, at: number): number {
  let end = at + 21;
  if (text.charCodeAt(end) === 46) end += 1 + digitsAt(text, end + 1);
  end += commonLogTimeLength - 20;
  return text.charCodeAt(end) === 93 ? end : -1;
}

function digitsAt(text: string, from: number): number {
  let count = 0;
  while (count < maxFraction && isDigit(text.charCodeAt(from + count))) count += 1;
  return count;
}

const maxIsoLength = 36;

function isoEnd(text: string, at: number): number {
  const end = text.indexOf(']', at);
  return end - at > 19 && end - at <= maxIsoLength ? end : -1;
}

/** A time as it stands in the brackets of an access log. */
export interface BracketedTime {
  /** Epoch ms; NaN where the text names no real moment. */
  readonly time: number;
  readonly timezoneOffset: number | undefined;
}

/** What the text says that `bracketedTimeEnd` has found. */
export function bracketedTime(text: string, zone: Zone): BracketedTime {
  if (text.charCodeAt(2) !== 47) return { time: isoTime(text, zone), timezoneOffset: offsetMinutes(text) };
  const whole = text.length - commonLogTimeLength;
  if (whole === 0) return { time: commonLogTime(text), timezoneOffset: commonLogOffset(text) };
  const unfractioned = text.slice(0, 20) + text.slice(20 + whole);
  const ms = Number(text.slice(21, Math.min(24, 20 + whole)).padEnd(3, '0'));
  return { time: commonLogTime(unfractioned) + ms, timezoneOffset: commonLogOffset(unfractioned) };
}
