import { type Fields, setField, type TextReader } from './fields.ts';

export interface CsvOptions {
  readonly columns: readonly string[];
  readonly separator: string;
}

/**
 * Reads one line of values in the order of the columns, quoted as RFC 4180 says. Values beyond the columns are kept
 * under `_rest`. Linear in the text.
 */
export function csvReader({ columns, separator }: CsvOptions): TextReader {
  return (text) => {
    const fields: Fields = {};
    const rest: string[] = [];
    let column = 0;
    for (let index = 0; index <= text.length; column++) {
      const [value, end] = valueAt(text, index, separator);
      const name = columns[column];
      if (name === undefined) rest.push(value);
      else if (value !== '') setField(fields, name, value);
      index = end + 1;
    }
    if (rest.length > 0) setField(fields, '_rest', rest);
    return fields;
  };
}

/** The value that begins at an index, and the index of the separator after it. */
function valueAt(text: string, start: number, separator: string): [value: string, end: number] {
  if (text[start] !== '"') {
    const end = text.indexOf(separator, start);
    return end === -1 ? [text.slice(start), text.length] : [text.slice(start, end), end];
  }
  let value = '';
  let index = start + 1;
  for (;;) {
    const end = text.indexOf('"', index);
    if (end === -1) return [value + text.slice(index), text.length];
    value += text.slice(index, end);
    if (text[end + 1] !== '"') {
      const next = text.indexOf(separator, end + 1);
      const stop = next === -1 ? text.length : next;
      return [value + text.slice(end + 1, stop), stop];
    }
    value += '"';
    index = end + 2;
  }
}
