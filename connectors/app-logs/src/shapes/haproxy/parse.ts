import { civilTime, clockTime, twoDigits } from '../../time/iso.ts';
import { monthNumber } from '../../time/month.ts';
import { instantOf, type Zone } from '../../time/zone.ts';

/** A line that HAProxy writes with `option httplog` or `option tcplog`, taken apart. */
export interface HaproxyLine {
  /** What syslog put before it; may be empty. */
  readonly prefix: string;
  readonly client: string;
  readonly time: number;
  readonly originalTime: string;
  readonly frontend: string;
  readonly backend: string;
  readonly server: string;
  /** Ms, as written: five for HTTP, three for TCP. -1 where a step was not reached. */
  readonly timers: readonly number[];
  /** HTTP only; -1 where no answer was given. */
  readonly status: number | undefined;
  readonly bytes: number;
  readonly termination: string;
  readonly connections: string;
  readonly queues: string;
  /** Captured cookies, HTTP only. */
  readonly cookies: readonly string[];
  /** Captured headers, as they stand. */
  readonly captured: string | undefined;
  readonly request: string | undefined;
  /** What a format of one's own, or `option httpslog`, puts behind the request. */
  readonly others?: string | undefined;
}

/** Length of `06/Feb/2009:12:14:14.655`. */
const timeLength = 24;

/** Undefined where the line is none. */
export function parseHaproxy(line: string, zone: Zone): HaproxyLine | undefined {
  const bracket = acceptDate(line);
  if (bracket === undefined) return undefined;
  const quoteAt = line.indexOf(' "', bracket);
  const words = line.slice(bracket + timeLength + 3, quoteAt === -1 ? undefined : quoteAt).split(' ', 64);
  const fields = fieldsOf(words);
  if (fields === undefined) return undefined;
  return {
    ...headOf(line, bracket, zone),
    ...fields,
    ...(quoteAt === -1 || fields.status === undefined ? noRequest : requestOf(line.slice(quoteAt + 2))),
  };
}

type Head = Pick<HaproxyLine, 'prefix' | 'client' | 'time' | 'originalTime'>;

/** What stands up to the time whose bracket opens at `bracket`. */
function headOf(line: string, bracket: number, zone: Zone): Head {
  const clientAt = line.lastIndexOf(' ', bracket - 2) + 1;
  return {
    prefix: line.slice(0, Math.max(0, clientAt - 1)),
    client: line.slice(clientAt, bracket - 1),
    time: timeAt(line, bracket + 1, zone),
    originalTime: line.slice(bracket + 1, bracket + 1 + timeLength),
  };
}

/** Position of the bracket of `[06/Feb/2009:12:14:14.655]`: other access logs have a zone where it has a point. */
function acceptDate(line: string): number | undefined {
  let at = line.indexOf(' [');
  for (let tries = 0; at !== -1 && tries < 8; tries++) {
    const isDate = line.charAt(at + 4) === '/' && line.charAt(at + 8) === '/' && line.charAt(at + 22) === '.';
    if (isDate && line.charAt(at + 26) === ']' && line.charAt(at + 27) === ' ') return at + 1;
    at = line.indexOf(' [', at + 1);
  }
  return undefined;
}

function timeAt(line: string, at: number, zone: Zone): number {
  const year = twoDigits(line, at + 7) * 100 + twoDigits(line, at + 9);
  const day = civilTime(year, monthNumber(line.slice(at + 3, at + 6)) ?? Number.NaN, twoDigits(line, at));
  const clock = clockTime(twoDigits(line, at + 12), twoDigits(line, at + 15), twoDigits(line, at + 18));
  return instantOf(day + clock + Number(line.slice(at + 21, at + 24)), zone);
}

/** A line that HAProxy writes of a connection that came to nothing: `192.0.2.7:51234 [06/Feb/2009:12:14:14.655] web/1: SSL handshake failure`. */
export interface HaproxyFailure extends Head, Pick<HaproxyLine, 'frontend'> {
  readonly bind: string;
  readonly reason: string;
}

const failure = /^(?<frontend>[^\s/:]{1,128})\/(?<bind>[^\s:]{1,128}): (?<reason>\S[^]{0,1023})$/;

/** Undefined where the line is none. */
export function parseHaproxyFailure(line: string, zone: Zone): HaproxyFailure | undefined {
  const bracket = acceptDate(line);
  if (bracket === undefined) return undefined;
  const groups = failure.exec(line.slice(bracket + timeLength + 3, bracket + 2048))?.groups;
  if (groups === undefined) return undefined;
  return {
    ...headOf(line, bracket, zone),
    frontend: groups['frontend'] ?? '',
    bind: groups['bind'] ?? '',
    reason: groups['reason'] ?? '',
  };
}

type Fields = Omit<HaproxyLine, 'prefix' | 'client' | 'time' | 'originalTime' | 'request' | 'others'>;

/** A format of one's own may have one word more before the timers. */
function fieldsOf(words: readonly string[]): Fields | undefined {
  const [frontend = '', target = '', more = '', ...others] = words;
  if (more.includes('/')) return fieldsFrom(frontend, target, more, others);
  const fields = fieldsFrom(frontend, target, others[0] ?? '', others.slice(1));
  if (fields === undefined) return undefined;
  return { ...fields, captured: fields.captured === undefined ? more : `${more} ${fields.captured}` };
}

function fieldsFrom(frontend: string, target: string, timing: string, others: readonly string[]): Fields | undefined {
  const slash = target.indexOf('/');
  const timers = timing.split('/', 6).map(wholeNumber);
  const isHttp = timers.length === 5;
  if (frontend === '' || slash <= 0 || (!isHttp && timers.length !== 3) || timers.some(Number.isNaN)) return undefined;
  const status = isHttp ? others[0] : undefined;
  const [bytes, ...after] = isHttp ? others.slice(1) : others;
  const cookies = isHttp ? after.slice(0, 2) : [];
  const [termination = '', connections = '', queues = '', ...captured] = isHttp ? after.slice(2) : after;
  const counts = { status: status === undefined ? undefined : wholeNumber(status), bytes: wholeNumber(bytes ?? '') };
  const isWhole =
    !Number.isNaN(counts.status) && !Number.isNaN(counts.bytes) && termination.length === (isHttp ? 4 : 2);
  if (!isWhole || connections.split('/', 6).length !== 5) return undefined;
  return {
    frontend,
    backend: target.slice(0, slash),
    server: target.slice(slash + 1),
    timers,
    ...counts,
    termination,
    connections,
    queues,
    cookies,
    captured: captured.length === 0 ? undefined : captured.join(' '),
  };
}

/** `+` stands before what was still going on when the line was written (`option logasap`). */
function wholeNumber(text: string): number {
  return /^[+-]?\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
}

const noRequest = { request: undefined };

/** HAProxy writes a quote within a request otherwise, so the next one ends it; a log that cuts lines loses it. */
function requestOf(text: string): Pick<HaproxyLine, 'request' | 'others'> {
  const end = text.indexOf('"');
  if (end === -1) return { request: text };
  const others = text.slice(end + 1).trim();
  return { request: text.slice(0, end), others: others === '' ? undefined : others };
}
