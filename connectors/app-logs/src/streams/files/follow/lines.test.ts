import { expect, test } from 'vitest';
import { cutAt, splitLines } from './lines.ts';

function split(text: string, isLast: boolean, maxLineBytes = 100): object {
  const chunk = Buffer.from(text);
  const { bounds, nextStarts, consumed, tooLong } = splitLines(chunk, { maxLineBytes, isLast });
  const lines = Array.from(nextStarts, (_, line) => chunk.toString('utf8', bounds[2 * line], bounds[2 * line + 1]));
  return { lines, nextStarts: [...nextStarts], consumed, tooLong };
}

test.each([
  ['', false, [], [], 0],
  ['a\nb\n', false, ['a', 'b'], [2, 4], 4],
  ['a\nb', false, ['a'], [2], 2],
  ['a\nb', true, ['a', 'b'], [2, 3], 3],
  ['a\r\nb\r\n', false, ['a', 'b'], [3, 6], 6],
  ['a\r', true, ['a'], [2], 2],
  ['\r\n\n\r\na\n', false, ['a'], [7], 7],
  ['\r', true, [], [], 1],
  ['\n', true, [], [], 1],
  ['a\rb\n', false, ['a\rb'], [4], 4],
])('%j, of which the last is %s, has its lines', (text, isLast, lines, nextStarts, consumed) => {
  expect(split(text, isLast)).toEqual({ lines, nextStarts, consumed, tooLong: 0 });
});

test('a line that is too long is cut one byte behind the limit, by which it is known', () => {
  expect(split('abc\nabcd\nabcde\n', false, 3)).toEqual({
    lines: ['abc', 'abcd', 'abcd'],
    nextStarts: [4, 9, 15],
    consumed: 15,
    tooLong: 2,
  });
});

test.each([
  ['aä', 1, 1],
  ['aä', 2, 3],
  ['a€', 2, 4],
  ['a😀', 2, 5],
  ['a😀', 3, 5],
  ['ab', 1, 1],
])('%s is cut behind the character that stands at byte %i', (text, from, cut) => {
  const bytes = Buffer.from(text);
  expect(cutAt(bytes, from, bytes.length)).toBe(cut);
});

test('bytes that are no text are cut within three bytes, and never behind the end', () => {
  const bytes = Buffer.alloc(10, 0x80);
  expect([cutAt(bytes, 2, 10), cutAt(bytes, 2, 4), cutAt(bytes, 10, 10)]).toEqual([5, 4, 10]);
});

test('many short lines are found, each where it stands', () => {
  const count = 5000;
  const { bounds, nextStarts } = splitLines(Buffer.from('a\n'.repeat(count)), { maxLineBytes: 10, isLast: false });
  expect(nextStarts).toEqual(Uint32Array.from({ length: count }, (_, line) => 2 * line + 2));
  expect(bounds).toEqual(Uint32Array.from({ length: 2 * count }, (_, at) => at));
});
