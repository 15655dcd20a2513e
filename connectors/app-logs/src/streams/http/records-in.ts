import { Refusal } from '../../http/body.ts';

const lineFeed = 0x0a;
const [quote, backslash, comma] = [0x22, 0x5c, 0x2c];
const [openBracket, closeBracket, openBrace, closeBrace] = [0x5b, 0x5d, 0x7b, 0x7d];

/**
 * The records of a body: the elements of a JSON array, or its lines, which are JSON or any text. Bytes stay as they were
 * sent. Throws a `Refusal` for an array that has no end.
 */
export function recordsIn(body: Buffer): readonly Uint8Array[] {
  const start = firstNonBlank(body, 0);
  return body[start] === openBracket ? elementsOf(body, start) : linesOf(body);
}

function linesOf(body: Buffer): readonly Uint8Array[] {
  const lines: Uint8Array[] = [];
  for (let start = 0; start < body.length;) {
    const feed = body.indexOf(lineFeed, start);
    const end = feed === -1 ? body.length : feed;
    const line = trimmed(body, start, end);
    if (line.length > 0) lines.push(line);
    start = end + 1;
  }
  return lines;
}

/** Looks at brackets and strings only: whether an element is JSON is for whoever parses it. */
function elementsOf(body: Buffer, open: number): readonly Uint8Array[] {
  const elements: Uint8Array[] = [];
  let depth = 0;
  let from = open + 1;
  for (let at = open + 1; at < body.length; at++) {
    const byte = body[at];
    if (byte === quote) at = endOfString(body, at);
    else if (byte === openBrace || byte === openBracket) depth++;
    else if (depth > 0) depth -= byte === closeBrace || byte === closeBracket ? 1 : 0;
    else if (byte === comma || byte === closeBracket) {
      const element = trimmed(body, from, at);
      if (element.length > 0) elements.push(element);
      if (byte === closeBracket) return whole(body, at, elements);
      from = at + 1;
    }
  }
  throw new Refusal(400, 'is a JSON array without an end');
}

function whole(body: Buffer, end: number, elements: readonly Uint8Array[]): readonly Uint8Array[] {
  if (firstNonBlank(body, end + 1) === body.length) return elements;
  throw new Refusal(400, 'has something behind its JSON array');
}

function endOfString(body: Buffer, start: number): number {
  let at = start + 1;
  while (at < body.length && body[at] !== quote) at += body[at] === backslash ? 2 : 1;
  return at;
}

function trimmed(body: Buffer, from: number, to: number): Uint8Array {
  const start = firstNonBlank(body, from);
  let end = to;
  while (end > start && (body[end - 1] ?? 0) <= 0x20) end--;
  return body.subarray(Math.min(start, end), end);
}

function firstNonBlank(body: Buffer, from: number): number {
  let at = from;
  while (at < body.length && (body[at] ?? 0) <= 0x20) at++;
  return at;
}
