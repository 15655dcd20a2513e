import fc from 'fast-check';
import type { PatternNode } from '../pattern/syntax.ts';

const piece = fc.constantFrom(
  'a',
  'b',
  '[ab]',
  '[^a]',
  '.',
  '\\d',
  '\\w',
  '\\s',
  ' ',
  '-',
  '\\S',
  'é',
  '[0-9a]',
  '\\.',
);
const quantifier = fc.constantFrom('', '', '', '*', '+', '?', '{2}', '{1,3}', '{2,}', '*?', '+?');

/** Patterns without named groups, in the syntax that the language knows. */
export const barePattern: fc.Arbitrary<string> = fc.letrec<{ pattern: string }>((tie) => ({
  pattern: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    fc.tuple(piece, quantifier).map((parts) => parts.join('')),
    fc.array(tie('pattern'), { minLength: 1, maxLength: 4 }).map((parts) => parts.join('')),
    fc.array(tie('pattern'), { minLength: 2, maxLength: 3 }).map((parts) => `(${parts.join('|')})`),
    fc.tuple(tie('pattern'), quantifier).map(([inner, times]) => `(?:${inner})${times}`),
  ),
})).pattern;

/** Patterns with groups `g0`, `g1`…, none of them in a repetition. */
export const groupedPattern: fc.Arbitrary<string> = fc
  .array(fc.tuple(barePattern, fc.constantFrom('plain', 'group', 'maybe', 'either')), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.map(([inner, kind], index) => bracketed(inner, kind, `(?<g${index}>${inner})`)).join(''));

function bracketed(inner: string, kind: string, group: string): string {
  if (kind === 'group') return group;
  if (kind === 'maybe') return `(${group})?`;
  return kind === 'either' ? `(${group}|x)` : inner;
}

/** A text that matches a pattern; `next` gives whole numbers from 0. */
export function sampleOf(node: PatternNode, next: () => number): string {
  switch (node.kind) {
    case 'chars': {
      const [low, high] = node.set[next() % node.set.length]!;
      return String.fromCodePoint(low + (next() % Math.min(high - low + 1, 60)));
    }
    case 'sequence':
      return node.items.map((item) => sampleOf(item, next)).join('');
    case 'choice':
      return sampleOf(node.items[next() % node.items.length]!, next);
    case 'repeat': {
      const times = node.min + (node.max === node.min ? 0 : next() % Math.min(node.max - node.min + 1, 3));
      return Array.from({ length: times }, () => sampleOf(node.item, next)).join('');
    }
    case 'group':
      return sampleOf(node.item, next);
    case 'boundary':
      return '';
  }
}
