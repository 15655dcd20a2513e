import { epochOf, type Clock, type LocalTime } from './calendar.ts';
import { digitsAt, skipDigits, skipSpaces } from './scan.ts';
import { type Zone, zoneNamed } from './zone.ts';

/** A timestamp that was recognised. */
export interface Timestamp {
  /** Where it ends in the text. */
  readonly end: number;
  /** Epoch milliseconds; undefined where it names a time that does not exist. */
  readonly time?: number | undefined;
}

/**
 * `2026-03-01T18:46:11.123+01:00` of RFC 3339, also with a space for the T, with `/` between the numbers, and without a
 * zone; and `2026:03:01-18:46:11` of Sophos UTM.
 */
export function scanIsoTimestamp(text: string, at: number, clock: Clock): Timestamp | undefined {
  const year = digitsAt(text, at, 4);
  const separator = text.charCodeAt(at + 4);
  if (year === -1 || text.charCodeAt(at + 7) !== separator) return undefined;
  const letter = text.charCodeAt(at + 10);
  const isDashed = separator === 0x2d || separator === 0x2f;
  const isBetween = isDashed ? letter === 0x54 || letter === 0x74 || letter === 0x20 : letter === 0x2d;
  if (!isBetween || !(isDashed || separator === 0x3a)) return undefined;
  const time = scanTime(text, at + 11);
  if (time === undefined) return undefined;
  const month = digitsAt(text, at + 5, 2) - 1;
  const day = digitsAt(text, at + 8, 2);
  const zone = scanOffset(text, time.end);
  return finish({ year, month, day, ...time }, zone.end, zone.zone ?? clock.zone, clock);
}

/**
 * `2w3d`, `1y12w` or `00:01:10` before `: %`: Cisco's time since the device was started, where it is not told to write the
 * date. It names no time.
 */
export function scanUptime(text: string, at: number): Timestamp | undefined {
  const end = at + (uptime.exec(text.slice(at))?.[1]?.length ?? 0);
  return end > at ? { end } : undefined;
}

const uptime = /^((?:\d{1,4}[ywdh]){1,2}|\d{1,3}:\d\d:\d\d(?:\.\d{1,6})?): %/;

/** `1772390771.123456`: seconds since 1970, as Meraki writes them. Ten digits, so from 2001 to 2286. */
export function scanEpochTimestamp(text: string, at: number): Timestamp | undefined {
  const seconds = digitsAt(text, at, 10);
  const end = at + 10;
  if (seconds < 1_000_000_000) return undefined;
  if (isBoundary(text.charCodeAt(end))) return { end, time: seconds * 1000 };
  const fractionEnd = skipDigits(text, end + 1);
  if (text.charCodeAt(end) !== 0x2e || fractionEnd === end + 1 || !isBoundary(text.charCodeAt(fractionEnd))) {
    return undefined;
  }
  return { end: fractionEnd, time: seconds * 1000 + millisecondsOf(text, end + 1, fractionEnd) };
}

/**
 * `Mar  1 18:46:11` and what senders add to it: a weekday before, the year before or behind the time, a fraction, a
 * zone behind; Cisco's `.` (the clock is not synchronised) and `*` (it may never have been set: the time is none, unless a
 * year of today's shows that it was).
 */
export function scanBsdTimestamp(text: string, at: number, clock: Clock): Timestamp | undefined {
  const mark = text.charCodeAt(at);
  const isUnset = mark === 0x2a;
  let next = isUnset || mark === 0x2e ? at + 1 : at;
  let year = yearAt(text, next);
  if (year !== undefined) next = behindSpace(text, next + 4);
  let month = monthAt(text, next);
  if (month === -1 && isWeekday(text, next)) {
    next = behindSpace(text, next + 3);
    month = monthAt(text, next);
  }
  if (month === -1) return undefined;
  const dayStart = behindSpace(text, next + 3);
  const dayEnd = skipDigits(text, dayStart);
  if (dayEnd === dayStart || dayEnd > dayStart + 2) return undefined;
  next = behindSpace(text, dayEnd);
  const yearBefore = yearAt(text, next);
  if (yearBefore !== undefined) {
    year ??= yearBefore;
    next = behindSpace(text, next + 4);
  }
  const time = scanTime(text, next);
  if (time === undefined) return undefined;
  const day = digitsAt(text, dayStart, dayEnd - dayStart);
  const tail = scanTail(text, time.end, year === undefined, clock.zone);
  year ??= tail.year;
  const found = finish({ year, month, day, ...time }, tail.end, tail.zone ?? clock.zone, clock);
  return isUnset && (year === undefined || year < oldestSetYear) ? { end: found.end } : found;
}

