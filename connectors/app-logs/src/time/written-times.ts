import { civilTime, clockTime, isDigit, isoTime, twoDigits, type LeadingTime } from './iso.ts';
import { monthNumber } from './month.ts';
import { instantOf, type Zone } from './zone.ts';

/** `15-Jan-2026 12:00:00.123`, as Tomcat begins its lines. */
const dayFirst = /^(\d\d)-([A-Z][a-z]{2})-(\d{4}) (\d\d):(\d\d):(\d\d)(?:\.(\d{3}))?(?= )/;
/** `15 Jan 2026 12:00:00,123`, as log4j's `%d{DATE}` writes it. */
const dayFirstInWords = /^(\d\d) ([A-Z][a-z]{2}) (\d{4}) (\d\d):(\d\d):(\d\d)(?:[.,](\d{3}))?(?= )/;
/** `Jan 15, 2026 12:00:00 PM`, as java.util.logging begins the line before its message. */
const americanTime = /^([A-Z][a-z]{2}) (\d{1,2}), (\d{4}) (\d{1,2}):(\d\d):(\d\d)[ \u202f](AM|PM)(?= )/;

/** The time at the start of a line in forms that name their month. */
export function leadingNamedTime(line: string, zone: Zone): LeadingTime | undefined {
  if (line.charCodeAt(2) === 45) return found(dayFirst.exec(line), zone, dayFirstParts);
  if (line.charCodeAt(2) === 32) return found(dayFirstInWords.exec(line), zone, dayFirstParts);
  if (line.charCodeAt(3) === 32) return found(americanTime.exec(line), zone, americanParts);
  return undefined;
}

interface Parts {
  readonly year: number;
  readonly month: string;
  readonly day: number;
  readonly hours: number;
  readonly rest: readonly [minutes: number, seconds: number, ms: number];
}

function found(
  match: RegExpExecArray | null,
  zone: Zone,
  read: (match: RegExpExecArray) => Parts,
): LeadingTime | undefined {
  if (match === null) return undefined;
  const { year, month, day, hours, rest } = read(match);
  const [minutes, seconds, ms] = rest;
  const wallClock = civilTime(year, monthNumber(month) ?? Number.NaN, day) + clockTime(hours, minutes, seconds) + ms;
  return Number.isNaN(wallClock) ? undefined : { time: instantOf(wallClock, zone), end: match[0].length };
}

function dayFirstParts([, day, month = '', year, hours, minutes, seconds, ms = '']: RegExpExecArray): Parts {
  const rest = [Number(minutes), Number(seconds), Number(ms)] as const;
  return { year: Number(year), month, day: Number(day), hours: Number(hours), rest };
}

function americanParts([, month = '', day, year, hour, minutes, seconds, half]: RegExpExecArray): Parts {
  const isHour = Number(hour) >= 1 && Number(hour) <= 12;
  const hours = isHour ? (Number(hour) % 12) + (half === 'PM' ? 12 : 0) : Number.NaN;
  return { year: Number(year), month, day: Number(day), hours, rest: [Number(minutes), Number(seconds), 0] };
}

/** `Thu Jan 15 12:00:00.123456 2026` at `at`, as Apache begins its error log, or as ISO 8601; with where it ends. */
export function apacheTime(line: string, at: number, zone: Zone): LeadingTime | undefined {
  const close = line.indexOf(']', at);
  if (isDigit(line.charCodeAt(at))) {
    const time = close - at > 40 ? Number.NaN : isoTime(line.slice(at, close).replace(/ (?=[+-]\d{4}$)/, ''), zone);
    return Number.isNaN(time) ? undefined : { time, end: close };
  }
  if (close - at > 40) return undefined;
  const month = monthNumber(line.slice(at + 4, at + 7)) ?? Number.NaN;
  const day = line.charAt(at + 8) === ' ' ? Number(line.charAt(at + 9)) : twoDigits(line, at + 8);
  const year = twoDigits(line, close - 4) * 100 + twoDigits(line, close - 2);
  const clock = clockTime(twoDigits(line, at + 11), twoDigits(line, at + 14), twoDigits(line, at + 17));
  const ms = line.charAt(at + 19) === '.' ? Number(line.slice(at + 20, at + 23)) : 0;
  const wallClock = civilTime(year, month, day) + clock + ms;
  return Number.isNaN(wallClock) ? undefined : { time: instantOf(wallClock, zone), end: close };
}
