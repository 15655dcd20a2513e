import { describe, expect, it } from 'vitest';
import { lasted, plural, sized } from './amounts.ts';
import { printable } from './printable.ts';
import { tableLines } from './table.ts';

describe('a table', () => {
  it('sets numbers to the right and leaves no blanks at the end of a line', () => {
    expect(
      tableLines(
        ['name', 'n'],
        [
          ['a', '10'],
          ['longer', '7'],
        ],
        { right: [1] },
      ),
    ).toEqual(['name     n', '──────  ──', 'a       10', 'longer   7']);
  });

  it('counts wide characters as two', () => {
    expect(
      tableLines(
        ['x', 'y'],
        [
          ['日本', 'a'],
          ['ab', 'b'],
        ],
      ).slice(2),
    ).toEqual(['日本  a', 'ab    b']);
  });
});

describe('amounts', () => {
  it('are short for people', () => {
    expect([sized(0), sized(1023), sized(1536), sized(268_435_456)]).toEqual(['0 B', '1023 B', '1.5 KiB', '256 MiB']);
    expect([lasted(850), lasted(4200), lasted(180_000), lasted(86_400_000 * 9)]).toEqual([
      '850 ms',
      '4.2 s',
      '3 min',
      '9 d',
    ]);
    expect([plural(1, 'object'), plural(1234, 'object')]).toEqual(['1 object', '1,234 objects']);
  });

  it('of unknown text show what a terminal would obey', () => {
    expect(printable('a\u001B[31m\u009Bb\n')).toBe(String.raw`a\x1b[31m\x9bb\n`);
  });
});
