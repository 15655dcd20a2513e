import { civilTime, clockTime, isDigit, isoTime, offsetMinutes, twoDigits, type LeadingTime } from './iso.ts';
import { monthNumber } from './month.ts';
import { lastBefore } from './yearless.ts';
import { timeInZone } from './zone-names.ts';
import { instantOf, utc, type Zone } from './zone.ts';

/** A time at the start of a line in another form than that of ISO 8601. */
export interface WrittenTime extends LeadingTime {
  /** Its date and clock as ISO 8601 has them, without a zone; undefined where the form itself says which moment it is. */
  readonly clock?: string;
  /** Minutes east of UTC, where the form names a zone. */
  readonly offset?: number | undefined;
}

/** When the line was received, for the year of a time that has none. */
export interface Reading {
  readonly zone: Zone;
  readonly receivedAt: number;
}

/** `15-Jan-2026 12:00:00.123` (Tomcat), `15 Jan 2026 12:00:00,123` (log4j's `%d{DATE}`); `15/Jan/2026:12:00:00`; `15.01.2026 12:00:00`. */
const dayFirst =
  /^(?<day>\d\d)(?<separator>[- /])(?<month>[A-Z][a-z]{2})\k<separator>(?<year>\d{4})[ :](?<hours>\d\d):(?<minutes>\d\d):(?<seconds>\d\d)(?:[.,](?<fraction>\d{1,9}))?(?=[\s\]:,;|])/;
const dotted =
  /^(?<day>\d\d)\.(?<month>\d\d)\.(?<year>\d{4}),? (?<hours>\d\d):(?<minutes>\d\d):(?<seconds>\d\d)(?:[.,](?<fraction>\d{1,9}))?(?=[\s\]:,;|])/;
/** `20260115T120000Z`, `20260115 12:00:00.123`, `20260115-12:00:00`. */
const basic =
  /^(?<year>(?:19|20)\d\d)(?<month>\d\d)(?<day>\d\d)(?:T(?=\d{6})|[T -](?=\d\d:))(?<hours>\d\d):?(?<minutes>\d\d):?(?<seconds>\d\d)(?:[.,](?<fraction>\d{1,9}))?(?<zone>Z|[+-]\d{4})?(?=[\s\]:,;|])/;
/** `2026:01:15-12:00:00`, of Sophos UTM and DirectAdmin. */
const colons =
  /^(?<year>\d{4}):(?<month>\d\d):(?<day>\d\d)-(?<hours>\d\d):(?<minutes>\d\d):(?<seconds>\d\d)(?=[\s\]:,;|])/;
/** `01/15/2026-12:00:00.123456  [**]`, the alerts of Suricata and Snort: elsewhere nothing tells the day from the month. */
const alert =
  /^(?<month>\d\d)\/(?<day>\d\d)\/(?<year>\d{4})-(?<hours>\d\d):(?<minutes>\d\d):(?<seconds>\d\d)\.(?<fraction>\d{6})(?= {1,2}\[\*\*\])/;
/** Epoch seconds of ten digits, as they are since 2001, with a fraction or as Mosquitto has them before its messages: any other number could be any. */
const epoch = /^(?<seconds>1\d{9})(?:\.(?<fraction>\d{3,9})(?=[\s\]:,;|])|(?=: ))/;
/** `Jan 15, 2026 12:00:00 PM`, as java.util.logging begins the line before its message. */
const american =
  /^(?<month>[A-Z][a-z]{2}) (?<day>\d{1,2}), (?<year>\d{4}),? (?<hours>\d{1,2}):(?<minutes>\d\d):(?<seconds>\d\d)[ \u202f](?<half>AM|PM)(?=[\s\]:,;|])/;
/** `Thu Jan 15 12:00:00 2026`, `Thu Jan 15 12:00:00 UTC 2026`: ctime and date. */
const ctime =
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) (?<month>[A-Z][a-z]{2}) (?<day>[ \d]\d) (?<hours>\d\d):(?<minutes>\d\d):(?<seconds>\d\d)(?:\.(?<fraction>\d{1,9}))?(?: (?<zone>[A-Z]{3,4}))? (?<year>\d{4})(?=[\s\]:,;|])/;
/** `Thu, 15 Jan 2026 12:00:00 GMT`, the date of mail and HTTP. */
const mail =
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), (?<day>\d{1,2}) (?<month>[A-Z][a-z]{2}) (?<year>\d{4}) (?<hours>\d\d):(?<minutes>\d\d):(?<seconds>\d\d)(?=[\s\]:,;|])/;
/** `Jan 15 12:00:00`, `Jan 15 2026 12:00:00`: of syslog. */
const syslog =
  /^(?<month>[A-Z][a-z]{2}) (?<day>[ \d]\d)(?: (?<year>\d{4}))? (?<hours>\d\d):(?<minutes>\d\d):(?<seconds>\d\d)(?:\.(?<fraction>\d{1,9}))?(?=[\s\]:,;|])/;

const longestTime = 64;

/** The time at the start of a line; undefined where there is none, or none that a calendar and a clock show. */
export function leadingWrittenTime(line: string, reading: Reading): WrittenTime | undefined {
  for (const form of formsOf(line)) {
    const match = form.exec(line.slice(0, longestTime));
    if (match?.groups !== undefined) return writtenTime(match.groups, match[0].length, reading);
  }
  return undefined;
}

/** Two characters settle most lines. */
function formsOf(line: string): readonly RegExp[] {
  const [third, fourth] = [line.charCodeAt(2), line.charCodeAt(3)];
  if (isDigit(line.charCodeAt(0))) {
    if (third === 46) return [dotted];
    return isDigit(third) ? [basic, epoch, colons] : [dayFirst, alert];
  }
  if (fourth === 32) return [syslog, ctime, american];
  return fourth === 44 ? [mail] : [];
}

type Groups = Readonly<Record<string, string | undefined>>;

function writtenTime(groups: Groups, end: number, { zone, receivedAt }: Reading): WrittenTime | undefined {
  const { year, month = '', day, hours, half, minutes, seconds, fraction = '', zone: named } = groups;
  const ms = Number(`${fraction}00`.slice(0, 3));
  if (hours === undefined) return { time: Number(seconds) * 1000 + ms, end };
  const hour = half === undefined ? Number(hours) : hourOf(Number(hours), half);
  const date = { month: monthNumber(month) ?? Number(month), day: Number(day) };
  const clock = clockTime(hour, Number(minutes), Number(seconds)) + ms;
  // Clocks of all zones differ by less than a day, by as much as those of two machines may.
  const shown =
    year === undefined
      ? lastBefore({ ...date, clock }, receivedAt, utc)
      : civilTime(Number(year), date.month, date.day) + clock;
  if (Number.isNaN(shown)) return undefined;
  const text = new Date(shown).toISOString().slice(0, -1);
  if (named === undefined) return { time: instantOf(shown, zone), end, clock: text };
  const { time, offset } = (/^[Z+-]/.test(named) ? zonedByDigits(text, named) : timeInZone(text, named, zone)) ?? {};
  return time === undefined || Number.isNaN(time) ? undefined : { time, end, offset };
}

function zonedByDigits(clock: string, digits: string): { time: number; offset: number | undefined } {
  return { time: isoTime(clock + digits, utc), offset: offsetMinutes(clock + digits) };
}

/** NaN where no clock of twelve hours shows it. */
export function hourOf(hours: number, half: string): number {
  return hours >= 1 && hours <= 12 ? (hours % 12) + (half === 'PM' ? 12 : 0) : Number.NaN;
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
