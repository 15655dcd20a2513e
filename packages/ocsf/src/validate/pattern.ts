import { quickAcceptOf } from './quick-accept.ts';

/** Tells whether a text fits a type's pattern. */
export type PatternTest = (text: string) => boolean;

/** Longer texts are not held against a pattern: no value of a type with a pattern is this long in earnest. */
const maxPatternInput = 65_536;

/** With a type's own maximum length the bound is closer: the pattern of `ip_t` takes quadratic time on blanks. */
const maxBoundedInput = 1_024;

/**
 * A test for a pattern of the schema, which is written for PCRE. Undefined where JavaScript cannot express it. A text
 * that is too long does not fit; so much for the time that a hostile text can take.
 */
export function compilePattern(regex: string, maxLength: number | undefined): PatternTest | undefined {
  if (regex.startsWith('/^')) return neverFits;
  const pattern = toJavaScript(regex);
  if (pattern === undefined) return undefined;
  const limit = maxLength === undefined ? maxPatternInput : Math.max(maxLength, maxBoundedInput);
  const fits: PatternTest = (text) => text.length <= limit && pattern.test(bytesOf(text));
  const quick = quickAcceptOf(regex);
  return quick === undefined ? fits : (text) => quick(text) || fits(text);
}

/**
 * The `ip_t` of 1.0.0 is a literal of another language: a slash, then the start of the text. It fits nothing, and the
 * schema server says so of every address.
 */
function neverFits(): boolean {
  return false;
}

function toJavaScript(regex: string): RegExp | undefined {
  try {
    return new RegExp(translate(bytesOf(regex)));
  } catch {
    return undefined;
  }
}

const beyondAscii = /[^\0-\x7f]/;

/** The schema server's patterns see bytes of UTF-8: a dot is one of them, and `é` is two. Here, a character for each. */
function bytesOf(text: string): string {
  return beyondAscii.test(text) ? Buffer.from(text, 'utf8').toString('latin1') : text;
}

/** PCRE's `$` also stands before a last line feed, its dot only excludes line feeds, and its blanks are ASCII. */
function translate(regex: string): string {
  let inClass = false;
  return regex.replaceAll(/\\s|\\[^]|[[\]$.]/g, (token) => {
    if (token === '\\s') return inClass ? '\\t-\\r ' : '[\\t-\\r ]';
    if (token === '[') inClass = true;
    else if (token === ']') inClass = false;
    else if (!inClass && token === '$') return '(?=\\n?(?![^]))';
    else if (!inClass && token === '.') return '[^\\n]';
    return token;
  });
}
