import { instantOf, type Zone } from './zone.ts';

/** The time at the start of a text, and where the text goes on after it. */
export interface LeadingTime {
  readonly time: number;
  readonly end: number;
}

/**
 * Epoch ms of an ISO 8601 / RFC 3339 date and time (`T` or a blank between, fraction after `.` or `,`, zone as `Z`,
 * `+03:30`, `+0330`, `+03` or none; `2026/01/15` is read as `2026-01-15`). NaN where the text is none, or says a date or an hour that does not exist.
 */
export function isoTime(text: string, zone: Zone): number {
  const end = timeEnd(text, 0);
  return end !== undefined && zoneEnd(text, end) === text.length ? timeAt(text, 0, end, zone) : Number.NaN;
}

/** As `isoTime`, for a text that goes on after its time. */
export function leadingIsoTime(text: string, start: number, zone: Zone): LeadingTime | undefined {
  const end = timeEnd(text, start);
  if (end === undefined) return undefined;
  const time = timeAt(text, start, end, zone);
  return Number.isNaN(time) ? undefined : { time, end: zoneEnd(text, end) };
}

/** Minutes east of UTC that a time text names at its end; undefined where it names none. */
export function offsetMinutes(text: string): number | undefined {
  const last = text.charCodeAt(text.length - 1) | 0x20;
  if (last === 0x7a) return 0;
  for (const width of [6, 5, 3]) {
    const at = text.length - width;
    const sign = text.charCodeAt(at);
    if (at < 10 || (sign !== plus && sign !== minus) || zoneEnd(text, at) !== text.length) continue;
    return -zoneMs(text, at) / 60_000;
  }
  return undefined;
}

const plus = 43;
const minus = 45;
const slash = 47;
const colon = 58;

/** The number that two digits make; NaN where they are none. */
export function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}

/** Position after what has the separators of `YYYY-MM-DDThh:mm:ss`, and its fraction. */
function timeEnd(text: string, start: number): number | undefined {
  const dash = text.charCodeAt(start + 4);
  if ((dash !== minus && dash !== slash) || text.charCodeAt(start + 7) !== dash) return undefined;
  const separator = text.charCodeAt(start + 10) | 0x20;
  if ((separator !== 0x74 && separator !== 0x20) || text.charCodeAt(start + 13) !== colon) return undefined;
  if (text.charCodeAt(start + 16) !== colon) return undefined;
  let end = start + 19;
  const point = text.charCodeAt(end);
  if (point !== 46 && point !== 44) return end;
  end += 1;
  while (isDigit(text.charCodeAt(end))) end += 1;
  return end;
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Position after a zone at `at`; `at` itself where there is none. */
function zoneEnd(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if ((code | 0x20) === 0x7a) return at + 1;
  if (code !== plus && code !== minus) return at;
  if (!isDigit(text.charCodeAt(at + 1)) || !isDigit(text.charCodeAt(at + 2))) return at;
  const minutesAt = text.charCodeAt(at + 3) === colon ? at + 4 : at + 3;
  return isDigit(text.charCodeAt(minutesAt)) && isDigit(text.charCodeAt(minutesAt + 1)) ? minutesAt + 2 : at + 3;
}

/** What to add to a wall clock with the zone at `at` to have UTC. NaN where there is no such offset. */
function zoneMs(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if ((code | 0x20) === 0x7a) return 0;
  const hours = twoDigits(text, at + 1);
  const end = zoneEnd(text, at);
  const minutes = end - at > 3 ? twoDigits(text, end - 2) : 0;
  if (hours > 18 || minutes > 59) return Number.NaN;
  return (code === plus ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}

function timeAt(text: string, start: number, end: number, zone: Zone): number {
  const wallClock =
    civilTime(
      twoDigits(text, start) * 100 + twoDigits(text, start + 2),
      twoDigits(text, start + 5),
      twoDigits(text, start + 8),
    ) +
    clockTime(twoDigits(text, start + 11), twoDigits(text, start + 14), twoDigits(text, start + 17)) +
    fraction(text, start + 20, end);
  return zoneEnd(text, end) === end ? instantOf(wallClock, zone) : wallClock + zoneMs(text, end);
}

function fraction(text: string, from: number, end: number): number {
  let ms = 0;
  for (let place = 100, at = from; place >= 1 && at < end; place /= 10, at++) ms += (text.charCodeAt(at) - 48) * place;
  return ms;
}

const daysBefore = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
const daysIn = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Epoch ms of midnight UTC, NaN where the calendar has no such day. */
export function civilTime(year: number, month: number, day: number): number {
  if (!(year >= 1970 && day >= 1)) return Number.NaN;
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  if (day > (daysIn[month - 1] ?? 0) + (isLeap && month === 2 ? 1 : 0)) return Number.NaN;
  const past = year - 1;
  const leapDays = Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400) - 477;
  const days = (year - 1970) * 365 + leapDays + (daysBefore[month - 1] ?? 0) + (isLeap && month > 2 ? 1 : 0) + day - 1;
  return days * 86_400_000;
}

/** Ms since midnight, NaN where no clock shows it. A leap second counts as the second after it. */
export function clockTime(hours: number, minutes: number, seconds: number): number {
  if (!(hours <= 23 && minutes <= 59 && seconds <= 60)) return Number.NaN;
  return ((hours * 60 + minutes) * 60 + seconds) * 1000;
}
