import { civilTime, clockTime, twoDigits } from './iso.ts';
import { monthNumber } from './month.ts';

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

/** Whether `[10/Oct/2000:13:55:36 -0700]` has its separators at `at` (of the bracket). */
export function isCommonLogTime(text: string, at: number): boolean {
  return (
    text.charCodeAt(at) === 91 &&
    text.charCodeAt(at + 3) === 47 &&
    text.charCodeAt(at + 7) === 47 &&
    text.charCodeAt(at + 12) === 58 &&
    text.charCodeAt(at + 15) === 58 &&
    text.charCodeAt(at + 18) === 58 &&
    text.charCodeAt(at + 1 + commonLogTimeLength) === 93
  );
}
