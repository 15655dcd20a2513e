import { noFacts, type Facts } from '../../events/facts.ts';
import { severityOfName } from '../../events/severity.ts';
import { civilTime, clockTime, isDigit } from '../../time/iso.ts';
import { leadingTime, type ZonedTime } from '../../time/leading-time.ts';
import { lastBefore } from '../../time/yearless.ts';
import { instantOf } from '../../time/zone.ts';
import type { EventContext } from '../../events/metadata.ts';
import { readBracketed, readDated } from './dated-layouts.ts';
import { readLog4jXml } from './log4j-xml.ts';
import { headingAfterTime, headingOfRuby, headingWithoutTime, type Heading } from './layouts.ts';

/** A level stands among so many first words after the time. */
const wordsWithLevel = 6;
const maxPrefixLength = 256;

/** What a line of text says at its beginning, and where its message begins. */
export interface ReadText {
  readonly facts: Facts;
  /** Absent where the line has none of the known headings: then all of it is the message. */
  readonly messageAt?: number;
  readonly fields?: Readonly<Record<string, string>> | undefined;
}

const ruby = /^[DIWEFA], \[/;

/**
 * What a line of text says at its beginning: a time (`2026-01-15 12:00:00,123`, `[2026-01-15T12:00:00Z]`,
 * `2026/01/15 12:00:00`, `Thu Jan 15 12:00:00 2026` and others) and after it a level (`INFO`, `[error]`), in the usual
 * layouts of loggers a thread and the logger's name too.
 */
export function readText(line: string, context: EventContext): ReadText {
  const facts = noFacts();
  const klog = isDigit(line.charCodeAt(1)) ? klogHeading.exec(line.slice(0, maxPrefixLength)) : null;
  if (klog !== null) return readKlog(facts, klog, context);
  if (line.charCodeAt(0) === 60) return readXml(line);
  const dated = readDated(line, context);
  if (dated !== undefined) return dated;
  const start = line.charCodeAt(0) === 91 ? 1 : ruby.test(line) ? 4 : 0;
  const leading = leadingTime(line, start, { zone: context.config.zone, receivedAt: context.receivedAt });
  if (leading === undefined) return readUndated(line, context);
  addTime(facts, line.slice(start, leading.end), leading);
  const after = line.slice(leading.end);
  const heading = start === 4 ? headingOfRuby(facts, after) : headingAfterTime(facts, after);
  if (facts.severityId === undefined) addLevel(facts, after.slice(0, maxPrefixLength));
  return { facts, ...bodyAt(leading.end, heading) };
}

function readXml(line: string): ReadText {
  return readLog4jXml(line) ?? { facts: noFacts() };
}

/** A line without a time before its message; one in brackets may stand further on. */
function readUndated(line: string, context: EventContext): ReadText {
  const facts = noFacts();
  const heading = headingWithoutTime(facts, line);
  if (heading !== undefined) return { facts, ...bodyAt(0, heading) };
  return readBracketed(line, 1, context) ?? { facts };
}

/** klog: `E0115 12:00:00.123456   12345 server.go:155] `; newer glog: `E20260115 12:00:00.123456 12345 server.cc:155] `. */
const klogHeading =
  /^([IWEF])(20\d\d)?(\d\d)(\d\d) (\d\d):(\d\d):(\d\d)\.(\d{3})\d{3} {1,7}(\d{1,10}) ([\w./-]{1,128}:\d{1,7})\] /;
const klogLevels: Readonly<Record<string, string>> = { I: 'INFO', W: 'WARNING', E: 'ERROR', F: 'FATAL' };

function readKlog(facts: Facts, match: RegExpExecArray, { config, receivedAt }: EventContext): ReadText {
  const [heading, letter = '', ...numbers] = match;
  const [year = 0, month = 0, day = 0, hours = 0, minutes = 0, seconds = 0, ms = 0] = numbers.map(Number);
  const [pid = '', source = ''] = numbers.slice(7);
  const clock = clockTime(hours, minutes, seconds) + ms;
  const isYearless = numbers[0] === undefined;
  const time = isYearless
    ? lastBefore({ month, day, clock }, receivedAt, config.zone)
    : instantOf(civilTime(year, month, day) + clock, config.zone);
  if (!Number.isNaN(time)) facts.time = time;
  facts.originalTime = heading.slice(0, klogTimeLength + (isYearless ? 0 : 4));
  facts.level = klogLevels[letter];
  facts.severityId = severityOfName(facts.level ?? '');
  return { facts, messageAt: heading.length, fields: { pid, source } };
}

/** Length of `E0115 12:00:00.123456`. */
const klogTimeLength = 21;

function bodyAt(from: number, heading: Heading | undefined): Omit<ReadText, 'facts'> {
  if (heading === undefined) return {};
  const { fields, length } = heading;
  return { messageAt: from + length, fields: Object.keys(fields).length === 0 ? undefined : fields };
}

function addTime(facts: Facts, text: string, { time, offset }: ZonedTime): void {
  facts.originalTime = text;
  if (Number.isNaN(time)) return;
  facts.time = time;
  facts.timezoneOffset = offset;
}

const levelWord = /^(?:[[(<]([A-Za-z]{3,13})[\])>]:?|((?!HTTP$)[A-Z]{3,13}):?)$/;

function addLevel(facts: Facts, prefix: string): void {
  const words = prefix
    .replaceAll('\t', ' ')
    .split(' ', wordsWithLevel + 2)
    .filter((word) => word !== '' && word !== ']');
  for (const word of words.slice(0, wordsWithLevel)) {
    const match = levelWord.exec(word);
    const level = match?.[1] ?? match?.[2];
    const severityId = level === undefined ? undefined : severityOfName(level);
    if (severityId === undefined) continue;
    facts.level = level;
    facts.severityId = severityId;
    return;
  }
}
