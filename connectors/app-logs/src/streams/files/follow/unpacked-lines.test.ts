import { expect, test } from 'vitest';
import { UnpackedLines } from './unpacked-lines.ts';

interface Given {
  readonly lines: readonly string[];
  readonly after: readonly number[];
  readonly tooLong: number;
}

function given(lines: UnpackedLines, options: { isEnd: boolean; isLast: boolean }): Given | undefined {
  const taken = lines.take(options);
  if (taken === undefined) return undefined;
  const { bytes, bounds, offsetAfter, tooLong } = taken;
  const count = bounds.length / 2;
  const all = Array.from({ length: count }, (_, line) =>
    Buffer.from(bytes.subarray(bounds[2 * line], bounds[2 * line + 1])).toString(),
  );
  return { lines: all, after: all.map((_, line) => offsetAfter(line)), tooLong };
}

const more = { isEnd: false, isLast: false };
const end = { isEnd: true, isLast: false };
const last = { isEnd: true, isLast: true };

test('lines are given out when as many bytes are there as are wanted, or no more are', () => {
  const lines = new UnpackedLines({ maxLineBytes: 100 });
  expect(given(lines, end)).toBeUndefined();
  lines.add(Buffer.from('one\ntwo\nthr'));
  expect(given(lines, more)).toBeUndefined();
  expect(given(lines, end)).toEqual({ lines: ['one', 'two'], after: [4, 8], tooLong: 0 });
  expect([lines.offset, lines.unpackedBytes, lines.head.length]).toEqual([8, 11, 11]);
  expect(Buffer.from(lines.tail).toString()).toBe('one\ntwo\n');
  expect(given(lines, end)).toBeUndefined();
  lines.add(Buffer.from('ee'));
  expect(given(lines, last)).toEqual({ lines: ['three'], after: [13], tooLong: 0 });
  expect([lines.offset, lines.unpackedBytes]).toEqual([13, 13]);
});

test('the end of what was read before each line is known', () => {
  const lines = new UnpackedLines({ maxLineBytes: 100 });
  lines.add(Buffer.from('zero\n'));
  lines.take(end);
  lines.add(Buffer.from('one\ntwo\n'));
  const taken = lines.take(end);
  expect(Buffer.from(taken?.tailAfter(0) ?? []).toString()).toBe('zero\none\n');
  expect(Buffer.from(taken?.tailAfter(1) ?? []).toString()).toBe('zero\none\ntwo\n');
});

test('what is passed over is not given out', () => {
  const lines = new UnpackedLines({ maxLineBytes: 100 });
  lines.add(Buffer.from('one\n'));
  lines.add(Buffer.from('two\n'));
  lines.passOver(4);
  expect(lines.offset).toBe(4);
  expect(given(lines, end)).toEqual({ lines: ['two'], after: [8], tooLong: 0 });
  lines.add(Buffer.from('three\n'));
  lines.passOver(1000);
  expect([lines.offset, lines.unpackedBytes]).toEqual([14, 14]);
});

test('a megabyte is waited for, and then given out', () => {
  const lines = new UnpackedLines({ maxLineBytes: 100 });
  lines.add(Buffer.alloc(1024 * 1024 - 1, 'x\n'));
  expect(given(lines, more)).toBeUndefined();
  lines.add(Buffer.from('y'));
  expect(given(lines, more)?.lines).toHaveLength(512 * 1024 - 1);
  expect(lines.unpackedBytes).toBe(1024 * 1024);
});

test('of a line that is too long the beginning is kept, however long it goes on', () => {
  const lines = new UnpackedLines({ maxLineBytes: 10 });
  lines.add(Buffer.alloc(1024 * 1024, 'x'));
  expect(given(lines, more)).toBeUndefined();
  expect(lines.offset).toBe(1024 * 1024);
  lines.add(Buffer.alloc(100, 'x'));
  expect(given(lines, end)).toBeUndefined();
  lines.add(Buffer.from('x\nnext\n'));
  expect(given(lines, end)).toEqual({ lines: ['x'.repeat(11)], after: [1024 * 1024 + 102], tooLong: 1 });
  expect(given(lines, end)).toEqual({ lines: ['next'], after: [1024 * 1024 + 107], tooLong: 0 });
});

test('a line that is too long and has no end is given out where no more comes', () => {
  const lines = new UnpackedLines({ maxLineBytes: 10 });
  lines.add(Buffer.alloc(1024 * 1024, 'x'));
  lines.take(more);
  expect(given(lines, last)).toEqual({ lines: ['x'.repeat(11)], after: [1024 * 1024], tooLong: 1 });
  expect(given(lines, last)).toBeUndefined();
});

test('pieces without an end hold nothing up for more than two megabytes', () => {
  const piece = `2026-01-15T12:00:00.123456789Z stdout P ${'x'.repeat(1000)}\n`;
  const lines = new UnpackedLines({ maxLineBytes: 16 * 1024 * 1024 });
  lines.add(Buffer.from(piece.repeat(1200)));
  expect(given(lines, end)).toMatchObject({ tooLong: 0 });
});
