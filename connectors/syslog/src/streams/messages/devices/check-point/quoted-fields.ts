import { setField, type Fields } from '@sluice/mapping/formats';

/** Fields of one record that are read; a record of more is cut there. */
const maxFields = 512;

/**
 * The fields of `[name:"value"; other::"value"; …]`, as Check Point's Log Exporter writes them; undefined where the text
 * is none. A quote, a backslash or a bracket in a value has a backslash before it. Linear.
 */
export function readQuotedFields(text: string): Fields | undefined {
  if (!text.startsWith('[')) return undefined;
  const fields: Fields = {};
  const value = /(?:[^"\\]+|\\[^])*/y;
  let at = '['.length;
  for (let count = 0; count < maxFields; count += 1) {
    const colon = text.indexOf(':"', at);
    if (colon === -1) break;
    const name = text
      .slice(at, colon)
      .replace(/^[; ]+/, '')
      .replace(/:$/, '');
    if (name === '' || name.length > 128) return undefined;
    value.lastIndex = colon + ':"'.length;
    const [written = ''] = value.exec(text) ?? [];
    setField(fields, name, written.replaceAll(/\\([\\"\]])/g, '$1'));
    at = value.lastIndex + '"'.length;
  }
  return Object.keys(fields).length === 0 ? undefined : fields;
}
