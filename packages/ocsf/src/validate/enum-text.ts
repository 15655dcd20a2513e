/**
 * An enum value as the text that the schema server looks up: it makes text of whatever stands there, so that "1" is
 * found where 1 is an id (and is then only of the wrong type). Undefined where it can make none.
 */
export function enumText(value: unknown, exact: boolean): string | undefined {
  switch (typeof value) {
    case 'string':
      return value;
    case 'number':
      return exact && Number.isInteger(value) ? `${value}.0` : String(value);
    case 'boolean':
    case 'bigint':
      return String(value);
    case 'object':
      return value === null ? '' : Array.isArray(value) ? joined(value) : undefined;
    default:
      return undefined;
  }
}

const maxPieces = 64;

/** The server reads a list as characters and pieces of text. */
function joined(list: readonly unknown[]): string | undefined {
  if (list.length > maxPieces) return undefined;
  let text = '';
  for (const piece of list) {
    if (typeof piece === 'string') text += piece;
    else if (typeof piece === 'number' && Number.isInteger(piece) && piece >= 0 && piece <= 0x10ffff) {
      text += String.fromCodePoint(piece);
    } else return undefined;
  }
  return text;
}
