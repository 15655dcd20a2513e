import { setField, type Fields } from '@sluice/mapping/formats';

/** Fields of one record that are read; a record of more is cut there. */
const maxFields = 512;

/**
 * The fields of `[name:"value"; other::"value"; …]`, as Check Point's Log Exporter writes them; undefined where the text
 * is none. A quote in a value has a backslash before it. Linear.
 */
export function readQuotedFields(text: string): Fields | undefined {
  if (text.charCodeAt(0) !== 0x5b) return undefined;
  const fields: Fields = {};
  let at = 1;
  let count = 0;
  while (count < maxFields) {
    const colon = text.indexOf(':"', at);
    if (colon === -1) break;
    const end = closingQuote(text, colon + 2);
    const name = text
      .slice(at, colon)
      .replace(/^[; ]+/, '')
      .replace(/:$/, '');
    if (name === '' || name.length > 128) return undefined;
    setField(fields, name, text.slice(colon + 2, end).replaceAll('\\', ''));
    count += 1;
    at = end + 1;
  }
  return count === 0 ? undefined : fields;
}

/** The quote that ends the value that begins at `at`; the end of the text where it was cut off. */
function closingQuote(text: string, at: number): number {
  for (let quote = text.indexOf('"', at); quote !== -1; quote = text.indexOf('"', quote + 1)) {
    if (text.charCodeAt(quote - 1) !== 0x5c) return quote;
  }
  return text.length;
}
