import type { EventContext } from '../../events/metadata.ts';
import { clockTime, isoTime, offsetMinutes, twoDigits } from '../../time/iso.ts';
import { monthNumber } from '../../time/month.ts';
import { lastBefore } from '../../time/yearless.ts';
import type { Wrapping } from './wrapped.ts';

/** What a syslog daemon wrote before the line of a program. */
export interface SyslogLine {
  readonly wrapping: Wrapping;
  readonly content: string;
}

const headings: readonly RegExp[] = [
  // `Jan 15 12:00:00 web1 shop[4711]: `, perhaps with a priority before it
  /^(?:<(?<priority>\d{1,3})>)?(?<time>[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d) (?<host>[\w.:-]{1,255}) (?<program>[\w./@+-]{1,128})(?:\[(?<pid>\d{1,10})\])?: /,
  // `Jan 15 12:00:00 shop[4711]: `, as the journal is shown without the host
  /^(?<time>[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d) (?<program>[\w./@+-]{1,128})\[(?<pid>\d{1,10})\]: /,
  // `2026-01-15T12:00:00.123456+00:00 web1 shop[4711]: `, as rsyslog writes files
  /^(?:<(?<priority>\d{1,3})>)?(?<time>\d{4}-\d\d-\d\dT[\d:.]{8,18}(?:Z|[+-]\d\d:\d\d)) (?<host>[\w.:-]{1,255}) (?<program>[\w./@+-]{1,128})(?:\[(?<pid>\d{1,10})\])?: /,
  // RFC 5424 without structured data
  /^<(?<priority>\d{1,3})>1 (?<time>\d{4}-\d\d-\d\dT[\d:.]{8,18}(?:Z|[+-]\d\d:\d\d)) (?<host>\S{1,255}) (?<program>\S{1,48}) (?<pid>\S{1,128}) (?<message_id>\S{1,32}) - (?:\ufeff)?/,
  // Heroku's logs: `2026-01-15T12:00:00.123456+00:00 app[web.1]: `
  /^(?<time>\d{4}-\d\d-\d\dT[\d:.]{8,18}(?:Z|[+-]\d\d:\d\d)) (?<program>heroku|app)\[(?<pid>[\w.-]{1,64})\]: /,
];
const maxHeadingLength = 640;

/** Takes the heading of a syslog daemon off; undefined where there is none. */
export function syslogLine(line: string, context: EventContext): SyslogLine | undefined {
  if (!mayBegin(line)) return undefined;
  const head = line.slice(0, maxHeadingLength);
  for (const heading of headings) {
    const match = heading.exec(head);
    if (match?.groups === undefined) continue;
    const { time: originalTime = '', ...said } = match.groups;
    const time = timeOf(originalTime, context);
    if (Number.isNaN(time)) continue;
    const fields: Record<string, string> = {};
    for (const [name, value] of Object.entries(said)) if (value !== undefined && value !== '-') fields[name] = value;
    const timezoneOffset = offsetMinutes(originalTime);
    const provider = fields['program'];
    const wrapping = { line, time, timezoneOffset, originalTime, name: 'syslog', fields, provider };
    return { wrapping, content: line.slice(match[0].length) };
  }
  return undefined;
}

const program =
  /^(?:(?<host>[\w.-]{1,255}) )?(?<program>[\w./-]{1,64})(?:\[(?<pid>\d{1,10})\])?: (?=[\da-fA-F:.]{3,45} )/;

/** Takes what is left of such a heading off that has lost its time, before an address: `web1 nginx: 203.0.113.7 - - […`. */
export function programLine(line: string): SyslogLine | undefined {
  const match = program.exec(line.slice(0, maxHeadingLength));
  if (match?.groups === undefined) return undefined;
  const fields = Object.fromEntries(Object.entries(match.groups).filter(([, value]) => value !== undefined));
  const wrapping = { line, name: 'syslog', fields, provider: fields['program'] };
  return { wrapping, content: line.slice(match[0].length) };
}

/** Settles most lines by one character. */
function mayBegin(line: string): boolean {
  return line.charCodeAt(0) === 60 || line.charCodeAt(3) === 32 || line.charCodeAt(10) === 84;
}

function timeOf(text: string, { config, receivedAt }: EventContext): number {
  const month = monthNumber(text.slice(0, 3));
  if (month === undefined) return isoTime(text, config.zone);
  const day = text.charCodeAt(4) === 32 ? Number(text.charAt(5)) : twoDigits(text, 4);
  const clock = clockTime(twoDigits(text, 7), twoDigits(text, 10), twoDigits(text, 13));
  return lastBefore({ month, day, clock }, receivedAt, config.zone);
}
