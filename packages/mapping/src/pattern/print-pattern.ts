import { hasSurrogates, isAboutUnits, printSet } from './char-set.ts';
import type { PatternNode } from './syntax.ts';

/**
 * Whether the characters of the pattern can be looked at as 16-bit units, which is faster: where a set takes characters
 * of two units it takes any number of them.
 */
export function isUnitPattern(node: PatternNode, isRepeated = false): boolean {
  switch (node.kind) {
    case 'chars':
      return isRepeated ? isAboutUnits(node.set) : !hasSurrogates(node.set);
    case 'sequence':
    case 'choice':
      return node.items.every((item) => isUnitPattern(item));
    case 'repeat':
      return isUnitPattern(node.item, node.max === Infinity && node.min <= 1);
    case 'group':
      return isUnitPattern(node.item);
    case 'boundary':
      return true;
  }
}

/** The source of a JavaScript regular expression; its groups are numbered in the order of `groupsOf`. */
export function printForJavaScript(node: PatternNode): string {
  const isUnits = isUnitPattern(node);
  return print(node, (code) => {
    if (code <= 0xffff) return `\\u${code.toString(16).padStart(4, '0')}`;
    return isUnits ? '\\uffff' : `\\u{${code.toString(16)}}`;
  });
}

/** The source for RE2. */
export function printForRe2(node: PatternNode): string {
  return print(node, (code) => `\\x{${code.toString(16)}}`);
}

function print(node: PatternNode, escape: (code: number) => string): string {
  switch (node.kind) {
    case 'chars':
      return printSet(node.set, escape);
    case 'sequence':
      return node.items
        .map((item) => (item.kind === 'choice' ? `(?:${print(item, escape)})` : print(item, escape)))
        .join('');
    case 'choice':
      return node.items.map((item) => print(item, escape)).join('|');
    case 'repeat':
      return `${bracketed(node.item, escape)}${quantifier(node.min, node.max)}${node.isLazy ? '?' : ''}`;
    case 'group':
      return `(${print(node.item, escape)})`;
    case 'boundary':
      return node.isNegated ? '\\B' : '\\b';
  }
}

function bracketed(item: PatternNode, escape: (code: number) => string): string {
  const text = print(item, escape);
  return item.kind === 'chars' || item.kind === 'group' ? text : `(?:${text})`;
}

function quantifier(min: number, max: number): string {
  if (max === Infinity) return min === 0 ? '*' : min === 1 ? '+' : `{${min},}`;
  if (min === 0 && max === 1) return '?';
  return min === max ? `{${min}}` : `{${min},${max}}`;
}
