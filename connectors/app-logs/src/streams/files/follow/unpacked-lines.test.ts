import { expect, test } from 'vitest';
import { Head } from './fingerprint.ts';
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
  const lines = new UnpackedLines({ maxLineBytes: 2000 });
  lines.add(Buffer.alloc(1024 * 1024 - 1, `${'x'.repeat(1023)}\n`));
  expect(given(lines, more)).toBeUndefined();
  lines.add(Buffer.from('y'));
  expect(given(lines, more)?.lines).toHaveLength(1023);
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

const megabyte = 1024 * 1024;

test('how much has come in is known, and what it begins with', () => {
  const lines = new UnpackedLines({ maxLineBytes: 100 });
  expect([lines.offset, lines.unpackedBytes, lines.head.length]).toEqual([0, 0, 0]);
  lines.add(Buffer.from('abc'));
  lines.add(Buffer.from('def\n'));
  expect([lines.offset, lines.unpackedBytes]).toEqual([0, 7]);
  expect(lines.head.positionAt('/a', 7)).toEqual(new Head(Buffer.from('abcdef\n')).positionAt('/a', 7));
  lines.add(Buffer.alloc(1000, 'x'));
  lines.add(Buffer.alloc(1000, 'y'));
  expect(lines.head).toHaveLength(1024);
});

test('a line of one byte is one, and what is passed over in parts is not', () => {
  const lines = new UnpackedLines({ maxLineBytes: 100 });
  lines.add(Buffer.from('one\ntwo\nx'));
  lines.passOver(4);
  lines.passOver(8);
  expect(lines.offset).toBe(8);
  expect(given(lines, last)).toEqual({ lines: ['x'], after: [9], tooLong: 0 });
});

test('lines that are too long are cut and counted', () => {
  const lines = new UnpackedLines({ maxLineBytes: 10 });
  lines.add(Buffer.from(`${'x'.repeat(11)}\n${'y'.repeat(10)}\n${'z'.repeat(20)}\n`));
  expect(given(lines, end)).toEqual({
    lines: ['x'.repeat(11), 'y'.repeat(10), 'z'.repeat(11)],
    after: [12, 23, 44],
    tooLong: 2,
  });
});

test('a long line that is not too long is looked for when there is twice as much, and comes whole', () => {
  const lines = new UnpackedLines({ maxLineBytes: 4 * megabyte });
  lines.add(Buffer.alloc(megabyte, 'x'));
  expect(given(lines, more)).toBeUndefined();
  lines.add(Buffer.from('x\n'));
  lines.add(Buffer.alloc(megabyte - 3, `${'y'.repeat(1023)}\n`));
  expect(given(lines, more)).toBeUndefined();
  lines.add(Buffer.from('\n'));
  expect(given(lines, more)?.lines[0]).toHaveLength(megabyte + 1);
  // From then on a megabyte is enough.
  lines.add(Buffer.alloc(megabyte, `${'z'.repeat(1023)}\n`));
  expect(given(lines, more)?.lines).toHaveLength(1024);
});

test('a line that is just as long as it may be is no long one', () => {
  const lines = new UnpackedLines({ maxLineBytes: megabyte + 1 });
  lines.add(Buffer.alloc(megabyte, 'x'));
  expect(given(lines, more)).toBeUndefined();
  lines.add(Buffer.from('x\n'));
  expect(given(lines, end)).toMatchObject({ after: [megabyte + 2], tooLong: 0 });
});

test('what stands before each line is known behind one that is too long', () => {
  const lines = new UnpackedLines({ maxLineBytes: 10 });
  lines.add(Buffer.alloc(megabyte, 'x'));
  lines.take(more);
  lines.add(Buffer.from('yz\n'));
  const expected = `${'x'.repeat(253)}yz\n`;
  expect(Buffer.from(lines.tail).toString()).toBe(expected);
  expect(Buffer.from(lines.take(end)?.tailAfter(0) ?? []).toString()).toBe(expected);
});

const pieceOf = (tag: string, text: string): string => `2026-01-15T12:00:00.123456789Z stdout ${tag} ${text}\n`;

test('pieces of a line are put together, and wait for its last one', () => {
  const lines = new UnpackedLines({ maxLineBytes: 100 });
  lines.add(Buffer.from(pieceOf('P', 'a')));
  expect(given(lines, end)).toBeUndefined();
  lines.add(Buffer.from(pieceOf('F', 'b') + pieceOf('P', 'c')));
  expect(given(lines, end)?.lines).toEqual([pieceOf('F', 'ab').trimEnd()]);
  expect(given(lines, last)?.lines).toEqual([pieceOf('P', 'c').trimEnd()]);
});

test('what is put together is no longer than a line may be, and than half a megabyte', () => {
  const lines = new UnpackedLines({ maxLineBytes: 100 });
  lines.add(Buffer.from(pieceOf('P', 'a'.repeat(50)) + pieceOf('F', 'b'.repeat(50))));
  expect(given(lines, end)?.lines).toHaveLength(2);
  const long = new UnpackedLines({ maxLineBytes: 2 * megabyte });
  long.add(Buffer.from(pieceOf('P', 'a'.repeat(9958)).repeat(70) + pieceOf('F', 'b')));
  const [first = '', ...others] = given(long, end)?.lines ?? [];
  expect(others).toHaveLength(1);
  expect(first.length).toBeLessThanOrEqual(megabyte / 2);
  expect(first.length).toBeGreaterThan(megabyte / 2 - 10_000);
});

test('many small pieces are no long line, and are given out without their last one behind two megabytes', () => {
  const lines = new UnpackedLines({ maxLineBytes: 100_000 });
  const small = pieceOf('P', 'a');
  const count = Math.floor((2 * megabyte) / small.length) - 1;
  lines.add(Buffer.from(small.repeat(count)));
  expect(given(lines, more)).toBeUndefined();
  const left = 2 * megabyte - count * small.length;
  lines.add(Buffer.from(pieceOf('P', 'a'.repeat(left - small.length + 1))));
  expect(lines.unpackedBytes).toBe(2 * megabyte);
  expect(given(lines, end)).toBeUndefined();
  lines.add(Buffer.from(pieceOf('P', 'a')));
  const [line = ''] = given(lines, end)?.lines ?? [];
  expect(line).toHaveLength(small.length - 2 + count + left - small.length + 2);
});
