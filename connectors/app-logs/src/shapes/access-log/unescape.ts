const escapes = /(?:\\x[0-9a-fA-F]{2})+|\\(["\\])/g;
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const control = /[\u0000-\u001f\u007f-\u009f]/;

/**
 * Undoes what Apache and nginx do to quotes, backslashes and bytes beyond ASCII in a field: `\"`, `\\`, `\xC3\xBC`.
 * Escaped control characters, and bytes that are not UTF-8, stay escaped: a log line must not carry them into a
 * terminal or a query result.
 */
export function unescapeField(text: string): string {
  return text.replace(escapes, (run, character: string | undefined) => character ?? decodeRun(run));
}

function decodeRun(run: string): string {
  const bytes = Buffer.from(run.replaceAll('\\x', ''), 'hex');
  const text = bytes.toString('utf8');
  return text.includes('\uFFFD') || control.test(text) ? run : text;
}
