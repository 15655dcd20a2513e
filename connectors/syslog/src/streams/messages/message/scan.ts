/** Scanning text by character codes; places past the end read as NaN, which no test here accepts. */

export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** The number of exactly `length` digits at `at`, or -1. */
export function digitsAt(text: string, at: number, length: number): number {
  let value = 0;
  for (let index = at; index < at + length; index += 1) {
    const code = text.charCodeAt(index);
    if (!isDigit(code)) return -1;
    value = value * 10 + code - 0x30;
  }
  return value;
}

/** Where the digits that begin at `at` end. */
export function skipDigits(text: string, at: number): number {
  let end = at;
  while (isDigit(text.charCodeAt(end))) end += 1;
  return end;
}

export function skipSpaces(text: string, at: number): number {
  let end = at;
  while (text.charCodeAt(end) === 0x20) end += 1;
  return end;
}

/** Where the word that begins at `at` ends: at the next space or the end of the text. */
export function wordEnd(text: string, at: number): number {
  const space = text.indexOf(' ', at);
  return space === -1 ? text.length : space;
}
