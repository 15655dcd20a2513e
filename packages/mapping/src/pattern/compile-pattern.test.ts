import fc from 'fast-check';
import { RE2JS } from 're2js';
import { describe, expect, test } from 'vitest';
import { barePattern, groupedPattern } from '../tests/generate-pattern.ts';
import { type CompiledPattern, compilePattern } from './compile-pattern.ts';
import { printForRe2 } from './print-pattern.ts';

const text = fc.oneof(
  fc.array(fc.constantFrom('a', 'b', '0', ' ', '-', '.', 'é', '\n', 'x')).map((signs) => signs.join('')),
  fc.string({ unit: 'grapheme' }),
);

/** Groups by RE2. An empty text is no value, so it is all one whether a group took nothing or no part. */
function re2Groups(pattern: CompiledPattern, input: string): readonly string[] | undefined {
  const matcher = RE2JS.compile(printForRe2(pattern.node)).matcher(input);
  if (!matcher.matches()) return undefined;
  return Array.from({ length: matcher.groupCount() + 1 }, (_, index) => matcher.group(index) ?? '');
}

function groups(pattern: CompiledPattern, input: string): readonly string[] | undefined {
  const found = pattern.match(input);
  return found === undefined ? undefined : Array.from(found, (group) => group ?? '');
}

describe('patterns', () => {
  test('mean the same whichever engine runs them', () => {
    let native = 0;
    let matched = 0;
    fc.assert(
      fc.property(groupedPattern, fc.array(text, { minLength: 5, maxLength: 5 }), (source, texts) => {
        const pattern = compilePattern(source);
        if (pattern.engine === 're2') return;
        native++;
        for (const input of texts) {
          const found = groups(pattern, input);
          if (found !== undefined) matched++;
          expect([source, input, found]).toEqual([source, input, re2Groups(pattern, input)]);
        }
      }),
      { numRuns: 1000 },
    );
    expect(native).toBeGreaterThan(100);
    expect(matched).toBeGreaterThan(50);
  });

  test('a repetition that need not be there and may be empty means what RE2 makes of it', () => {
    const pattern = compilePattern('((?<g>(a|b*)|\\S))?\\w*?');
    expect(groups(pattern, '0')).toEqual(re2Groups(pattern, '0'));
    expect(groups(pattern, '0')?.[1]).toBe('');
  });

  test('that the native engine runs take linear time, whatever the text', () => {
    const seeds = fc.array(fc.constantFrom('a', 'b', '0', ' ', 'ab', 'a0', 'a b', '-'), { minLength: 1, maxLength: 3 });
    let slowest = 0;
    fc.assert(
      fc.property(barePattern, barePattern, seeds, (one, other, seed) => {
        const pattern = compilePattern(`${one}${other}`);
        if (pattern.engine === 're2') return;
        const unit = seed.join('');
        const input = `${unit.repeat(Math.ceil(20_000 / unit.length))}!`;
        const start = performance.now();
        pattern.match(input);
        slowest = Math.max(slowest, performance.now() - start);
      }),
      { numRuns: 1500 },
    );
    // Quadratic time would be some 200 ms for 20,000 characters, exponential time for ever.
    expect(slowest).toBeLessThan(100);
  });

  test('that could backtrack without bound are left to RE2', () => {
    const bad = [
      '(a*)*',
      '(a+)+b',
      '(a|ab)*c',
      '(a|a)*',
      '.*a.*b',
      '(x+x+)+y',
      '(a{1,3})*b',
      '(a?){5}b*a*b*',
      '([ab]*a){3}',
    ];
    for (const source of bad) expect([source, compilePattern(source).engine]).toEqual([source, 're2']);
    const good = [
      '\\S+ \\S+',
      '[^"]*"[^"]*"',
      '(invalid user )?(\\S+)',
      '\\d{1,3}(\\.\\d{1,3}){3}',
      '(?i)abc.*',
      '(a|b)*c',
    ];
    for (const source of good) expect([source, compilePattern(source).engine]).toEqual([source, 'native']);
  });

  test('ignore case, take line feeds with (?s) only, and know ASCII classes only', () => {
    const fits = (source: string, input: string): boolean => compilePattern(source).match(input) !== undefined;
    expect(fits('(?i)AbC[x-z]', 'aBcY')).toBe(true);
    expect(fits('a.c', 'a\nc')).toBe(false);
    expect(fits('(?s)a.c', 'a\nc')).toBe(true);
    expect(fits('a.c', 'a\u2028c')).toBe(true);
    expect(fits('\\d', '٣')).toBe(false);
    expect(fits('^a|b$', 'b')).toBe(true);
    expect(fits('[\\u{1F600}-\\u{1F64F}]', '😀')).toBe(true);
    expect(fits('a{2}', 'aaa')).toBe(false);
    expect(fits('.*', 'x'.repeat(65_535))).toBe(true);
    expect(fits('.*', 'x'.repeat(65_536))).toBe(false);
  });
});
