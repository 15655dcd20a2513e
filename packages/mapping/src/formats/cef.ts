import { type Fields, maxFields, setField, type TextReader } from './fields.ts';

const cefHeader = ['device_vendor', 'device_product', 'device_version', 'signature_id', 'name', 'severity'];
const leefHeader = ['device_vendor', 'device_product', 'device_version', 'event_id'];

/**
 * Reads CEF: the header's fields under the names above, those of the extension under `extension`. What stands before
 * `CEF:` (a syslog header) is kept under `prefix`.
 */
export const readCef: TextReader = (text) => {
  const start = text.indexOf('CEF:');
  if (start === -1) return undefined;
  const header = readHeader(text, start + 4, cefHeader.length + 1);
  if (header === undefined) return undefined;
  const fields = headFields(text, start, header.values, cefHeader);
  setField(fields, 'extension', readExtension(text.slice(header.end)));
  return fields;
};

/** Reads LEEF 1.0 and 2.0, as `readCef` does CEF. */
export const readLeef: TextReader = (text) => {
  const start = text.indexOf('LEEF:');
  if (start === -1) return undefined;
  const header = readHeader(text, start + 5, leefHeader.length + 1);
  if (header === undefined) return undefined;
  const fields = headFields(text, start, header.values, leefHeader);
  const { delimiter, begin } = leefDelimiter(text, header);
  setField(fields, 'extension', readDelimited(text.slice(begin), delimiter));
  return fields;
};

interface Header {
  readonly values: readonly string[];
  /** Where the text goes on. */
  readonly end: number;
}

/** `count` values that each end with a `|`; a backslash escapes that sign and itself. */
function readHeader(text: string, start: number, count: number): Header | undefined {
  const values: string[] = [];
  let value = '';
  let index = start;
  for (; index < text.length && values.length < count; index++) {
    const sign = text[index]!;
    if (sign === '\\' && (text[index + 1] === '\\' || text[index + 1] === '|')) value += text[++index];
    else if (sign === '|') {
      values.push(value);
      value = '';
    } else value += sign;
  }
  return values.length === count ? { values, end: index } : undefined;
}

function headFields(text: string, start: number, values: readonly string[], names: readonly string[]): Fields {
  const fields: Fields = {};
  const prefix = text.slice(0, start).trim();
  if (prefix !== '') setField(fields, 'prefix', prefix);
  setField(fields, 'version', values[0]!.trim());
  for (const [index, name] of names.entries()) setField(fields, name, values[index + 1]);
  return fields;
}

const extensionKey = /(?:^|[ ])([A-Za-z0-9_.[\]-]{1,200})=/g;

/** `name=value with blanks other=…`: a value ends where the next name begins. */
function readExtension(text: string): Fields {
  const fields: Fields = {};
  const keys: { name: string; start: number; value: number }[] = [];
  for (const match of text.matchAll(extensionKey)) {
    if (keys.length >= maxFields) break;
    keys.push({ name: match[1]!, start: match.index, value: match.index + match[0].length });
  }
  const rest = text.slice(0, keys[0]?.start ?? text.length).trim();
  if (rest !== '') setField(fields, '_rest', rest);
  for (const [index, { name, value }] of keys.entries())
    setField(fields, name, unescapeCef(text.slice(value, keys[index + 1]?.start ?? text.length).trim()));
  return fields;
}

/**
 * A backslash escapes itself, `=` and `|`, and makes `n` and `r` the end of a line. Before any other sign it stands for
 * itself, and so do the others of that value: its writer escapes none, as in `C:\Temp\new.exe`. A name of a domain in
 * capitals or of a drive is one too: `EXAMPLE\nancy`.
 */
function unescapeCef(text: string): string {
  if (!text.includes('\\')) return text;
  const isEscaped = [...text.matchAll(/\\([^]?)/g)].every(([, sign = '']) => escapes.has(sign));
  const isName = /^(?:[A-Z0-9._-]{1,64}|[A-Za-z]:)\\[nr][^\s\\]*$/.test(text);
  if (!isEscaped || isName) return text.replaceAll('\\=', '=');
  return text.replaceAll(/\\([^])/g, (_, sign: string) => escapes.get(sign) ?? sign);
}

const escapes: ReadonlyMap<string, string> = new Map([
  ['\\', '\\'],
  ['=', '='],
  ['|', '|'],
  ['n', '\n'],
  ['r', '\r'],
]);

function leefDelimiter(text: string, { values, end }: Header): { delimiter: string; begin: number } {
  const close = values[0]?.trim() === '2.0' ? text.indexOf('|', end) : -1;
  if (close === -1 || close - end > 6) return { delimiter: '\t', begin: end };
  const said = text.slice(end, close);
  const hex = /^(?:0?x|\\x)([0-9A-Fa-f]{1,4})$/.exec(said);
  if (hex !== null) return { delimiter: String.fromCharCode(Number.parseInt(hex[1]!, 16)), begin: close + 1 };
  return said.length <= 1
    ? { delimiter: said === '' ? '\t' : said, begin: close + 1 }
    : { delimiter: '\t', begin: end };
}

function readDelimited(text: string, delimiter: string): Fields {
  const fields: Fields = {};
  const rest: string[] = [];
  for (const [index, piece] of text.split(delimiter).entries()) {
    const sign = piece.indexOf('=');
    if (sign < 1 || index >= maxFields) {
      if (piece.trim() !== '') rest.push(piece);
    } else setField(fields, piece.slice(0, sign).trim(), piece.slice(sign + 1));
  }
  if (rest.length > 0) setField(fields, '_rest', rest.join(delimiter));
  return fields;
}
