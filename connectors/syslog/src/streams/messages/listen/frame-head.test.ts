import { expect, test } from 'vitest';
import { FrameHead } from './frame-head.ts';

/** What the bytes of a text are told to be, by the first that decides; nothing where the head is still open. */
function readBy(head: FrameHead, text: string): unknown {
  head.reset();
  for (const [at, byte] of Buffer.from(text).entries()) {
    const found = head.scan(byte);
    if (found !== undefined) return [found, at + 1, ...(found === 'counted' ? [head.count] : [])];
  }
  return undefined;
}

/** RFC 6587, 3.4: a count has no leading zero, and one space behind it. */
const heads: readonly (readonly [string, unknown])[] = [
  ['<34>x', ['line', 1]],
  ['5 <34>', ['counted', 3, 5]],
  ['10 <34>', ['counted', 4, 10]],
  ['99 <34>', ['counted', 4, 99]],
  ['12345678 <', ['counted', 10, 12_345_678]],
  ['123456789 <', ['line', 9]],
  ['0 <34>', ['line', 1]],
  ['05 <34>', ['line', 1]],
  [' <34>', ['line', 1]],
  ['5x', ['line', 2]],
  ['5:', ['line', 2]],
  ['5/', ['line', 2]],
  [':', ['line', 1]],
  ['5  <', ['line', 3]],
  ['5', undefined],
  ['5 ', undefined],
];

test.each(heads)('the head of %j is %j', (text, expected) => {
  expect(readBy(new FrameHead(), text)).toEqual(expected);
  const used = new FrameHead();
  expect(readBy(used, '7x')).toEqual(['line', 2]);
  expect(readBy(used, text)).toEqual(expected);
});

test('a sender that has counted goes on counting, and one that has not does not begin to without a priority', () => {
  const head = new FrameHead();
  expect(readBy(head, '5 x')).toEqual(['line', 3]);
  expect(readBy(head, '5 <')).toEqual(['counted', 3, 5]);
  expect(readBy(head, '7 x')).toEqual(['counted', 3, 7]);
  expect(readBy(head, 'x')).toEqual(['line', 1]);
});
