import { expect, test } from 'vitest';
import { LineReader } from './line-reader.ts';

/** What comes out of lines of eight bytes at most: with each piece, and at the end. */
function linesOf(pieces: readonly string[]): readonly string[] {
  const reader = new LineReader(8);
  const lines = pieces.flatMap((piece) => reader.push(Buffer.from(piece)));
  return [...lines, reader.flush() ?? 'nothing'].map((line) => Buffer.from(line).toString());
}

test.each<[what: string, pieces: readonly string[], lines: readonly string[]]>([
  ['nothing', [], ['nothing']],
  ['a line in one piece', ['one\n'], ['one', 'nothing']],
  ['a line in many pieces', ['o', '', 'n', 'e\nt'], ['one', 't']],
  ['lines in one piece', ['one\ntwo\nthree'], ['one', 'two', 'three']],
  ['ends of two bytes, in one piece and in two', ['one\r\ntwo\r', '\n'], ['one', 'two', 'nothing']],
  ['a carriage return within a line', ['o\rne\n'], ['o\rne', 'nothing']],
  ['a carriage return at the end', ['one\r'], ['one']],
  ['lines that hold nothing', ['\n\r\n', '\r', '\n', '\n'], ['nothing']],
  [
    'a line as long as it may be',
    ['12345678\n12345678\r\n1234', '5678\r\n'],
    ['12345678', '12345678', '12345678', 'nothing'],
  ],
])('%s', (_, pieces, lines) => {
  expect(linesOf(pieces)).toEqual(lines);
});

test.each([
  ['by a byte', ['123456789\n']],
  ['by a byte, with an end of two bytes', ['123456789\r\n']],
  ['by what follows a carriage return', ['12345678\rx\n']],
  ['by what comes with another piece', ['1234567', '8', '\r', 'x', 'y', 'z\n']],
  ['by many bytes', [`${'1234567890'.repeat(10)}\n`]],
])('a line that is too long %s stays too long, and no line after it is touched', (_, pieces) => {
  const [line = '', ...others] = linesOf(['x\n', ...pieces, ...pieces, '12345678\r\n']).slice(1);
  expect([9, 10]).toContain(line.length);
  expect(pieces.join('')).toContain(line);
  expect(others).toEqual([line, '12345678', 'nothing']);
});
