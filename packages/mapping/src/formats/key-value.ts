import { type Fields, maxFields, setField, type TextReader } from './fields.ts';
import { createKnownNames, type KnownName } from './known-names.ts';

export interface KeyValueOptions {
  /** Between two fields: one character; a blank stands for any number of blanks. */
  readonly separator: string;
  /** Between name and value: one character. */
  readonly assign: string;
}

const quote = 34;
const backslash = 92;

/**
 * Reads `name=value name="a value"`. Words that are no field are kept under `_rest`. Undefined where there is no field
 * at all. Linear in the text.
 */
export function keyValueReader({ separator, assign }: KeyValueOptions): TextReader {
  const between = separator.charCodeAt(0);
  const sign = assign.charCodeAt(0);
  const names = createKnownNames();
  return (text) => {
    const fields: Fields = {};
    const length = text.length;
    let known: KnownName | undefined = names.first;
    let count = 0;
    let rest = '';
    let index = 0;
    while (index < length) {
      if (isBetween(text.charCodeAt(index), between)) {
        index++;
        continue;
      }
      const start = index;
      const isRoom = count < maxFields;
      const next: KnownName | undefined = known && isRoom ? names.at(known, text, start, sign) : undefined;
      if (next === undefined) {
        let code = 0;
        while (index < length && (code = text.charCodeAt(index)) !== sign && code !== between) index++;
        if (index >= length || code !== sign || index === start || !isRoom) {
          if (!isRoom) index = length;
          else if (code === sign && index < length) index++;
          rest += rest === '' ? text.slice(start, index) : separator + text.slice(start, index);
          continue;
        }
      } else index += next.name.length;
      const nameEnd = index++;
      let value: string;
      if (text.charCodeAt(index) === quote) {
        const end = closingQuote(text, index + 1);
        const inner = text.slice(index + 1, end);
        value = inner.includes('\\') ? unescapeQuoted(inner) : inner;
        index = end + 1;
      } else {
        const end = text.indexOf(separator, index);
        value = text.slice(index, end === -1 ? length : end);
        index = end === -1 ? length : end;
      }
      if (next === undefined) {
        const name = trimmed(text, start, nameEnd);
        known = known && names.learn(known, name, fields);
        setField(fields, name, value);
      } else {
        fields[next.name] = value;
        known = next;
      }
      count++;
    }
    if (rest !== '') setField(fields, '_rest', rest);
    return count === 0 ? undefined : fields;
  };
}

function isBetween(code: number, between: number): boolean {
  return code === between || code === 32;
}

function trimmed(text: string, start: number, end: number): string {
  return text.charCodeAt(end - 1) === 32 ? text.slice(start, end).trimEnd() : text.slice(start, end);
}

/** The index of the quote that closes, or the end of the text. */
function closingQuote(text: string, start: number): number {
  let end = text.indexOf('"', start);
  while (end !== -1 && isEscaped(text, end, start)) end = text.indexOf('"', end + 1);
  return end === -1 ? text.length : end;
}

function isEscaped(text: string, index: number, start: number): boolean {
  let count = 0;
  // A run of backslashes is looked at once for the quote after it.
  while (index - 1 - count >= start && text.charCodeAt(index - 1 - count) === backslash) count++;
  return count % 2 === 1;
}

function unescapeQuoted(text: string): string {
  return text.replaceAll(/\\(["\\])/g, '$1');
}
