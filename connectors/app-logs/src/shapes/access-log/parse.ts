import { ipOf } from '../../events/address.ts';
import { bracketedTimeEnd } from '../../time/common-log.ts';
import { splitPrefix, type AccessLogPrefix } from './prefix.ts';
import { parseTail, type AccessLogTail } from './tail.ts';
import { closingQuote } from './quoted.ts';

/** The fields of one line, still escaped as the server wrote them. `-` stands for nothing, as in the line. */
export interface AccessLogLine extends AccessLogPrefix, AccessLogTail {
  /** Position of the time text in the line, and of the bracket behind it. */
  readonly timeAt: number;
  readonly timeEnd: number;
  readonly request: string;
  readonly status: string;
  readonly bytes: string;
}

/**
 * Takes a line of the common or combined log format apart (Apache, nginx and what imitates them), with a virtual host
 * before and fields after it. Undefined where it is none. One pass, whatever the line holds.
 */
export function parseAccessLog(line: string): AccessLogLine | undefined {
  const beginning = clientThenTime(line) ?? timeThenClient(line);
  if (beginning === undefined) return undefined;
  const { before, bracket, timeEnd, host, requestAt } = beginning;
  if (line.charCodeAt(requestAt) !== quote) return undefined;
  const requestEnd = closingQuote(line, requestAt + 1);
  if (requestEnd === -1) return undefined;
  const status = tokenAt(line, requestEnd + 2);
  const bytes = tokenAt(line, requestEnd + 3 + status.length);
  if (!isStatus(status) || !isCountOrDash(bytes)) return undefined;
  const after = requestEnd + 3 + status.length + bytes.length;
  return {
    ...before,
    ...(host === undefined ? {} : { virtualHost: host }),
    timeAt: bracket + 1,
    timeEnd,
    request: line.slice(requestAt + 1, requestEnd),
    status,
    bytes,
    ...parseTail(line, after),
  };
}

const quote = 34;

/** What stands before the request, and where that and the time are. */
interface Beginning {
  readonly before: AccessLogPrefix;
  readonly bracket: number;
  readonly timeEnd: number;
  readonly host?: string | undefined;
  readonly requestAt: number;
}

function clientThenTime(line: string): Beginning | undefined {
  const bracket = timeBracket(line);
  const before = bracket === undefined ? undefined : splitPrefix(line.slice(0, bracket - 1));
  if (bracket === undefined || before === undefined) return undefined;
  const timeEnd = bracketedTimeEnd(line, bracket);
  const host = hostAt(line, timeEnd + 2);
  return { before, bracket, timeEnd, host, requestAt: timeEnd + 2 + (host === undefined ? 0 : host.length + 1) };
}

/** `192.0.2.7`, `192.0.2.7 - alice`: nothing else is read behind a time, where formats of one's own have what they like. */
const clientAlone = /^([\da-fA-F:.]{3,45})(?: - (\S{1,256}))? (?=")/;

function timeThenClient(line: string): Beginning | undefined {
  const timeEnd = bracketedTimeEnd(line, 0);
  if (timeEnd === -1) return undefined;
  const [{ length }, client = '', user = '-'] = clientAlone.exec(line.slice(timeEnd + 2, timeEnd + 320)) ?? [''];
  if (ipOf(client) === undefined) return undefined;
  return { before: { client, ident: '-', user }, bracket: 0, timeEnd, requestAt: timeEnd + 2 + length };
}

const hostThenRequest = /^((?:[a-z0-9_-]{1,63}\.){1,20}[a-z]{2,63}(?::\d{1,5})?) "/i;
const maxHostLength = 270;

/** The virtual host that some formats put between the time and the request. */
function hostAt(line: string, at: number): string | undefined {
  return line.charCodeAt(at) === quote ? undefined : hostThenRequest.exec(line.slice(at, at + maxHostLength))?.[1];
}

/** The bracket that opens the time: the first ` [` before a text with its separators. */
function timeBracket(line: string): number | undefined {
  let at = line.indexOf(' [');
  for (let tries = 0; at !== -1 && tries < 8; tries++) {
    if (bracketedTimeEnd(line, at + 1) !== -1) return at + 1;
    at = line.indexOf(' [', at + 1);
  }
  return undefined;
}

function tokenAt(line: string, from: number): string {
  const end = line.indexOf(' ', from);
  return line.slice(from, end === -1 ? line.length : end);
}

function isStatus(text: string): boolean {
  return text === '-' || (text.length === 3 && isDigits(text));
}

function isCountOrDash(text: string): boolean {
  return text === '-' || (text.length > 0 && text.length <= 15 && isDigits(text));
}

function isDigits(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 48 || code > 57) return false;
  }
  return true;
}
