const zero = 48;
const limitMs = 8.64e15;

/**
 * Epoch milliseconds of an RFC 3339 date-time, its offset applied; digits beyond milliseconds are cut off. `undefined`
 * where the text is none. Linear, and bounded by the 64 characters that it looks at.
 */
export function parseRfc3339(text: string): number | undefined {
  if (text.length < 20 || text.length > 64) return undefined;
  const date = digits(text, 0, 4) * 10_000 + digits(text, 5, 2) * 100 + digits(text, 8, 2);
  const time = digits(text, 11, 2) * 10_000 + digits(text, 14, 2) * 100 + digits(text, 17, 2);
  if (Number.isNaN(date + time) || !isPunctuated(text)) return undefined;
  const days = daysOf(Math.floor(date / 10_000), Math.floor(date / 100) % 100, date % 100);
  const seconds = secondsOf(Math.floor(time / 10_000), Math.floor(time / 100) % 100, time % 100);
  const fraction = fractionAt(text, 19);
  const offset = offsetAt(text, fraction.end);
  if (days === undefined || seconds === undefined || offset === undefined) return undefined;
  const milliseconds = days * 86_400_000 + seconds * 1000 + fraction.milliseconds - offset * 60_000;
  return Math.abs(milliseconds) <= limitMs ? milliseconds : undefined;
}

function digits(text: string, from: number, count: number): number {
  let value = 0;
  for (let at = from; at < from + count; at++) {
    const digit = text.charCodeAt(at) - zero;
    if (!(digit >= 0 && digit <= 9)) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}

function isPunctuated(text: string): boolean {
  const middle = text[10];
  const isSeparated = middle === 'T' || middle === 't' || middle === ' ';
  return isSeparated && text[4] === '-' && text[7] === '-' && text[13] === ':' && text[16] === ':';
}

function daysOf(year: number, month: number, day: number): number | undefined {
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const ofEra = shifted - era * 400;
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const ofEraDays = ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear;
  return era * 146_097 + ofEraDays - 719_468;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** A leap second counts as the second after it. */
function secondsOf(hour: number, minute: number, second: number): number | undefined {
  return hour > 23 || minute > 59 || second > 60 ? undefined : hour * 3600 + minute * 60 + second;
}

function fractionAt(text: string, from: number): { readonly milliseconds: number; readonly end: number } {
  if (text[from] !== '.') return { milliseconds: 0, end: from };
  let at = from + 1;
  let milliseconds = 0;
  let unit = 100;
  for (; at < text.length; at++) {
    const digit = text.charCodeAt(at) - zero;
    if (!(digit >= 0 && digit <= 9)) break;
    milliseconds += digit * Math.floor(unit);
    unit /= 10;
  }
  return { milliseconds, end: at === from + 1 ? -1 : at };
}

/** Minutes east of UTC. */
function offsetAt(text: string, at: number): number | undefined {
  if (at < 0) return undefined;
  if ((text.charCodeAt(at) | 32) === 122) return text.length === at + 1 ? 0 : undefined;
  const sign = text[at] === '+' ? 1 : text[at] === '-' ? -1 : undefined;
  if (sign === undefined || text.length !== at + 6 || text[at + 3] !== ':') return undefined;
  const hours = digits(text, at + 1, 2);
  const minutes = digits(text, at + 4, 2);
  return hours <= 23 && minutes <= 59 ? sign * (hours * 60 + minutes) : undefined;
}
