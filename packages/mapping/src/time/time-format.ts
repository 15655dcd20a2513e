import { blanks, directives, type Gathered, type Take } from './directives.ts';
import { createZone, fromLocal, type Zone } from './zone.ts';

/** Epoch milliseconds of a value; undefined where it is not in the format. */
export type TimeReader = (value: unknown, receivedAt: number) => number | undefined;

export interface TimeFormatError {
  readonly code: 'bad_time_format' | 'bad_zone';
  readonly message: string;
}

/** Formats that have a name of their own. */
export const namedFormats: readonly string[] = ['iso', 'unix', 'unix_ms', 'unix_us', 'unix_ns', 'unix_any'];

/** The last moment of the year 9999. */
const lastMs = 253_402_300_799_999;
const maxTextLength = 100;
const msPerUnit: Readonly<Record<string, number>> = { unix: 1000, unix_ms: 1, unix_us: 1e-3, unix_ns: 1e-6 };

/** A reader for `iso`, `unix`, `unix_ms`, `unix_us`, `unix_ns` or a format such as `%d/%b/%Y:%H:%M:%S %z`. */
export function createTimeReader(format: string, zoneName: string | undefined): TimeReader | TimeFormatError {
  const zone = zoneName === undefined ? undefined : createZone(zoneName);
  if (zoneName !== undefined && zone === undefined) return unknownZone(zoneName);
  const factor = Object.hasOwn(msPerUnit, format) ? msPerUnit[format] : undefined;
  if (factor !== undefined) return epochReader(() => factor);
  if (format === 'unix_any') return epochReader(factorOf);
  if (format === 'iso') return isoReader(zone);
  return directiveReader(format, zone);
}

export function isTimeFormatError(result: TimeReader | TimeFormatError): result is TimeFormatError {
  return typeof result === 'object';
}

function unknownZone(name: string): TimeFormatError {
  const message = `There is no time zone "${name}". Write UTC, an offset such as "+02:00", or a name such as Europe/Berlin.`;
  return { code: 'bad_zone', message };
}

/** What a count from 1970 has to be multiplied with, told by its size: seconds up to the year 5138, and so on. */
function factorOf(count: number): number {
  if (count < 1e11) return 1000;
  if (count < 1e14) return 1;
  return count < 1e17 ? 1e-3 : 1e-6;
}

function epochReader(factor: (count: number) => number): TimeReader {
  return (value) => {
    let found = value;
    if (typeof value === 'string')
      found = value.length <= 30 && /^\d+(?:\.\d+)?$/.test(value) ? Number(value) : undefined;
    else if (typeof value === 'bigint') found = Number(value);
    return typeof found === 'number' ? sane(Math.floor(found * factor(found) + 1e-6)) : undefined;
  };
}

/** A moment from 1970 to 9999, else undefined. */
function sane(ms: number): number | undefined {
  return ms >= 0 && ms <= lastMs ? ms : undefined;
}

const iso =
  /^(\d{4})-(\d\d)-(\d\d)(?:[Tt ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,12}))?)?)? ?(?:([Zz])|([+-])(\d\d):?(\d\d)?)?$/;

/** ISO 8601 and RFC 3339: `2026-01-02T03:04:05.678Z`. Without an offset it needs the zone. */
function isoReader(zone: Zone | undefined): TimeReader {
  return (value) => {
    if (typeof value !== 'string' || value.length > 50) return undefined;
    const usual = usualIso(value);
    if (usual !== -1) return usual;
    const match = iso.exec(value);
    if (match === null) return undefined;
    const [, year, month, day, hours = '0', minutes = '0', seconds = '0', fraction = '', utc, sign, east, eastMinutes] =
      match;
    const local = civil(+year!, +month!, +day!, +hours, +minutes, +seconds);
    if (local === undefined) return undefined;
    const ms = local + Number(fraction.slice(0, 3).padEnd(3, '0'));
    if (utc !== undefined) return sane(ms);
    if (sign === undefined) return zone === undefined ? undefined : sane(fromLocal(ms, zone));
    const offset = (+east! * 60 + +(eastMinutes ?? 0)) * 60_000;
    return sane(sign === '-' ? ms + offset : ms - offset);
  };
}

/** `2026-01-02T03:04:05Z` with or without milliseconds, the way most logs have it; -1 for any other text. */
function usualIso(text: string): number {
  const hasMs = text.length === 24;
  if (!(hasMs || text.length === 20) || text.charCodeAt(text.length - 1) !== 90) return -1;
  const isShaped =
    text.charCodeAt(4) === 45 &&
    text.charCodeAt(7) === 45 &&
    text.charCodeAt(10) === 84 &&
    text.charCodeAt(13) === 58 &&
    text.charCodeAt(16) === 58 &&
    (!hasMs || text.charCodeAt(19) === 46);
  if (!isShaped) return -1;
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2);
  const day = civil(year, twoDigits(text, 5), twoDigits(text, 8), 0, 0, 0);
  const clock = (twoDigits(text, 11) * 60 + twoDigits(text, 14)) * 60 + twoDigits(text, 17);
  const ms = hasMs ? twoDigits(text, 20) * 10 + (twoDigits(text, 21) % 10) : 0;
  const isTime =
    twoDigits(text, 11) < 24 && twoDigits(text, 14) < 60 && twoDigits(text, 17) < 60 && ms >= 0 && ms < 1000;
  return day === undefined || !isTime || day < 0 ? -1 : day + clock * 1000 + ms;
}

