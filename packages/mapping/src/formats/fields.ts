/** Named values that were read out of a text. */
export type Fields = Record<string, unknown>;

/** What reads a text. Undefined where the text is not of the format. */
export type TextReader = (text: string) => unknown;

/** Most fields that one text may hold; what follows stays text, under `_rest`. */
export const maxFields = 1_000;

/**
 * Sets a field, whatever its name: `__proto__` becomes a field like any other. A name that comes twice makes a list.
 */
export function setField(fields: Fields, name: string, value: unknown): void {
  if (name === '__proto__' || name in fields) setRare(fields, name, value);
  else fields[name] = value;
}

function setRare(fields: Fields, name: string, value: unknown): void {
  const known: unknown = Object.hasOwn(fields, name) ? Object.getOwnPropertyDescriptor(fields, name)?.value : undefined;
  if (Array.isArray(known)) {
    known.push(value);
    return;
  }
  const both = known === undefined ? value : [known, value];
  Object.defineProperty(fields, name, { value: both, enumerable: true, writable: true, configurable: true });
}
