import { commonLogTimeLength, isCommonLogTime } from '../../time/common-log.ts';

/** The fields of one line, still escaped as the server wrote them. `-` stands for nothing, as in the line. */
export interface AccessLogLine {
  /** Virtual host that some formats put first. */
  readonly virtualHost: string | undefined;
  readonly client: string;
  readonly ident: string;
  readonly user: string;
  /** Position of the time text in the line. */
  readonly timeAt: number;
  readonly request: string;
  readonly status: string;
  readonly bytes: string;
  /** Absent in the common format. */
  readonly referrer: string | undefined;
  readonly userAgent: string | undefined;
  /** What further fields a format of one's own puts at the end. */
  readonly rest: string;
}

/**
 * Takes a line of the common or combined log format apart (Apache, nginx and what imitates them), with a virtual host
 * before and fields after it. Undefined where it is none. One pass, whatever the line holds.
 */
export function parseAccessLog(line: string): AccessLogLine | undefined {
  const bracket = timeBracket(line);
  if (bracket === -1) return undefined;
  const before = splitPrefix(line.slice(0, bracket - 1));
  if (before === undefined) return undefined;
  const requestAt = bracket + commonLogTimeLength + 3;
  if (line.charCodeAt(requestAt) !== quote) return undefined;
  const requestEnd = closingQuote(line, requestAt + 1);
  if (requestEnd === -1) return undefined;
  const status = tokenAt(line, requestEnd + 2);
  const bytes = tokenAt(line, requestEnd + 3 + status.length);
  if (!isStatus(status) || !isCountOrDash(bytes)) return undefined;
  const after = requestEnd + 3 + status.length + bytes.length;
  return {
    ...before,
    timeAt: bracket + 1,
    request: line.slice(requestAt + 1, requestEnd),
    status,
    bytes,
    ...parseTail(line, after),
  };
}

const quote = 34;
const backslash = 92;

/** The bracket that opens the time: the first ` [` before a text with its separators. */
function timeBracket(line: string): number {
  let at = line.indexOf(' [');
  for (let tries = 0; at !== -1 && tries < 8; tries++) {
    if (isCommonLogTime(line, at + 1)) return at + 1;
    at = line.indexOf(' [', at + 1);
  }
  return -1;
}

/** `host ident user`, or `virtual-host host ident user`; a user may hold blanks. */
function splitPrefix(prefix: string): Pick<AccessLogLine, 'virtualHost' | 'client' | 'ident' | 'user'> | undefined {
  const first = prefix.indexOf(' ');
  const second = prefix.indexOf(' ', first + 1);
  if (first <= 0 || second === -1) return undefined;
  const third = prefix.indexOf(' ', second + 1);
  const secondToken = prefix.slice(first + 1, second);
  if (third !== -1 && prefix.charCodeAt(second + 1) === 45 && third === second + 2 && secondToken !== '-') {
    const virtualHost = prefix.slice(0, first);
    return { virtualHost, client: secondToken, ident: '-', user: prefix.slice(third + 1) };
  }
  return { virtualHost: undefined, client: prefix.slice(0, first), ident: secondToken, user: prefix.slice(second + 1) };
}

/** Position of the quote that ends a quoted field; a backslash takes the next character along. */
function closingQuote(line: string, from: number): number {
  let end = line.indexOf('"', from);
  while (end !== -1 && isEscaped(line, end)) end = line.indexOf('"', end + 1);
  return end;
}

/** The quote that opens the field is no backslash, so the search ends there. */
function isEscaped(line: string, at: number): boolean {
  let backslashes = 0;
  while (line.charCodeAt(at - 1 - backslashes) === backslash) backslashes += 1;
  return backslashes % 2 === 1;
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

function parseTail(line: string, from: number): Pick<AccessLogLine, 'referrer' | 'userAgent' | 'rest'> {
  const nothing = { referrer: undefined, userAgent: undefined, rest: line.slice(from + 1) };
  if (line.charCodeAt(from + 1) !== quote) return nothing;
  const referrerEnd = closingQuote(line, from + 2);
  if (referrerEnd === -1 || line.charCodeAt(referrerEnd + 2) !== quote) return nothing;
  const agentEnd = closingQuote(line, referrerEnd + 3);
  if (agentEnd === -1) return nothing;
  return {
    referrer: line.slice(from + 2, referrerEnd),
    userAgent: line.slice(referrerEnd + 3, agentEnd),
    rest: line.slice(agentEnd + 2),
  };
}
