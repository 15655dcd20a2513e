/** Digits where a value may stand, too many for a number: a quick look, which texts within strings pass as well. */
const manyDigits = /[:,[\s]-?(?:9\d{15}|\d{17})/;
/** A number that is the whole text. Apart, for one expression for both takes a quarter longer over an object. */
const startsWithMany = /^-?\d{16}/;

/**
 * Parses JSON as `JSON.parse` does, save that a whole number that JavaScript's numbers do not hold exactly, one beyond
 * 2^53 − 1 on either side of 0, comes as its text: ids of processes, traces and flows, and times in nanoseconds, keep all
 * their digits. Throws `JSON.parse`'s SyntaxError where the text is not JSON.
 */
export function parseJson(text: string): unknown {
  if (!manyDigits.test(text) && !startsWithMany.test(text)) return JSON.parse(text);
  try {
    return JSON.parse(withLongNumbersQuoted(text));
  } catch {
    // The place of the fault is to be that in the text as it came.
    return JSON.parse(text);
  }
}

/** Strings may be long and full of escapes: they are passed over by searching, which no length of them makes fail. */
function withLongNumbersQuoted(text: string): string {
  let quoted = '';
  let at = 0;
  for (let begin = text.indexOf('"'); begin !== -1; begin = text.indexOf('"', at)) {
    const end = endOfString(text, begin);
    quoted += quoteLongNumbers(text.slice(at, begin)) + text.slice(begin, end);
    at = end;
  }
  return quoted + quoteLongNumbers(text.slice(at));
}

/** Behind the quote that ends the string; the end of the text where none does. */
function endOfString(text: string, begin: number): number {
  let end = begin;
  do end = text.indexOf('"', end + 1);
  while (isEscaped(text, end));
  return end === -1 ? text.length : end + 1;
}

function isEscaped(text: string, at: number): boolean {
  let is = false;
  for (let before = at - 1; text[before] === '\\'; before--) is = !is;
  return is;
}

function quoteLongNumbers(text: string): string {
  return text.replaceAll(/-?\d[\d.eE+-]*/g, (number) => (isTooLong(number) ? `"${number}"` : number));
}

function isTooLong(number: string): boolean {
  return /^-?[1-9]\d*$/.test(number) && !Number.isSafeInteger(Number(number));
}
