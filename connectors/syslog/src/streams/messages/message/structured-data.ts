import type { StructuredData } from './message.ts';

const quote = 0x22;
const backslash = 0x5c;
const openBracket = 0x5b;
const closeBracket = 0x5d;
const space = 0x20;

interface Scanned<Value> {
  readonly value: Value;
  readonly end: number;
}

/**
 * The elements `[id name="value" …]…` that begin at `at` (RFC 5424, 6.3). Undefined where they break the grammar: the
 * text is then all message. Objects have no prototype, so that any name is an ordinary key.
 */
export function scanStructuredData(text: string, at: number): Scanned<StructuredData> | undefined {
  const elements: Record<string, Record<string, string>> = Object.create(null);
  let next = at;
  while (text.charCodeAt(next) === openBracket) {
    const idEnd = nameEnd(text, next + 1);
    if (idEnd === next + 1) return undefined;
    const id = text.slice(next + 1, idEnd);
    const parameters = (elements[id] ??= Object.create(null));
    const end = scanParameters(text, idEnd, parameters);
    if (end === undefined) return undefined;
    next = end;
  }
  return next === at ? undefined : { value: elements, end: next };
}

/** Reads ` name="value"` up to the closing bracket; gives the place behind it. */
function scanParameters(text: string, at: number, parameters: Record<string, string>): number | undefined {
  let next = at;
  for (;;) {
    while (text.charCodeAt(next) === space) next += 1;
    if (text.charCodeAt(next) === closeBracket) return next + 1;
    const end = nameEnd(text, next);
    if (end === next || text.charCodeAt(end) !== 0x3d || text.charCodeAt(end + 1) !== quote) return undefined;
    const value = scanValue(text, end + 2);
    if (value === undefined) return undefined;
    const name = text.slice(next, end);
    const before = parameters[name];
    parameters[name] = before === undefined ? value.value : `${before},${value.value}`;
    next = value.end;
  }
}

/** A value up to its closing quote; `\"`, `\\` and `\]` stand for the second character, other backslashes for themselves. */
function scanValue(text: string, at: number): Scanned<string> | undefined {
  let end = text.indexOf('"', at);
  while (isEscaped(text, end)) end = text.indexOf('"', end + 1);
  if (end === -1) return undefined;
  return { value: text.slice(at, end).replaceAll(/\\(["\\\]])/g, '$1'), end: end + 1 };
}

/** Whether an odd number of backslashes stands before. */
function isEscaped(text: string, at: number): boolean {
  let isOdd = false;
  for (let before = at - 1; text.charCodeAt(before) === backslash; before -= 1) isOdd = !isOdd;
  return isOdd;
}

/** Where a name of printable characters without `=`, space, `]` and `"` ends. */
function nameEnd(text: string, at: number): number {
  let end = at;
  for (;;) {
    const code = text.charCodeAt(end);
    if (!(code > space && code < 0x7f) || code === 0x3d || code === closeBracket || code === quote) return end;
    end += 1;
  }
}
