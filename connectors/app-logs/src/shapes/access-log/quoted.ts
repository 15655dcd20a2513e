const backslash = 92;

/** Position of the quote that ends a quoted field; a backslash takes the next character along. */
export function closingQuote(line: string, from: number): number {
  let end = line.indexOf('"', from);
  while (end !== -1 && isEscaped(line, end)) end = line.indexOf('"', end + 1);
  return end;
}

/** The quote that opens the field is no backslash, so the search ends there. */
function isEscaped(line: string, at: number): boolean {
  let backslashes = 0;
  while (line.charCodeAt(at - 1 - backslashes) === backslash) backslashes += 1;
  return backslashes % 2 === 1;
}
