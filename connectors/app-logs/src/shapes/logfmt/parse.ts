import type { JsonRecord } from '../json/gather.ts';

const maxPairs = 512;
const maxKeyLength = 128;
const [space, tab, quote, backslash, equals, comma] = [32, 9, 34, 92, 61, 44];

/**
 * The fields of a line of logfmt (`level=info msg="stock is low" count=3`), as text. Undefined where anything in the line
 * is no `key=value`, where there are fewer than two of them, or where a key comes twice: prose with an equals sign is
 * none. One pass.
 */
export function parseLogfmt(line: string): JsonRecord | undefined {
  if (!startsPair(line)) return undefined;
  const fields = new Map<string, string>();
  let commas = 0;
  for (let at = 0; at < line.length;) {
    const code = line.charCodeAt(at);
    if (code === space || code === tab) {
      at += 1;
      continue;
    }
    const end = keyEnd(line, at);
    if (end === at || line.charCodeAt(end) !== equals || fields.size === maxPairs) return undefined;
    const key = line.slice(at, end);
    const value = line.charCodeAt(end + 1) === quote ? quoted(line, end + 1) : bare(line, end + 1);
    if (value === undefined || fields.has(key)) return undefined;
    fields.set(key, value.text);
    at = value.end;
    if (line.charCodeAt(at) === comma) at += 1;
    if (line.charCodeAt(at - 1) === comma) commas += 1;
  }
  if (fields.size < 2) return undefined;
  return Object.fromEntries(commas === fields.size - 1 ? withoutCommas(fields) : fields);
}

/** Where each pair but the last ends in a comma, the commas stand between them, as Keycloak writes it. */
function withoutCommas(fields: ReadonlyMap<string, string>): Iterable<[string, string]> {
  const last = [...fields.keys()].at(-1);
  return [...fields].map(([key, text]) => [key, key !== last && text.endsWith(',') ? text.slice(0, -1) : text]);
}

/** Settles most lines that are none at their first word. */
function startsPair(line: string): boolean {
  const end = keyEnd(line, 0);
  return end > 0 && line.charCodeAt(end) === equals;
}

/** Position after letters, digits and `_ . - @ /`; a key is no longer than it may be. */
function keyEnd(line: string, start: number): number {
  let at = start;
  const limit = Math.min(line.length, start + maxKeyLength);
  while (at < limit && isKeyCharacter(line.charCodeAt(at))) at += 1;
  return at;
}

function isKeyCharacter(code: number): boolean {
  if (code >= 97 && code <= 122) return true;
  return (code >= 45 && code <= 57) || (code >= 64 && code <= 90) || code === 95;
}

interface Value {
  readonly text: string;
  readonly end: number;
}

function bare(line: string, start: number): Value {
  let end = start;
  while (end < line.length && line.charCodeAt(end) !== space && line.charCodeAt(end) !== tab) end += 1;
  return { text: line.slice(start, end), end };
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

function quoted(line: string, open: number): Value | undefined {
  let text = '';
  let from = open + 1;
  for (let at = from; at < line.length; at++) {
    const code = line.charCodeAt(at);
    if (code === quote) return endsThere(line, at) ? { text: text + line.slice(from, at), end: at + 1 } : undefined;
    if (code !== backslash) continue;
    const escaped = line.charAt(at + 1);
    text +=
      line.slice(from, at) + (escapes[escaped] ?? (escaped === '"' || escaped === '\\' ? escaped : `\\${escaped}`));
    at += 1;
    from = at + 1;
  }
  return undefined;
}

function endsThere(line: string, closing: number): boolean {
  const next = line.charCodeAt(closing + 1);
  // Keycloak puts a comma after each.
  const isComma = next === comma && line.charCodeAt(closing + 2) === space;
  return Number.isNaN(next) || next === space || next === tab || isComma;
}