/** Where the word behind the space at `at` begins; the end of the text where no space stands there. */
function behindSpace(text: string, at: number): number {
  const next = skipSpaces(text, at);
  return next === at ? text.length : next;
}

/** Clocks that were never set start in 1993 or 2002, or in the year of an old image. */
const oldestSetYear = 2015;

interface TimeOfDay extends Pick<LocalTime, 'hour' | 'minute' | 'second' | 'millisecond'> {
  readonly end: number;
}

/** `18:46:11`, `8:46:11` and any fraction behind `.` or `,`. */
function scanTime(text: string, at: number): TimeOfDay | undefined {
  const hourEnd = skipDigits(text, at);
  if (hourEnd === at || hourEnd > at + 2 || text.charCodeAt(hourEnd) !== 0x3a) return undefined;
  const minute = digitsAt(text, hourEnd + 1, 2);
  const second = digitsAt(text, hourEnd + 4, 2);
  if (minute === -1 || second === -1 || text.charCodeAt(hourEnd + 3) !== 0x3a) return undefined;
  const hour = digitsAt(text, at, hourEnd - at);
  const end = hourEnd + 6;
  const point = text.charCodeAt(end);
  const fractionEnd = skipDigits(text, end + 1);
  if ((point !== 0x2e && point !== 0x2c) || fractionEnd === end + 1) {
    return { hour, minute, second, millisecond: 0, end };
  }
  return { hour, minute, second, millisecond: millisecondsOf(text, end + 1, fractionEnd), end: fractionEnd };
}

/** The first three digits of a fraction; what is finer is cut off, not rounded up. */
function millisecondsOf(text: string, start: number, end: number): number {
  const digits = Math.min(end - start, 3);
  return digitsAt(text, start, digits) * 10 ** (3 - digits);
}

interface Tail {
  readonly end: number;
  readonly year?: number;
  readonly zone?: Zone;
}

/** What stands behind the time of day: a zone, a year, an offset, in the orders that occur. */
function scanTail(text: string, at: number, mayHaveYear: boolean, configured: Zone): Tail {
  const offset = scanOffset(text, at);
  if (offset.zone !== undefined) return offset;
  const named = scanNamedZone(text, at, mayHaveYear, configured);
  const end = named?.end ?? at;
  const year = mayHaveYear && text.charCodeAt(end) === 0x20 ? yearAt(text, end + 1) : undefined;
  return {
    end: year === undefined ? end : end + 5,
    ...(year === undefined ? {} : { year }),
    ...(named?.zone === undefined ? {} : { zone: named.zone }),
  };
}

/** `Z`, `+01:00`, `-0500` directly behind a time or after one space. */
function scanOffset(text: string, at: number): Tail {
  const code = text.charCodeAt(at);
  if ((code === 0x5a || code === 0x7a) && isBoundary(text.charCodeAt(at + 1)))
    return { end: at + 1, zone: fixedZone(0) };
  const start = code === 0x20 ? at + 1 : at;
  const sign = text.charCodeAt(start);
  if (sign !== 0x2b && sign !== 0x2d) return { end: at };
  const hours = digitsAt(text, start + 1, 2);
  const minutesStart = text.charCodeAt(start + 3) === 0x3a ? start + 4 : start + 3;
  const minutes = digitsAt(text, minutesStart, 2);
  const isOffset = hours >= 0 && hours <= 23 && minutes >= 0 && minutes <= 59;
  if (!isOffset || !isBoundary(text.charCodeAt(minutesStart + 2))) return { end: at };
  const offset = (hours * 60 + minutes) * 60_000;
  return { end: minutesStart + 2, zone: fixedZone(sign === 0x2d ? -offset : offset) };
}

