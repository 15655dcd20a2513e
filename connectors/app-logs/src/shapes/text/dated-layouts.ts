import { noFacts, type Facts } from '../../events/facts.ts';
import type { EventContext } from '../../events/metadata.ts';
import { severityOfName } from '../../events/severity.ts';
import { bracketedTime, bracketedTimeEnd } from '../../time/common-log.ts';
import { civilTime, clockTime, isDigit, isoTime, offsetMinutes } from '../../time/iso.ts';
import { monthNumber } from '../../time/month.ts';
import { hourOf } from '../../time/written-times.ts';
import { lastBefore } from '../../time/yearless.ts';
import { instantOf, isUtc, utc } from '../../time/zone.ts';

/** What a line says before its message. */
export interface DatedHeading {
  readonly facts: Facts;
  /** Absent where all of the line is the message. */
  readonly messageAt?: number;
  readonly fields?: Readonly<Record<string, string>> | undefined;
}

interface DatedLayout {
  readonly pattern: RegExp;
  /** The level that the pattern's `level` stands for, where that is no level's name. */
  readonly levels?: Readonly<Record<string, string>>;
}

/** Layouts whose time has a form that nothing else writes, with all that stands before the message. */
const layouts: readonly DatedLayout[] = [
  // Spark and Hadoop: `26/01/15 12:00:00 INFO SparkContext: `
  {
    pattern:
      /^(?<time>(?<year>\d\d)\/(?<month>\d\d)\/(?<day>\d\d) (?<hours>\d\d):(?<minutes>\d\d):(?<seconds>\d\d)) (?<level>TRACE|DEBUG|INFO|WARN|ERROR|FATAL) (?<logger>[\w.$/-]{1,200}): /,
  },
  // HDFS of old: `260115 120000 143 INFO dfs.DataNode$DataXceiver: `
  {
    pattern:
      /^(?<time>(?<year>\d\d)(?<month>\d\d)(?<day>\d\d) (?<hours>\d\d)(?<minutes>\d\d)(?<seconds>\d\d)) (?<thread>\d{1,10}) (?<level>TRACE|DEBUG|INFO|WARN|ERROR|FATAL) (?<logger>[\w.$/-]{1,200}): /,
  },
  // MySQL and MariaDB, which put a blank for the first digit of an hour: `2026-01-15  8:00:00 12 [Warning] `; up to 5.5 `260115  8:00:00 [Warning] `
  {
    pattern:
      /^(?<time>(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)  (?<hours>\d):(?<minutes>\d\d):(?<seconds>\d\d)) (?<thread>\d{1,20}) \[(?<level>Note|Warning|ERROR)\] /,
    levels: { Note: 'info' },
  },
  {
    pattern:
      /^(?<time>(?<year>\d\d)(?<month>\d\d)(?<day>\d\d) (?: (?=\d:))?(?<hours>\d{1,2}):(?<minutes>\d\d):(?<seconds>\d\d)) \[(?<level>Note|Warning|ERROR)\] /,
    levels: { Note: 'info' },
  },
  // Redis and Valkey: `1234:M 15 Jan 2026 12:00:00.123 * `
  {
    pattern:
      /^(?<pid>\d{1,10}):(?<role>[XCSM]) (?<time>(?<day>\d\d) (?<month>[A-Z][a-z]{2}) (?<year>\d{4}) (?<hours>\d\d):(?<minutes>\d\d):(?<seconds>\d\d)\.(?<ms>\d{3})) (?<level>[.*#-]) /,
    levels: { '.': 'debug', '-': 'verbose', '*': 'notice', '#': 'warning' },
  },
];

/** Tornado, as Jupyter has it: `[I 2026-01-15 12:00:00.123 ServerApp] `, `[W 260115 12:00:00 web:2246] `. */
const tornado: DatedLayout = {
  pattern:
    /^\[(?<level>[DIWEC]) (?<time>(?<year>\d\d(?:\d\d)?)-?(?<month>\d\d)-?(?<day>\d\d) (?<hours>\d\d):(?<minutes>\d\d):(?<seconds>\d\d)(?:\.(?<ms>\d{3}))?) (?:(?<logger>\w{1,60})(?=[ \]]))? ?(?<source>[\w.]{1,60}:\d{1,6})?\] /,
  levels: { D: 'debug', I: 'info', W: 'warning', E: 'error', C: 'critical' },
};

/** NestJS: `[Nest] 4711  - 01/15/2026, 12:00:00 PM     LOG [NestFactory] `. */
const nest: DatedLayout = {
  pattern:
    /^\[Nest\] (?<pid>\d{1,10}) {1,4}- (?<time>(?<month>\d\d)\/(?<day>\d\d)\/(?<year>\d{4}), (?<hours>\d{1,2}):(?<minutes>\d\d):(?<seconds>\d\d)[ \u202f](?<half>AM|PM)) {1,8}(?<level>LOG|ERROR|WARN|DEBUG|VERBOSE|FATAL) (?:\[(?<logger>[^\][]{1,100})\] )?/,
  levels: { LOG: 'info' },
};

/** Asterisk: `[Jan 15 12:00:00] NOTICE[4711][C-0000001a]: chan_sip.c:28468 handle_request_register: `. */
const asterisk: DatedLayout = {
  pattern:
    /^\[(?<time>(?<month>[A-Z][a-z]{2}) (?<day>[ \d]\d) (?<hours>\d\d):(?<minutes>\d\d):(?<seconds>\d\d)(?:\.(?<ms>\d{3})\d{0,3})?)\] (?<level>DEBUG|VERBOSE|NOTICE|WARNING|ERROR|SECURITY)\[(?<pid>\d{1,10})\](?:\[(?<session>[\w-]{1,20})\])?:? (?<source>[\w/]{1,100}\.c(?::\d{1,6})?)(?: (?:in )?\w{1,64})?: /,
  levels: { SECURITY: 'info' },
};

/** NATS: `[1] 2026/01/15 12:00:00.123456 [INF] `. */
const nats: DatedLayout = {
  pattern:
    /^\[(?<pid>\d{1,10})\] (?<time>(?<year>\d{4})\/(?<month>\d\d)\/(?<day>\d\d) (?<hours>\d\d):(?<minutes>\d\d):(?<seconds>\d\d)(?:\.(?<ms>\d{3})\d{3})?) \[(?<level>INF|WRN|ERR|FTL|DBG|TRC)\] /,
};

/** Roundcube: `[15-Jan-2026 12:00:00 +0100]: <3f2a> `. */
const roundcube: DatedLayout = {
  pattern:
    /^\[(?<time>(?<day>\d\d)-(?<month>[A-Z][a-z]{2})-(?<year>\d{4}) (?<hours>\d\d):(?<minutes>\d\d):(?<seconds>\d\d)(?:\.(?<ms>\d{3})\d{3})? (?<offset>[+-]\d{4}))\]: (?:<(?<session>\w{1,64})> )?/,
};

/** PHP and its FPM: `[15-Jan-2026 12:00:00 UTC] PHP Warning:  `, `[15-Jan-2026 12:00:00] NOTICE: `. */
const php: DatedLayout = {
  pattern:
    /^\[(?<time>(?<day>\d\d)-(?<month>[A-Z][a-z]{2})-(?<year>\d{4}) (?<hours>\d\d):(?<minutes>\d\d):(?<seconds>\d\d)(?:\.(?<ms>\d{3})\d{3})?(?: (?<zone>[A-Z][\w/+-]{2,40}))?)\] (?:PHP )?(?<level>Fatal error|Parse error|Recoverable fatal error|Warning|Notice|Deprecated|ALERT|ERROR|WARNING|NOTICE|DEBUG): {1,2}/,
  levels: {
    'Fatal error': 'error',
    'Parse error': 'error',
    'Recoverable fatal error': 'error',
    Deprecated: 'notice',
  },
};

const maxHeadingLength = 512;

/** What the heading of one of these layouts says; undefined where the line has none of them. */
export function readDated(line: string, context: EventContext): DatedHeading | undefined {
  const first = line.charCodeAt(0);
  if (first === 91)
    return (
      readBracketed(line, 0, context) ??
      readLayout(line, [tornado, nest, nats, asterisk, roundcube, php], context) ??
      readLevelFirst(line, context)
    );
  return isDigit(first) ? readLayout(line, layouts, context) : readLevelFirst(line, context);
}

function readLayout(line: string, known: readonly DatedLayout[], context: EventContext): DatedHeading | undefined {
  const head = line.slice(0, maxHeadingLength);
  for (const { pattern, levels } of known) {
    const match = pattern.exec(head);
    if (match?.groups !== undefined) return headingOf(match[0].length, match.groups, levels, context);
  }
  return undefined;
}

/** The level before the time: `INFO  2026-01-15 12:00:00,123 [main] `, `[INFO] 2026-01-15T12:00:00Z `, CouchDB's `[info] 2026-…Z `, Cassandra's `INFO  [main] 2026-01-15 …`. */
const levelFirst =
  /^\[?(?<level>TRACE|DEBUG|INFO|WARN|WARNING|ERROR|FATAL|CRITICAL|(?<=\[)(?:debug|info|notice|warn|warning|error|critical|alert|emergency)(?=\]))\]?:? {1,4}(?:\[(?<thread>[^\][]{1,200})\] )?[[(]?(?<time>\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?)(?=[\]) ,:])/;

/** The message of such a line is all of it: what follows the time is written in many ways. */
function readLevelFirst(line: string, { config }: EventContext): DatedHeading | undefined {
  const {
    level = '',
    thread,
    time: originalTime = '',
  } = levelFirst.exec(line.slice(0, maxHeadingLength))?.groups ?? {};
  const time = originalTime === '' ? Number.NaN : isoTime(originalTime, config.zone);
  if (Number.isNaN(time)) return undefined;
  const said = {
    time,
    timezoneOffset: offsetMinutes(originalTime),
    originalTime,
    level,
    severityId: severityOfName(level),
  };
  return { facts: Object.assign(noFacts(), said), fields: thread === undefined ? undefined : { thread } };
}

type Groups = Readonly<Record<string, string | undefined>>;

function headingOf(
  messageAt: number,
  groups: Groups,
  levels: DatedLayout['levels'],
  context: EventContext,
): DatedHeading | undefined {
  const written = timeOf(groups, context);
  if (Number.isNaN(written)) return undefined;
  const { level, logger, pid, role, thread, source, session, zone, offset } = groups;
  const time = zone === undefined ? written : timeInNamedZone(groups, zone, context);
  const timezoneOffset = offset === undefined ? undefined : offsetMinutes(groups['time'] ?? '');
  const said = { time, timezoneOffset, originalTime: groups['time'], logger };
  const fields: Record<string, string> = {};
  for (const [name, value] of Object.entries({ pid, role, thread, source, session }))
    if (value !== undefined) fields[name] = value;
  return {
    facts: Object.assign(noFacts(), said, level === undefined ? {} : levelNamed(levels?.[level] ?? level)),
    messageAt,
    fields: Object.keys(fields).length === 0 ? undefined : fields,
  };
}

function levelNamed(level: string): Pick<Facts, 'level' | 'severityId'> {
  return { level, severityId: severityOfName(level) };
}

function timeOf(
  { year, month = '', day, hours, half, minutes, seconds, ms = '', offset }: Groups,
  context: EventContext,
): number {
  const named = monthNumber(month) ?? Number(month);
  const hour = half === undefined ? Number(hours) : hourOf(Number(hours), half);
  const clock = clockTime(hour, Number(minutes), Number(seconds)) + Number(ms);
  if (year === undefined)
    return lastBefore({ month: named, day: Number(day), clock }, context.receivedAt, context.config.zone);
  const written = Number(year);
  const civil = civilTime(year.length === 2 ? 2000 + written : written, named, Number(day));
  if (offset !== undefined) return civil + clock - (offsetMinutes(`${zeroTime}${offset}`) ?? Number.NaN) * 60_000;
  return instantOf(civil + clock, context.config.zone);
}

/** An offset is read behind a time. */
const zeroTime = '1970-01-01T00:00:00';

/** PHP names the zone that it is set to: UTC, or a place, which is that of the configuration where that is one. */
function timeInNamedZone(groups: Groups, zone: string, context: EventContext): number | undefined {
  const isPlace = zone !== 'UTC' && zone !== 'GMT';
  if (isPlace && isUtc(context.config.zone)) return undefined;
  return timeOf(groups, isPlace ? context : { ...context, config: { ...context.config, zone: utc } });
}

/** Brackets are looked for among so many characters. */
const maxBefore = 256;

/** The time of an access log in brackets, at the beginning or further on: in lines of which nothing else is known. */
export function readBracketed(line: string, from: number, { config }: EventContext): DatedHeading | undefined {
  const at = from === 0 ? 0 : line.indexOf(' [', from) + 1;
  if (at > maxBefore) return undefined;
  const end = bracketedTimeEnd(line, at);
  // ISO 8601 in brackets is read by what stands after it.
  if (end === -1 || line.charCodeAt(at + 3) !== 47) return undefined;
  const originalTime = line.slice(at + 1, end);
  const { time, timezoneOffset } = bracketedTime(originalTime, config.zone);
  if (Number.isNaN(time)) return undefined;
  const facts = Object.assign(noFacts(), { time, timezoneOffset, originalTime });
  const level = from === 0 ? /^\] \[(?:\w{1,32}:)?([A-Za-z]{4,8})\] /.exec(line.slice(end, end + 64))?.[1] : undefined;
  const severityId = level === undefined ? undefined : severityOfName(level);
  if (severityId !== undefined) Object.assign(facts, { level, severityId });
  return { facts };
}
