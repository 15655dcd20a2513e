import { RE2JS } from 're2js';
import { isLinear } from './linear.ts';
import { parsePattern, PatternError } from './parse-pattern.ts';
import { isUnitPattern, printForJavaScript, printForRe2 } from './print-pattern.ts';
import { canMatch, type GroupFacts, groupsOf, type PatternNode } from './syntax.ts';

/** Longer texts match no pattern: the bound that makes a group fit every `string_t`. */
export const maxPatternInput = 65_535;

/** The whole match and the named groups in their order; undefined where the text does not match. */
type Matcher = (text: string) => ArrayLike<string | undefined> | undefined;

export interface CompiledPattern {
  readonly node: PatternNode;
  readonly groups: readonly GroupFacts[];
  /** `native`: JavaScript's own engine, proven not to backtrack more than a bounded number of times; else RE2. */
  readonly engine: 'native' | 're2';
  readonly match: Matcher;
}

/** Compiles a pattern that is held against whole texts, in linear time. Throws a `PatternError`. */
export function compilePattern(text: string): CompiledPattern {
  const node = parsePattern(text);
  if (!canMatch(node))
    throw new PatternError('pattern_never_matches', 0, 'No text can match this pattern: a character class is empty.');
  const groups = groupsOf(node);
  if (isLinear(node)) return { node, groups, engine: 'native', match: nativeMatcher(node) };
  return { node, groups, engine: 're2', match: re2Matcher(node) };
}

function nativeMatcher(node: PatternNode): Matcher {
  const pattern = new RegExp(`^(?:${printForJavaScript(node)})$`, isUnitPattern(node) ? '' : 'u');
  return (text) => (text.length > maxPatternInput ? undefined : (pattern.exec(text) ?? undefined));
}

function re2Matcher(node: PatternNode): Matcher {
  const pattern = RE2JS.compile(printForRe2(node));
  return (text) => {
    if (text.length > maxPatternInput) return undefined;
    const matcher = pattern.matcher(text);
    if (!matcher.matches()) return undefined;
    const groups: (string | undefined)[] = [];
    for (let index = 0; index <= matcher.groupCount(); index++) groups.push(matcher.group(index) ?? undefined);
    return groups;
  };
}