/**
 * ` UTC` and ` GMT`, also with an offset (`UTC+1`, `UTC+05:30`); and the abbreviations that Cisco writes before `: ` and
 * others before a year. What an administrator called a zone and nobody else does is the configured zone.
 */
function scanNamedZone(
  text: string,
  at: number,
  mayHaveYear: boolean,
  configured: Zone,
): { readonly end: number; readonly zone?: Zone } | undefined {
  if (text.charCodeAt(at) !== 0x20) return undefined;
  let end = at + 1;
  while (end - at <= 5 && isUpper(text.charCodeAt(end))) end += 1;
  if (end === at + 1) return scanSmallZone(text, at + 1, configured);
  const length = end - at - 1;
  if (length < 3) return undefined;
  const next = text.charCodeAt(end);
  if (length === 3 && (text.startsWith('UTC', at + 1) || text.startsWith('GMT', at + 1))) {
    return next === 0x20 || next === 0x3a ? { end, zone: fixedZone(0) } : scanShift(text, end);
  }
  const zone = zoneNamed(text.slice(at + 1, end), configured);
  const isZone =
    text.startsWith(': %', end) ||
    (mayHaveYear && yearAt(text, end + 1) !== undefined) ||
    (text.startsWith(': ', end) && zone !== undefined);
  if (!isZone) return undefined;
  return zone === undefined ? { end } : { end, zone };
}

/** `mdt` before `: %`: Cisco writes a zone as its administrator did. A host could stand there too, so it has to be a known one. */
function scanSmallZone(
  text: string,
  start: number,
  configured: Zone,
): { readonly end: number; readonly zone: Zone } | undefined {
  const end = text.charCodeAt(start + 3) === 0x3a ? start + 3 : start + 4;
  if (!text.startsWith(': %', end)) return undefined;
  const zone = zoneNamed(text.slice(start, end).toUpperCase(), configured);
  return zone === undefined ? undefined : { end, zone };
}

/** The `+1` or `-05:30` of `UTC+1`. */
function scanShift(text: string, at: number): { readonly end: number; readonly zone: Zone } | undefined {
  const [all, sign, hours, minutes] = shift.exec(text.slice(at)) ?? [];
  if (all === undefined || !isBoundary(text.charCodeAt(at + all.length))) return undefined;
  const offset = (Number(hours) * 60 + Number(minutes ?? 0)) * 60_000;
  return { end: at + all.length, zone: fixedZone(sign === '-' ? -offset : offset) };
}

const shift = /^([+-])(\d{1,2})(?::?([0-5]\d))?/;

function finish(time: LocalTime & { readonly end: number }, end: number, zone: Zone, clock: Clock): Timestamp {
  return { end, time: epochOf(time, zone, clock.receivedAt) };
}

function fixedZone(offsetMs: number): Zone {
  return { toEpoch: (localMs) => localMs - offsetMs };
}

/** A year of four digits, with a space, the end or a colon behind it that is not that of an IPv6 address. */
function yearAt(text: string, at: number): number | undefined {
  const year = digitsAt(text, at, 4);
  const end = text.charCodeAt(at + 4) === 0x3a ? at + 5 : at + 4;
  return year >= 1970 && year <= 2199 && isBlankOrEnd(text.charCodeAt(end)) ? year : undefined;
}

function isBlankOrEnd(code: number): boolean {
  return Number.isNaN(code) || code === 0x20;
}

/** The end of the text, a space or a colon. */
function isBoundary(code: number): boolean {
  return code === 0x3a || isBlankOrEnd(code);
}

function isUpper(code: number): boolean {
  return code >= 0x41 && code <= 0x5a;
}

const months: readonly string[] = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const weekdays: readonly string[] = 'Mon Tue Wed Thu Fri Sat Sun'.split(' ');

/** 0 to 11, or -1. */
function monthAt(text: string, at: number): number {
  return isUpper(text.charCodeAt(at)) ? months.indexOf(text.slice(at, at + 3)) : -1;
}

function isWeekday(text: string, at: number): boolean {
  return weekdays.includes(text.slice(at, at + 3));
}
