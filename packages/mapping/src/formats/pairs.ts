import { type Fields, maxFields, setField } from './fields.ts';

/** What reads a list. Undefined where it holds nothing of the format. */
export type ListReader = (list: unknown) => unknown;

export interface PairsOptions {
  /** Where the name stands in each object of the list. */
  readonly name: string;
  /** Where the value stands. */
  readonly value: string;
}

/**
 * Reads a list of objects that hold a name and a value into fields; a single object counts as a list of one. What is no
 * such object, and what goes beyond the greatest number of fields, is kept under `_rest`; an object's other fields are
 * kept with its value. Undefined where there is no pair at all.
 */
export function pairsReader({ name, value }: PairsOptions): ListReader {
  return (list) => {
    const fields: Fields = {};
    let count = 0;
    for (const item of Array.isArray(list) ? list : [list]) {
      const key = count < maxFields ? nameOf(item, name) : undefined;
      if (key !== undefined) count++;
      setField(fields, key ?? '_rest', key === undefined ? item : valueOf(item, name, value));
    }
    return count === 0 ? undefined : fields;
  };
}

function nameOf(item: unknown, name: string): string | undefined {
  if (typeof item !== 'object' || item === null || !Object.hasOwn(item, name)) return undefined;
  const found = (item as Fields)[name];
  return typeof found === 'string' && found !== '' && found !== '_rest' ? found : undefined;
}

/** The value alone where the object holds nothing else. */
function valueOf(item: unknown, name: string, value: string): unknown {
  const fields = item as Fields;
  const others = Object.keys(fields).filter((key) => key !== name && key !== value);
  if (others.length === 0) return Object.hasOwn(fields, value) ? fields[value] : undefined;
  return Object.fromEntries(Object.entries(fields).filter(([key]) => key !== name));
}