/** The number of two digits; NaN where there are none, which no comparison lets pass. */
function twoDigits(text: string, index: number): number {
  const tens = text.charCodeAt(index) - 48;
  const ones = text.charCodeAt(index + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}

const daysBefore = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
const daysIn = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Epoch milliseconds of a date and time as if in UTC; undefined where there is none. A leap second is the next one. */
function civil(
  year: number,
  month: number,
  day: number,
  hours: number,
  minutes: number,
  seconds: number,
): number | undefined {
  if (!(month >= 1 && month <= 12 && day >= 1 && day <= daysIn[month - 1]!)) return undefined;
  if (!(hours <= 24 && minutes <= 59 && seconds <= 60 && year >= 1)) return undefined;
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  if (month === 2 && day === 29 && !isLeap) return undefined;
  const before = year - 1;
  const leapDays = Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400) - 477;
  const days = (year - 1970) * 365 + leapDays + daysBefore[month - 1]! + (month > 2 && isLeap ? 1 : 0) + day - 1;
  return ((days * 24 + hours) * 60 + minutes) * 60_000 + seconds * 1000;
}

/** A format of directives (strftime's) and plain text; a blank stands for one or more. */
function directiveReader(format: string, zone: Zone | undefined): TimeReader | TimeFormatError {
  const takes: Take[] = [];
  const seen = new Set<string>();
  for (let index = 0; index < format.length; index++) {
    const sign = format[index]!;
    if (sign !== '%') {
      takes.push(sign === ' ' ? blanks : plain(sign));
      continue;
    }
    const letter = format[++index] ?? '';
    const directive = Object.hasOwn(directives, letter) ? directives[letter] : undefined;
    if (letter !== '%' && directive === undefined) return unknownDirective(letter);
    if (seen.has(letter) && letter !== '%') return bad(`"%${letter}" stands in it twice. Leave one out.`);
    seen.add(letter);
    takes.push(directive?.take ?? plain('%'));
  }
  return checkSeen(seen, zone) ?? readerOf(takes, zone, seen.has('Y') || seen.has('y') || seen.has('s'));
}

function plain(sign: string): Take {
  const code = sign.charCodeAt(0);
  return (text, index) => (text.charCodeAt(index) === code ? index + 1 : -1);
}

function bad(message: string): TimeFormatError {
  return { code: 'bad_time_format', message };
}

function unknownDirective(letter: string): TimeFormatError {
  const known = Object.keys(directives).map((name) => `%${name}`);
  return bad(`"%${letter}" is no directive. Known: ${known.join(' ')}, %% for the sign itself.`);
}

function checkSeen(seen: ReadonlySet<string>, zone: Zone | undefined): TimeFormatError | undefined {
  if (seen.has('s')) return undefined;
  if (seen.size === 0)
    return bad(
      `It holds no directive. Known names: ${namedFormats.join(', ')}; or a format such as "%Y-%m-%d %H:%M:%S".`,
    );
  const hasMonth = seen.has('m') || seen.has('b') || seen.has('B');
  if (!hasMonth || !(seen.has('d') || seen.has('e'))) return bad('It says no month (%m, %b) or no day (%d, %e).');
  if (seen.has('I') !== seen.has('p')) return bad('%I and %p belong together.');
  if (seen.has('H') && seen.has('I')) return bad('%H and %I both say the hour. Leave one out.');
  if (!seen.has('z') && zone === undefined)
    return { code: 'bad_zone', message: 'The format has no offset (%z), so the zone is needed: "zone: UTC", for one.' };
  return undefined;
}

function readerOf(takes: readonly Take[], zone: Zone | undefined, hasYear: boolean): TimeReader {
  return (value, receivedAt) => {
    if (typeof value !== 'string' || value.length > maxTextLength) return undefined;
    const into: Gathered = {
      year: 0,
      month: 1,
      day: 1,
      hours: 0,
      minutes: 0,
      seconds: 0,
      ms: 0,
      half: -1,
      offset: 0,
      hasOffset: false,
      epoch: -1,
    };
    let index = 0;
    for (let next = 0; next < takes.length; next++) {
      index = takes[next]!(value, index, into);
      if (index === -1) return undefined;
    }
    if (index !== value.length) return undefined;
    return hasYear ? momentOf(into, zone) : nearReceipt(into, zone, receivedAt);
  };
}

function momentOf(into: Gathered, zone: Zone | undefined): number | undefined {
  if (into.epoch >= 0) return sane(into.epoch + into.ms);
  const hours = into.half === -1 ? into.hours : (into.hours % 12) + into.half;
  const local = civil(into.year, into.month, into.day, hours, into.minutes, into.seconds);
  if (local === undefined) return undefined;
  if (into.hasOffset) return sane(local + into.ms - into.offset * 60_000);
  return zone === undefined ? undefined : sane(fromLocal(local + into.ms, zone));
}

const dayMs = 86_400_000;
const weekMs = 7 * dayMs;

/** A time without a year is the last such moment before a week after the receipt. */
function nearReceipt(into: Gathered, zone: Zone | undefined, receivedAt: number): number | undefined {
  // Where days begin first it may be a later year than it is by UTC.
  const year = new Date(receivedAt + weekMs + dayMs).getUTCFullYear();
  for (let back = 0; back <= 8; back++) {
    into.year = year - back;
    const ms = momentOf(into, zone);
    if (ms !== undefined && ms <= receivedAt + weekMs) return ms;
  }
  return undefined;
}
